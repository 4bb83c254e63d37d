// What is wrong with what is said of the execution of a lot.
#include "clausier/domain/lot_execution.hpp"

#include <algorithm>

namespace clausier::domain {

std::vector<core::Issue> faults(const LotExecution& execution) {
    std::vector<core::Issue> out;
    const auto refuse = [&out](std::string where, const char* text) {
        out.push_back({core::Severity::error, "", std::move(where), text});
    };
    const auto& shares = execution.shares;
    if (execution.liability == Liability::single && !shares.empty())
        refuse("groupement", "un titulaire seul n’a pas de parts\u00a0; dites le groupement conjoint ou solidaire");
    if (std::count_if(shares.begin(), shares.end(), [](const HolderShare& one) { return one.leader; }) > 1)
        refuse("groupement", "un groupement n’a qu’un mandataire\u00a0; n’en gardez qu’un");
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const std::string at = "parts." + std::to_string(i + 1) + ".";
        if (std::any_of(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const HolderShare& other) { return other.holder == shares[i].holder; }))
            refuse(at + "titulaire", "ce titulaire est déjà dans la liste\u00a0; ne le donnez qu’une fois");
        if (shares[i].invoiced < core::Euros{})
            refuse(at + "montant", "un montant facturé n’est pas négatif\u00a0; donnez ce qui est facturé à ce jour");
    }
    if (execution.dropped_on && execution.dropped_reason.empty())
        refuse("motif", "dites pourquoi le lot est sans suite");
    return out;
}

}  // namespace clausier::domain
