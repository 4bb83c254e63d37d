// Dossiers in a list, and the ratio of those that end with a clause.
#include "enquiry_pages.hpp"

#include <algorithm>
#include <set>

#include "clausier/core/french.hpp"
#include "clausier/present/enquiries.hpp"
#include "clausier/present/enquiry_views.hpp"
#include "form_reader.hpp"
#include "page_links.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr std::int64_t on_page = 100;
// Exports give the whole filtered set.
constexpr std::int64_t everything = 1'000'000;
constexpr std::string_view filters[] = {"texte", "etat", "acheteur", "referent", "annee", "ouverts"};

bool filtered(const http::Fields& query) {
    return std::any_of(std::begin(filters), std::end(filters),
                       [&](std::string_view name) { return !query.get(name).value_or("").empty(); });
}

std::int64_t page_of(const Call& call) {
    FormReader reader(call.query);
    return asked_page(reader);
}

store::EnquiryFilter asked(const Call& call) {
    FormReader reader(call.query);
    store::EnquiryFilter out;
    out.text = reader.text("texte");
    out.owner = reader.text("referent");
    out.year = reader.year("annee");
    out.open = reader.text("ouverts") == "oui";
    if (const auto buyer = reader.whole("acheteur")) out.buyer = domain::Id<domain::Organisation>{*buyer};
    if (const std::string state = reader.text("etat"); !state.empty()) {
        out.state = domain::enquiry_state(state);
        if (!out.state) reader.refuse("etat", "cet état n’existe pas\u00a0; choisissez-le dans la liste");
    }
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    const bool whole = call.format == Format::csv || call.format == Format::xlsx;
    out.limit = whole ? everything : on_page;
    out.offset = whole ? 0 : (page_of(call) - 1) * on_page;
    return out;
}

Choices state_choices() {
    Choices out{{"", "Tous"}};
    for (const domain::EnquiryState state : domain::all_enquiry_states)
        out.emplace_back(domain::code(state), domain::label(state));
    return out;
}

// The buyers and the years that dossiers have.
std::pair<Choices, Choices> buyer_and_year_choices(const std::vector<domain::EnquiryRatio>& ratios) {
    std::set<std::pair<std::string, std::int64_t>> buyers;
    std::set<int, std::greater<>> years;
    for (const domain::EnquiryRatio& one : ratios) {
        buyers.emplace(one.buyer_name, one.buyer.value);
        years.insert(one.year);
    }
    std::pair<Choices, Choices> out{{{"", "Tous"}}, {{"", "Toutes"}}};
    for (const auto& [name, id] : buyers) out.first.emplace_back(std::to_string(id), name);
    for (const int year : years) out.second.emplace_back(std::to_string(year), std::to_string(year));
    return out;
}

json::object list_view(Call& call, const domain::EnquiryPage& page) {
    const FormView form({});
    const bool narrowed = filtered(call.query);
    const auto [buyers, years] = buyer_and_year_choices(app::enquiry_ratios(call.base()));
    // Filters other than the text stand folded until one is used.
    bool opened = false;
    for (const std::string_view name : filters) opened = opened || (name != "texte" && !call.get(name).empty());
    return {{"texte",
             form.field({"texte", "Rechercher un dossier", "objet, acheteur ou lot", "", "search"}, call.get("texte"))},
            {"choix", json::array{form.choice({"etat", "État"}, call.get("etat"), state_choices()),
                                  form.choice({"acheteur", "Acheteur"}, call.get("acheteur"), buyers),
                                  form.choice({"annee", "Année de la demande"}, call.get("annee"), years),
                                  form.choice({"ouverts", "Dossiers"}, call.get("ouverts"),
                                              {{"", "Tous"}, {"oui", "Ouverts seulement"}})}},
            {"referent", form.field({"referent", "Référent"}, call.get("referent"))},
            {"filtre", narrowed},
            {"filtres_ouverts", opened},
            {"nombre", core::french::count(static_cast<std::uint64_t>(page.total), "dossier")},
            {"vide_base", page.total == 0 && !narrowed},
            {"vide_filtre", page.total == 0 && narrowed},
            {"plein", page.total != 0},
            {"lignes", present::enquiry_line_views(page, call.app.clock.today())},
            {"pages", page_links({page_of(call), page.total, on_page}, "/dossiers", call.query)}};
}

Reply list(Call& call) {
    const domain::EnquiryPage page = app::list_enquiries(call.base(), asked(call));
    Reply out;
    out.title = "Dossiers";
    out.page = "dossiers.html";
    out.filename = "dossiers";
    out.answer = present::answer(page);
    if (call.html()) out.view = list_view(call, page);
    return out;
}

Reply ratio(Call& call) {
    const std::vector<domain::EnquiryRatio> ratios = app::enquiry_ratios(call.base());
    Reply out;
    out.title = "Dossiers étudiés et clausés";
    out.trail = {{"/dossiers", "Dossiers"}};
    out.page = "dossiers_ratio.html";
    out.filename = "dossiers-clauses";
    out.answer = present::answer(ratios);
    if (!call.html()) return out;
    out.view = present::ratio_view(ratios);
    out.view["vide"] = ratios.empty();
    return out;
}

}  // namespace

std::vector<Route> enquiry_routes() {
    constexpr Formats all{true, true, true};
    std::vector<Route> out{
        {"GET",
         "/dossiers",
         Action::enquiry_read,
         list,
         "Les dossiers des acheteurs, avec leur état et leur prochaine échéance",
         {{"texte", "mots de l’objet, de l’acheteur ou d’un lot", "école"},
          {"etat",
           "sollicite, etudie, preconise, accepte, modifie, refuse, en_consultation, offres_analysees, attribue"},
          {"acheteur", "numéro de l’acheteur dans la base"},
          {"referent", "qui suit le dossier"},
          {"annee", "année de la demande", "2026"},
          {"ouverts", "oui : ni refusés ni attribués", "oui"},
          {"page", "page de 100 dossiers, à partir de 1", "1"}},
         all,
         "/dossiers"},
        {"GET",
         "/dossiers/ratio",
         Action::enquiry_read,
         ratio,
         "Les dossiers étudiés, clausables et clausés, par acheteur et par année",
         {},
         all,
         "/dossiers/ratio"}};
    for (auto* part : {enquiry_creation_routes, enquiry_sheet_routes, enquiry_lot_routes, enquiry_import_routes,
                       scenario_routes, marking_grid_routes, offer_routes, award_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
