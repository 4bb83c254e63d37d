// Sends what waits in the outbox.
#include "clausier/app/outbox.hpp"

#include <fmt/format.h>

#include <array>

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

}  // namespace

std::optional<std::chrono::seconds> retry_delay(std::int64_t attempts) {
    if (attempts < 1 || attempts > static_cast<std::int64_t>(delays.size())) return std::nullopt;
    return delays[static_cast<std::size_t>(attempts - 1)];
}

void post_mail(store::Transaction& tx, const core::Mail& mail, core::Instant now) { store::Outbox(tx).add(mail, now); }

MailRound send_due_mail(store::Database& base, const core::Clock& clock, const core::MailSender& send) {
    MailRound out;
    while (const auto waiting = next(base, clock.now())) {
        try {
            send(waiting->mail);
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
