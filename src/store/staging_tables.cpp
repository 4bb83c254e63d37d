// Records into the staging tables, and the rule for the same lot met twice.
#include "staging_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

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
  record INTEGER, PRIMARY KEY (lot, rank)) STRICT, WITHOUT ROWID;
CREATE TABLE additions (
  lot INTEGER NOT NULL, line INTEGER NOT NULL, content INTEGER NOT NULL, sure INTEGER NOT NULL,
  modifications TEXT NOT NULL, subcontracts TEXT NOT NULL, subcontract_changes TEXT NOT NULL,
  UNIQUE (lot, content, modifications, subcontracts, subcontract_changes)) STRICT;
CREATE TABLE skips (line INTEGER PRIMARY KEY, status TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL) STRICT;
CREATE TABLE issues (
  id INTEGER PRIMARY KEY, line INTEGER NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL, place TEXT NOT NULL,
  message TEXT NOT NULL, occurrence INTEGER NOT NULL) STRICT;
CREATE TABLE issue_kinds (code TEXT NOT NULL, severity TEXT NOT NULL, occurrences INTEGER NOT NULL) STRICT;
CREATE TABLE met_again (lot INTEGER PRIMARY KEY) STRICT;
CREATE TABLE losers (lot INTEGER NOT NULL, rank INTEGER NOT NULL, line INTEGER NOT NULL, record INTEGER) STRICT;
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

