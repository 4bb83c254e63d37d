// Queries on the outbox.
#include "clausier/store/outbox.hpp"

namespace clausier::store {

void Outbox::add(const core::Mail& mail, core::Instant now) {
    tx_.run("INSERT INTO outbox (recipient, subject, body, created_at, due_at) VALUES (?, ?, ?, ?, ?)", mail.to,
            mail.subject, mail.text, now, now);
}

std::optional<WaitingMail> Outbox::take(core::Instant now, core::Instant lease_end) {
    auto row = tx_.query(R"(
UPDATE outbox SET attempts = attempts + 1, due_at = ?
WHERE id = (SELECT id FROM outbox WHERE due_at <= ? ORDER BY due_at, id LIMIT 1)
RETURNING id, recipient, subject, body, attempts)",
                         lease_end, now);
    if (!row.step()) return std::nullopt;
    WaitingMail out{row.integer(0), {row.text(1), row.text(2), row.text(3)}, row.integer(4)};
    while (row.step()) {
    }
    return out;
}

bool Outbox::any_due(core::Instant now) {
    return tx_.maybe<std::int64_t>("SELECT id FROM outbox WHERE due_at <= ? LIMIT 1", now).has_value();
}

void Outbox::sent(std::int64_t id, core::Instant now) {
    // Somebody may have given it up while it left.
    tx_.run(
        "UPDATE outbox SET due_at = NULL, sent_at = ?, given_up_at = NULL, subject = '', body = '', fault = '' WHERE "
        "id = ?",
        now, id);
}

void Outbox::postpone(std::int64_t id, core::Instant due, std::string_view fault) {
    tx_.run("UPDATE outbox SET due_at = ?, fault = ? WHERE id = ? AND due_at IS NOT NULL", due, fault, id);
}

bool Outbox::give_up(std::int64_t id, core::Instant now, std::string_view fault) {
    return tx_.run(R"(
UPDATE outbox SET due_at = NULL, given_up_at = ?, subject = '', body = '', fault = ?
WHERE id = ? AND due_at IS NOT NULL)",
                   now, fault, id) > 0;
}

bool Outbox::hasten(std::int64_t id, core::Instant now) {
    return tx_.run("UPDATE outbox SET due_at = ? WHERE id = ? AND due_at IS NOT NULL", now, id) > 0;
}

OutboxCounts Outbox::counts() {
    OutboxCounts out;
    auto row = tx_.query("SELECT count(due_at), count(sent_at), count(given_up_at) FROM outbox");
    row.step();
    out.waiting = row.integer(0);
    out.sent = row.integer(1);
    out.given_up = row.integer(2);
    out.fault = tx_.maybe<std::string>(
                       "SELECT fault FROM outbox WHERE due_at IS NOT NULL AND fault <> '' ORDER BY id DESC LIMIT 1")
                    .value_or("");
    return out;
}

std::vector<ListedMail> Outbox::list() {
    auto row = tx_.query(R"(
SELECT id, recipient, sent_at IS NOT NULL, given_up_at IS NOT NULL, attempts, fault, created_at,
  coalesce(due_at, sent_at, given_up_at) AS at
FROM outbox
ORDER BY due_at IS NULL, CASE WHEN due_at IS NULL THEN '' ELSE due_at END, at DESC, id DESC
LIMIT 100)");
    std::vector<ListedMail> out;
    while (row.step()) {
        const MailState state = row.integer(2) != 0   ? MailState::sent
                                : row.integer(3) != 0 ? MailState::given_up
                                                      : MailState::waiting;
        out.push_back({row.integer(0), row.text(1), state, row.integer(4), row.text(5), row.get<core::Instant>(6),
                       row.get<core::Instant>(7)});
    }
    return out;
}

std::int64_t Outbox::forget(core::Instant before) {
    return tx_.run("DELETE FROM outbox WHERE due_at IS NULL AND coalesce(sent_at, given_up_at) < ?", before);
}

}  // namespace clausier::store
