// Queries on imports of structures.
#include "clausier/store/structure_imports.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"
#include "clausier/store/structures.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::Structure;
using domain::StructureImport;

constexpr std::string_view columns =
    "id, at, actor, file_name, file_sha256, source, rows_read, created, updated, same, listed, undone_at";

StructureImport read_row(const Statement& row) {
    StructureImport out;
    out.id = row.get<Id<StructureImport>>(0);
    out.at = row.get<core::Instant>(1);
    out.actor = row.text(2);
    out.file_name = row.text(3);
    out.file_sha256 = row.text(4);
    out.source = row.text(5);
    out.rows_read = row.integer(6);
    out.created = row.integer(7);
    out.updated = row.integer(8);
    out.same = row.integer(9);
    out.listed = row.integer(10);
    out.undone_at = row.get<std::optional<core::Instant>>(11);
    return out;
}

}  // namespace

StructureImport StructureImports::apply(StructureImport import, const std::vector<Structure>& created,
                                        const std::vector<Structure>& updated,
                                        const std::vector<domain::StructureImportRemark>& remarks) {
    import.created = static_cast<std::int64_t>(created.size());
    import.updated = static_cast<std::int64_t>(updated.size());
    import.id =
        tx_.value<Id<StructureImport>>(R"(
INSERT INTO structure_imports (at, actor, file_name, file_sha256, source, rows_read, created, updated, same, listed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                       import.at, import.actor, import.file_name, import.file_sha256, import.source,
                                       import.rows_read, import.created, import.updated, import.same, import.listed);
    Structures structures(tx_);
    for (const Structure& one : created)
        tx_.run("UPDATE structures SET created_import = ? WHERE id = ?", import.id, structures.save(one).id);
    for (const Structure& one : updated) {
        keep_before(import.id, one.id);
        structures.save(one);
    }
    for (const domain::StructureImportRemark& one : remarks)
        tx_.run(R"(
INSERT INTO structure_import_rows (import_id, line, code, kept, message) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (import_id, line, code) DO NOTHING)",
                import.id, one.line, one.code, one.kept, one.message);
    return import;
}

void StructureImports::keep_before(Id<StructureImport> import, Id<Structure> structure) {
    tx_.run(R"(
INSERT INTO structures_before (import_id, structure_id, kind, name, folded, siret, department, post_code, city, naf,
  source, closed_on, edits)
SELECT ?, id, kind, name, folded, siret, department, post_code, city, naf, source, closed_on, edits
FROM structures WHERE id = ?)",
            import, structure);
    tx_.run(R"(
INSERT INTO structure_sirets_before (import_id, structure_id, siret, valid_from, valid_to)
SELECT ?, structure_id, siret, valid_from, valid_to FROM structure_sirets WHERE structure_id = ?)",
            import, structure);
    tx_.run(R"(
INSERT INTO structure_approvals_before (import_id, structure_id, id, kind, valid_from, valid_to, source)
SELECT ?, structure_id, id, kind, valid_from, valid_to, source FROM structure_approvals WHERE structure_id = ?)",
            import, structure);
}

std::optional<StructureImport> StructureImports::find(Id<StructureImport> id) {
    auto rows = tx_.query(fmt::format("SELECT {} FROM structure_imports WHERE id = ?", columns), id);
    if (!rows.step()) return std::nullopt;
    return read_row(rows);
}

std::vector<StructureImport> StructureImports::list(std::int64_t limit) {
    std::vector<StructureImport> out;
    auto rows = tx_.query(fmt::format("SELECT {} FROM structure_imports ORDER BY id DESC LIMIT ?", columns), limit);
    while (rows.step()) out.push_back(read_row(rows));
    return out;
}

std::vector<domain::StructureImportRemark> StructureImports::remarks(Id<StructureImport> id) {
    std::vector<domain::StructureImportRemark> out;
    auto rows = tx_.query(
        "SELECT line, code, kept, message FROM structure_import_rows WHERE import_id = ? ORDER BY line, code", id);
    while (rows.step())
        out.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.text(1), rows.get<bool>(2), rows.text(3)});
    return out;
}

void StructureImports::require_untouched(Id<StructureImport> id) {
    std::vector<core::Issue> touched;
    auto rows = tx_.query(R"(
SELECT s.id, s.name FROM structures s
WHERE (s.created_import = ? AND s.edits > 0)
   OR EXISTS (SELECT 1 FROM structures_before b
              WHERE b.import_id = ? AND b.structure_id = s.id AND s.edits <> b.edits + 1)
ORDER BY s.id)",
                          id, id);
    while (rows.step())
        touched.push_back({core::Severity::error, "modifie_depuis",
                           fmt::format("structure n° {}, «\u00a0{}\u00a0»", rows.integer(0), rows.text(1)),
                           "elle a été modifiée depuis cet import\u00a0: il ne peut plus être annulé en entier, "
                           "corrigez-la à la main"});
    if (!touched.empty()) throw Error(ErrorKind::conflict, std::move(touched));
}

void StructureImports::undo(Id<StructureImport> id, core::Instant at) {
    if (tx_.run("UPDATE structure_imports SET undone_at = ? WHERE id = ? AND undone_at IS NULL", at, id) == 0)
        throw Error(ErrorKind::conflict, fmt::format("import de structures n° {}", id.value), "il est déjà annulé");
    require_untouched(id);
    for (const char* part : {"structure_sirets", "structure_approvals"})
        tx_.run(fmt::format(R"(
DELETE FROM {} WHERE structure_id IN (
  SELECT id FROM structures WHERE created_import = ? UNION ALL
  SELECT structure_id FROM structures_before WHERE import_id = ?))",
                            part),
                id, id);
    tx_.run("DELETE FROM structures WHERE created_import = ?", id);
    tx_.run(R"(
UPDATE structures SET (kind, name, folded, siret, department, post_code, city, naf, source, closed_on, edits) =
  (SELECT b.kind, b.name, b.folded, b.siret, b.department, b.post_code, b.city, b.naf, b.source, b.closed_on, b.edits
   FROM structures_before b WHERE b.import_id = ? AND b.structure_id = structures.id), revision = revision + 1
WHERE id IN (SELECT structure_id FROM structures_before WHERE import_id = ?))",
            id, id);
    tx_.run(R"(
INSERT INTO structure_sirets (structure_id, siret, valid_from, valid_to)
SELECT structure_id, siret, valid_from, valid_to FROM structure_sirets_before WHERE import_id = ?)",
            id);
    tx_.run(R"(
INSERT INTO structure_approvals (structure_id, kind, valid_from, valid_to, source)
SELECT structure_id, kind, valid_from, valid_to, source FROM structure_approvals_before WHERE import_id = ? ORDER BY id)",
            id);
    for (const char* part : {"structures_before", "structure_sirets_before", "structure_approvals_before"})
        tx_.run(fmt::format("DELETE FROM {} WHERE import_id = ?", part), id);
}

}  // namespace clausier::store
