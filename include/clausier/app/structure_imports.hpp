// Lists of structures imported: compared with what is kept, applied, undone.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/structure_list.hpp"
#include "clausier/domain/structure_table.hpp"

namespace clausier::app {

// What the import of a list read whole would do: every row is created, updated, the same, or listed with a reason. A
// row is a structure of its kind and SIRET, past or present; without SIRET, of its kind, name and département. Nothing
// is written.
domain::StructureImportOutcome try_structures(const Session& session, store::Database& base,
                                              const domain::StructureTable& table, const std::string& file_name);
// The same, kept in one transaction with a row of the journal and the original among the pieces. Throws Error(invalid)
// when the list has no row.
domain::StructureImportOutcome import_structures(const Session& session, store::Database& base,
                                                 const domain::StructureTable& table, const std::string& file_name,
                                                 const std::filesystem::path& file);

// The newest first.
std::vector<domain::StructureImport> list_structure_imports(store::Database& base, std::int64_t limit = 100);
// Throws Error(not_found).
domain::StructureImportOutcome structure_import(store::Database& base, domain::Id<domain::StructureImport> id);
// Throws Error(not_found), and Error(conflict) as store::StructureImports::undo().
domain::StructureImportOutcome undo_structure_import(const Session& session, store::Database& base,
                                                     domain::Id<domain::StructureImport> id);

}  // namespace clausier::app
