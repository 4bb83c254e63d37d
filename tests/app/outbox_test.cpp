// Mail leaves once, waits longer after each failure, is given up in the end, and its thread goes on whatever happens.
#include "clausier/app/outbox.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <vector>

#include "account_world.hpp"

using namespace clausier;
using tests::AccountWorld;

namespace {

core::Mail mail(const std::string& to) { return {to + "@valbrume.example", "Objet", "Texte"}; }

void post(AccountWorld& world, const std::string& to) {
    auto tx = world.base.write();
    app::post_mail(tx, world.base, mail(to), world.clock.now());
    tx.commit();
}

[[noreturn]] void refuse(core::ErrorKind kind) { throw core::Error(kind, "serveur de courriel", "il ne répond pas"); }

}  // namespace

TEST_CASE("each mail leaves once, in the order it was written; what is not committed never does") {
    AccountWorld world;
    post(world, "a");
    post(world, "b");
    {
        auto tx = world.base.write();
        app::post_mail(tx, world.base, mail("personne"), world.clock.now());
    }
    std::vector<std::string> sent;
    const auto send = [&](const core::Mail& it) { sent.push_back(it.to); };
    CHECK(app::send_due_mail(world.base, world.clock, send).sent == 2);
    CHECK(app::send_due_mail(world.base, world.clock, send).sent == 0);
    CHECK(sent == std::vector<std::string>{"a@valbrume.example", "b@valbrume.example"});
}

TEST_CASE("a server that does not answer is left alone for longer and longer, then the mail is given up") {
    AccountWorld world;
    post(world, "a");
    post(world, "b");
    int tried = 0;
    const auto send = [&](const core::Mail&) {
        ++tried;
        refuse(core::ErrorKind::unavailable);
    };
    const app::MailRound round = app::send_due_mail(world.base, world.clock, send);
    CHECK(round.postponed == 1);
    CHECK(round.fault == "serveur de courriel : il ne répond pas");
    CHECK(tried == 1);  // the second mail would fare no better
    std::chrono::seconds last{0};
    for (std::int64_t attempts = 1; const auto delay = app::retry_delay(attempts); ++attempts) {
        CHECK(*delay >= last);
        last = *delay;
    }
    for (int day = 0; day < 40; ++day) {
        world.clock.instant += std::chrono::hours(24);
        for (int i = 0; i < 2; ++i) app::send_due_mail(world.base, world.clock, send);
    }
    const auto counts = app::outbox_counts(world.base);
    CHECK(counts.waiting == 0);
    CHECK(counts.given_up == 2);
    CHECK_FALSE(app::retry_delay(0).has_value());
}

TEST_CASE("a mail that the server refuses for good does not keep the next from leaving") {
    AccountWorld world;
    post(world, "a");
    post(world, "b");
    const auto send = [](const core::Mail& it) {
        if (it.to.starts_with("a@")) refuse(core::ErrorKind::invalid);
    };
    const app::MailRound round = app::send_due_mail(world.base, world.clock, send);
    CHECK(round.given_up == 1);
    CHECK(round.sent == 1);
}

TEST_CASE("a text stands sealed in the base until it leaves, then not at all") {
    AccountWorld world;
    core::Mail link{"a@valbrume.example", "Invitation", "https://clauses.example/invitation/0123"};
    {
        auto tx = world.base.write();
        app::post_mail(tx, world.base, link, world.clock.now());
        const auto kept = tx.value<std::string>("SELECT body FROM outbox");
        CHECK(kept.starts_with("scelle:"));
        CHECK(kept.find("invitation") == std::string::npos);
        tx.commit();
    }
    std::vector<core::Mail> sent;
    app::send_due_mail(world.base, world.clock, [&](const core::Mail& it) { sent.push_back(it); });
    CHECK(sent == std::vector{link});
    CHECK(world.base.read().value<std::string>("SELECT body FROM outbox").empty());
}

