// How use cases reach the database, and what every one of them needs.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "clausier/core/clock.hpp"
#include "clausier/store/database.hpp"

namespace clausier::app {

// Who acts and when: what the journal writes of an action.
struct Session {
    const core::Clock& clock;
    std::string actor;  // "compte/3", or "cli", or "web" on a server run without accounts
    domain::Viewer viewer = domain::Viewer::everything();
};

// The database file: what was asked for, else the environment variable CLAUSIER_BASE, else nothing.
std::optional<std::filesystem::path> base_path(const std::optional<std::string>& asked);

// Opens the database. `create`: a missing file is made. Throws Error(invalid) when no file is named, Error(not_found)
// when it is missing and not to be made, and what Database throws.
std::unique_ptr<store::Database> open_base(const std::optional<std::string>& asked, bool create);
// The same without writing anything of it. Throws Error(conflict) when the program would first have to change it.
std::unique_ptr<store::Database> open_base_read_only(const std::optional<std::string>& asked);
// For a server: every page of the file is read before anything else; a missing one is made unless `read_only`. Throws
// Error(invalid) with how to restore when it is broken.
std::unique_ptr<store::Database> open_served_base(const std::filesystem::path& path, bool read_only);

}  // namespace clausier::app
