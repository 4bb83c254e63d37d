// Backups: the database and its pieces, copied while others work, and put back.
#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/store/database.hpp"

namespace clausier::store {

enum class Overwrite { no, yes };

// Copies the database as it stands now to `to`, and its pieces to "<to>.pieces", in full or not at all. Progress is in
// pages. The copy is then read again whole, pieces by their fingerprint: gives a warning for each one whose file is
// lost or altered. Throws Error(conflict) when `to` exists, Error(unavailable) when the disk refuses or the copy is not
// sound, Error(invalid) when progress cancels.
std::vector<core::Issue> backup(Database& database, const std::filesystem::path& to,
                                const core::Progress& progress = {});

// A warning for each piece whose file is lost, or is no longer what its name says.
std::vector<core::Issue> faulty_pieces(Database& database);

// What is still to be done to a restored base before anybody opens it.
using Amend = std::function<void(Database& restored)>;

// Puts a backup in the place of `to`, its pieces too, once it is known to be sound and readable by this program; an
// older one is brought up to date. Gives a warning for each piece whose file the backup has lost or altered. Throws
// Error(not_found) when there is no backup there, Error(invalid) when it is broken or no clausier database,
// Error(conflict) when it is newer than the program or when `to` exists and may not be overwritten, Error(unavailable)
// when `to` is in use, and what `amend` throws. `to` is then as it was.
std::vector<core::Issue> restore(const std::filesystem::path& from, const std::filesystem::path& to,
                                 Overwrite overwrite = Overwrite::no, const Amend& amend = {});

}  // namespace clausier::store
