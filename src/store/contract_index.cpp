// Rows of contracts and of their suppliers, written from lots.
#include "contract_index.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "clausier/domain/indicator.hpp"
#include "clausier/store/settings.hpp"
#include "contract_row.hpp"

namespace clausier::store {
namespace {

// The thresholds are national figures: a territory has no other.
const domain::Reference& national() {
    static const domain::Reference values = domain::Reference::national();
    return values;
}

int sector_number(const domain::Contract& c) { return c.sector ? static_cast<int>(*c.sector) : 3; }

void bind(Statement& statement, const domain::Contract& c) {
    statement.bind_all(c.lot, c.market, c.buyer, c.year, c.notified_on, sector_number(c), static_cast<int>(c.band),
                       c.procedure, c.department, c.unit, c.social, c.environmental, static_cast<std::int64_t>(c.kinds),
                       c.flags, c.amount, c.amended, c.holders, c.offers);
}

// What is counted when no option is chosen, by year, sector and consideration.
class Totals {
public:
    void add(const domain::Contract& c) {
        using namespace domain::contract_flag;
        if (!c.has(concession | call_off | private_buyer)) sums_[{c.year, sector_number(c), c.social}].add(c.amount);
    }
    void write(Transaction& tx) const {
        for (const auto& [key, sum] : sums_)
            tx.run(R"(
INSERT INTO contract_totals (year, sector, social, contracts, without_amount, cents) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (year, sector, social) DO UPDATE SET contracts = contracts + excluded.contracts,
  without_amount = without_amount + excluded.without_amount, cents = cents + excluded.cents)",
                   std::get<0>(key), std::get<1>(key), std::get<2>(key), sum.contracts, sum.without_amount, sum.amount);
        tx.run("DELETE FROM contract_totals WHERE contracts = 0");
    }

private:
    std::map<std::tuple<int, int, unsigned>, domain::Counted> sums_;
};

// Takes the lots of a query out of the totals.
constexpr std::string_view subtraction = R"(
UPDATE contract_totals AS t SET contracts = t.contracts - g.contracts,
  without_amount = t.without_amount - g.without_amount, cents = t.cents - g.cents
FROM (SELECT year, sector, social, count(*) AS contracts, count(*) - count(counted_cents) AS without_amount,
             coalesce(sum(counted_cents), 0) AS cents
      FROM contracts WHERE flags & 21 = 0 AND lot_id IN ({}) GROUP BY year, sector, social) g
WHERE t.year = g.year AND t.sector = g.sector AND t.social = g.social)";

}  // namespace

std::vector<std::string> ContractIndex::removals(std::string_view ids) {
    // A lot that has just come to one of these markets has its row under the market it left.
    const std::string lots = fmt::format(
        "SELECT lot_id FROM contracts WHERE market_id IN ({0}) UNION SELECT id FROM lots WHERE market_id IN ({0})",
        ids);
    return {fmt::format(subtraction, lots), fmt::format("DELETE FROM contract_suppliers WHERE lot_id IN ({})", lots),
            fmt::format("DELETE FROM contracts WHERE lot_id IN ({})", lots)};
}

std::string ContractIndex::rows_of_markets(std::string_view ids) {
    return fmt::format("{} WHERE l.market_id IN ({}){}", contract_source(), ids, contract_order);
}

void ContractIndex::add_after(std::int64_t last_market, std::int64_t last_lot) {
    // The sign keeps SQLite from the index by market, and so from sorting the lots.
    write(tx_.query(fmt::format("{} WHERE l.id > ? AND +l.market_id > ?{}", contract_source(true), contract_order),
                    last_lot, last_market));
}

void ContractIndex::rebuild() {
    tx_.run("DELETE FROM contract_suppliers");
    tx_.run("DELETE FROM contracts");
    tx_.run("DELETE FROM contract_totals");
    write(tx_.query(fmt::format("{}{}", contract_source(), contract_order)));
}

void ContractIndex::write(Statement rows) {
    auto contracts = tx_.query(R"(
INSERT INTO contracts (lot_id, market_id, buyer_id, year, notified_on, sector, band, procedure, department, unit, social,
                       environmental, kinds, flags, counted_cents, amended_cents, holders, offers)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
    auto suppliers = tx_.query(R"(
INSERT INTO contract_suppliers (lot_id, rank, siret, subcontractor, amount_cents, buyer_id, year)
VALUES (?, ?, ?, ?, ?, ?, ?))");
    domain::ContractRules rules(national(), Settings(tx_).get(insertion_services_setting).value_or(""));
    ContractRow gathered;
    Totals totals;
    const auto write_one = [&] {
        if (gathered.lot_id() == 0) return;
        const domain::Contract contract = rules.contract(gathered.source());
        bind(contracts, contract);
        contracts.run();
        totals.add(contract);
        std::int64_t rank = 0;
        for (const domain::ContractSupplier& one : domain::suppliers_of(gathered.lot())) {
            suppliers.bind_all(one.lot, ++rank, one.siret, one.subcontractor, one.amount, contract.buyer,
                               contract.year);
            suppliers.run();
        }
    };
    while (rows.step()) {
        if (rows.integer(0) != gathered.lot_id()) {
            write_one();
            gathered.begin(rows);
        }
        gathered.add_holder(rows);
    }
    write_one();
    totals.write(tx_);
}

}  // namespace clausier::store
