// Matches suppliers with structures and sums what was spent.
#include "clausier/domain/purchases.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t groups_shown = 40;
constexpr std::string_view others = "(autres)";

// Sums lines, and remembers suppliers to count each once.
class Tally {
public:
    void add(const PurchaseLine& line, const std::string& supplier) {
        ++spent_.lines;
        spent_.amount += line.amount;
        if (suppliers_.insert(supplier).second) ++spent_.suppliers;
    }
    void add(const Tally& other) {
        spent_.lines += other.spent_.lines;
        spent_.amount += other.spent_.amount;
        suppliers_.insert(other.suppliers_.begin(), other.suppliers_.end());
        spent_.suppliers = static_cast<std::int64_t>(suppliers_.size());
    }
    [[nodiscard]] const Spent& spent() const { return spent_; }

private:
    Spent spent_;
    std::set<std::string> suppliers_;
};

struct GroupTally {
    std::string name;
    Tally all;
    Tally inclusive;
};
// By folded name: "Travaux" and "TRAVAUX" are one.
using Groups = std::map<std::string, GroupTally>;

void add(Groups& groups, const std::string& name, const PurchaseLine& line, const std::string& supplier,
         bool inclusive) {
    GroupTally& group = groups[core::fold(name)];
    if (group.name.empty()) group.name = name;
    group.all.add(line, supplier);
    if (inclusive) group.inclusive.add(line, supplier);
}

// The largest first; those beyond the shown ones together.
std::vector<SpentGroup> largest(const Groups& groups) {
    std::vector<const GroupTally*> order;
    for (const auto& [key, group] : groups) order.push_back(&group);
    std::stable_sort(order.begin(), order.end(), [](const GroupTally* a, const GroupTally* b) {
        return a->all.spent().amount > b->all.spent().amount;
    });
    std::vector<SpentGroup> out;
    GroupTally rest{std::string(others), {}, {}};
    for (const GroupTally* group : order)
        if (out.size() < groups_shown) {
            out.push_back({group->name, group->all.spent(), group->inclusive.spent()});
        } else {
            rest.all.add(group->all);
            rest.inclusive.add(group->inclusive);
        }
    if (order.size() > groups_shown) out.push_back({rest.name, rest.all.spent(), rest.inclusive.spent()});
    return out;
}

struct Tallies {
    Tally all, with_siret, inclusive, insertion, handicap, approved, shared, ess, esus;
    Groups kinds, categories, units;

    void add_inclusive(const PurchaseLine& line, const std::string& supplier, const SupplierMatch& found) {
        inclusive.add(line, supplier);
        (found.standing.family == "handicap" ? handicap : insertion).add(line, supplier);
        if (found.standing.approved) approved.add(line, supplier);
        if (found.shared) shared.add(line, supplier);
        domain::add(kinds, found.structure->kind, line, supplier, true);
    }
    void add(const PurchaseLine& line, const SupplierMatch& found) {
        const std::string supplier = line.siret.empty() ? "n:" + core::fold(line.supplier) : line.siret;
        all.add(line, supplier);
        if (!line.siret.empty()) with_siret.add(line, supplier);
        if (found.inclusive) add_inclusive(line, supplier, found);
        if (found.standing.ess) ess.add(line, supplier);
        if (found.standing.esus) esus.add(line, supplier);
        domain::add(categories, line.category, line, supplier, found.inclusive);
        domain::add(units, line.unit, line, supplier, found.inclusive);
    }
};

}  // namespace

std::string_view code(SpendingOrigin origin) {
    static constexpr std::string_view codes[] = {"saisie", "achats", "saisie_et_achats"};
    return codes[static_cast<std::size_t>(origin)];
}

std::string_view label(SpendingOrigin origin) {
    static constexpr std::string_view labels[] = {"dépense saisie", "somme du fichier d’achats",
                                                  "dépenses saisies et sommes de fichiers d’achats"};
    return labels[static_cast<std::size_t>(origin)];
}

core::Date judged_on(int year, core::Date today) {
    const core::Date last(std::chrono::year(year), std::chrono::December, std::chrono::day(31));
    return std::min(last, today);
}

SupplierMatch match(const std::vector<Structure>& candidates, core::Date day, core::Date today) {
    SupplierMatch best;
    const auto rank = [](const SupplierMatch& one) {
        return std::tuple(one.inclusive, one.standing.approved, one.standing.deemed);
    };
    for (const Structure& one : candidates) {
        SupplierMatch found{&one, standing_of(one, day, today), false, candidates.size() > 1};
        found.inclusive = is_inclusive(found.standing);
        if (!best.structure || rank(found) > rank(best)) best = found;
    }
    return best;
}

SupplierMatch match(const StructuresBySiret& known, const std::string& siret, core::Date day, core::Date today) {
    const auto found = siret.empty() ? known.end() : known.find(siret);
    return found == known.end() ? SupplierMatch{} : match(found->second, day, today);
}

std::optional<core::Rate> rate(const Spent& part, const Spent& whole) {
    if (whole.amount.parts() == 0) return std::nullopt;
    return core::Rate::of(
        core::mul_div(part.amount.parts(), core::Rate::scale, whole.amount.parts(), core::Rounding::nearest));
}

PurchaseShare purchase_share(const std::vector<PurchaseLine>& lines, const StructuresBySiret& known, int year,
                             core::Date today) {
    PurchaseShare out;
    out.on = judged_on(year, today);
    Tallies tallies;
    for (const PurchaseLine& line : lines) tallies.add(line, match(known, line.siret, out.on, today));
    out.all = tallies.all.spent();
    out.with_siret = tallies.with_siret.spent();
    out.inclusive = tallies.inclusive.spent();
    out.insertion = tallies.insertion.spent();
    out.handicap = tallies.handicap.spent();
    out.approved = tallies.approved.spent();
    out.shared = tallies.shared.spent();
    out.ess = tallies.ess.spent();
    out.esus = tallies.esus.spent();
    out.by_kind = largest(tallies.kinds);
    out.by_category = largest(tallies.categories);
    out.by_unit = largest(tallies.units);
    return out;
}

std::string_view approval_word(const Standing& standing) {
    if (standing.approved) return "oui";
    return standing.deemed ? "réputée" : "non";
}

PurchaseNote note_of(const PurchaseLine& line, const SupplierMatch& found) {
    PurchaseNote out;
    out.inclusive = line.siret.empty() ? "SIRET absent" : found.inclusive ? "OUI" : "NON";
    if (!found.structure) return out;
    out.family = family_label(found.standing.family);
    const StructureKind* kind = CodeLists::embedded().structure_kind(found.structure->kind);
    out.kind = kind ? kind->label : found.structure->kind;
    out.name = found.structure->name;
    out.approved = approval_word(found.standing);
    return out;
}

}  // namespace clausier::domain
