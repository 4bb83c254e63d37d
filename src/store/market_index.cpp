// Rows of the index, gathered from markets and lots for a set of markets at a time.
#include "market_index.hpp"

#include <fmt/format.h>

#include "contract_index.hpp"
#include "market_index_row.hpp"

namespace clausier::store {

std::string capped_sum(std::string_view column) {
    // Whole billions and what is left of them, each summed without danger.
    return fmt::format(
        "CASE WHEN sum({0} / 1000000000) + sum({0} % 1000000000) / 1000000000 >= 9223372036 THEN 9223372036854775807 "
        "ELSE coalesce(sum({0} / 1000000000), 0) * 1000000000 + coalesce(sum({0} % 1000000000), 0) END",
        column);
}

template <class... Args>
void MarketIndex::fill(std::string_view condition, const Args&... args) {
    auto rows = tx_.query(fmt::format("{} WHERE {}{}", index_source, condition, index_order), args...);
    auto index = tx_.query(R"(
INSERT INTO market_index (market_id, buyer_id, reference, notified_on, department, cpvs, works, supplies, services, social,
                          lots, amount_cents, lots_with_amount, hours_centi, lots_with_hours, estimated_cents,
                          lots_estimated)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
    auto texts = tx_.query("INSERT INTO market_texts (market_id, text) VALUES (?, ?)");
    OrganisationWords organisations(tx_);
    MarketIndexRow gathered(organisations);
    const auto write = [&] {
        if (gathered.market() == 0) return;
        gathered.bind(index);
        index.run();
        texts.bind_integer(1, gathered.market());
        texts.bind_borrowed(2, gathered.text());
        texts.run();
    };
    while (rows.step()) {
        if (rows.integer(0) != gathered.market()) {
            write();
            gathered.begin(rows);
        }
        gathered.add(rows);
    }
    write();
}

template <class... Args>
void MarketIndex::refresh_among(std::string_view ids, const Args&... args) {
    for (const char* table : {"market_index", "market_texts"})
        tx_.run(fmt::format("DELETE FROM {} WHERE market_id IN ({})", table, ids), args...);
    fill(fmt::format("m.id IN ({})", ids), args...);
    ContractIndex(tx_).refresh_among(ids, args...);
}

void MarketIndex::refresh(domain::Id<domain::Market> market) { refresh_among("?1", market); }

void MarketIndex::refresh_of(domain::Id<domain::Organisation> organisation) {
    refresh_among(R"(
SELECT id FROM markets WHERE buyer_id = ?1 UNION
SELECT l.market_id FROM lot_holders h JOIN lots l ON l.id = h.lot_id WHERE h.organisation_id = ?1)",
                  organisation);
}

void MarketIndex::add_imported(const ImportStart& start) {
    fill("m.id > ?1", start.last_market);
    ContractIndex(tx_).add_after(start.last_market, start.last_lot);
}

void MarketIndex::refresh_imported(const ImportStart& start) {
    if (start.last_market == 0) return;
    refresh_among(R"(
SELECT l.market_id FROM lots l WHERE l.id > ?3 AND l.market_id <= ?2 UNION
SELECT market_id FROM known_markets WHERE changed = 1 UNION
SELECT l.market_id FROM known_lots k JOIN lots l ON l.id = k.lot_id WHERE k.changed = 1 OR k.holders_changed = 1 UNION
SELECT m.id FROM organisations_before b JOIN markets m ON m.buyer_id = b.organisation_id
WHERE b.import_id = ?1 AND m.id <= ?2 UNION
SELECT l.market_id FROM organisations_before b JOIN lot_holders h ON h.organisation_id = b.organisation_id
       JOIN lots l ON l.id = h.lot_id WHERE b.import_id = ?1 AND l.market_id <= ?2)",
                  start.import_id, start.last_market, start.last_lot);
}

void MarketIndex::rebuild() {
    tx_.run("DELETE FROM market_index");
    tx_.run("DELETE FROM market_texts");
    fill("1 = 1");
    ContractIndex(tx_).rebuild();
}

}  // namespace clausier::store
