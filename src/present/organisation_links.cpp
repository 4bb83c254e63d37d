// Gives links of organisations their documents and tables.
#include "clausier/present/organisation_links.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace clausier::present {

namespace json = boost::json;

Answer answer(domain::Id<domain::Lot> lot, const std::vector<domain::LotOpcs>& opcs) {
    Answer out;
    out.title = "OPCS du lot n° " + std::to_string(lot.value);
    out.rows = "opcs";
    out.table.columns = {"N°", "OPCS", "Part"};
    out.numeric = {true, false, false};
    json::array list;
    for (const domain::LotOpcs& one : opcs) {
        list.push_back(
            {{"organisation", one.organisation.value}, {"nom", one.name}, {"part", one.lead ? "pilote" : "associee"}});
        out.table.rows.push_back({std::to_string(one.organisation.value), one.name, one.lead ? "pilote" : "associée"});
    }
    out.document = json::object{{"lot", lot.value}, {"opcs", std::move(list)}};
    return out;
}

Answer answer(const domain::Organisation& organisation, const std::vector<domain::OrganisationFunction>& functions) {
    Answer out;
    out.title = organisation.label();
    out.table.columns = {"Fonction"};
    out.numeric = {false};
    json::array list;
    for (const domain::OrganisationFunction one : functions) {
        list.push_back(json::string(domain::code(one)));
        out.table.rows.push_back({std::string(domain::label(one))});
    }
    out.document = json::object{
        {"organisation", organisation.id.value}, {"nom", organisation.label()}, {"fonctions", std::move(list)}};
    return out;
}

Answer answer(const domain::StructureLinks& links) {
    Answer out;
    out.title = "Structure n° " + std::to_string(links.structure.value);
    out.table.columns = {"Lien", "Organisation n°"};
    out.numeric = {false, true};
    json::array networks;
    if (links.organisation) out.table.rows.push_back({"est l’organisation", std::to_string(links.organisation->value)});
    for (const auto network : links.networks) {
        networks.emplace_back(network.value);
        out.table.rows.push_back({"est du réseau", std::to_string(network.value)});
    }
    out.document = json::object{
        {"structure", links.structure.value},
        {"organisation", links.organisation ? json::value(links.organisation->value) : json::value(nullptr)},
        {"reseaux", std::move(networks)}};
    return out;
}

}  // namespace clausier::present
