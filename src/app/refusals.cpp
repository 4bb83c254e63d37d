// Refusals in the words of every form.
#include "refusals.hpp"

#include <algorithm>
#include <array>

#include "clausier/domain/nir.hpp"

namespace clausier::app {

void require_sound(std::vector<core::Issue> issues) {
    if (!issues.empty()) throw core::Error(core::ErrorKind::invalid, std::move(issues));
}

void refuse_nir(const std::vector<TypedText>& texts) {
    constexpr std::array<std::string_view, 4> left_alone{"marche", "siret", "cpv", "titulaires"};
    std::vector<core::Issue> issues;
    for (const auto& [field, text] : texts)
        if (std::find(left_alone.begin(), left_alone.end(), field) == left_alone.end() && domain::holds_nir(text))
            issues.push_back({core::Severity::error, "nir", std::string(field), std::string(domain::nir_refusal)});
    require_sound(std::move(issues));
}

void refuse_stale(std::vector<core::Issue> issues) {
    if (issues.empty())
        issues.push_back({core::Severity::error, "modifie_entre_temps", "",
                          "Quelqu’un d’autre a enregistré depuis votre lecture\u00a0; relisez puis recommencez."});
    throw core::Error(core::ErrorKind::conflict, std::move(issues));
}

}  // namespace clausier::app
