// Queries on functions, OPCS of lots and links with structures.
#include "clausier/store/organisation_links.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Lot;
using domain::LotOpcs;
using domain::Organisation;
using domain::OrganisationFunction;

}  // namespace

std::vector<OrganisationFunction> OrganisationLinks::functions(Id<Organisation> id) {
    std::vector<OrganisationFunction> kept;
    auto rows = tx_.query("SELECT function FROM organisation_functions WHERE organisation_id = ?", id);
    while (rows.step()) kept.push_back(domain::organisation_function(rows.text(0)).value());
    std::vector<OrganisationFunction> out;
    for (const OrganisationFunction one : domain::all_organisation_functions)
        for (const OrganisationFunction other : kept)
            if (one == other) out.push_back(one);
    return out;
}

void OrganisationLinks::set_functions(Id<Organisation> id, const std::vector<OrganisationFunction>& functions) {
    tx_.run("DELETE FROM organisation_functions WHERE organisation_id = ?", id);
    for (const OrganisationFunction one : functions)
        tx_.run("INSERT INTO organisation_functions (organisation_id, function) VALUES (?, ?)", id, one);
}

std::vector<LotOpcs> OrganisationLinks::opcs() {
    auto rows = tx_.query(R"(
SELECT o.id, CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM organisation_functions f JOIN organisations o ON o.id = f.organisation_id
WHERE f.function = 'opcs' AND o.merged_into IS NULL ORDER BY o.folded, o.id)");
    std::vector<LotOpcs> out;
    while (rows.step()) out.push_back({rows.get<Id<Organisation>>(0), false, rows.text(1)});
    return out;
}

std::vector<LotOpcs> OrganisationLinks::opcs_of(Id<Lot> lot) {
    auto rows = tx_.query(R"(
SELECT o.id, p.part = 'lead', CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM lot_opcs p JOIN organisations o ON o.id = p.organisation_id
WHERE p.lot_id = ? ORDER BY p.part = 'lead' DESC, o.folded, o.id)",
                          lot);
    std::vector<LotOpcs> out;
    while (rows.step()) out.push_back({rows.get<Id<Organisation>>(0), rows.get<bool>(1), rows.text(2)});
    return out;
}

void OrganisationLinks::set_opcs(Id<Lot> lot, const std::vector<LotOpcs>& opcs) {
    tx_.run("DELETE FROM lot_opcs WHERE lot_id = ?", lot);
    for (const LotOpcs& one : opcs)
        tx_.run("INSERT INTO lot_opcs (lot_id, organisation_id, part) VALUES (?, ?, ?)", lot, one.organisation,
                one.lead ? "lead" : "associated");
}

domain::StructureLinks OrganisationLinks::of(Id<domain::Structure> structure) {
    domain::StructureLinks out{structure, {}, {}};
    out.organisation = tx_.maybe<Id<Organisation>>(
        "SELECT organisation_id FROM structure_organisations WHERE structure_id = ?", structure);
    auto rows = tx_.query(
        "SELECT organisation_id FROM structure_networks WHERE structure_id = ? ORDER BY organisation_id", structure);
    while (rows.step()) out.networks.push_back(rows.get<Id<Organisation>>(0));
    return out;
}

void OrganisationLinks::set(const domain::StructureLinks& links) {
    tx_.run("DELETE FROM structure_organisations WHERE structure_id = ?", links.structure);
    if (links.organisation)
        tx_.run("INSERT INTO structure_organisations (structure_id, organisation_id) VALUES (?, ?)", links.structure,
                *links.organisation);
    tx_.run("DELETE FROM structure_networks WHERE structure_id = ?", links.structure);
    for (const Id<Organisation> network : links.networks)
        tx_.run(R"(
INSERT INTO structure_networks (structure_id, organisation_id) VALUES (?, ?)
ON CONFLICT (structure_id, organisation_id) DO NOTHING)",
                links.structure, network);
}

void OrganisationLinks::move(Id<Organisation> from, Id<Organisation> into) {
    tx_.run(R"(
INSERT INTO organisation_functions (organisation_id, function)
SELECT ?, function FROM organisation_functions WHERE organisation_id = ?
ON CONFLICT (organisation_id, function) DO NOTHING)",
            into, from);
    tx_.run("DELETE FROM organisation_functions WHERE organisation_id = ?", from);
    std::vector<Id<Lot>> led;
    for (auto rows = tx_.query("SELECT lot_id FROM lot_opcs WHERE organisation_id = ? AND part = 'lead'", from);
         rows.step();)
        led.push_back(rows.get<Id<Lot>>(0));
    tx_.run(R"(
DELETE FROM lot_opcs WHERE organisation_id = ? AND lot_id IN (SELECT p.lot_id FROM lot_opcs p WHERE p.organisation_id = ?))",
            from, into);
    tx_.run("UPDATE lot_opcs SET organisation_id = ? WHERE organisation_id = ?", into, from);
    for (const Id<Lot> lot : led)
        tx_.run("UPDATE lot_opcs SET part = 'lead' WHERE lot_id = ? AND organisation_id = ?", lot, into);
    tx_.run("UPDATE enquiries SET opcs_id = ? WHERE opcs_id = ?", into, from);
    tx_.run("UPDATE structure_organisations SET organisation_id = ? WHERE organisation_id = ?", into, from);
    tx_.run(R"(
INSERT INTO structure_networks (structure_id, organisation_id)
SELECT structure_id, ? FROM structure_networks WHERE organisation_id = ?
ON CONFLICT (structure_id, organisation_id) DO NOTHING)",
            into, from);
    tx_.run("DELETE FROM structure_networks WHERE organisation_id = ?", from);
}

}  // namespace clausier::store
