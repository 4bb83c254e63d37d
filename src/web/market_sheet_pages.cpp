// One market: its sheet, and its values changed by hand.
#include "market_sheet_pages.hpp"

#include <boost/json/array.hpp>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/social_state.hpp"
#include "clausier/present/market_views.hpp"
#include "clausier/present/markets.hpp"
#include "edit_form.hpp"
#include "follow_up_pages.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "permission.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

domain::Id<domain::Market> market_id(const Call& call) { return {call.id()}; }

domain::MarketSheet sheet_of(const Call& call) { return app::market_sheet(call.base(), market_id(call)); }

std::string url_of(const domain::Market& market) { return "/marches/" + std::to_string(market.id.value); }

std::string title_of(const domain::Market& market) { return market.object.empty() ? market.reference : market.object; }

Reply see(Call& call) {
    const domain::MarketSheet sheet = sheet_of(call);
    Reply out;
    out.title = title_of(sheet.market);
    out.trail = {{"/marches", "Marchés"}};
    out.page = "marche.html";
    out.filename = "marche-" + std::to_string(sheet.market.id.value);
    out.answer = present::answer(sheet);
    if (!call.html()) return out;
    out.view =
        present::market_view(sheet, app::hours_of_market(call.session(), call.base(), market_id(call), {}, false));
    out.view["dossiers"] = origins_of_market(call, market_id(call));
    out.view["jeton"] = call.token();
    out.view["jour"] = core::french::date(call.app.clock.today());
    out.view["enregistrer"] = if_may(call, Action::market_write, url_of(sheet.market) + "/calcul");
    out.headers.set("Cache-Control", "no-store");
    out.view["modifier"] = if_may(call, Action::market_write, url_of(sheet.market) + "/modifier");
    out.view["suivi_url"] = if_may(call, Action::follow_up_read, "/suivi/marche/" + std::to_string(call.id()));
    out.view["condition"] = condition_section(call, market_id(call));
    return out;
}

Reply keep(Call& call) {
    static_cast<void>(app::hours_of_market(call.session(), call.base(), market_id(call), {}, true));
    return Reply::see("/marches/" + std::to_string(call.id()), "calculs-enregistres");
}

// What a form changes of a market, over what it is today.
domain::Market read(FormReader& reader, domain::Market market) {
    market.object = reader.text("objet");
    market.reference = reader.text("marche");
    market.nature = reader.text("nature");
    market.procedure = reader.text("procedure");
    market.cpv = reader.text("cpv");
    market.notified_on = reader.date("date_notification");
    market.consultation_on = reader.date("date_consultation");
    market.duration_months = reader.whole("duree_mois");
    market.estimated_need = reader.euros("besoin_estime");
    market.considerations = read_considerations(reader);
    market.environmental = read_environmental(reader);
    market.revision = reader.whole("revision").value_or(0);
    return market;
}

http::Fields fields_of(const domain::Market& market) {
    http::Fields out;
    out.add("objet", market.object);
    out.add("marche", market.reference);
    out.add("nature", market.nature);
    out.add("procedure", market.procedure);
    out.add("cpv", market.cpv);
    out.add("date_notification", market.notified_on ? core::iso(*market.notified_on) : "");
    out.add("date_consultation", market.consultation_on ? core::iso(*market.consultation_on) : "");
    out.add("duree_mois", market.duration_months ? std::to_string(*market.duration_months) : "");
    out.add("besoin_estime", typed(market.estimated_need));
    out.add("considerations_sociales", market.considerations.value_or(""));
    out.add("considerations_environnementales", market.environmental.value_or(""));
    out.add("revision", std::to_string(market.revision));
    return out;
}

Reply form_page(Call& call, const domain::Market& market, const http::Fields& shown, std::vector<core::Issue> issues,
                bool conflict) {
    require_page(call, issues, conflict);
    const FormReader reader(shown);
    const FormView form(issues);
    const auto field = [&](FieldView spec) { return form.field(spec, reader.text(spec.name)); };
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = "Modifier le marché";
    out.trail = {{"/marches", "Marchés"}, {url_of(market), title_of(market)}};
    out.page = "marche_modifier.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = {
        {"jeton", call.token()},
        {"action", url_of(market) + "/modifier"},
        {"retour", url_of(market)},
        {"revision", shown_revision(call.form.fields, market.revision, conflict)},
        {"conflit", conflict},
        {"champs", json::array{field({"objet", "Objet"}), field({"marche", "Référence", "", "", "text", true}),
                               field({"nature", "Nature"}), field({"procedure", "Procédure"}),
                               field({"cpv", "CPV", "8 chiffres", "numeric"}),
                               field({"date_notification", "Notifié le", "", "", "date"}),
                               field({"date_consultation", "Consultation lancée le", "", "", "date"}),
                               field({"duree_mois", "Durée, en mois", "", "numeric"}),
                               field({"besoin_estime", "Valeur estimée du besoin, tous lots (€ HT)", "", "decimal"})}},
        {"choix", json::array{considerations_field(form, reader.text("considerations_sociales")),
                              environmental_field(form, reader.text("considerations_environnementales"))}}};
    form.summarise(out.view);
    return out;
}

Reply edit_page(Call& call) {
    const domain::Market market = sheet_of(call).market;
    return form_page(call, market, fields_of(market), {}, false);
}

Reply edit(Call& call) {
    const domain::Market today = sheet_of(call).market;
    FormReader reader(call.form.fields);
    const domain::Market edited = read(reader, today);
    if (!reader.sound()) return form_page(call, today, call.form.fields, reader.issues(), false);
    try {
        app::update_market(call.session(), call.base(), edited);
        return Reply::see(url_of(today), "marche-modifie");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return form_page(call, today, call.form.fields, error.issues(), error.kind() == core::ErrorKind::conflict);
    }
}

}  // namespace

std::vector<Route> market_sheet_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du marché dans la base", "1"};
    return {{"GET",
             "/marches/{id}",
             Action::market_read,
             see,
             "Un marché et ses lots",
             {id},
             {true, true, true},
             "/marches/1"},
            {"POST",
             "/marches/{id}/calcul",
             Action::market_write,
             keep,
             "Garde le calcul du jour de chaque lot, avec ses étapes",
             {id},
             page,
             ""},
            {"GET",
             "/marches/{id}/modifier",
             Action::market_write,
             edit_page,
             "Le formulaire d’un marché",
             {id},
             page,
             "/marches/1/modifier"},
            {"POST",
             "/marches/{id}/modifier",
             Action::market_write,
             edit,
             "Change les valeurs d’un marché",
             {id,
              {"objet", "objet", "Rénovation de l’école"},
              {"marche", "référence", "2026-01", true},
              {"nature", "nature"},
              {"procedure", "procédure"},
              {"cpv", "CPV", "45000000"},
              {"date_notification", "date de notification", "2026-03-01"},
              {"date_consultation", "date de la consultation"},
              {"duree_mois", "durée, en mois"},
              {"besoin_estime", "valeur estimée du besoin, tous lots"},
              {"considerations_sociales", "considérations sociales, séparées par des virgules"},
              {"considerations_environnementales", "considérations environnementales, séparées par des virgules"},
              {"revision", "la version qui a été lue", "1", true}},
             page,
             "objet=Rénovation de l’école&marche=2026-01&revision=1"}};
}

}  // namespace clausier::web