TEST_CASE("a link that is worth nothing more, or that another key sealed, is given up unsent") {
    AccountWorld world;
    {
        auto tx = world.base.write();
        core::Mail late = mail("a");
        late.until = world.clock.now() + std::chrono::hours(1);
        app::post_mail(tx, world.base, late, world.clock.now());
        store::Outbox(tx).add({"b@valbrume.example", "Objet", "scelle:" + std::string(96, '0')}, world.clock.now());
        store::Outbox(tx).add(mail("ancien"), world.clock.now());
        tx.commit();
    }
    world.clock.instant += std::chrono::hours(1);
    std::vector<std::string> sent;
    const app::MailRound round =
        app::send_due_mail(world.base, world.clock, [&](const core::Mail& it) { sent.push_back(it.to); });
    CHECK(round.given_up == 2);
    CHECK(sent == std::vector<std::string>{"ancien@valbrume.example"});
    CHECK(round.fault.find("la clé de cette installation a changé") != std::string::npos);
}

TEST_CASE("an administrator sees what waits without its text, hurries it and discards it; nobody else does") {
    AccountWorld world;
    post(world, "a");
    post(world, "b");
    const auto admin = world.terminal;
    world.clock.instant += std::chrono::minutes(1);
    app::send_due_mail(world.base, world.clock, [](const core::Mail&) { refuse(core::ErrorKind::unavailable); });
    auto listed = app::outbox_mails(admin, world.base);
    REQUIRE(listed.size() == 2);
    const auto late = std::find_if(listed.begin(), listed.end(), [](const auto& one) { return !one.fault.empty(); });
    REQUIRE(late != listed.end());
    CHECK(late->attempts == 1);
    CHECK(late->at > world.clock.now());
    app::hasten_mail(admin, world.base, late->id);
    std::vector<std::string> sent;
    app::discard_mail(admin, world.base, listed.at(0).id == late->id ? listed.at(1).id : listed.at(0).id);
    app::send_due_mail(world.base, world.clock, [&](const core::Mail& it) { sent.push_back(it.to); });
    CHECK(sent == std::vector{late->recipient});
    CHECK(app::outbox_counts(world.base).given_up == 1);
    CHECK_THROWS_AS(app::hasten_mail(admin, world.base, late->id), core::Error);
    CHECK_THROWS_AS(app::discard_mail(admin, world.base, late->id), core::Error);
    const app::Session buyer{world.clock, "compte/9", {}};
    CHECK_THROWS_AS(app::outbox_mails(buyer, world.base), core::Error);
    CHECK_THROWS_AS(app::discard_mail(buyer, world.base, late->id), core::Error);
}

TEST_CASE("the postman sends what comes, and ends with its object") {
    AccountWorld world;
    const auto folder = std::filesystem::temp_directory_path() / "clausier-outbox-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        store::Database base(folder / "base.sqlite");
        std::atomic<int> sent = 0;
        std::atomic<int> told = 0;
        std::atomic<bool> leaked = false;
        {
            const app::Postman postman(
                base, world.clock,
                [&](const core::Mail& it) {
                    if (it.to.starts_with("z@")) refuse(core::ErrorKind::unavailable);
                    ++sent;
                    sent.notify_all();
                },
                [&](std::string_view line) {
                    if (line.find('@') != std::string_view::npos) leaked = true;
                    ++told;
                    told.notify_all();
                },
                std::chrono::milliseconds(1));
            for (const char* to : {"a", "b", "z"}) {
                auto tx = base.write();
                app::post_mail(tx, base, mail(to), world.clock.now());
                tx.commit();
            }
            sent.wait(0);
            sent.wait(1);
            told.wait(0);
        }
        CHECK(sent == 2);
        CHECK_FALSE(leaked);
        CHECK(app::outbox_counts(base).waiting == 1);
    }
    std::filesystem::remove_all(folder);
}
