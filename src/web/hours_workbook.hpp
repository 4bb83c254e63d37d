// The hours of a tender as a workbook whose formulas live.
#pragma once
#include <filesystem>

#include "clausier/domain/lot_hours.hpp"

namespace clausier::web {

// One row a lot: its title, the figures retained, the hours as a formula of them, days, remark; then a total. Throws
// Error(unavailable).
void write_hours(const std::filesystem::path& file, const domain::TenderHours& tender);

}  // namespace clausier::web
