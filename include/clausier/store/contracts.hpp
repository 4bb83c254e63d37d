// Contracts as indicators read them: a scope by its index, with what the directory says of their suppliers.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "clausier/domain/indicator.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Everything left empty lets all through. Contracts without a year are let through whatever the years: they are listed
// as excluded. `place`: how the code of the place of execution begins; `siret` and `words`: of a holder.
struct ContractQuery {
    std::vector<domain::Id<domain::Organisation>> buyers{};
    std::optional<int> first_year{};
    std::optional<int> last_year{};
    std::string department{};
    std::string place{};
    std::string siret{};
    std::string words{};    // folded
    bool sums = false;      // only what an IndicatorTally looks at
    bool in_order = false;  // of notification, then reference; those without a date last
    bool own = false;       // only what the viewer sees: lists; figures are of all
};

// What people read of a contract beside what is counted.
struct ContractText {
    std::string buyer;
    std::string reference;
    std::string lot_number;
    std::string object;
    std::string holders;  // names joined by ", "
    std::string considerations;
    std::string environmental;
    std::optional<core::Euros> amount;  // as read, aberrant or not
};

// The contracts of one year, sector and social consideration, all public buyers together.
struct NationalRow {
    int year = 0;
    std::optional<domain::Sector> sector;
    unsigned social = 0;
    domain::Counted counted;
};

class Contracts {
public:
    explicit Contracts(Transaction& tx) : tx_(tx) {}

    using Take = std::function<void(const domain::Contract&, const domain::ContractStandings&)>;
    // Every contract of the query, with what its suppliers were on the day it was notified.
    void each(const ContractQuery& query, core::Date today, const Take& take);
    [[nodiscard]] std::vector<ContractText> texts(std::span<const domain::Id<domain::Lot>> lots);
    // Concessions, call-offs and private buyers apart: what is counted without any option.
    [[nodiscard]] std::vector<NationalRow> national();
    // Whether the directory holds any structure.
    [[nodiscard]] bool has_structures();
    // Label of an organisation by its number.
    [[nodiscard]] std::string buyer_name(domain::Id<domain::Organisation> buyer);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
