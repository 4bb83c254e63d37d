// Rows of the index, computed from markets and lots for a set of markets at a time.
#include "market_index.hpp"

#include <fmt/format.h>

#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/sector.hpp"
#include "clausier/domain/social_state.hpp"

namespace clausier::store {
namespace {

using domain::SocialState;

// "'45', '71'": the CPV divisions of a sector.
std::string divisions(domain::Sector sector) {
    std::string out;
    for (const domain::CpvDivision& division : domain::CodeLists::embedded().cpv_divisions)
        if (domain::sector_of("", division.code) == sector)
            out += fmt::format("{}'{}'", out.empty() ? "" : ", ", division.code);
    return out;
}

// 1 when a lot of the market is of the sector, as domain::sector_of() tells it.
std::string has_sector(domain::Sector sector) {
    return fmt::format(
        "max(CASE WHEN l.section IN ('{}', '{}', '{}') THEN l.section = '{}' "
        "ELSE substr(CASE WHEN l.cpv <> '' THEN l.cpv ELSE m.cpv END, 1, 2) IN ({}) END)",
        label(domain::Sector::works), label(domain::Sector::supplies), label(domain::Sector::services), label(sector),
        divisions(sector));
}

// A lot that says nothing stands as its market says. "" is nothing said.
std::string social() {
    const std::string said = "coalesce(nullif(l.considerations, ''), nullif(m.considerations, ''))";
    return fmt::format(
        "CASE WHEN max({0} <> '{1}') = 1 THEN '{2}' WHEN count(*) = count({0}) THEN '{3}' ELSE '{4}' END", said,
        domain::no_social_consideration(), code(SocialState::some), code(SocialState::none),
        code(SocialState::not_filled));
}

const std::string& rows_sql() {
    static const std::string sql = fmt::format(
        R"(
INSERT INTO market_index (market_id, buyer_id, reference, notified_on, department, cpvs, works, supplies, services, social, lots,
                          amount_cents, lots_with_amount, hours_centi, lots_with_hours, estimated_cents, lots_estimated)
SELECT m.id, m.buyer_id, m.reference, m.notified_on, m.department,
       CASE WHEN m.cpv <> '' THEN ' ' || m.cpv ELSE '' END
         || coalesce(group_concat(CASE WHEN l.cpv NOT IN ('', m.cpv) THEN ' ' || l.cpv END, ''), ''),
       {}, {}, {}, {}, count(l.id), {}, count(l.amount_cents), {}, count(l.hours_centi), {},
       count(CASE WHEN l.amount_cents IS NULL THEN l.amount_estimated_cents END)
FROM markets m LEFT JOIN lots l ON l.market_id = m.id)",
        has_sector(domain::Sector::works), has_sector(domain::Sector::supplies), has_sector(domain::Sector::services),
        social(), capped_sum("l.amount_cents"), capped_sum("l.hours_centi"),
        capped_sum("CASE WHEN l.amount_cents IS NULL THEN l.amount_estimated_cents END"));
    return sql;
}

// The object first: the text is also what objects are sorted by.
constexpr std::string_view texts_sql = R"(
INSERT INTO market_texts (market_id, text)
SELECT m.id, fold(m.object || ' ' || m.reference || ' ' || b.name || ' ' || coalesce(b.identifier, '') || ' '
         || coalesce(group_concat(DISTINCT CASE WHEN l.title <> m.object THEN l.title END), '') || ' '
         || coalesce(group_concat(DISTINCT o.name || ' ' || coalesce(o.identifier, '')), ''))
FROM markets m JOIN organisations b ON b.id = m.buyer_id LEFT JOIN lots l ON l.market_id = m.id
     LEFT JOIN lot_holders h ON h.lot_id = l.id LEFT JOIN organisations o ON o.id = h.organisation_id)";

}  // namespace

std::string capped_sum(std::string_view column) {
    // Whole billions and what is left of them, each summed without danger.
    return fmt::format(
        "CASE WHEN sum({0} / 1000000000) + sum({0} % 1000000000) / 1000000000 >= 9223372036 THEN 9223372036854775807 "
        "ELSE coalesce(sum({0} / 1000000000), 0) * 1000000000 + coalesce(sum({0} % 1000000000), 0) END",
        column);
}

template <class... Args>
void MarketIndex::refresh_among(std::string_view ids, const Args&... args) {
    for (const char* table : {"market_index", "market_texts"})
        tx_.run(fmt::format("DELETE FROM {} WHERE market_id IN ({})", table, ids), args...);
    tx_.run(fmt::format("{} WHERE m.id IN ({}) GROUP BY m.id", rows_sql(), ids), args...);
    tx_.run(fmt::format("{} WHERE m.id IN ({}) GROUP BY m.id", texts_sql, ids), args...);
}

void MarketIndex::refresh(domain::Id<domain::Market> market) { refresh_among("?1", market); }

void MarketIndex::refresh_of(domain::Id<domain::Organisation> organisation) {
    refresh_among(R"(
SELECT id FROM markets WHERE buyer_id = ?1 UNION
SELECT l.market_id FROM lot_holders h JOIN lots l ON l.id = h.lot_id WHERE h.organisation_id = ?1)",
                  organisation);
}

void MarketIndex::refresh_imported(std::int64_t import_id, std::int64_t last_lot) {
    refresh_among(R"(
SELECT market_id FROM lots WHERE id > ?2 UNION
SELECT market_id FROM known_markets WHERE changed = 1 UNION
SELECT l.market_id FROM known_lots k JOIN lots l ON l.id = k.lot_id WHERE k.changed = 1 OR k.holders_changed = 1 UNION
SELECT m.id FROM organisations_before b JOIN markets m ON m.buyer_id = b.organisation_id WHERE b.import_id = ?1 UNION
SELECT l.market_id FROM organisations_before b JOIN lot_holders h ON h.organisation_id = b.organisation_id
       JOIN lots l ON l.id = h.lot_id WHERE b.import_id = ?1)",
                  import_id, last_lot);
}

void MarketIndex::rebuild() {
    tx_.run("DELETE FROM market_index");
    tx_.run("DELETE FROM market_texts");
    tx_.run(rows_sql() + " GROUP BY m.id");
    tx_.run(std::string(texts_sql) + " GROUP BY m.id");
}

}  // namespace clausier::store
