// Refusals in the words of every form.
#include "refusals.hpp"

namespace clausier::app {

void require_sound(std::vector<core::Issue> issues) {
    if (!issues.empty()) throw core::Error(core::ErrorKind::invalid, std::move(issues));
}

void refuse_stale(std::vector<core::Issue> issues) {
    if (issues.empty())
        issues.push_back({core::Severity::error, "modifie_entre_temps", "",
                          "Quelqu’un d’autre a enregistré depuis votre lecture\u00a0; relisez puis recommencez."});
    throw core::Error(core::ErrorKind::conflict, std::move(issues));
}

}  // namespace clausier::app
