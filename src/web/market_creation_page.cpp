// « Créer le marché »: the lots of a calculation become those of a market.
#include <boost/json/array.hpp>

#include "calculation_frame.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/tender.hpp"
#include "clausier/present/calculation_views.hpp"
#include "form_reader.hpp"
#include "tender_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::string_view own_fields[] = {"acheteur", "marche", "objet", "date_consultation", "duree_mois"};

// What is typed here: the market, but for its lots.
domain::MarketDraft read_market(FormReader& reader) {
    domain::MarketDraft out;
    if (const std::string buyer = reader.text("acheteur"); !buyer.empty()) out.buyer = domain::parse_buyer(buyer);
    out.market.reference = reader.text("marche");
    out.market.object = reader.text("objet");
    out.market.consultation_on = reader.date("date_consultation");
    out.market.duration_months = reader.whole("duree_mois");
    return out;
}

// A fault of a lot is mended in the calculation, of the market in this form.
core::Issue placed(core::Issue issue) {
    for (const std::string_view field : own_fields)
        if (issue.where == field) return issue;
    if (!issue.where.empty()) issue.text = "dans le calcul\u00a0: " + issue.text;
    issue.where.clear();
    return issue;
}

// The figures of the calculation, carried from form to form.
json::array carried(const http::Fields& kept) {
    json::array out;
    for (const http::Header& field : kept) out.push_back({{"nom", field.name}, {"valeur", field.value}});
    return out;
}

Reply form_page(Call& call, const http::Fields& sent, std::vector<core::Issue> issues) {
    const auto reference = call.app.reference();
    TenderForm tender(sent);
    const auto study = tender.study(*reference, call.app.clock.today());
    for (const core::Issue& issue : tender.issues()) {
        core::Issue told = placed(issue);
        issues.push_back(std::move(told));
    }
    require_page(call, issues);
    const FormReader reader(sent);
    const FormView form(issues);
    const auto field = [&](FieldView spec) { return form.field(spec, reader.text(spec.name)); };
    const http::Fields& kept = tender.rows().fields();
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Créer le marché";
    out.trail = {{"/marches", "Marchés"}};
    out.page = "marche_creer.html";
    out.headers.set("Cache-Control", "no-store");
    const std::string months = reader.text("duree_mois").empty() ? reader.text("mois") : reader.text("duree_mois");
    const bool found = study && tender.has_lots();
    out.view = {
        {"jeton", call.token()},
        {"acheteur",
         field({"acheteur", "Acheteur", "son SIRET ou son nom\u00a0; il est créé s’il est nouveau", {}, "text", true})},
        {"marche", field({"marche", "Référence du marché", "vide\u00a0: une référence est formée"})},
        {"objet", field({"objet", "Objet", {}, {}, "text", true})},
        {"date_consultation", field({"date_consultation", "Date de la consultation", {}, {}, "date"})},
        {"duree_mois", form.field({"duree_mois", "Durée (mois)", {}, "numeric"}, months)},
        {"champs_du_calcul", carried(kept)},
        {"calcul", address("/calcul", kept)},
        {"a_des_lots", found},
        {"resultat", found ? present::study_view(*study) : json::object()}};
    form.summarise(out.view);
    return out;
}

Reply new_market(Call& call) { return form_page(call, call.query, {}); }

Reply create(Call& call) {
    const auto reference = call.app.reference();
    const http::Fields& sent = call.form.fields;
    TenderForm tender(sent);
    FormReader reader(sent);
    domain::MarketDraft draft = read_market(reader);
    std::vector<core::Issue> issues = reader.issues();
    const auto study = tender.study(*reference, call.app.clock.today());
    if (study) {
        draft.lots = domain::lots_of(study->tender);
        draft.hypotheses = tender.question().hypotheses;
        for (const core::Issue& issue : domain::faults(draft)) issues.push_back(placed(issue));
    }
    if (!study || !tender.issues().empty() || !issues.empty()) return form_page(call, sent, std::move(issues));
    try {
        const domain::MarketSheet made = app::create_market(call.session(), call.base(), std::move(draft), *reference);
        return Reply::see("/marches/" + std::to_string(made.market.id.value), "marche-cree");
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid && error.kind() != core::ErrorKind::conflict) throw;
        for (const core::Issue& issue : error.issues()) issues.push_back(placed(issue));
        return form_page(call, sent, std::move(issues));
    }
}

}  // namespace

std::vector<Route> market_creation_routes() {
    constexpr Formats page{true, false, false};
    return {{"GET",
             "/marches/nouveau",
             Action::market_write,
             new_market,
             "Le formulaire d’un marché fait des lots d’un calcul",
             {{"montant_1", "les lots, comme à /calcul", "200000"}},
             page,
             "/marches/nouveau?intitule_1=Peinture&montant_1=200000&taux=5"},
            {"POST",
             "/marches/nouveau",
             Action::market_write,
             create,
             "Crée un marché, ses lots et leurs heures, et garde leur calcul",
             {{"acheteur", "son SIRET ou son nom", "Commune de Valbrume", true},
              {"objet", "objet du marché", "Rénovation de l’école", true},
              {"marche", "référence du marché"},
              {"date_consultation", "date de la consultation", "2026-11-02"},
              {"duree_mois", "durée, en mois", "12"},
              {"intitule_1", "les lots, comme à /calcul", "Peinture intérieure"},
              {"montant_1", "montant HT du lot 1", "200000", true}},
             page,
             "acheteur=Commune%20de%20Valbrume&objet=R%C3%A9novation&intitule_1=Peinture&montant_1=200000&taux=5"}};
}

}  // namespace clausier::web
