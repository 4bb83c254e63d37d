// One lot: its sheet with its hours explained, a calculation kept, and its values changed by hand.
#include <boost/json/array.hpp>

#include "clausier/app/lot_hours.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/app/organisation_links.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/lots.hpp"
#include "clausier/present/market_views.hpp"
#include "edit_form.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "market_sheet_pages.hpp"
#include "permission.hpp"
#include "render.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using LotId = domain::Id<domain::Lot>;

LotId lot_id(const Call& call) { return {call.id()}; }

std::string url_of(const domain::Lot& lot) { return "/lots/" + std::to_string(lot.id.value); }

std::vector<Crumb> trail_of(const domain::Market& market) {
    return {{"/marches", "Marchés"},
            {"/marches/" + std::to_string(market.id.value), market.object.empty() ? market.reference : market.object}};
}

// The document of a lot, as quick as can be: read, written and sent on the network thread.
Reply document(const Call& call) {
    Reply out;
    out.raw = http::Response{};
    out.raw->body = present::document(app::lot_sheet(call.base(), lot_id(call)));
    out.raw->headers.set("Content-Type", "application/json");
    return out;
}

// « PLIE du Sud (pilote), PLIE du Nord », "" without any.
std::string opcs_text(const std::vector<domain::LotOpcs>& opcs) {
    std::string out;
    for (const domain::LotOpcs& one : opcs)
        out += (out.empty() ? "" : ", ") + one.name + (one.lead && opcs.size() > 1 ? " (pilote)" : "");
    return out;
}

Reply see(Call& call) {
    if (!call.html()) return document(call);
    const auto reference = call.app.reference();
    const domain::LotExplained explained = app::lot_hours(call.session(), call.base(), lot_id(call), {}, *reference);
    const domain::Lot& lot = explained.sheet.lot;
    Reply out;
    out.view = present::lot_view(explained);
    out.title = std::string(out.view.at("titre").as_string());
    out.trail = trail_of(explained.sheet.market);
    out.page = "lot.html";
    out.view["jeton"] = call.token();
    out.view["jour"] = core::french::date(call.app.clock.today());
    json::object clauses = clauses_view(explained.sheet);
    for (const char* change : {"modifier", "aligner"})
        clauses[change] = if_may(call, Action::market_write, std::string(clauses.at(change).as_string()));
    out.view["clauses"] = std::move(clauses);
    out.view["modifier"] = if_may(call, Action::market_write, url_of(lot) + "/modifier");
    out.view["enregistrer"] = if_may(call, Action::market_write, url_of(lot) + "/calcul");
    out.view["suivi_url"] = if_may(call, Action::follow_up_read, "/suivi/lot/" + std::to_string(lot.id.value));
    out.view["opcs"] = opcs_text(app::lot_opcs(call.base(), lot.id));
    out.view["opcs_url"] = if_may(call, Action::market_write, url_of(lot) + "/opcs");
    out.view["calcul_json"] = url_of(lot) + "/calcul.json";
    out.headers.set("Cache-Control", "no-store");
    return out;
}

Reply explained_document(Call& call) {
    const auto reference = call.app.reference();
    Reply out;
    out.title = "Heures du lot";
    out.answer = present::answer(app::lot_hours(call.session(), call.base(), lot_id(call), {}, *reference));
    return out;
}

Reply keep(Call& call) {
    const auto reference = call.app.reference();
    app::save_lot_hours(call.session(), call.base(), lot_id(call), {}, *reference);
    return Reply::see("/lots/" + std::to_string(call.id()), "calcul-enregistre");
}

// What a form changes of a lot, over what it is today.
domain::Lot read(FormReader& reader, domain::Lot lot) {
    lot.number = reader.text("lot");
    lot.title = reader.text("intitule");
    lot.cpv = reader.text("cpv");
    lot.amount = reader.euros("montant");
    lot.amount_estimated = reader.euros("montant_estime");
    lot.amount_max = reader.euros("montant_max");
    lot.labour_share = reader.percent("part_mo");
    lot.effort = reader.percent("taux");
    lot.hourly_cost = reader.euros("cout_horaire");
    lot.hours = reader.hours("heures");
    lot.duration_months = reader.whole("duree_mois");
    lot.considerations = read_considerations(reader);
    lot.environmental = read_environmental(reader);
    lot.revision = reader.whole("revision").value_or(0);
    return lot;
}

http::Fields fields_of(const domain::Lot& lot) {
    http::Fields out;
    out.add("lot", lot.number);
    out.add("intitule", lot.title);
    out.add("cpv", lot.cpv);
    out.add("montant", typed(lot.amount));
    out.add("montant_estime", typed(lot.amount_estimated));
    out.add("montant_max", typed(lot.amount_max));
    out.add("part_mo", typed(lot.labour_share));
    out.add("taux", typed(lot.effort));
    out.add("cout_horaire", typed(lot.hourly_cost));
    out.add("heures", typed(lot.hours));
    out.add("duree_mois", lot.duration_months ? std::to_string(*lot.duration_months) : "");
    out.add("considerations_sociales", lot.considerations.value_or(""));
    out.add("considerations_environnementales", lot.environmental.value_or(""));
    return out;
}

