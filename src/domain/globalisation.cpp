// One placement for several lots: the agreement, the key, and its parts.
#include "clausier/domain/globalisation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/split.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

using core::Hours;

bool has_lot(const std::vector<PlacementShare>& shares, Id<Lot> lot) {
    return std::any_of(shares.begin(), shares.end(), [&](const PlacementShare& one) { return one.lot == lot; });
}

// Of a positive number of hours, so that the parts of a reverse entry are exactly those that it takes back.
std::vector<Hours> parts_of(Hours hours, const std::vector<PlacementShare>& shares) {
    std::vector<core::Fraction> weights;
    for (const PlacementShare& share : shares) weights.emplace_back(share.key);
    return split(hours, weights, Hours::of(1)).parts;
}

void check_shares(Issues& issues, const Globalisation& g) {
    core::Rate sum;
    for (std::size_t i = 0; i < g.shares.size(); ++i) {
        const PlacementShare& share = g.shares[i];
        sum += share.key;
        if (share.key <= core::Rate())
            refuse(issues, fmt::format("parts.{}.part", i + 1), "part_bornes",
                   "la part de ce lot est plus grande que 0 ; corrigez-la ou retirez le lot");
        const auto same = [&](const PlacementShare& other) { return other.lot == share.lot; };
        if (std::any_of(g.shares.begin(), g.shares.begin() + static_cast<std::ptrdiff_t>(i), same))
            refuse(issues, fmt::format("parts.{}.lot", i + 1), "lot_double",
                   "ce lot est déjà dans la clé ; additionnez");
    }
    if (sum != core::Rate::whole(1))
        refuse(issues, "parts", "somme",
               fmt::format("les parts font {} au lieu de 100\u00a0% ; corrigez-les", core::french::percent(sum)));
}

}  // namespace

std::vector<core::Issue> faults(const Globalisation& g, const Placement& placement, core::Date today) {
    Issues issues;
    if (!g.agreed_on)
        refuse(issues, "convenu_le", "accord_absent", "partager une mise en œuvre demande un accord ; donnez sa date");
    else if (*g.agreed_on > today)
        refuse(issues, "convenu_le", "date_future", "cette date est dans l’avenir ; corrigez-la");
    if (core::trim(g.reference).empty())
        refuse(issues, "reference", "accord_absent",
               "partager une mise en œuvre demande un accord ; donnez sa référence");
    within(issues, "reference", g.reference, longest_line);
    if (g.shares.size() < 2)
        refuse(issues, "parts", "un_seul_lot", "une globalisation partage entre deux lots au moins ; ajoutez-en un");
    else if (!has_lot(g.shares, placement.lot))
        refuse(issues, "parts", "lot_absent", "le lot de la mise en œuvre n’est pas dans la clé ; ajoutez-le");
    check_shares(issues, g);
    return issues;
}

std::vector<SharedLines> share_lines(const HoursStatement& statement, Id<Lot> lot,
                                     const std::optional<Globalisation>& globalisation) {
    if (!globalisation || globalisation->shares.empty() || statement.month < globalisation->from)
        return {{lot, statement.lines}};
    std::vector<SharedLines> out;
    for (const PlacementShare& share : globalisation->shares) out.push_back({share.lot, {}});
    for (const StatementLine& line : statement.lines) {
        const bool reverse = line.hours < Hours();
        const auto parts = parts_of(reverse ? Hours() - line.hours : line.hours, globalisation->shares);
        for (std::size_t i = 0; i < parts.size(); ++i)
            out[i].lines.push_back({line.nature, reverse ? Hours() - parts[i] : parts[i]});
    }
    return out;
}

}  // namespace clausier::domain
