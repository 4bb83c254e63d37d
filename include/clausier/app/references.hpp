// The reference values in force: the national ones and, over them, those of the database.
#pragma once
#include <filesystem>
#include <optional>

#include "clausier/app/app.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::app {

// The national values, with the local ones of the database over them.
domain::Reference reference(store::Database& base);
// The same for a file; without one, the national values alone. Throws Error(not_found) when the file does not exist.
domain::Reference reference(const std::optional<std::filesystem::path>& base);

// Adds a local value, or replaces the one of the same key and first day. Throws Error(invalid) with every fault;
// `place` tells where each text stands.
domain::ReferenceValue add_reference(Session session, store::Database& base, const domain::ReferenceTexts& texts,
                                     const domain::Place& place);

}  // namespace clausier::app
