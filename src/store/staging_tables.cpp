// Records into the staging tables, and the rule for the same lot met twice.
#include "staging_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "clausier/domain/market.hpp"
#include "tender_columns.hpp"

namespace clausier::store {
namespace {

// The file is thrown away at the first fault, so it needs no journal.
constexpr std::string_view settings =
    "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
    "PRAGMA cache_size = -8192";

std::string tables() {
    return fmt::format(
        R"(
CREATE TABLE parties (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, scheme TEXT NOT NULL,
  identifier TEXT, mark INTEGER NOT NULL, CHECK (name <> '' OR identifier IS NOT NULL)) STRICT;
CREATE TABLE markets (
  id INTEGER PRIMARY KEY, buyer INTEGER NOT NULL, reference TEXT NOT NULL CHECK (reference <> ''),
  reference_derived INTEGER NOT NULL, digest TEXT NOT NULL, {},
  CHECK (length(cpv) IN (0, 8)), CHECK (duration_months >= 0)) STRICT;
CREATE TABLE lots (
  id INTEGER PRIMARY KEY, market INTEGER NOT NULL, number TEXT NOT NULL, line INTEGER NOT NULL, digest TEXT NOT NULL,
  content INTEGER NOT NULL, holders_digest INTEGER NOT NULL, {},
  CHECK (labour_share_bp BETWEEN 0 AND 10000), CHECK (effort_bp BETWEEN 0 AND 10000),
  CHECK (hourly_cost_cents > 0), CHECK (hours_centi >= 0)) STRICT;
CREATE TABLE holders (
  lot INTEGER NOT NULL, rank INTEGER NOT NULL, line INTEGER NOT NULL, party INTEGER, content INTEGER NOT NULL,
  PRIMARY KEY (lot, rank)) STRICT, WITHOUT ROWID;
CREATE TABLE skips (
  line INTEGER PRIMARY KEY, status TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL) STRICT;
CREATE TABLE issues (
  id INTEGER PRIMARY KEY, line INTEGER NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL, place TEXT NOT NULL,
  message TEXT NOT NULL, occurrence INTEGER NOT NULL) STRICT;
CREATE TABLE issue_kinds (code TEXT NOT NULL, severity TEXT NOT NULL, occurrences INTEGER NOT NULL) STRICT;
CREATE TABLE met_again (lot INTEGER PRIMARY KEY) STRICT;
CREATE TABLE losers (lot INTEGER NOT NULL, rank INTEGER NOT NULL, line INTEGER NOT NULL) STRICT;
)",
        column_definitions(market_columns()), column_definitions(lot_columns()));
}

Connection& prepared(Connection& connection) {
    connection.script(std::string(settings));
    connection.script(tables());
    connection.script("BEGIN");
    return connection;
}

std::string insert_sql(std::string_view table, std::string_view own_columns, std::span<const TenderColumn> columns,
                       int parameters, std::string_view own_replacements) {
    std::string marks = "?";
    for (int i = 1; i < parameters; ++i) marks += ", ?";
    return fmt::format("INSERT INTO {} ({}, {}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}, {}", table, own_columns,
                       staged_list(columns), marks, own_replacements, column_replacements(columns));
}

constexpr int market_own_columns = 5;
constexpr int lot_own_columns = 7;

// Binds one value after the other; texts are borrowed until the statement has run.
class Binder {
public:
    explicit Binder(Statement& statement) : statement_(statement) {}
    Binder& operator<<(const std::string& text) {
        statement_.bind_borrowed(++index_, text);
        return *this;
    }
    template <class T>
    Binder& operator<<(const T& value) {
        Sql<T>::bind(statement_, ++index_, value);
        return *this;
    }
    template <class T>
    Binder& operator<<(const std::optional<T>& value) {
        if (value) return *this << *value;
        ++index_;
        return *this;
    }

private:
    Statement& statement_;
    int index_ = 0;
};

}  // namespace

