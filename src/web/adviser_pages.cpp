// The legal adviser: a short form, and below it what the law asks for and which clauses fit, live, with an address.
#include "adviser_pages.hpp"

#include "adviser_form.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/adviser.hpp"
#include "clausier/present/adviser_views.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::string_view example =
    "/conseiller?objet=R%C3%A9fection%20d%E2%80%99une%20%C3%A9cole&type=travaux&categorie=autre&besoin_estime=6000000"
    "&duree_mois=14&date_consultation=2026-12-01&siae=12&siae_ca=900000&ea_esat=2";

// What the form of a new dossier takes over.
std::string enquiry_address(const http::Fields& kept) {
    http::Fields out;
    for (const char* name : {"objet", "cpv", "type", "categorie", "defense", "besoin_estime", "duree_mois",
                             "date_consultation", "departement"})
        if (const auto value = kept.get(name)) out.add(name, std::string(*value));
    return address("/dossiers/creer", out);
}

// The advice, or nothing once every fault has been added to `issues`.
std::optional<domain::Advice> advised(Call& call, const http::Fields& kept, std::vector<core::Issue>& issues) {
    FormReader reader(kept);
    const domain::Purchase purchase = read_purchase(reader);
    issues = reader.issues();
    if (!issues.empty()) return std::nullopt;
    try {
        return domain::advise(purchase, *call.app.reference(), call.app.clock.today());
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid) throw;
        issues = told_by_field(error, purchase_labels());
        return std::nullopt;
    }
}

Reply adviser(Call& call) {
    const http::Fields kept = purchase_fields(call.query);
    Reply out;
    out.title = "Conseiller";
    out.page = "conseiller.html";
    out.filename = "conseil";
    std::vector<core::Issue> issues;
    std::optional<domain::Advice> advice;
    const bool asked = !kept.empty();
    if (asked || !call.html()) advice = advised(call, kept, issues);
    if (!issues.empty() && !call.html()) throw core::Error(core::ErrorKind::invalid, std::move(issues));
    if (advice) out.answer = present::answer(*advice);
    if (!call.html()) return out;
    out.status = fault_status(call, issues);
    const FormView form(issues);
    out.view = {{"exemple", example},
                {"ouvrir", enquiry_address(kept)},
                {"a_un_resultat", advice.has_value()},
                {"resultat", advice ? present::advice_view(*advice) : json::object()}};
    show_purchase(out.view, form, kept);
    form.summarise(out.view);
    add_calculation_frame(call, out, kept);
    return out;
}

}  // namespace

std::vector<Route> adviser_routes() {
    std::vector<Route> out{{"GET",
                            "/conseiller",
                            Action::open,
                            adviser,
                            "Ce que la loi demande pour un achat, et les clauses qui conviennent, avec leurs articles",
                            {{"objet", "objet de l’achat, dont le métier est tiré", "Réfection d’une école"},
                             {"cpv", "code CPV, 8 chiffres", "45000000"},
                             {"type", "travaux, fournitures, services ou concession", "travaux"},
                             {"categorie", "etat, autre ou entite : la catégorie de l’acheteur", "autre"},
                             {"defense", "oui : achat de défense ou de sécurité"},
                             {"besoin_estime", "valeur estimée du besoin, tous lots, HT, en euros", "6000000"},
                             {"duree_mois", "durée en mois", "14"},
                             {"date_consultation", "jour où la consultation est lancée", "2026-12-01"},
                             {"departement", "code du département d’exécution", "59"},
                             {"siae", "nombre de SIAE à proximité qui font cette activité", "12"},
                             {"siae_ca", "chiffre d’affaires moyen d’une de ces SIAE, en euros"},
                             {"ea_esat", "nombre d’EA et d’ESAT à proximité qui font cette activité"},
                             {"ea_esat_ca", "chiffre d’affaires moyen d’un de ces EA ou ESAT, en euros"}},
                            Formats{true, true, true},
                            example}};
    for (Route& route : opportunity_note_routes()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
