// One awarded lot as indicators count it: narrow, its codes already read.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/lot_clauses.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/domain/sector.hpp"

namespace clausier::domain {

// Bits of Contract::social and ::environmental; 0 is "not filled in", which is never "none".
namespace consideration {
inline constexpr unsigned clause = 1, criterion = 2, reserved = 4, none = 8;
}
// Bits of Contract::flags. `aberrant`: the amount counts in numbers and not in sums. `private_buyer`: outside DECP and
// SPASER. sme_known/advance_known/innovative_known: the file says yes or no. `framework`: one whose call-offs are, or
// may be, contracts of their own. `local`: the holder is of the département of execution. condition_…: of the social
// condition of L2112-2-1, `condition_excepted` when the buyer has written why it does without. `holder_siret`: some
// holder is known by SIRET.
namespace contract_flag {
inline constexpr unsigned concession = 1, framework = 2, call_off = 4, aberrant = 8, private_buyer = 16, sme = 32,
                          sme_known = 64, innovative = 128, innovative_known = 256, advance = 512, advance_known = 1024,
                          defence = 2048, local = 4096, local_known = 8192, reference_derived = 16384,
                          condition_required = 32768, condition_to_check = 65536, condition_excepted = 131072,
                          holder_siret = 262144;
}

// The dated bounds of amounts: < 40 k€, 40 k€ to the dispensation, to the European threshold, above.
enum class Band { below_decp, below_dispensation, below_european, european, unknown };
// "moins_40k", "40k_dispense", "dispense_ue", "ue", "inconnue".
std::string_view code(Band band);
std::string_view label(Band band);

struct Contract {
    Id<Lot> lot{};
    Id<Market> market{};
    Id<Organisation> buyer{};
    int year = 0;  // of notification; 0 when not known
    std::optional<core::Date> notified_on;
    std::optional<Sector> sector;
    Band band = Band::unknown;
    std::string procedure;   // official words, "" when not known
    std::string department;  // of execution
    std::string unit;        // the buying unit
    unsigned social = 0;
    unsigned environmental = 0;
    std::uint64_t kinds = 0;  // bit n: the nth of CodeLists::clause_kinds
    unsigned flags = 0;
    std::optional<core::Euros> amount;   // what sums take: absent when not known or aberrant
    std::optional<core::Euros> amended;  // the same after modifications
    std::int64_t holders = 0;
    std::optional<std::int64_t> offers;

    [[nodiscard]] bool has(unsigned flag) const { return (flags & flag) != 0; }
    [[nodiscard]] bool social_filled() const { return social != 0; }
    [[nodiscard]] bool environmental_filled() const { return environmental != 0; }
};

// Somebody who works on a contract, known by SIRET.
struct ContractSupplier {
    Id<Lot> lot{};
    std::string siret;
    bool subcontractor = false;
    std::optional<core::Euros> amount;  // of the subcontract
};

// What a contract is made from. `clauses`: the detailed clauses of the lot, which win over its
// considerations where there are some. `excepted`: a reason is kept for doing without the mandatory condition.
struct ContractSource {
    const Market& market;
    const Lot& lot;
    OrganisationKind buyer_kind = OrganisationKind::unknown;
    const std::vector<LotClause>& clauses;
    bool excepted = false;
};

// Makes contracts by the figures in force on the day each was notified; a threshold not known for that day leaves the
// band unknown where it would have decided.
// Remembers the bounds of the days it met: for one thread, and as long as the reference does not change.
class ContractRules {
public:
    // `insertion_services`: the words of a market of insertion and qualification, "" when nobody has set them.
    explicit ContractRules(const Reference& reference, std::string insertion_services = "")
        : reference_(reference), insertion_services_(std::move(insertion_services)) {}
    [[nodiscard]] Contract contract(const ContractSource& source);

private:
    struct Bounds {
        std::optional<core::Euros> decp, dispensation, dispensation_works, supplies, works, concessions, defence;
    };
    const Bounds& bounds(core::Date day);
    Band band(const Contract& contract);
    unsigned condition(const ContractSource& source, const Contract& contract);
    const Reference& reference_;
    std::string insertion_services_;
    std::map<core::Date, Bounds> bounds_;
    std::optional<core::Date> condition_since_;
};

// The contract that a lot of a market is, alone.
Contract contract_of(const Market& market, const Lot& lot, OrganisationKind buyer_kind,
                     const std::vector<LotClause>& clauses, const Reference& reference);
// Those of its holders and subcontractors that have a SIRET.
std::vector<ContractSupplier> suppliers_of(const Lot& lot);

// The bit of Contract::kinds of a code of clause_kinds; 0 when there is none of that code.
std::uint64_t clause_bit(std::string_view kind);

}  // namespace clausier::domain