constexpr int market_own_columns = 5, lot_own_columns = 7;

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
      insert_holder_(
          prepare("INSERT INTO holders (lot, rank, line, party, content, record) VALUES (?, ?, ?, ?, ?, ?)")),
      insert_addition_(
          prepare("INSERT OR IGNORE INTO additions (lot, line, content, sure, modifications, subcontracts, "
                  "subcontract_changes) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      set_sme_(prepare("UPDATE lots SET holder_sme = 1, digest = ? WHERE id = ?")),
      insert_skip_(prepare("INSERT INTO skips (line, status, reason, message) VALUES (?, ?, ?, ?)")),
      insert_issue_(
          prepare("INSERT INTO issues (line, severity, code, place, message, occurrence) VALUES (?, ?, ?, ?, ?, ?)")) {}

StagingTables::Standing StagingTables::standing_of(const domain::TenderRecord& record) {
    constexpr std::int32_t beyond_every_day = 1 << 26;
    std::int32_t day = -beyond_every_day / 4;
    if (record.published_on)
        day = static_cast<std::int32_t>(std::chrono::sys_days(*record.published_on).time_since_epoch().count());
    return {record.amended == domain::AmendedRow::no ? beyond_every_day + day : day,
            static_cast<std::uint8_t>(domain::completeness(record))};
}

template <class Slot>
bool StagingTables::stands(Slot& slot, bool first, const Standing& standing) {
    if (!first && standing < Standing{slot.published, slot.completeness}) return false;
    slot.published = standing.published;
    slot.completeness = standing.completeness;
    return true;
}

std::uint32_t StagingTables::market_number(std::int64_t buyer, const std::string& reference) {
    key_ = std::to_string(buyer);
    key_ += '\x1f';
    key_ += reference;
    const std::uint32_t number = market_keys_.number(key_);
    if (number > markets_.size()) markets_.emplace_back();
    return number;
}

std::uint32_t StagingTables::lot_number(std::uint32_t market, const std::string& name) {
    const auto add = [&] {
        lots_.emplace_back();
        return static_cast<std::uint32_t>(lots_.size());
    };
    if (name.empty()) {
        std::uint32_t& only = markets_[market - 1].only_lot;
        if (only == 0) only = add();
        return only;
    }
    key_ = std::to_string(market);
    key_ += '\x1f';
    key_ += name;
    const std::uint32_t key = lot_keys_.number(key_);
    if (key > named_lots_.size()) named_lots_.push_back(add());
    return named_lots_[key - 1];
}

void StagingTables::place_market(const domain::TenderRecord& record, std::uint32_t number, std::int64_t buyer,
                                 const Standing& standing, const Fingerprint& content) {
    MarketSlot& slot = markets_[number - 1];
    const bool first = !std::exchange(slot.known, true);
    if (!stands(slot, first, standing)) return;
    if (std::exchange(slot.content, content.number) != content.number || first)
        write_market(record, number, buyer, content.text);
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
    const Standing standing = standing_of(record);
    write_market_content(record, text_);
    const Fingerprint of_market = fingerprint(text_);
    const std::size_t before_essential = write_lot_content(record, text_);
    const Fingerprint of_lot = fingerprint(text_);
    const std::uint64_t plain = fingerprint(std::string_view(text_).substr(0, before_essential)).number;
    const std::uint64_t said = write_shared_essential(record, text_) ? fingerprint(text_).number : of_lot.number;
    const auto essential = static_cast<std::uint32_t>(said);
    // The two contents together, in an order that counts.
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    const std::uint64_t whole = of_market.number * odd + plain;

    const std::uint32_t market = market_number(buyer, record.reference);
    place_market(record, market, buyer, standing, of_market);
    const std::uint32_t lot = lot_number(market, record.lot_number);
    LotSlot& slot = lots_[lot - 1];
    const bool first = slot.rows == 0;
    if (stands(slot, first, standing) && (first || slot.content != whole || slot.essential != essential)) {
        slot.content = whole;
        slot.essential = essential;
        slot.sme = record.essential.holder_sme == true;
        write_lot(record, lot, market, of_lot.text);
    } else if (record.essential.holder_sme == true) {
        note_sme(lot, whole, of_lot.text);
    }
    write_additions(record, lot, whole);
    write_holders(record, lot, static_cast<std::int64_t>(whole));
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

void StagingTables::write_lot(const domain::TenderRecord& r, std::uint32_t lot, std::uint32_t market,
                              const std::string& digest) {
    Binder binder(insert_lot_);
    binder << lot << market << r.lot_number << r.line << digest << static_cast<std::int64_t>(lots_[lot - 1].content)
           << holders_digest_ << r.lot_title << r.section << r.bracket << r.cpv << r.trade << r.place_code
           << r.place_type << department_ << notified_on_ << r.duration_months << r.considerations << r.environmental
           << r.amount << r.amount_min << r.amount_estimated << r.amount_max << r.labour_share << r.effort
           << r.hourly_cost << r.hours;
    domain::each_value(r.essential, [&](const auto& value) { binder << value; });
    insert_lot_.run();
}

void StagingTables::note_sme(std::uint32_t lot, std::uint64_t content, const std::string& digest) {
    LotSlot& slot = lots_[lot - 1];
    if (slot.sme || slot.content != content) return;
    slot.sme = true;
    set_sme_.bind_all(digest, lot);
    set_sme_.run();
}

void StagingTables::write_additions(const domain::TenderRecord& record, std::int64_t lot, std::uint64_t content) {
    const domain::LotAdditions& added = record.added;
    if (added.empty()) return;
    Binder(insert_addition_) << lot << record.line << static_cast<std::int64_t>(content)
                             << (record.amended != domain::AmendedRow::beside_another) << added.modifications
                             << added.subcontracts << added.subcontract_changes;
    insert_addition_.run();
}

void StagingTables::write_holders(const domain::TenderRecord& record, std::uint32_t lot, std::int64_t content) {
    LotSlot& slot = lots_[lot - 1];
    if (slot.rows == 1) met_again_.push_back(lot);
    slot.rows = slot.rows == 0 ? 1 : 2;
    const auto write = [&](std::optional<std::int64_t> party) {
        Binder(insert_holder_) << lot << ++slot.rank << record.line << party << content << record.record;
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
    market_keys_ = {};
    lot_keys_ = {};
    markets_ = {};
    lots_ = {};
    std::int64_t ignored = 0;
    merge_additions();
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

// The lists that several rows fill in together become one of the lot's, which its digest then tells too.
void StagingTables::merge_additions() {
    prepare("DELETE FROM additions WHERE sure = 0 AND content = (SELECT l.content FROM lots l WHERE l.id = lot)").run();
    Statement update = prepare(
        "UPDATE lots SET modifications = ?, subcontracts = ?, subcontract_changes = ?, digest = ? WHERE id = ?");
    std::int64_t lot = 0;
    std::string digest;
    std::array<std::vector<std::string>, 3> lists;
    const auto write = [&] {
        if (lot == 0) return;
        const std::string modifications = domain::merged_modifications(lists[0]);
        const std::string acts = domain::merged_subcontracts(lists[1]);
        const std::string changes = domain::merged_subcontracts(lists[2]);
        const Fingerprint whole = fingerprint(digest + modifications + acts + changes);
        update.bind_all(modifications, acts, changes, whole.text, lot);
        update.run();
    };
    Statement rows = prepare(R"(
SELECT a.lot, l.digest, l.modifications, l.subcontracts, l.subcontract_changes,
       a.modifications, a.subcontracts, a.subcontract_changes
FROM additions a JOIN lots l ON l.id = a.lot ORDER BY a.lot, a.line)");
    while (rows.step()) {
        if (rows.integer(0) != lot) {
            write();
            lot = rows.integer(0);
            digest = rows.text(1);
            for (int i = 0; i < 3; ++i) lists[static_cast<std::size_t>(i)] = {rows.text(2 + i)};
        }
        for (int i = 0; i < 3; ++i) lists[static_cast<std::size_t>(i)].push_back(rows.text(5 + i));
    }
    write();
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
    const std::int64_t lost = prepare(R"(
INSERT INTO losers (lot, rank, line, record) SELECT lot, rank, line, record
FROM (SELECT h.lot, h.rank, h.line, h.record, h.content AS content, l.content AS standing,
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
    if (lost == 0) return 0;  // every organisation is still somebody's
    prepare(R"(
DELETE FROM parties WHERE id NOT IN (SELECT buyer FROM markets)
                      AND id NOT IN (SELECT party FROM holders WHERE party IS NOT NULL))")
        .run();
    return prepare(R"(
INSERT INTO skips (line, status, reason, message) SELECT x.line, 'ignored', 'doublon',
       CASE WHEN x.record IS NULL THEN 'ligne ' || x.line || ' : même lot que la ligne ' || min(l.line)
              || ', qui est retenue ; supprimez celle des deux qui est fausse'
            WHEN x.record = min(k.record) THEN 'enregistrement ' || x.record || ' : un titulaire y est répété ; retirez-le'
            ELSE 'enregistrement ' || x.record || ' : même lot que l’enregistrement ' || min(k.record)
              || ', qui est retenu ; supprimez celui des deux qui est faux' END
FROM losers x JOIN lots l ON l.id = x.lot LEFT JOIN holders k ON k.lot = l.id AND k.line = l.line
WHERE x.line NOT IN (SELECT line FROM holders) AND x.line NOT IN (SELECT line FROM additions) GROUP BY x.line)")
        .run();
}

}  // namespace clausier::store
