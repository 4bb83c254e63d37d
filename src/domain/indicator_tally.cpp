// Contracts excluded or counted, one by one, into the figures of every indicator.
#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "indicator_rules.hpp"

namespace clausier::domain {
namespace {

namespace flag = contract_flag;

// The rule of each indicator, in the order of indicators(); nullptr for those that are not of contracts.
const std::vector<const IndicatorRule*>& rules_in_order() {
    static const std::vector<const IndicatorRule*> all = [] {
        std::vector<const IndicatorRule*> out;
        for (const IndicatorInfo& info : indicators()) out.push_back(indicator_rule(info.code));
        return out;
    }();
    return all;
}

// Rules that suppliers decide, which a contract without any known structure need not be asked.
const std::vector<std::size_t>& supplier_rules() {
    static const std::vector<std::size_t> all = [] {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < rules_in_order().size(); ++i)
            if (rules_in_order()[i] && rules_in_order()[i]->supplier) out.push_back(i);
        return out;
    }();
    return all;
}

// What the rules look at in a contract: those that are alike have the same answers.
struct Looked {
    std::uint64_t kinds = 0;
    unsigned social = 0;
    unsigned environmental = 0;
    unsigned flags = 0;
    bool offers = false;
    bool operator==(const Looked&) const = default;
};

// The numbers of the rules by which a contract is filled in, and of those, suppliers apart, by which it counts.
struct Answers {
    bool known = false;
    Looked looked;
    std::vector<std::size_t> filled;
    std::vector<std::size_t> counted;
};

const Answers& answers_for(const Contract& contract) {
    constexpr std::size_t remembered = 512;
    static thread_local std::vector<Answers> cache(remembered);
    const Looked looked{contract.kinds, contract.social, contract.environmental, contract.flags,
                        contract.offers.has_value()};
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    const std::uint64_t mixed = (looked.kinds * odd) ^ (std::uint64_t{looked.flags} << 9U) ^
                                (std::uint64_t{looked.social} << 5U) ^ (looked.environmental << 1U) ^
                                (looked.offers ? 1U : 0U);
    Answers& one = cache[((mixed * odd) >> 32U) % remembered];
    if (one.known && one.looked == looked) return one;
    one = {true, looked, {}, {}};
    const auto& rules = rules_in_order();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!rules[i]) continue;
        if (rules[i]->filled(contract)) one.filled.push_back(i);
        if (rules[i]->counts && rules[i]->counts(contract)) one.counted.push_back(i);
    }
    return one;
}

std::string unavailable(const IndicatorInfo& info) {
    if (info.family == "execution") return "aucune exécution n’est encore suivie ici";
    return "aucune déclaration de biens réemployés ou recyclés n’est saisie";
}

}  // namespace

std::string_view exclusion(const Contract& contract, const IndicatorOptions& options) {
    if (contract.has(flag::private_buyer)) return "prive";
    if (contract.year == 0) return "annee_inconnue";
    if (contract.has(flag::concession) && !options.concessions) return "concession";
    if (contract.has(flag::call_off) && options.framework == FrameworkRule::frameworks) return "marche_subsequent";
    if (contract.has(flag::framework) && options.framework == FrameworkRule::call_offs) return "accord_cadre";
    return "";
}

IndicatorTally::IndicatorTally(IndicatorOptions options) : options_(options), sums_(rules_in_order().size()) {}

void IndicatorTally::add(const Contract& contract, const ContractStandings& standings) {
    const auto& amount = amount_of(contract, options_);
    if (const std::string_view why = exclusion(contract, options_); !why.empty()) {
        auto found = excluded_.find(why);
        if (found == excluded_.end()) found = excluded_.emplace(why, Counted()).first;
        found->second.add(amount);
        return;
    }
    all_.add(amount);
    official_.add(contract.amount);
    if (contract.has(flag::aberrant)) aberrant_.add(amount);
    if (contract.offers) offers_ += *contract.offers;
    add_condition(contract);
    const auto& rules = rules_in_order();
    const auto worth = [&](std::size_t i) -> const auto& { return rules[i]->official ? contract.amount : amount; };
    const Answers& answers = answers_for(contract);
    for (const std::size_t i : answers.filled) sums_[i].filled.add(worth(i));
    for (const std::size_t i : answers.counted) sums_[i].part.add(worth(i));
    if (standings.holders.empty() && standings.subcontractors.empty()) return;
    for (const std::size_t i : supplier_rules()) {
        if (!counts(*rules[i], contract, standings, options_)) continue;
        sums_[i].part.add(amount_of(*rules[i], contract, standings, options_));
        for (std::size_t nth = 0; nth < standings.structures.size(); ++nth)
            if (supplier_counts(*rules[i], standings, nth, options_))
                sums_[i].structures.insert(standings.structures[nth]);
    }
}

void IndicatorTally::add_condition(const Contract& contract) {
    if (contract.has(flag::condition_to_check)) ++to_check_;
    if (!contract.has(flag::condition_required)) return;
    subject_.add(amount_of(contract, options_));
    if (contract.has(flag::condition_excepted)) ++excepted_;
}

IndicatorValue IndicatorTally::condition(IndicatorValue value) const {
    value.all = subject_;
    const auto count = [](std::int64_t n, std::string_view one, std::string_view several) {
        return core::french::count(static_cast<std::uint64_t>(n), one, several);
    };
    if (excepted_ > 0) value.note = count(excepted_, "dérogation motivée", "dérogations motivées");
    if (to_check_ > 0)
        value.note += (value.note.empty() ? "" : " ; ") + count(to_check_, "contrat", "contrats") +
                      " à vérifier : date de consultation ou besoin estimé à saisir";
    if (subject_.contracts == 0)
        value.unavailable = to_check_ > 0 ? "à vérifier : aucun contrat n’a à la fois sa date de consultation et la "
                                            "valeur estimée du besoin"
                                          : "aucun contrat n’est soumis à la condition sociale obligatoire";
    return value;
}

std::vector<IndicatorValue> IndicatorTally::values() const {
    std::vector<IndicatorValue> out;
    const auto& rules = rules_in_order();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const IndicatorInfo& info = indicators()[i];
        IndicatorValue value;
        value.code = info.code;
        if (!rules[i]) {
            value.unavailable = unavailable(info);
            out.push_back(std::move(value));
            continue;
        }
        value.part = sums_[i].part;
        value.filled = sums_[i].filled;
        value.all = rules[i]->official ? official_ : all_;
        value.structures = std::ssize(sums_[i].structures);
        if (info.code == "P3" && value.part.contracts > 0) value.value = core::Fraction(offers_, value.part.contracts);
        out.push_back(info.code == "S9" ? condition(std::move(value)) : std::move(value));
    }
    return out;
}

}  // namespace clausier::domain
