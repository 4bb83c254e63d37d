// Where a market is carried out, as far as its place tells.
#include "clausier/domain/market.hpp"

#include "clausier/core/text.hpp"

namespace clausier::domain {

std::optional<std::string> department_of(std::string_view place_code, std::string_view place_type) {
    if (place_code.empty()) return std::nullopt;
    const std::string type = core::fold(place_type);
    for (const std::string_view wider : {"region", "pays", "canton", "arrondissement"})
        if (type.find(wider) != std::string::npos) return std::nullopt;
    auto department = core::parse_department(place_code);
    if (!department) return std::nullopt;
    return *std::move(department);
}

std::string Holder::label() const {
    if (!name.empty()) return name;
    return directory_name.empty() ? identifier.text : directory_name + " (nom de l’annuaire)";
}

}  // namespace clausier::domain
