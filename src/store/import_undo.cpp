// Obstacles looked for, then before-images put back.
#include "clausier/store/import_undo.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/store/journal.hpp"
#include "market_index.hpp"
#include "tender_columns.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;

// One kind of obstacle: rows (buyer, reference, lot number or NULL, later import or NULL), and what to say of them.
struct Obstacle {
    std::string_view code;
    std::string_view text;  // {} is the later import, the calculation or the dossier
    std::string_view sql;
};

constexpr Obstacle obstacle_kinds[] = {
    {"marche_modifie_par_import", "il a été modifié depuis par l’import n° {} ; annulez d’abord celui-ci", R"(
SELECT m.buyer_id, m.reference, NULL, m.last_import FROM markets m
WHERE (m.created_import = ?1 OR m.id IN (SELECT b.market_id FROM markets_before b WHERE b.import_id = ?1))
  AND m.last_import <> ?1 ORDER BY m.id)"},
    {"marche_modifie", "il a été modifié à la main depuis ; gardez l’import et corrigez le marché", R"(
SELECT m.buyer_id, m.reference, NULL, NULL
FROM markets m LEFT JOIN markets_before b ON b.import_id = ?1 AND b.market_id = m.id
WHERE m.last_import = ?1 AND m.edits <> coalesce(b.edits, 0) ORDER BY m.id)"},
    {"lot_ajoute", "il a été ajouté depuis à un marché venu de cet import ; gardez l’import ou annulez celui du lot",
     R"(
SELECT m.buyer_id, m.reference, l.number, NULL
FROM markets m JOIN lots l ON l.market_id = m.id
WHERE m.created_import = ?1 AND l.created_import IS DISTINCT FROM ?1 ORDER BY l.id)"},
    {"lot_modifie_par_import", "il a été modifié depuis par l’import n° {} ; annulez d’abord celui-ci", R"(
SELECT m.buyer_id, m.reference, l.number, l.last_import
FROM lots l JOIN markets m ON m.id = l.market_id
WHERE (l.created_import = ?1 OR l.id IN (SELECT b.lot_id FROM lots_before b WHERE b.import_id = ?1))
  AND l.last_import <> ?1 ORDER BY l.id)"},
    {"lot_modifie", "il a été modifié à la main depuis ; gardez l’import et corrigez le lot", R"(
SELECT m.buyer_id, m.reference, l.number, NULL
FROM lots l JOIN markets m ON m.id = l.market_id LEFT JOIN lots_before b ON b.import_id = ?1 AND b.lot_id = l.id
WHERE l.last_import = ?1 AND l.edits <> coalesce(b.edits, 0) ORDER BY l.id)"},
    {"marche_dossier", "le dossier n° {} en fait son marché ; gardez l’import et corrigez le marché", R"(
SELECT m.buyer_id, m.reference, NULL, min(e.id)
FROM markets m JOIN enquiries e ON e.market_id = m.id
WHERE m.created_import = ?1 GROUP BY m.buyer_id, m.reference, m.id ORDER BY m.id)"},
    {"lot_calcule", "le calcul n° {} s’en sert ; gardez l’import et corrigez le lot", R"(
SELECT m.buyer_id, m.reference, l.number, min(c.id)
FROM calculations c JOIN lots l ON l.id = c.lot_id JOIN markets m ON m.id = l.market_id
     LEFT JOIN lots_before b ON b.import_id = ?1 AND b.lot_id = l.id
WHERE (l.created_import = ?1 AND b.lot_id IS NULL) OR c.lot_revision > b.revision
GROUP BY m.buyer_id, m.reference, l.id, l.number ORDER BY l.id)"},
    {"marche_suivi", "il a des contacts, des échanges ou des tâches ; gardez l’import, ou retirez-les d’abord", R"(
SELECT m.buyer_id, m.reference, NULL, NULL FROM markets m
WHERE m.created_import = ?1
  AND m.id IN (SELECT subject_id FROM contacts WHERE subject_kind = 'marche'
               UNION SELECT subject_id FROM exchanges WHERE subject_kind = 'marche'
               UNION SELECT subject_id FROM tasks WHERE subject_kind = 'marche') ORDER BY m.id)"},
    {"lot_suivi", "il a des contacts, des échanges ou des tâches ; gardez l’import, ou retirez-les d’abord", R"(
SELECT m.buyer_id, m.reference, l.number, NULL FROM lots l JOIN markets m ON m.id = l.market_id
WHERE l.created_import = ?1
  AND l.id IN (SELECT subject_id FROM contacts WHERE subject_kind = 'lot'
               UNION SELECT subject_id FROM exchanges WHERE subject_kind = 'lot'
               UNION SELECT subject_id FROM tasks WHERE subject_kind = 'lot') ORDER BY l.id)"},
    {"lot_execute",
     "son exécution a commencé (engagements, mises en œuvre, heures) ; gardez l’import et corrigez le lot",
     R"(
SELECT m.buyer_id, m.reference, l.number, NULL FROM lots l JOIN markets m ON m.id = l.market_id
WHERE l.created_import = ?1
  AND (l.id IN (SELECT lot_id FROM commitments UNION SELECT lot_id FROM placements UNION
                SELECT lot_id FROM placement_shares UNION SELECT lot_id FROM service_orders UNION
                SELECT lot_id FROM stoppages UNION SELECT lot_id FROM holder_plans UNION
                SELECT lot_id FROM lot_executions UNION SELECT lot_id FROM holder_shares UNION
                SELECT lot_id FROM penalty_steps UNION SELECT lot_id FROM certificates)
       OR m.id IN (SELECT market_id FROM counting_rules)) ORDER BY l.id)"},
};