StagingTables::StagingTables(Connection& connection, Aliases aliases)
    : connection_(prepared(connection)),
      parties_(
          std::move(aliases),
          prepare(
              "INSERT INTO parties (id, kind, name, folded, scheme, identifier, mark) VALUES (?, ?, ?, ?, ?, ?, ?)"),
          prepare("UPDATE parties SET name = ?, folded = ? WHERE id = ?")),
      insert_market_(prepare(insert_sql("markets", "id, buyer, reference, reference_derived, digest", market_columns(),
                                        market_own_columns + static_cast<int>(market_columns().size()),
                                        "digest = excluded.digest"))),
      insert_lot_(prepare(insert_sql("lots", "id, market, number, line, digest, content, holders_digest", lot_columns(),
                                     lot_own_columns + static_cast<int>(lot_columns().size()),
                                     "line = excluded.line, digest = excluded.digest, content = excluded.content"))),
      insert_holder_(prepare("INSERT INTO holders (lot, rank, line, party, content) VALUES (?, ?, ?, ?, ?)")),
      insert_skip_(prepare("INSERT INTO skips (line, status, reason, message) VALUES (?, ?, ?, ?)")),
      insert_issue_(
          prepare("INSERT INTO issues (line, severity, code, place, message, occurrence) VALUES (?, ?, ?, ?, ?, ?)")) {}

bool StagingTables::takes_over(Slot& slot, const Standing& standing, std::uint64_t content) {
    const bool first = slot.rows == 0;
    if (!first && standing < slot.standing) return false;
    slot.standing = standing;
    return std::exchange(slot.content, content) != content || first;
}

StagingTables::Slot& StagingTables::slot_of(Slots& slots, std::int64_t owner, const std::string& name) {
    key_ = std::to_string(owner);
    key_ += '\x1f';
    key_ += name;
    const std::uint32_t number = slots.numbers.number(key_);
    if (number > slots.slots.size()) slots.slots.push_back({number, {}, 0, 0, 0});
    return slots.slots[number - 1];
}

std::int64_t StagingTables::buyer_number(const domain::TenderRecord& record) {
    if (last_buyer_number_ == 0 || record.buyer.identifier != last_buyer_.identifier ||
        record.buyer.name != last_buyer_.name) {
        last_buyer_number_ = parties_.number(record.buyer, record.buyer_kind);
        last_buyer_ = record.buyer;
    }
    return last_buyer_number_;
}

void StagingTables::find_holders(const domain::TenderRecord& record) {
    holders_.clear();
    holders_digest_ = 0;
    for (const domain::TenderParty& holder : record.holders) {
        const std::int64_t number = parties_.number(holder, domain::OrganisationKind::company);
        if (std::find(holders_.begin(), holders_.end(), number) != holders_.end()) continue;
        holders_.push_back(number);
        holders_digest_ += parties_.mark(number);
    }
}

void StagingTables::find_department(const domain::TenderRecord& record) {
    if (record.place_code == place_code_ && record.place_type == place_type_) return;
    place_code_ = record.place_code;
    place_type_ = record.place_type;
    department_ = domain::department_of(place_code_, place_type_);
}

void StagingTables::add(const domain::TenderRecord& record) {
    const std::int64_t buyer = buyer_number(record);
    find_holders(record);
    find_department(record);
    write_dates(record);
    const Standing standing{record.published_on
                                ? std::int64_t{std::chrono::sys_days(*record.published_on).time_since_epoch().count()}
                                : std::numeric_limits<std::int64_t>::min(),
                            domain::completeness(record)};
    write_market_content(record, text_);
    const Fingerprint of_market = fingerprint(text_);
    write_lot_content(record, text_);
    const Fingerprint of_lot = fingerprint(text_);
    // The two contents together, in an order that counts.
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    const std::uint64_t whole = of_market.number * odd + of_lot.number;

    Slot& market = slot_of(markets_, buyer, record.reference);
    if (takes_over(market, standing, of_market.number)) write_market(record, market.id, buyer, of_market.text);
    ++market.rows;
    Slot& lot = slot_of(lots_, market.id, record.lot_number);
    if (takes_over(lot, standing, whole)) write_lot(record, lot, market.id, of_lot.text);
    write_holders(record.line, lot, whole);
}

void StagingTables::write_dates(const domain::TenderRecord& record) {
    const auto write = [](const std::optional<core::Date>& date, std::optional<std::string>& text) {
        text.reset();
        if (date) text = core::iso(*date);
    };
    write(record.notified_on, notified_on_);
    write(record.published_on, published_on_);
    write(record.consultation_on, consultation_on_);
}

void StagingTables::write_market(const domain::TenderRecord& r, std::int64_t id, std::int64_t buyer,
                                 const std::string& digest) {
    Binder(insert_market_) << id << buyer << r.reference << r.reference_derived << digest << r.object << r.nature
                           << r.procedure << r.cpv << r.place_code << r.place_type << department_ << notified_on_
                           << published_on_ << consultation_on_ << r.estimated_need << r.duration_months
                           << r.considerations << r.environmental << r.operation;
    insert_market_.run();
}

