// Reads a lot and its market into what indicators count.
#include "clausier/domain/contract.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"
#include "clausier/domain/aberrant.hpp"
#include "clausier/domain/code_lists.hpp"
#include "contract_words.hpp"

namespace clausier::domain {
namespace {

namespace flag = contract_flag;

const std::string& own_or(const std::string& own, const std::string& other) { return own.empty() ? other : own; }

// What a lot says, else what its market says.
const std::string* said(const std::optional<std::string>& lot, const std::optional<std::string>& market) {
    if (lot && !lot->empty()) return &*lot;
    return market && !market->empty() ? &*market : nullptr;
}

std::string department_of_execution(const Lot& lot, const Market& market) {
    auto found = lot.place_code.empty() ? domain::department_of(market.place_code, market.place_type)
                                        : domain::department_of(lot.place_code, lot.place_type);
    return found.value_or("");
}

bool is_private(OrganisationKind kind) {
    const BuyerKind* known = CodeLists::embedded().buyer_kind(code(kind));
    return known && !known->in_decp;
}

// Of frameworks: the ones executed by orders alone have no call-off of their own.
unsigned framework_flags(const Market& market, const EssentialData& data) {
    if (!data.framework_reference.empty() || market.nature == nature::call_off) return flag::call_off;
    if (market.nature == nature::framework) return flag::framework;
    const bool framework = holds(data.techniques, nature::framework);
    const bool by_orders =
        holds(data.execution_modes, nature::orders) && !holds(data.execution_modes, nature::call_offs);
    return framework && !by_orders ? flag::framework : 0;
}

unsigned yes_no(const std::optional<bool>& answer, unsigned yes, unsigned known) {
    return answer ? known | (*answer ? yes : 0U) : 0U;
}

unsigned flags_of(const ContractSource& source, const Contract& contract) {
    const EssentialData& data = source.lot.essential;
    unsigned flags = framework_flags(source.market, data) | yes_no(data.holder_sme, flag::sme, flag::sme_known) |
                     yes_no(data.innovative, flag::innovative, flag::innovative_known) |
                     yes_no(data.advance, flag::advance, flag::advance_known);
    if (is_concession(source.market.nature)) flags |= flag::concession;
    if (source.market.nature == nature::defence) flags |= flag::defence;
    if (is_private(source.buyer_kind)) flags |= flag::private_buyer;
    if (source.market.reference_derived) flags |= flag::reference_derived;
    if (source.excepted) flags |= flag::condition_excepted;
    if (source.lot.amount && is_aberrant(*source.lot.amount)) flags |= flag::aberrant;
    if (!data.holder_department.empty() && !contract.department.empty())
        flags |= flag::local_known | (data.holder_department == contract.department ? flag::local : 0U);
    const auto has_siret = [](const Holder& holder) { return holder.identifier.scheme == "SIRET"; };
    if (std::any_of(source.lot.holders.begin(), source.lot.holders.end(), has_siret)) flags |= flag::holder_siret;
    return flags;
}

std::optional<Sector> sector_of(const ContractSource& source) {
    if (const auto known = domain::sector_of(source.lot.section, own_or(source.lot.cpv, source.market.cpv)))
        return known;
    if (!is_concession(source.market.nature)) return std::nullopt;
    return source.market.nature == nature::works_concession ? Sector::works : Sector::services;
}

void set_amounts(Contract& contract, const Lot& lot) {
    if (contract.has(flag::aberrant)) return;
    contract.amount = lot.amount;
    contract.amended = lot.amount;
    if (lot.essential.modifications.empty()) return;
    if (const auto amended = amended_amount(lot.essential.modifications); amended && !is_aberrant(*amended))
        contract.amended = amended;
}

}  // namespace

Contract ContractRules::contract(const ContractSource& source) {
    const Market& market = source.market;
    const Lot& lot = source.lot;
    Contract out;
    out.lot = lot.id;
    out.market = market.id;
    out.buyer = market.buyer;
    out.notified_on = lot.notified_on ? lot.notified_on : market.notified_on;
    if (out.notified_on) out.year = static_cast<int>(out.notified_on->year());
    out.sector = sector_of(source);
    out.procedure = market.procedure;
    out.department = department_of_execution(lot, market);
    out.unit = lot.essential.buying_unit;
    if (const std::string* words = said(lot.considerations, market.considerations)) out.social = social_bits(*words);
    if (const std::string* words = said(lot.environmental, market.environmental))
        out.environmental = environmental_bits(*words);
    for (const LotClause& clause : source.clauses) out.kinds |= clause_bit(clause.kind);
    if (out.kinds != 0) out.social = clause_bits(source.clauses, SummaryRules::of(market.nature, insertion_services_));
    out.holders = std::ssize(lot.holders);
    out.offers = lot.essential.offers;
    out.flags = flags_of(source, out);
    set_amounts(out, lot);
    out.band = band(out);
    out.flags |= condition(source, out);
    return out;
}

Contract contract_of(const Market& market, const Lot& lot, OrganisationKind buyer_kind,
                     const std::vector<LotClause>& clauses, const Reference& reference) {
    return ContractRules(reference).contract({market, lot, buyer_kind, clauses});
}

std::vector<ContractSupplier> suppliers_of(const Lot& lot) {
    std::vector<ContractSupplier> out;
    const auto add = [&](const core::Identifier& identifier, bool subcontractor, std::optional<core::Euros> amount) {
        if (identifier.scheme != "SIRET") return;
        if (const auto siret = core::Siret::parse(identifier.text))
            out.push_back({lot.id, siret->text(), subcontractor, amount});
    };
    for (const Holder& holder : lot.holders) add(holder.identifier, false, std::nullopt);
    if (lot.essential.subcontracts.empty()) return out;
    std::vector<core::Issue> issues;
    if (const auto read = read_subcontracts(lot.essential.subcontracts, issues))
        for (const Subcontract& one : *read) add(one.subcontractor, true, one.amount);
    return out;
}

}  // namespace clausier::domain
