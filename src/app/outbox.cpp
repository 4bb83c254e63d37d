// Sends what waits in the outbox.
#include "clausier/app/outbox.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "account_entry.hpp"
#include "clausier/app/installation_key.hpp"
#include "clausier/core/sealed.hpp"
#include "clausier/store/journal.hpp"

namespace clausier::app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// Each failure doubles the patience, more or less; the whole takes two days and a half.
constexpr std::array<minutes, 9> delays{minutes(1), minutes(5), minutes(15), hours(1), hours(3),
                                        hours(6),   hours(12),  hours(18),   hours(18)};
// Longer than a sending can last.
constexpr minutes lease{5};
constexpr hours kept{24 * 30};

// Told to the outbox in its own transaction, so that no lock is held while a server is spoken to.
template <class Told>
void tell(store::Database& base, Told told) {
    store::Transaction tx = base.write();
    store::Outbox outbox(tx);
    told(outbox);
    tx.commit();
}

std::optional<store::WaitingMail> next(store::Database& base, core::Instant now) {
    {
        store::Transaction tx = base.read();
        if (!store::Outbox(tx).any_due(now)) return std::nullopt;
    }
    store::Transaction tx = base.write();
    auto mail = store::Outbox(tx).take(now, now + lease);
    tx.commit();
    return mail;
}

// What stands in the outbox of a text: this word, then the sealed seconds of its end ("" without one), a line end and
// itself. A text without the word was written before there were seals.
constexpr std::string_view seal_word = "scelle:";

std::string mail_key(const store::Database& base) { return installation_key(base, "courriels"); }

std::string sealed(const store::Database& base, const core::Mail& mail) {
    const std::string until = mail.until ? std::to_string(mail.until->time_since_epoch().count()) : std::string();
    return std::string(seal_word) + core::seal(until + "\n" + mail.text, mail_key(base));
}

// The mail as it was posted; nothing when it was sealed by another key.
std::optional<core::Mail> opened(const store::Database& base, core::Mail mail) {
    if (!mail.text.starts_with(seal_word)) return mail;
    const auto text = core::unseal(std::string_view(mail.text).substr(seal_word.size()), mail_key(base));
    const std::size_t end = text ? text->find('\n') : std::string::npos;
    if (end == std::string::npos) return std::nullopt;
    std::int64_t until = 0;
    if (std::from_chars(text->data(), text->data() + end, until).ec == std::errc())
        mail.until = core::Instant(std::chrono::seconds(until));
    mail.text = text->substr(end + 1);
    return mail;
}

// Sends what the outbox gave. Throws what the sender throws, and Error(invalid) for what may not leave.
void send_opened(const store::Database& base, const core::Clock& clock, const core::MailSender& send,
                 const core::Mail& stored) {
    const auto mail = opened(base, stored);
    if (!mail)
        throw core::Error(core::ErrorKind::invalid, "boîte d’envoi",
                          "la clé de cette installation a changé, ce courriel ne s’ouvre plus ; refaites le lien");
    if (mail->until && *mail->until <= clock.now())
        throw core::Error(core::ErrorKind::invalid, "boîte d’envoi",
                          "le lien de ce courriel ne valait plus rien avant d’être parti ; refaites-le");
    send(*mail);
}

// One act of an administrator on a mail that waits.
template <class Act>
void act_on(const Session& session, store::Database& base, std::int64_t mail, std::string_view action, const Act& act) {
    require_manager(session);
    store::Transaction tx = base.write();
    store::Outbox outbox(tx);
    if (!act(outbox))
        throw core::Error(core::ErrorKind::not_found, fmt::format("courriel n° {}", mail),
                          "ce courriel n’attend plus : il est parti ou abandonné ; revenez à la boîte d’envoi");
    store::Journal(tx).append(
        {session.clock.now(), session.actor, std::string(action), fmt::format("courriel/{}", mail), {}});
    tx.commit();
}

}  // namespace

std::optional<std::chrono::seconds> retry_delay(std::int64_t attempts) {
    if (attempts < 1 || attempts > static_cast<std::int64_t>(delays.size())) return std::nullopt;
    return delays[static_cast<std::size_t>(attempts - 1)];
}

void post_mail(store::Transaction& tx, const store::Database& base, const core::Mail& mail, core::Instant now) {
    store::Outbox(tx).add({mail.to, mail.subject, sealed(base, mail)}, now);
}

MailRound send_due_mail(store::Database& base, const core::Clock& clock, const core::MailSender& send) {
    MailRound out;
    while (const auto waiting = next(base, clock.now())) {
        try {
            send_opened(base, clock, send, waiting->mail);
            tell(base, [&](store::Outbox& outbox) { outbox.sent(waiting->id, clock.now()); });
            ++out.sent;
        } catch (const core::Error& error) {
            out.fault = error.what();
            const auto delay = retry_delay(waiting->attempts);
            const bool later = error.kind() == core::ErrorKind::unavailable;
            if (!later || !delay) {
                tell(base, [&](store::Outbox& outbox) { outbox.give_up(waiting->id, clock.now(), out.fault); });
                ++out.given_up;
                continue;
            }
            tell(base, [&](store::Outbox& outbox) { outbox.postpone(waiting->id, clock.now() + *delay, out.fault); });
            ++out.postponed;
            return out;
        }
    }
    return out;
}

store::OutboxCounts outbox_counts(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Outbox(tx).counts();
}

std::vector<store::ListedMail> outbox_mails(const Session& session, store::Database& base) {
    require_manager(session);
    store::Transaction tx = base.read();
    return store::Outbox(tx).list();
}

void hasten_mail(const Session& session, store::Database& base, std::int64_t mail) {
    act_on(session, base, mail, "courriel.relancer",
           [&](store::Outbox& outbox) { return outbox.hasten(mail, session.clock.now()); });
}

void discard_mail(const Session& session, store::Database& base, std::int64_t mail) {
    act_on(session, base, mail, "courriel.ecarter", [&](store::Outbox& outbox) {
        return outbox.give_up(mail, session.clock.now(), "écarté par un administrateur");
    });
}

Postman::Postman(store::Database& base, const core::Clock& clock, core::MailSender send,
                 std::function<void(std::string_view)> log, std::chrono::milliseconds between)
    : base_(base), clock_(clock), send_(std::move(send)), log_(std::move(log)), thread_([this] { look(); }, between) {}

void Postman::look() {
    try {
        const MailRound round = send_due_mail(base_, clock_, send_);
        if (round.sent > 0) tell(base_, [&](store::Outbox& outbox) { outbox.forget(clock_.now() - kept); });
        if (!round.fault.empty() && log_)
            log_(fmt::format("courriel : {} parti(s), {} remis à plus tard, {} abandonné(s) ; {}", round.sent,
                             round.postponed, round.given_up, round.fault));
    } catch (const std::exception& error) {
        if (log_) log_("courriel : " + std::string(error.what()));
    }
}

}  // namespace clausier::app
