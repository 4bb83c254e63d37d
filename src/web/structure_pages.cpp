// The list of structures, their sheets and the contracts they work on.
#include "structure_pages.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/app/markets.hpp"
#include "clausier/app/structures.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/structures.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "page_links.hpp"
#include "structure_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::int64_t on_page = 100;
constexpr std::int64_t everything = 1'000'000;

constexpr std::string_view filters[] = {"texte", "type", "famille", "departement", "conventionnees_le", "fermees"};

bool filtered(const Call& call) {
    return std::any_of(std::begin(filters), std::end(filters), [&](auto name) { return !call.get(name).empty(); });
}

bool wants_all(const Call& call) { return call.format == Format::csv || call.format == Format::xlsx; }

store::StructureFilter read_filter(const Call& call, FormReader& reader) {
    store::StructureFilter out;
    out.text = reader.text("texte");
    out.kind = reader.text("type");
    out.family = reader.text("famille");
    out.department = reader.text("departement");
    if (!out.kind.empty() && !domain::CodeLists::embedded().structure_kind(out.kind))
        reader.refuse("type", "ce type n’existe pas\u00a0; choisissez-en un de la liste, par exemple EI ou ACI");
    if (const auto department = core::parse_department(out.department))
        out.department = *department;
    else if (!out.department.empty())
        reader.refuse("departement", "ce département n’est pas connu\u00a0; donnez son code (57, 2A, 974)");
    out.approved_on = reader.date("conventionnees_le");
    out.closed = reader.text("fermees") == "oui";
    out.limit = wants_all(call) ? everything : on_page;
    out.offset = wants_all(call) ? 0 : (asked_page(reader) - 1) * on_page;
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    return out;
}

std::vector<std::pair<std::string, std::string>> department_choices() {
    std::vector<std::pair<std::string, std::string>> out{{"", "Tous"}};
    for (const domain::Department& one : domain::CodeLists::embedded().departments)
        out.emplace_back(one.code, one.code + " – " + one.name);
    return out;
}

json::object list_view(const Call& call, const domain::StructurePage& page, std::int64_t at) {
    const FormView form({});
    const bool narrowed = filtered(call);
    const bool open = narrowed && call.get("texte").empty();
    return {{"texte", form.field({"texte", "Rechercher une structure", "nom, commune ou SIRET", "", "search"},
                                 call.get("texte"))},
            {"choix",
             json::array{form.choice({"type", "Type"}, call.get("type"), kind_choices("Tous")),
                         form.choice({"famille", "Famille"}, call.get("famille"),
                                     {{"", "Toutes"},
                                      {"insertion", "Insertion"},
                                      {"handicap", "Handicap"},
                                      {"ess", "Économie sociale et solidaire"},
                                      {"other", "Autre"}}),
                         form.choice({"departement", "Département"}, call.get("departement"), department_choices()),
                         form.choice({"fermees", "Structures fermées"}, call.get("fermees"),
                                     {{"", "Sans elles"}, {"oui", "Avec elles"}})}},
            {"convention", form.field({"conventionnees_le", "Conventionnées le",
                                       "celles dont une convention datée court ce jour-là", "", "date"},
                                      call.get("conventionnees_le"))},
            {"filtres_ouverts", open},
            {"filtre", narrowed},
            {"vide_base", page.known == 0},
            {"vide_filtre", page.known != 0 && page.total == 0},
            {"plein", page.total != 0},
            {"nombre", core::french::count(static_cast<std::uint64_t>(page.total), "structure")},
            {"lignes", present::structure_line_views(page, call.app.clock.today())},
            {"pages", page_links({at, page.total, on_page}, "/structures", call.query)}};
}

Reply list(Call& call) {
    FormReader reader(call.query);
    const store::StructureFilter filter = read_filter(call, reader);
    const domain::StructurePage page = app::list_structures(call.base(), filter);
    Reply out;
    out.title = "Structures";
    out.page = "structures.html";
    out.filename = "structures";
    out.answer = present::answer(page, call.app.clock.today());
    if (call.html()) out.view = list_view(call, page, asked_page(reader));
    return out;
}

Reply see(Call& call) {
    const domain::StructureSheet sheet = app::structure_sheet(call.session(), call.base(), {call.id()});
    Reply out;
    out.title = sheet.structure.name;
    out.trail = {{"/structures", "Structures"}};
    out.page = "structure.html";
    out.answer = present::answer(sheet, call.app.clock.today());
    if (!call.html()) return out;
    out.view = present::structure_view(sheet, call.app.clock.today());
    out.view["adresse"] = structure_url(sheet.structure.id);
    return out;
}

Reply contracts(Call& call) {
    FormReader reader(call.query);
    app::SupplierContractQuery query;
    query.year = reader.year("annee");
    if (wants_all(call)) query.limit = everything;
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    if (!call.get("acheteur").empty()) query.buyer = app::find_buyer(call.base(), call.get("acheteur")).id;
    const auto lines = app::supplier_contracts(call.session(), call.base(), query);
    Reply out;
    out.title = "Contrats de structures";
    out.trail = {{"/structures", "Structures"}};
    out.page = "structures_contrats.html";
    out.filename = "contrats-de-structures";
    out.answer = present::answer(lines);
    if (!call.html()) return out;
    const FormView form({});
    const bool narrowed = !call.get("annee").empty() || !call.get("acheteur").empty();
    out.view = {
        {"champs", json::array{form.field({"acheteur", "Acheteur", "nom ou SIRET"}, call.get("acheteur")),
                               form.field({"annee", "Année de notification", "", "numeric"}, call.get("annee"))}},
        {"filtre", narrowed},
        {"vide", lines.empty()},
        {"nombre", core::french::count(lines.size(), "contrat")},
        {"lignes", present::contract_views(lines)}};
    return out;
}

std::vector<Route> own_routes() {
    return {{"GET",
             "/structures",
             Action::open,
             list,
             "Les structures : SIAE, EA, ESAT, ESS, par page de 100",
             {{"texte", "mots du nom ou de la commune, ou début d’un SIRET", "tilleuls"},
              {"type", "type de structure", "ACI"},
              {"famille", "insertion, handicap, ess ou other", "insertion"},
              {"departement", "code du département", "57"},
              {"conventionnees_le", "jour où une convention datée court", "2026-01-01"},
              {"fermees", "oui : avec celles qui ont fermé"},
              {"page", "page de 100 structures, à partir de 1", "1"}},
             {true, true, true},
             "/structures"},
            {"GET",
             "/structures/contrats",
             Action::contract_read,
             contracts,
             "Les contrats dont un titulaire ou un sous-traitant est une structure, et si elle était agréée",
             {{"acheteur", "nom ou SIRET de l’acheteur"}, {"annee", "année de notification", "2026"}},
             {true, true, true},
             "/structures/contrats"}};
}

}  // namespace

std::string structure_url(domain::Id<domain::Structure> id) { return "/structures/" + std::to_string(id.value); }

std::vector<Route> structure_routes() {
    std::vector<Route> out = own_routes();
    for (auto* part : {structure_edit_routes, structure_import_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    out.push_back({"GET",
                   "/structures/{id}",
                   Action::open,
                   see,
                   "Une structure : ses SIRET, ses agréments et les contrats où elle travaille",
                   {{"id", "numéro de la structure", "1"}},
                   {true, true, false},
                   "/structures/1"});
    return out;
}

}  // namespace clausier::web
