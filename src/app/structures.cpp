// Structures opened, listed, added and changed.
#include "clausier/app/structures.hpp"

#include "clausier/store/journal.hpp"
#include "clausier/store/supplier_contracts.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using domain::Id;
using domain::Structure;
using domain::StructureSheet;

Structure require_structure(store::Transaction& tx, Id<Structure> id) {
    auto found = store::Structures(tx).find(id);
    if (!found)
        throw core::Error(core::ErrorKind::not_found, "structure n° " + std::to_string(id.value),
                          "cette structure n’existe pas\u00a0; voyez la liste des structures");
    return *std::move(found);
}

StructureSheet sheet_of(const Session& session, store::Transaction& tx, Structure structure) {
    StructureSheet out;
    if (!structure.siret.empty()) out.sharing = store::Structures(tx).sharing(structure.siret, structure.id);
    out.contracts = store::SupplierContracts(tx).of(structure.id);
    for (domain::SupplierContract& one : out.contracts) {
        one.structure = structure;
        one.standing = domain::standing_of(structure, one.notified_on, session.clock.today());
    }
    out.structure = std::move(structure);
    return out;
}

StructureSheet finish(store::Transaction& tx, const Session& session, std::string_view action, Id<Structure> id,
                      const std::string& detail) {
    store::Journal(tx).append(
        {session.clock.now(), session.actor, std::string(action), "structure/" + std::to_string(id.value), detail});
    StructureSheet out = sheet_of(session, tx, require_structure(tx, id));
    tx.commit();
    return out;
}

}  // namespace

StructureSheet structure_sheet(const Session& session, store::Database& base, Id<Structure> id) {
    store::Transaction tx = base.read();
    return sheet_of(session, tx, require_structure(tx, id));
}

domain::StructurePage list_structures(store::Database& base, const store::StructureFilter& filter) {
    store::Transaction tx = base.read();
    return store::Structures(tx).list(filter);
}

StructureSheet add_structure(const Session& session, store::Database& base, Structure structure) {
    require_sound(domain::faults(structure));
    refuse_nir_in(domain::structure_fields(structure));
    structure.id = {};
    structure.sirets.clear();
    store::Transaction tx = base.write();
    const Id<Structure> id = store::Structures(tx).save(std::move(structure)).id;
    return finish(tx, session, "structure.ajouter", id, "");
}

StructureSheet update_structure(const Session& session, store::Database& base, const Structure& edited) {
    store::Transaction tx = base.write();
    const Structure kept = require_structure(tx, edited.id);
    require_sound(domain::faults(edited));
    refuse_nir_in(domain::structure_fields(edited));
    const auto before = domain::structure_fields(kept);
    const auto after = domain::structure_fields(edited);
    if (kept.revision != edited.revision) refuse_stale(domain::conflict_issues(before, after));
    const std::string changed = domain::changed_fields(before, after);
    if (changed.empty()) return sheet_of(session, tx, kept);
    Structure next = edited;
    next.siret = kept.siret;
    next.sirets = kept.sirets;
    store::Structures(tx).save(domain::with_siret(std::move(next), edited.siret, session.clock.today()));
    return finish(tx, session, "structure.modifier", edited.id, changed);
}

std::vector<domain::SupplierContract> supplier_contracts(const Session& session, store::Database& base,
                                                         const SupplierContractQuery& query) {
    store::Transaction tx = base.read();
    auto out = store::SupplierContracts(tx).list(query.buyer, query.year, query.limit);
    for (domain::SupplierContract& one : out)
        one.standing = domain::standing_of(one.structure, one.notified_on, session.clock.today());
    return out;
}

}  // namespace clausier::app
