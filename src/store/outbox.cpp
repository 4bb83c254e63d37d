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
    tx_.run("UPDATE outbox SET due_at = NULL, sent_at = ?, subject = '', body = '', fault = '' WHERE id = ?", now, id);
}

void Outbox::postpone(std::int64_t id, core::Instant due, std::string_view fault) {
    tx_.run("UPDATE outbox SET due_at = ?, fault = ? WHERE id = ? AND due_at IS NOT NULL", due, fault, id);
}

void Outbox::give_up(std::int64_t id, core::Instant now, std::string_view fault) {
    tx_.run(
        "UPDATE outbox SET due_at = NULL, given_up_at = ?, subject = '', body = '', fault = ? WHERE id = ? AND due_at "
        "IS "
        "NOT NULL",
        now, fault, id);
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

std::int64_t Outbox::forget(core::Instant before) {
    return tx_.run("DELETE FROM outbox WHERE due_at IS NULL AND coalesce(sent_at, given_up_at) < ?", before);
}

}  // namespace clausier::store
