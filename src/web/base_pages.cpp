// Pages that stand around the work: home, health, metrics, assets, the description of the routes.
#include <array>
#include <boost/json/array.hpp>

#include "assets.hpp"
#include "clausier/app/enquiries.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/enquiry_views.hpp"
#include "frame.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

Reply text_reply(std::string text, std::string_view type) {
    Reply out;
    out.raw = http::Response{};
    out.raw->headers.set("Content-Type", std::string(type));
    out.raw->body = std::move(text);
    return out;
}

// A thing to do from here: its page, the words of the link, and what follows them.
struct Job {
    std::string_view url, words, rest;
};
constexpr std::array<Job, 6> jobs{
    {{"/calcul", "Calculer les heures d’insertion", " des lots d’un marché, avec la formule et ses sources"},
     {"/dossiers/creer", "Ouvrir un dossier", " quand un acheteur appelle, et préparer sa clause"},
     {"/marches", "Retrouver un marché", " et expliquer les heures de chaque lot"},
     {"/spaser", "Suivre les achats responsables",
      "\u00a0: chaque taux avec son dénominateur et ses contrats, année par année"},
     {"/import", "Importer un tableur", " de marchés, vérifier, puis écrire d’un bloc"},
     {"/references", "Voir les valeurs de référence", ", leurs dates et leurs sources"}}};

json::array jobs_of(const domain::Viewer& viewer) {
    json::array out;
    for (const Job& job : jobs)
        if (opens(viewer, job.url)) out.push_back({{"url", job.url}, {"mots", job.words}, {"suite", job.rest}});
    return out;
}

// The key figures of the base, and what to do first when it is empty.
Reply home(Call& call) {
    app::MarketQuery query;
    query.filter.limit = 5;
    const domain::MarketPage page = app::list_markets(call.base(), query);
    store::EnquiryFilter open;
    open.open = true;
    open.limit = 5;
    const domain::EnquiryPage enquiries = app::list_enquiries(call.base(), open);
    Reply out;
    out.title = "Accueil";
    out.page = "accueil.html";
    out.answer.document = json::object{{"marches", page.markets},
                                       {"lots", page.totals.lots},
                                       {"lots_avec_montant", page.totals.lots_with_amount},
                                       {"lots_avec_heures", page.totals.lots_with_hours},
                                       {"dossiers_ouverts", enquiries.total}};
    if (!call.html()) return out;
    namespace french = core::french;
    const auto lots = [](std::int64_t n) { return french::count(static_cast<std::uint64_t>(n), "lot"); };
    json::array last;
    for (const domain::MarketLine& line : page.lines)
        last.push_back({{"url", "/marches/" + std::to_string(line.market.id.value)},
                        {"objet", line.market.object.empty() ? line.market.reference : line.market.object},
                        {"acheteur", line.buyer},
                        {"date", line.market.notified_on ? json::value(french::date(*line.market.notified_on))
                                                         : json::value(nullptr)}});
    out.view = {
        {"a_des_dossiers", enquiries.total > 0},
        {"dossiers_ouverts",
         french::count(static_cast<std::uint64_t>(enquiries.total), "dossier ouvert", "dossiers ouverts")},
        {"dossiers", present::enquiry_line_views(enquiries, call.app.clock.today())},
        {"faire", jobs_of(call.viewer)},
        {"vide", page.markets == 0 && domain::may(call.viewer, domain::Action::import_write)},
        {"plein", page.markets != 0},
        {"marches", french::number(page.markets, 1)},
        {"lots", french::number(page.totals.lots, 1)},
        {"montant", french::euros(page.totals.amount)},
        {"lots_avec_montant", lots(page.totals.lots_with_amount)},
        {"heures", page.totals.lots_with_hours ? json::value(french::hours(page.totals.hours)) : json::value(nullptr)},
        {"lots_avec_heures", lots(page.totals.lots_with_hours)},
        {"derniers", std::move(last)}};
    return out;
}

// 200 « ok » when the database answers; what it throws becomes a 503.
Reply health(Call& call) {
    app::check_base(call.base());
    Reply out = text_reply("ok\n", "text/plain; charset=utf-8");
    out.raw->headers.set("Cache-Control", "no-store");
    return out;
}

// The server's own figures, then those of the database.
Reply metrics(Call& call) {
    const auto figures = app::base_figures(call.base());
    const auto gauge = [](std::string_view name, std::string_view help, std::int64_t value) {
        return http::metric(name, "gauge", help, static_cast<std::uint64_t>(value));
    };
    const std::string text = call.app.metrics.text() +
                             gauge("clausier_marches", "Marchés de la base", figures.markets) +
                             gauge("clausier_lots", "Lots de la base", figures.lots) +
                             gauge("clausier_imports_appliques", "Imports appliqués", figures.imports_applied) +
                             gauge("clausier_imports_annules", "Imports annulés", figures.imports_undone) +
                             gauge("clausier_journal_lignes", "Lignes du journal", figures.journal_rows) +
                             gauge("clausier_base_octets", "Taille de la base, en octets", figures.bytes);
    Reply out = text_reply(text, "text/plain; version=0.0.4; charset=utf-8");
    out.raw->headers.set("Cache-Control", "no-store");
    return out;
}

Reply asset(Call& call) {
    Reply out;
    out.raw = call.app.assets->answer(call.parts.at(0), call.parts.at(1));
    return out;
}

Reply openapi(Call& call) { return text_reply(call.app.openapi, "application/json"); }

}  // namespace

std::vector<Route> base_routes() {
    constexpr Formats raw{false, false, false};
    return {
        {"GET", "/", Action::open, home, "L’accueil : les chiffres de la base et par où commencer", {}, {}, "/"},
        {"GET", "/sante", Action::open, health, "La santé du serveur : « ok » quand la base répond", {}, raw, "/sante"},
        {"GET",
         "/metriques",
         Action::metrics_read,
         metrics,
         "Les mesures du serveur, au format texte de Prometheus",
         {},
         raw,
         "/metriques"},
        {"GET",
         "/openapi.json",
         Action::open,
         openapi,
         "La description de toutes les adresses, en OpenAPI 3.1",
         {},
         raw,
         "/openapi.json"},
        {"GET",
         "/actifs/{empreinte}/{nom}",
         Action::open,
         asset,
         "Un fichier de style, de script ou d’image",
         {{"empreinte", "l’empreinte du fichier"}, {"nom", "son nom", "app.css"}},
         raw,
         "",
         true},
    };
}

}  // namespace clausier::web
