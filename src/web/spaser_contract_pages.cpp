// The contracts behind any count: all those counted, those left out and why, those whose amount is absurd.
#include "clausier/core/french.hpp"
#include "clausier/present/indicators.hpp"
#include "spaser_contract_list.hpp"
#include "spaser_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

struct ContractList {
    std::string_view code, title, empty;
    app::Behind behind;
};
constexpr std::array<ContractList, 3> lists{
    {{"tous", "Comptés", "Aucun contrat n’est compté parmi ceux-là.", app::Behind::all},
     {"exclus", "Exclus", "Aucun contrat n’est exclu parmi ceux-là.", app::Behind::excluded},
     {"aberrants", "Montants aberrants", "Aucun montant aberrant parmi ceux-là.", app::Behind::aberrant}}};

const ContractList& chosen_list(const Call& call) {
    FormReader reader(call.query);
    const std::string wanted = chosen_word(reader, "liste", {"tous", "exclus", "aberrants"});
    refuse_unsound(call, reader);
    for (const ContractList& list : lists)
        if (list.code == wanted) return list;
    return lists.front();
}

json::array tabs(const SpaserQuery& query, const ContractList& current) {
    json::array out;
    for (const ContractList& list : lists)
        out.push_back({{"libelle", list.title},
                       {"url", spaser_url("/spaser/contrats", query, {{"liste", std::string(list.code)}})},
                       {"courant", list.code == current.code}});
    return out;
}

Reply contracts(Call& call) {
    SpaserQuery query = read_spaser_query(call);
    const ContractList& list = chosen_list(call);
    const app::ContractPage page = listed_contracts(call, query, "", list.behind);
    Reply out;
    out.title = "Contrats";
    out.trail = {{spaser_url("/spaser", query), "SPASER"}};
    out.page = "spaser_contrats.html";
    out.filename = "spaser-contrats-" + std::string(list.code);
    json::object document = asked_json(query);
    document["liste"] = list.code;
    document["contrats"] = present::contracts_json(page);
    document["contrats_total"] = page.total;
    document["montant_total"] = core::decimal(page.sum.amount);
    out.answer.document = std::move(document);
    out.answer.rows = "contrats";
    out.answer.title = "Contrats";
    if (!call.html()) return out;
    const SpaserFigures figures = spaser_figures(call, query, false);
    out.view = contract_list_view(call, query, page, "/spaser/contrats", {{"liste", std::string(list.code)}},
                                  list.behind == app::Behind::excluded);
    out.view["phrase"] = scope_text(query);
    out.view["titre"] = list.title;
    out.view["dire_vide"] = list.empty;
    out.view["onglets"] = tabs(query, list);
    out.view["formulaire"] = form_view(call, query, figures, "/spaser/contrats", false);
    out.view["formulaire"].as_object()["gardes"].as_array().push_back({{"nom", "liste"}, {"valeur", list.code}});
    return out;
}

}  // namespace

std::vector<Route> spaser_contract_routes() {
    std::vector<Parameter> parameters = spaser_parameters();
    parameters.push_back({"lieu", "début du code du lieu d’exécution : commune, canton ou département"});
    parameters.push_back({"entreprise", "SIRET ou mots du nom d’un titulaire"});
    parameters.push_back({"liste", "tous (comptés, par défaut), exclus (avec leur motif) ou aberrants", "exclus"});
    parameters.push_back({"page", "page de 100 contrats, à partir de 1", "1"});
    return {{"GET", "/spaser/contrats", Action::contract_read, contracts,
             "Les contrats que comptent les indicateurs, ceux qui en sont exclus et pourquoi", parameters,
             Formats{true, true, true}, "/spaser/contrats?liste=exclus"}};
}

}  // namespace clausier::web
