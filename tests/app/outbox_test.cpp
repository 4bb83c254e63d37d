// Mail leaves once, waits longer after each failure, is given up in the end, and its thread goes on whatever happens.
#include "clausier/app/outbox.hpp"

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
    app::post_mail(tx, mail(to), world.clock.now());
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
        app::post_mail(tx, mail("personne"), world.clock.now());
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
                app::post_mail(tx, mail(to), world.clock.now());
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
