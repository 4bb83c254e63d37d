// Care of the database: backups and their return.
#pragma once
#include <filesystem>

#include "clausier/app/app.hpp"
#include "clausier/core/progress.hpp"

namespace clausier::app {

// Copies the database and its pieces as they stand, while others work. Throws Error(conflict) when `to` exists,
// Error(unavailable) when the disk refuses, Error(invalid) when progress cancels.
void backup(store::Database& base, const std::filesystem::path& to, const core::Progress& progress);

// Puts a backup in the place of `to`, once known to be sound; `replace` allows it to overwrite. `to` is unchanged when
// it throws: Error(not_found), Error(invalid), Error(conflict) or Error(unavailable).
void restore(const std::filesystem::path& from, const std::filesystem::path& to, bool replace);

}  // namespace clausier::app
