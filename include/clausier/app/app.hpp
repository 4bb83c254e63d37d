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
    std::string actor;  // an account, or "cli" while there is none
};

// The database file: what was asked for, else the environment variable CLAUSIER_BASE, else nothing.
std::optional<std::filesystem::path> base_path(const std::optional<std::string>& asked);

// Opens the database. `create`: a missing file is made. Throws Error(invalid) when no file is named, Error(not_found)
// when it is missing and not to be made, and what Database throws.
std::unique_ptr<store::Database> open_base(const std::optional<std::string>& asked, bool create);

}  // namespace clausier::app
