// The chain of hashes.
#include "clausier/store/journal.hpp"

#include <fmt/format.h>

#include "clausier/core/digest.hpp"

namespace clausier::store {
namespace {

struct Link {
    std::int64_t id = 0;
    std::string hash;
};

// Each field goes with its length, so that no two rows can have one text.
std::string chained(const std::string& previous_hash, std::int64_t id, const JournalEntry& entry) {
    std::string text = fmt::format("{}\n{}\n", previous_hash, id);
    for (const std::string& field : {instant_text(entry.at), entry.actor, entry.action, entry.subject, entry.detail})
        text += fmt::format("{}:{}\n", field.size(), field);
    return core::sha256(text);
}

JournalRow read_row(const Statement& row) {
    return {
        row.integer(0), {row.get<core::Instant>(1), row.text(2), row.text(3), row.text(4), row.text(5)}, row.text(6)};
}

// The same of a row that may have been altered: an instant that can no longer be read is that of 1970. verify() names
// such a row; lists still show it.
JournalRow shown_row(const Statement& row) {
    try {
        return read_row(row);
    } catch (const core::Error&) {
        return {row.integer(0), {{}, row.text(2), row.text(3), row.text(4), row.text(5)}, row.text(6)};
    }
}

std::optional<Link> last_link(Transaction& tx) {
    auto rows = tx.query("SELECT last_id, last_hash FROM journal_head");
    if (!rows.step()) return std::nullopt;
    return Link{rows.integer(0), rows.text(1)};
}

}  // namespace

JournalRow Journal::append(const JournalEntry& entry) {
    const Link previous = last_link(tx_).value_or(Link{});
    JournalRow row{previous.id + 1, entry, {}};
    row.hash = chained(previous.hash, row.id, entry);
    tx_.run(R"(
INSERT INTO journal (id, at, actor, action, subject, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?))",
            row.id, entry.at, entry.actor, entry.action, entry.subject, entry.detail, previous.hash, row.hash);
    tx_.run(R"(
INSERT INTO journal_head (id, last_id, last_hash) VALUES (1, ?, ?)
ON CONFLICT (id) DO UPDATE SET last_id = excluded.last_id, last_hash = excluded.last_hash)",
            row.id, row.hash);
    return row;
}

std::optional<JournalBreak> Journal::verify() {
    Link previous;
    {
        auto anchors = tx_.query("SELECT last_id, last_hash FROM journal_anchors ORDER BY last_id DESC LIMIT 1");
        if (anchors.step()) previous = {anchors.integer(0), anchors.text(1)};
    }
    auto rows =
        tx_.query("SELECT id, at, actor, action, subject, detail, hash, previous_hash FROM journal ORDER BY id");
    while (rows.step()) {
        const std::int64_t id = rows.integer(0);
        if (id != previous.id + 1) return JournalBreak{JournalBreak::Kind::missing, previous.id + 1};
        JournalRow row;
        try {
            row = read_row(rows);
        } catch (const core::Error&) {
            return JournalBreak{JournalBreak::Kind::altered, id};
        }
        if (rows.text(7) != previous.hash || row.hash != chained(previous.hash, id, row.entry))
            return JournalBreak{JournalBreak::Kind::altered, id};
        previous = {id, row.hash};
    }
    const Link head = last_link(tx_).value_or(Link{});
    if (head.id > previous.id) return JournalBreak{JournalBreak::Kind::missing, previous.id + 1};
    if (head.id != previous.id || head.hash != previous.hash)
        return JournalBreak{JournalBreak::Kind::altered, previous.id};
    return std::nullopt;
}

std::vector<JournalRow> Journal::list(std::int64_t limit, std::int64_t offset) {
    auto rows = tx_.query(R"(
SELECT id, at, actor, action, subject, detail, hash FROM journal ORDER BY id DESC LIMIT ? OFFSET ?)",
                          limit, offset);
    std::vector<JournalRow> found;
    while (rows.step()) found.push_back(shown_row(rows));
    return found;
}

domain::JournalCheck Journal::check() {
    domain::JournalCheck out;
    out.fault = verify();
    out.rows = tx_.value<std::int64_t>("SELECT count(*) FROM journal");
    out.purged = tx_.value<std::int64_t>("SELECT coalesce(sum(purged), 0) FROM journal_anchors");
    if (out.rows == 0) return out;
    const auto end = [&](std::string_view order) -> std::optional<JournalRow> {
        auto rows = tx_.query(fmt::format(
            "SELECT id, at, actor, action, subject, detail, hash FROM journal ORDER BY id {} LIMIT 1", order));
        if (!rows.step()) return std::nullopt;
        return shown_row(rows);
    };
    out.first = end("ASC");
    out.last = end("DESC");
    return out;
}

domain::JournalPage Journal::find(const domain::JournalFilter& filter) {
    // Instants are ISO texts of one length, so that their order is that of their bytes; "" and "~" are beyond all.
    const std::string from = filter.from ? instant_text(*filter.from) : "";
    const std::string until = filter.until ? instant_text(*filter.until) : "~";
    static constexpr std::string_view chosen = R"(
FROM journal
WHERE at >= ?1 AND at < ?2
  AND (?3 = '' OR action = ?3 OR substr(action, 1, length(?3) + 1) = ?3 || '.')
  AND (?4 = '' OR actor = ?4 OR substr(actor, 1, length(?4) + 1) = ?4 || '/')
  AND (?5 = '' OR subject = ?5 OR substr(subject, 1, length(?5) + 1) = ?5 || '/'))";
    domain::JournalPage out;
    out.total = tx_.value<std::int64_t>(fmt::format("SELECT count(*) {}", chosen), from, until, filter.action,
                                        filter.actor, filter.subject);
    auto rows = tx_.query(fmt::format("SELECT id, at, actor, action, subject, detail, hash {} "
                                      "ORDER BY id DESC LIMIT ?6 OFFSET ?7",
                                      chosen),
                          from, until, filter.action, filter.actor, filter.subject, filter.limit, filter.offset);
    while (rows.step()) out.rows.push_back(shown_row(rows));
    return out;
}

std::vector<std::string> Journal::actions() {
    auto rows = tx_.query("SELECT DISTINCT action FROM journal ORDER BY action");
    std::vector<std::string> out;
    while (rows.step()) out.push_back(rows.text(0));
    return out;
}

std::int64_t Journal::purge(core::Instant before) {
    const auto last = tx_.maybe<std::int64_t>(R"(
SELECT id FROM journal WHERE at < ? AND id < (SELECT max(id) FROM journal) ORDER BY id DESC LIMIT 1)",
                                              before);
    if (!last) return 0;
    tx_.run(R"(
INSERT INTO journal_anchors (last_id, last_hash, purged, first_at, last_at)
SELECT ?, (SELECT hash FROM journal WHERE id = ?), count(*), min(at), max(at) FROM journal WHERE id <= ?)",
            *last, *last, *last);
    return tx_.run("DELETE FROM journal WHERE id <= ?", *last);
}

}  // namespace clausier::store
