// Mails wait, are taken by one sender at a time, and leave nothing of their text once they are over.
#include "clausier/store/outbox.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "clausier/store/database.hpp"

using namespace clausier;
using std::chrono::minutes;

namespace {

const core::Instant now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 2};
const core::Mail mail{"a@valbrume.example", "Invitation", "un lien"};

}  // namespace

TEST_CASE("a mail is taken by one sender, and due again when its lease ends") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::Outbox outbox(tx);
    CHECK_FALSE(outbox.any_due(now));
    outbox.add(mail, now);
    outbox.add({"b@valbrume.example", "s", "t"}, now + minutes(1));
    REQUIRE(outbox.any_due(now));
    const auto taken = outbox.take(now, now + minutes(5));
    REQUIRE(taken.has_value());
    CHECK(taken->mail == mail);
    CHECK(taken->attempts == 1);
    CHECK_FALSE(outbox.take(now, now + minutes(5)).has_value());
    CHECK(outbox.take(now + minutes(1), now + minutes(6))->mail.to == "b@valbrume.example");
    CHECK(outbox.take(now + minutes(5), now + minutes(9))->attempts == 2);
}

TEST_CASE("what has left or was given up keeps no text, and is forgotten later") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::Outbox outbox(tx);
    outbox.add(mail, now);
    outbox.add(mail, now);
    outbox.add(mail, now);
    const auto first = outbox.take(now, now + minutes(5));
    const auto second = outbox.take(now, now + minutes(5));
    const auto third = outbox.take(now, now + minutes(5));
    outbox.sent(first->id, now);
    outbox.give_up(second->id, now, "refusé");
    outbox.postpone(third->id, now + minutes(7), "il ne répond pas");
    CHECK_FALSE(outbox.any_due(now + minutes(6)));
    const auto counts = outbox.counts();
    CHECK((counts.waiting == 1 && counts.sent == 1 && counts.given_up == 1));
    CHECK(counts.fault == "il ne répond pas");
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM outbox WHERE body = '' AND subject = ''") == 2);
    CHECK(outbox.forget(now) == 0);
    CHECK(outbox.forget(now + minutes(1)) == 2);
    CHECK(outbox.take(now + minutes(7), now + minutes(9))->mail == mail);
}

TEST_CASE("what waits is listed first, and may be made due or given up once") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::Outbox outbox(tx);
    outbox.add(mail, now);
    const auto gone = outbox.take(now, now + minutes(5));
    outbox.sent(gone->id, now + minutes(1));
    outbox.add(mail, now + minutes(2));
    const auto waiting = outbox.list();
    REQUIRE(waiting.size() == 2);
    CHECK(waiting.at(0).state == store::MailState::waiting);
    CHECK(waiting.at(1).state == store::MailState::sent);
    CHECK(waiting.at(1).at == now + minutes(1));
    outbox.postpone(waiting.at(0).id, now + minutes(60), "il ne répond pas");
    CHECK(outbox.hasten(waiting.at(0).id, now + minutes(3)));
    CHECK(outbox.any_due(now + minutes(3)));
    CHECK(outbox.give_up(waiting.at(0).id, now + minutes(4), "écarté"));
    CHECK_FALSE(outbox.give_up(waiting.at(0).id, now + minutes(4), "écarté"));
    CHECK_FALSE(outbox.hasten(waiting.at(0).id, now));
    CHECK(outbox.list().at(0).state == store::MailState::given_up);
    // It was leaving while somebody gave it up: it is told as sent.
    outbox.sent(waiting.at(0).id, now + minutes(5));
    CHECK(outbox.list().at(0).state == store::MailState::sent);
}

TEST_CASE("the schema keeps no text of a mail that is over") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::Outbox(tx).add(mail, now);
    CHECK_THROWS_AS(tx.run("UPDATE outbox SET due_at = NULL, sent_at = created_at"), core::Error);
}
