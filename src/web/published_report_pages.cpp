// Reports as they were published: listed, read again, and what changed since.
#include "clausier/app/references.hpp"
#include "clausier/app/spaser_report.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/spaser_report.hpp"
#include "form_reader.hpp"
#include "spaser_report_files.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::PublishedReport;

const Crumb above{"/spaser", "SPASER"};
const Crumb list_crumb{"/spaser/rapports", "Rapports publiés"};

std::string day(core::Instant at) { return core::french::date(core::Date(std::chrono::floor<std::chrono::days>(at))); }
std::string url(const PublishedReport& report) { return "/spaser/rapports/" + std::to_string(report.id.value); }

json::object view_of(const PublishedReport& report) {
    constexpr std::size_t shown_digits = 12;
    return {{"url", url(report)},
            {"titre", report.title},
            {"acheteur", report.buyer_name},
            {"annee", report.year},
            {"version", report.version},
            {"date", day(report.at)},
            {"empreinte", report.sha256},
            {"abrege", report.sha256.substr(0, shown_digits)},
            {"note", report.note}};
}

Reply list(Call& call) {
    const auto reports = app::published_reports(call.base());
    Reply out;
    out.title = "Rapports publiés";
    out.trail = {above};
    out.page = "spaser_rapports.html";
    out.filename = "rapports-publies";
    out.answer = present::answer(reports);
    json::array rows;
    for (const PublishedReport& one : reports) rows.emplace_back(view_of(one));
    out.view = {{"vide", reports.empty()}, {"rapports", std::move(rows)}};
    return out;
}

PublishedReport published(const Call& call) {
    PublishedReport found = app::published_report(call.base(), {call.id()});
    if (!app::intact(found))
        throw core::Error(core::ErrorKind::conflict, "rapport n° " + std::to_string(found.id.value),
                          "son contenu n’a plus l’empreinte sous laquelle il a été publié ; restaurez une sauvegarde");
    return found;
}

std::string file_name(const PublishedReport& report) {
    return "rapport-spaser-" + std::to_string(report.year) + "-v" + std::to_string(report.version);
}

std::vector<present::FigureChange> changes_of(const Call& call, const PublishedReport& report,
                                              const present::FrozenReport& frozen) {
    const app::ReportRequest request{report.buyer, {}, report.year, domain::options_of(report.options).value()};
    const domain::SpaserReport now = app::spaser_report(call.session(), call.base(), request, *call.app.reference());
    return present::figure_changes(frozen, present::freeze(now, ""));
}

Reply see(Call& call) {
    const PublishedReport report = published(call);
    const present::FrozenReport frozen = present::thaw(report.content);
    Reply out = report_reply(frozen, file_name(report));
    out.title = report.title + ", version " + std::to_string(report.version);
    out.trail = {above, list_crumb};
    out.page = "spaser_publication.html";
    if (!call.html()) return out;
    out.view = view_of(report);
    add_downloads(call, out.view, url(report), {});
    json::array pieces;  // so that a narrow screen may cut it
    for (std::size_t at = 0; at < report.sha256.size(); at += 8)
        pieces.emplace_back(json::object{{"texte", report.sha256.substr(at, 8)}});
    out.view["morceaux"] = std::move(pieces);
    out.view["contenu"] = url(report) + "/contenu";
    out.view["ecarts"] = url(report) + "/ecarts";
    out.view["document"] = present::document_view(frozen.document);
    return out;
}

Reply take_package(Call& call) {
    const PublishedReport report = published(call);
    return package_reply(present::data_package(present::thaw(report.content), report.sha256), file_name(report));
}

// The very bytes that the fingerprint is of.
Reply take_content(Call& call) {
    const PublishedReport report = published(call);
    Reply out;
    out.raw = http::Response{};
    out.raw->body = report.content;
    out.raw->headers.set("Content-Type", "application/json");
    out.raw->headers.set("Content-Disposition", "attachment; filename=\"" + file_name(report) + ".json\"");
    return out;
}

Reply see_changes(Call& call) {
    const PublishedReport report = published(call);
    const auto changes = changes_of(call, report, present::thaw(report.content));
    Reply out;
    out.title = "Depuis la publication";
    out.trail = {above, list_crumb, {url(report), report.title + ", version " + std::to_string(report.version)}};
    out.page = "spaser_ecarts.html";
    out.filename = file_name(report) + "-ecarts";
    out.answer = present::answer(changes);
    json::array rows;
    for (const present::FigureChange& one : changes)
        rows.push_back({{"indicateur", one.indicator.empty() ? one.label : one.indicator + ". " + one.label},
                        {"annee", one.year},
                        {"part", one.part.empty() ? "tous les contrats" : one.part},
                        {"chiffre", one.figure},
                        {"publie", one.published.empty() ? "aucun" : one.published},
                        {"aujourdhui", one.today.empty() ? "aucun" : one.today}});
    out.view = {{"vide", changes.empty()},
                {"nombre", core::french::count(changes.size(), "chiffre")},
                {"date", day(report.at)},
                {"ecarts", std::move(rows)}};
    return out;
}

}  // namespace

std::vector<Route> published_report_routes() {
    const std::vector<Parameter> one{{"id", "numéro de la publication", "1"}};
    const std::vector<Parameter> none;
    constexpr Formats table{true, true, true}, whole{true, true, true, true}, raw{false, false, false, false};
    return {{"GET", "/spaser/rapports", Action::open, list, "Les rapports publiés, avec leur empreinte", none, table,
             "/spaser/rapports"},
            {"GET", "/spaser/rapports/{id}", Action::open, see, "Un rapport tel qu’il a été publié", one, whole,
             "/spaser/rapports/1"},
            {"GET", "/spaser/rapports/{id}/paquet", Action::open, take_package, "Le paquet ouvert d’un rapport publié",
             one, raw, "/spaser/rapports/1/paquet"},
            {"GET", "/spaser/rapports/{id}/contenu", Action::open, take_content,
             "Le contenu figé d’un rapport, dont l’empreinte est publiée", one, raw, "/spaser/rapports/1/contenu"},
            {"GET", "/spaser/rapports/{id}/ecarts", Action::spaser_read, see_changes,
             "Les chiffres qui ont changé depuis la publication", one, table, "/spaser/rapports/1/ecarts"}};
}

}  // namespace clausier::web
