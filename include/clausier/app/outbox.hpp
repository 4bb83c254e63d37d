// Mail: written with what it tells, sent after by a thread of the server, tried again later when it does not leave.
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "clausier/app/app.hpp"
#include "clausier/app/recurring.hpp"
#include "clausier/core/mail.hpp"
#include "clausier/store/outbox.hpp"

namespace clausier::app {

// How long after its `attempts`-th failure a mail is tried again; nothing when it is given up (after about two days).
std::optional<std::chrono::seconds> retry_delay(std::int64_t attempts);

// Puts a mail in the outbox, in the transaction of what it tells; its text, which may hold a link that opens an
// account, is sealed with the key of the installation.
void post_mail(store::Transaction& tx, const store::Database& base, const core::Mail& mail, core::Instant now);

// What became of the mails that were due.
struct MailRound {
    std::int64_t sent = 0;
    std::int64_t postponed = 0;
    std::int64_t given_up = 0;
    std::string fault;  // the last one told
};

// Sends those due, one by one: a refusal of one does not keep the next from leaving, a server that does not answer
// does. What is worth nothing more (Mail::until), or was sealed by another key, is given up. A mail may leave twice
// when the program dies while it leaves, never be lost.
MailRound send_due_mail(store::Database& base, const core::Clock& clock, const core::MailSender& send);

// How the outbox stands.
store::OutboxCounts outbox_counts(store::Database& base);

// The mails that wait, then the last that left or were given up, without their texts; for who manages accounts.
std::vector<store::ListedMail> outbox_mails(const Session& session, store::Database& base);
// Makes a mail that waits due at once, or gives it up; told in the journal. Error(not_found) when it waits no more.
void hasten_mail(const Session& session, store::Database& base, std::int64_t mail);
void discard_mail(const Session& session, store::Database& base, std::int64_t mail);

// The thread that sends. What it is given lives longer; it ends with the object, after the mail in hand.
class Postman {
public:
    // `log` is given one line when mail cannot leave, without any address.
    Postman(store::Database& base, const core::Clock& clock, core::MailSender send,
            std::function<void(std::string_view)> log, std::chrono::milliseconds between = std::chrono::seconds(2));

private:
    void look();

    store::Database& base_;
    const core::Clock& clock_;
    const core::MailSender send_;
    const std::function<void(std::string_view)> log_;
    Recurring thread_;
};

}  // namespace clausier::app
