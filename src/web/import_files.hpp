// Spreadsheets on their way in and out of imports.
#pragma once
#include <filesystem>

#include "clausier/app/import_room.hpp"

namespace clausier::web {

// How the room reads spreadsheets.
app::SheetReader sheet_reader();

// The user's file with, beside each row, what became of it and what is said of it. Throws Error(unavailable).
void write_annotated(const std::filesystem::path& to, const app::AnnotatedFile& annotated);

// The workbook to fill in.
void write_import_template(const std::filesystem::path& to);

}  // namespace clausier::web
