// The three sectors that markets are sorted in: works, supplies, services.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace clausier::domain {

enum class Sector { works, supplies, services };

inline constexpr std::array all_sectors = {Sector::works, Sector::supplies, Sector::services};

// "travaux", "fournitures" or "services".
std::string_view code(Sector sector);
// « Travaux », « Fournitures » or « Services »: also the words of Lot::section.
std::string_view label(Sector sector);
// Nothing when the code is none of the three.
std::optional<Sector> sector(std::string_view code);

// What the section says, else the division of the CPV; nothing when neither tells.
std::optional<Sector> sector_of(std::string_view section, std::string_view cpv);

}  // namespace clausier::domain
