// Imports lists of structures.
#include "clausier/app/structure_imports.hpp"

#include <fmt/format.h>

#include "clausier/store/journal.hpp"
#include "clausier/store/structure_imports.hpp"
#include "kept_file.hpp"
#include "structure_difference.hpp"

namespace clausier::app {
namespace {

using domain::Id;
using domain::StructureImport;
using domain::StructureImportOutcome;

void require_rows(const domain::StructureTable& table) {
    if (table.rows().empty())
        throw core::Error(core::ErrorKind::invalid, "fichier",
                          "aucune structure n’a été lue sous les titres\u00a0; vérifiez le fichier ou choisissez une "
                          "autre feuille");
}

StructureImport counted(const Session& session, const domain::StructureTable& table, const StructureChanges& changes,
                        const std::string& file_name) {
    StructureImport out;
    out.at = session.clock.now();
    out.actor = session.actor;
    out.file_name = file_name;
    out.rows_read = static_cast<std::int64_t>(table.rows().size());
    out.created = static_cast<std::int64_t>(changes.created.size());
    out.updated = static_cast<std::int64_t>(changes.updated.size());
    out.same = changes.same;
    out.listed = changes.listed;
    return out;
}

StructureImport require_import(store::Transaction& tx, Id<StructureImport> id) {
    auto found = store::StructureImports(tx).find(id);
    if (!found)
        throw core::Error(core::ErrorKind::not_found, "import de structures n° " + std::to_string(id.value),
                          "cet import n’existe pas\u00a0; voyez la liste des imports de structures");
    return *std::move(found);
}

}  // namespace

StructureImportOutcome try_structures(const Session& session, store::Database& base,
                                      const domain::StructureTable& table, const std::string& file_name) {
    require_rows(table);
    store::Transaction tx = base.read();
    StructureChanges changes = StructureDifference(tx, table.rows(), session.clock.today()).compare();
    return {counted(session, table, changes, file_name), std::move(changes.remarks)};
}

StructureImportOutcome import_structures(const Session& session, store::Database& base,
                                         const domain::StructureTable& table, const std::string& file_name,
                                         const std::filesystem::path& file) {
    require_rows(table);
    KeptFile original(base, file);
    store::Transaction tx = base.write();
    StructureChanges changes = StructureDifference(tx, table.rows(), session.clock.today()).compare();
    StructureImport import = counted(session, table, changes, file_name);
    import.file_sha256 = original.keep(tx, file_name, import.at);
    import = store::StructureImports(tx).apply(std::move(import), changes.created, changes.updated, changes.remarks);
    store::Journal(tx).append({import.at, import.actor, "structures.importer",
                               "import-structures/" + std::to_string(import.id.value),
                               fmt::format("lues={} creees={} modifiees={} identiques={} ecartees={}", import.rows_read,
                                           import.created, import.updated, import.same, import.listed)});
    tx.commit();
    return {std::move(import), std::move(changes.remarks)};
}

std::vector<StructureImport> list_structure_imports(store::Database& base, std::int64_t limit) {
    store::Transaction tx = base.read();
    return store::StructureImports(tx).list(limit);
}

StructureImportOutcome structure_import(store::Database& base, Id<StructureImport> id) {
    store::Transaction tx = base.read();
    return {require_import(tx, id), store::StructureImports(tx).remarks(id)};
}

StructureImportOutcome undo_structure_import(const Session& session, store::Database& base, Id<StructureImport> id) {
    store::Transaction tx = base.write();
    require_import(tx, id);
    store::StructureImports(tx).undo(id, session.clock.now());
    store::Journal(tx).append({session.clock.now(), session.actor, "structures.annuler-import",
                               "import-structures/" + std::to_string(id.value), ""});
    StructureImportOutcome out{require_import(tx, id), store::StructureImports(tx).remarks(id)};
    tx.commit();
    return out;
}

}  // namespace clausier::app