void StagingTables::write_lot(const domain::TenderRecord& r, const Slot& lot, std::int64_t market,
                              const std::string& digest) {
    Binder(insert_lot_) << lot.id << market << r.lot_number << r.line << digest
                        << static_cast<std::int64_t>(lot.content) << holders_digest_ << r.lot_title << r.section
                        << r.bracket << r.cpv << r.trade << r.place_code << r.place_type << department_ << notified_on_
                        << r.duration_months << r.considerations << r.environmental << r.amount << r.amount_min
                        << r.amount_estimated << r.amount_max << r.labour_share << r.effort << r.hourly_cost << r.hours;
    insert_lot_.run();
}

void StagingTables::write_holders(std::uint64_t line, Slot& lot, std::uint64_t content) {
    if (lot.rows == 1) met_again_.push_back(lot.id);
    ++lot.rows;
    const auto write = [&](std::optional<std::int64_t> party) {
        Binder(insert_holder_) << lot.id << ++lot.rank << line << party << static_cast<std::int64_t>(content);
        insert_holder_.run();
    };
    if (holders_.empty()) write({});
    for (const std::int64_t holder : holders_) write(holder);
}

void StagingTables::skip(const SkippedRow& row) {
    insert_skip_.bind_all(row.line, row.status, row.reason, row.text);
    insert_skip_.run();
}

void StagingTables::issue(std::uint64_t line, const core::Issue& issue) {
    std::int64_t& occurrences = occurrences_[static_cast<std::size_t>(issue.severity)][issue.code];
    Binder(insert_issue_) << line << severity_code(issue.severity) << issue.code << issue.where << issue.text
                          << ++occurrences;
    insert_issue_.run();
}

std::int64_t StagingTables::settle() {
    markets_ = {};
    lots_ = {};
    std::int64_t ignored = 0;
    if (!met_again_.empty()) {
        Statement insert = prepare("INSERT INTO met_again (lot) VALUES (?)");
        for (const std::int64_t lot : met_again_) {
            insert.bind_integer(1, lot);
            insert.run();
        }
        ignored = drop_losers();
    }
    write_issue_kinds();
    connection_.script("COMMIT");
    return ignored;
}

void StagingTables::write_issue_kinds() {
    Statement insert = prepare("INSERT INTO issue_kinds (code, severity, occurrences) VALUES (?, ?, ?)");
    for (std::size_t severity = 0; severity < occurrences_.size(); ++severity)
        for (const auto& [code, count] : occurrences_[severity]) {
            insert.bind_all(code, severity_code(static_cast<core::Severity>(severity)), count);
            insert.run();
        }
}

std::int64_t StagingTables::drop_losers() {
    prepare(R"(
INSERT INTO losers (lot, rank, line)
SELECT lot, rank, line
FROM (SELECT h.lot, h.rank, h.line, h.content AS content, l.content AS standing,
             row_number() OVER (PARTITION BY h.lot, coalesce(h.party, 0), h.content
                                ORDER BY CASE WHEN h.line = l.line THEN 0 ELSE 1 END, h.rank) AS place
      FROM met_again a JOIN holders h ON h.lot = a.lot JOIN lots l ON l.id = a.lot) AS candidates
WHERE content <> standing OR place > 1)")
        .run();
    prepare("DELETE FROM holders WHERE (lot, rank) IN (SELECT lot, rank FROM losers)").run();
    prepare(R"(
UPDATE lots SET holders_digest = (SELECT coalesce(sum(p.mark), 0) FROM holders h JOIN parties p ON p.id = h.party
                                  WHERE h.lot = lots.id)
WHERE id IN (SELECT lot FROM met_again))")
        .run();
    prepare(R"(
DELETE FROM parties WHERE id NOT IN (SELECT buyer FROM markets)
                      AND id NOT IN (SELECT party FROM holders WHERE party IS NOT NULL))")
        .run();
    return prepare(R"(
INSERT INTO skips (line, status, reason, message)
SELECT x.line, 'ignored', 'doublon',
       'ligne ' || x.line || ' : même lot que la ligne ' || min(l.line)
         || ', qui est retenue ; supprimez celle des deux qui est fausse'
FROM losers x JOIN lots l ON l.id = x.lot
WHERE x.line NOT IN (SELECT line FROM holders)
GROUP BY x.line)")
        .run();
}

}  // namespace clausier::store
