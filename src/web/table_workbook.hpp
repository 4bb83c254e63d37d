// Tables as workbooks.
#pragma once
#include <filesystem>
#include <string_view>

#include "clausier/present/tables.hpp"

namespace clausier::web {

// Writes the rows, figures as numbers and dates as dates, under a header that stays in sight.
void write_table(const present::TypedTable& table, std::string_view sheet, const std::filesystem::path& file);

// The rows of an answer.
void write_table(const present::Answer& answer, const std::filesystem::path& file);

}  // namespace clausier::web