Reply form_page(Call& call, const domain::LotSheet& sheet, const http::Fields& shown, std::vector<core::Issue> issues,
                bool conflict) {
    require_page(call, issues, conflict);
    const FormReader reader(shown);
    const FormView form(issues);
    const auto field = [&](FieldView spec) { return form.field(spec, reader.text(spec.name)); };
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = "Modifier le lot";
    out.trail = trail_of(sheet.market);
    out.trail.push_back({url_of(sheet.lot), sheet.lot.title.empty() ? "Lot " + sheet.lot.number : sheet.lot.title});
    out.page = "marche_modifier.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = {{"jeton", call.token()},
                {"action", url_of(sheet.lot) + "/modifier"},
                {"retour", url_of(sheet.lot)},
                {"revision", shown_revision(call.form.fields, sheet.lot.revision, conflict)},
                {"conflit", conflict},
                {"champs", json::array{field({"lot", "Numéro du lot"}), field({"intitule", "Intitulé"}),
                                       field({"cpv", "CPV", "8 chiffres", "numeric"}),
                                       field({"montant", "Montant attribué (€ HT)", "", "decimal"}),
                                       field({"montant_estime", "Montant estimé (€ HT)", "", "decimal"}),
                                       field({"montant_max", "Montant maximum (€ HT)", "accord-cadre", "decimal"}),
                                       field({"part_mo", "Part de main-d’œuvre (%)", "", "decimal"}),
                                       field({"taux", "Taux d’effort (%)", "", "decimal"}),
                                       field({"cout_horaire", "Coût horaire chargé (€)", "", "decimal"}),
                                       field({"heures", "Heures dues", "ce que le marché impose", "decimal"}),
                                       field({"duree_mois", "Durée, en mois", "", "numeric"})}},
                {"choix", json::array{considerations_field(form, reader.text("considerations_sociales")),
                                      environmental_field(form, reader.text("considerations_environnementales"))}}};
    form.summarise(out.view);
    return out;
}

Reply edit_page(Call& call) {
    const domain::LotSheet sheet = app::lot_sheet(call.base(), lot_id(call));
    return form_page(call, sheet, fields_of(sheet.lot), {}, false);
}

Reply edit(Call& call) {
    const domain::LotSheet sheet = app::lot_sheet(call.base(), lot_id(call));
    FormReader reader(call.form.fields);
    const domain::Lot edited = read(reader, sheet.lot);
    if (!reader.sound()) return form_page(call, sheet, call.form.fields, reader.issues(), false);
    try {
        app::update_lot(call.session(), call.base(), edited);
        return Reply::see(url_of(sheet.lot), "lot-modifie");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return form_page(call, sheet, call.form.fields, error.issues(), error.kind() == core::ErrorKind::conflict);
    }
}

}  // namespace

std::vector<Route> lot_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du lot dans la base", "1"};
    return {{"GET",
             "/lots/{id}",
             Action::market_read,
             see,
             "Un lot : ses valeurs et, sur la page, ses heures expliquées",
             {id},
             {true, true, false},
             "/lots/1",
             true},
            {"GET",
             "/lots/{id}/calcul",
             Action::market_read,
             explained_document,
             "Les heures d’un lot : étapes, hypothèses, sources et calculs gardés",
             {id},
             {false, true, false},
             "/lots/1/calcul.json"},
            {"POST",
             "/lots/{id}/calcul",
             Action::market_write,
             keep,
             "Garde le calcul du jour, avec ses étapes",
             {id},
             page,
             ""},
            {"GET",
             "/lots/{id}/modifier",
             Action::market_write,
             edit_page,
             "Le formulaire d’un lot",
             {id},
             page,
             "/lots/1/modifier"},
            {"POST",
             "/lots/{id}/modifier",
             Action::market_write,
             edit,
             "Change les valeurs d’un lot",
             {id,
              {"lot", "numéro", "1"},
              {"intitule", "intitulé", "Peinture"},
              {"cpv", "CPV"},
              {"montant", "montant attribué HT", "200000"},
              {"montant_estime", "montant estimé HT"},
              {"montant_max", "montant maximum HT"},
              {"part_mo", "part de main-d’œuvre, en %", "70"},
              {"taux", "taux d’effort, en %", "5"},
              {"cout_horaire", "coût horaire chargé"},
              {"heures", "heures dues"},
              {"duree_mois", "durée, en mois"},
              {"considerations_sociales", "considérations sociales, séparées par des virgules"},
              {"considerations_environnementales", "considérations environnementales, séparées par des virgules"},
              {"revision", "la version qui a été lue", "1", true}},
             page,
             "lot=1&intitule=Peinture&montant=200000&part_mo=70&taux=5&cout_horaire=35&revision=1"}};
}

}  // namespace clausier::web
