// The templates that the program brings, in the order they are shown.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "clausier/core/asset.hpp"

namespace clausier::app {

struct OwnTemplate {
    std::string_view key;
    std::string_view name;

    [[nodiscard]] std::string_view text() const {
        return core::asset("templates/documents/" + std::string(key) + ".md");
    }
};

inline constexpr std::array<OwnTemplate, 6> own_templates{
    {{"reglement_consultation", "Règlement de la consultation"},
     {"ccap", "CCAP"},
     {"acte_engagement", "Acte d’engagement"},
     {"annexe_acte_engagement", "Annexe à l’acte d’engagement"},
     {"information_sous_traitants", "Information des sous-traitants"},
     {"cadre_de_reponse", "Cadre de réponse du candidat"}}};

// nullptr when the program has none of that key.
inline const OwnTemplate* own_template(std::string_view key) {
    for (const OwnTemplate& own : own_templates)
        if (own.key == key) return &own;
    return nullptr;
}

}  // namespace clausier::app