std::string place(Transaction& tx, const Statement& row) {
    const std::string buyer = tx.value<std::string>(
        "SELECT CASE WHEN name <> '' THEN name ELSE identifier END FROM organisations WHERE id = ?", row.integer(0));
    const auto lot = row.get<std::optional<std::string>>(2);
    if (!lot) return fmt::format("marché {} de {}", row.text(1), buyer);
    return lot->empty() ? fmt::format("lot unique du marché {} de {}", row.text(1), buyer)
                        : fmt::format("lot {} du marché {} de {}", *lot, row.text(1), buyer);
}

}  // namespace

std::vector<core::Issue> ImportUndo::obstacles(Id<Import> id) {
    constexpr std::size_t listed = 100;
    std::vector<core::Issue> issues;
    std::uint64_t more = 0;
    static_cast<void>(Imports(tx_).find(id));
    for (const Obstacle& kind : obstacle_kinds) {
        for (auto rows = tx_.query(kind.sql, id); rows.step();) {
            if (issues.size() < listed)
                issues.push_back({core::Severity::error, std::string(kind.code), place(tx_, rows),
                                  fmt::format(fmt::runtime(kind.text), rows.is_null(3) ? 0 : rows.integer(3))});
            else
                ++more;
        }
    }
    if (more > 0)
        issues.push_back({core::Severity::error, "autres", fmt::format("import n° {}", id.value),
                          fmt::format("et {} dans le même cas", core::french::count(more, "autre"))});
    return issues;
}

Import ImportUndo::undo(Id<Import> id, core::Instant at, const std::string& actor) {
    const Import import = Imports(tx_).find(id);
    if (import.undone_at) throw Error(ErrorKind::conflict, fmt::format("import n° {}", id.value), "il est déjà annulé");
    if (auto issues = obstacles(id); !issues.empty()) throw Error(ErrorKind::conflict, std::move(issues));
    restore_changed(id);
    remove_new(id);
    MarketIndex(tx_).rebuild();
    tx_.run("UPDATE imports SET state = 'undone', undone_at = ? WHERE id = ?", at, id);
    Journal(tx_).append(
        {at, actor, "import.annuler", fmt::format("import/{}", id.value),
         fmt::format("sha256={} marches={}-{}~ lots={}-{}~", import.meta.file_sha256, import.difference.markets_new,
                     import.difference.markets_changed, import.difference.lots_new, import.difference.lots_changed)});
    return Imports(tx_).find(id);
}

void ImportUndo::restore_changed(Id<Import> id) {
    tx_.run(fmt::format(R"(
UPDATE markets AS m SET last_import = b.last_import, digest = b.digest, revision = m.revision + 1, {}
FROM markets_before b WHERE b.import_id = ? AND m.id = b.market_id)",
                        column_restores(market_columns())),
            id);
    tx_.run(fmt::format(R"(
UPDATE lots AS m SET last_import = b.last_import, source_line = b.source_line, digest = b.digest,
  holders_digest = b.holders_digest, revision = m.revision + 1, {}
FROM lots_before b WHERE b.import_id = ? AND m.id = b.lot_id)",
                        column_restores(lot_columns())),
            id);
    tx_.run("DELETE FROM lot_holders WHERE lot_id IN (SELECT lot_id FROM lot_holders_before WHERE import_id = ?)", id);
    tx_.run(R"(
INSERT INTO lot_holders (lot_id, rank, organisation_id)
SELECT lot_id, rank, organisation_id FROM lot_holders_before WHERE import_id = ?)",
            id);
    tx_.run(R"(
UPDATE organisations AS o SET name = '', folded = '', revision = o.revision + 1
FROM organisations_before b WHERE b.import_id = ? AND o.id = b.organisation_id AND o.edits = b.edits)",
            id);
    for (const std::string_view table : {"markets_before", "lots_before", "lot_holders_before", "organisations_before"})
        tx_.run(fmt::format("DELETE FROM {} WHERE import_id = ?", table), id);
}

void ImportUndo::remove_new(Id<Import> id) {
    tx_.run("DELETE FROM lot_holders WHERE lot_id IN (SELECT id FROM lots WHERE created_import = ?)", id);
    tx_.run("DELETE FROM lots WHERE created_import = ?", id);
    tx_.run("DELETE FROM markets WHERE created_import = ?", id);
    tx_.run(R"(
DELETE FROM operations
WHERE created_import = ? AND revision = 1
  AND NOT EXISTS (SELECT 1 FROM markets m WHERE m.operation_id = operations.id)
  AND NOT EXISTS (SELECT 1 FROM markets_before b WHERE b.operation_id = operations.id))",
            id);
    tx_.run(R"(
DELETE FROM organisations
WHERE created_import = ? AND edits = 0
  AND NOT EXISTS (SELECT 1 FROM markets m WHERE m.buyer_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM enquiries e WHERE e.buyer_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM lot_holders h WHERE h.organisation_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM organisations o WHERE o.merged_into = organisations.id)
  AND id NOT IN (SELECT subject_id FROM contacts WHERE subject_kind = 'organisation'
                 UNION SELECT subject_id FROM exchanges WHERE subject_kind = 'organisation'
                 UNION SELECT subject_id FROM tasks WHERE subject_kind = 'organisation')
  AND NOT EXISTS (SELECT 1 FROM memberships k WHERE k.organisation_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM organisation_functions f WHERE f.organisation_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM lot_opcs p WHERE p.organisation_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM enquiries e WHERE e.opcs_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM structure_organisations z WHERE z.organisation_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM structure_networks n WHERE n.organisation_id = organisations.id)
  AND NOT EXISTS (SELECT 1 FROM lot_holders_before b WHERE b.organisation_id = organisations.id))",
            id);
}

}  // namespace clausier::store
