// The frame of pages.
#include "frame.hpp"

#include <array>

#include "assets.hpp"
#include "messages.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

struct Entry {
    std::string_view url;
    std::string_view label;
};
constexpr std::array<Entry, 11> navigation{{{"/", "Accueil"},
                                            {"/calcul", "Calculette"},
                                            {"/conseiller", "Conseiller"},
                                            {"/dossiers", "Dossiers"},
                                            {"/marches", "Marchés"},
                                            {"/structures", "Structures"},
                                            {"/spaser", "SPASER"},
                                            {"/documents", "Documents"},
                                            {"/semaine", "Ma semaine"},
                                            {"/import", "Import"},
                                            {"/references", "Références"}}};

bool under(std::string_view path, std::string_view url) {
    if (url == "/") return path == "/";
    if (url == "/marches" && under(path, "/lots")) return true;
    if (url == "/import" && under(path, "/imports")) return true;
    if (url == "/marches" && under(path, "/organisations")) return true;
    if (url == "/spaser" && under(path, "/achats")) return true;
    if (url == "/semaine" && under(path, "/suivi")) return true;
    return path.starts_with(url) && (path.size() == url.size() || path[url.size()] == '/');
}

json::array navigation_json(std::string_view path) {
    json::array out;
    for (const Entry& entry : navigation)
        out.push_back({{"url", entry.url}, {"libelle", entry.label}, {"courante", under(path, entry.url)}});
    return out;
}

json::array exports_json(const Call& call, bool with_document) {
    json::array out;
    std::string query = http::encode_query(call.query);
    if (!query.empty()) query.insert(0, "?");
    const std::string base = call.path == "/" ? "/accueil" : call.path;
    if (call.route.formats.document && with_document) {
        out.push_back({{"url", base + ".docx" + query}, {"libelle", "Word (docx)"}});
        out.push_back({{"url", base + ".odt" + query}, {"libelle", "OpenDocument (odt)"}});
        if (call.app.config.engines.pdf) out.push_back({{"url", base + ".pdf" + query}, {"libelle", "PDF"}});
    }
    if (call.route.formats.table) {
        out.push_back({{"url", base + ".xlsx" + query}, {"libelle", "Classeur (xlsx)"}});
        out.push_back({{"url", base + ".csv" + query}, {"libelle", "CSV"}});
    }
    if (call.route.formats.json) out.push_back({{"url", base + ".json" + query}, {"libelle", "JSON"}});
    return out;
}

}  // namespace

json::object bare_frame(App& app, std::string_view title) {
    return {{"titre", title},
            {"instance", app.identity()->name},
            {"css", app.assets->url("app.css")},
            {"js", app.assets->url("app.js")},
            {"htmx", app.assets->url("htmx.min.js")},
            {"icone", app.assets->url("icone.svg")},
            {"navigation", navigation_json("")},
            {"a_un_fil", false},
            {"fil", json::array()},
            {"message", nullptr},
            {"a_des_exports", false},
            {"exports", json::array()}};
}

json::object frame(const Call& call, const Reply& reply) {
    json::object out = bare_frame(call.app, reply.title);
    out["navigation"] = navigation_json(call.path);
    json::array trail;
    for (const Crumb& crumb : reply.trail) trail.push_back({{"url", crumb.url}, {"libelle", crumb.label}});
    out["a_un_fil"] = !trail.empty();
    out["fil"] = std::move(trail);
    if (const std::string_view text = message(call.get("fait")); !text.empty()) out["message"] = text;
    // A form still to be filled in has no document, so nothing to export.
    const bool exportable = call.request.method != "POST" && !reply.answer.document.is_null();
    json::array exports = exportable ? exports_json(call, reply.document.has_value()) : json::array();
    out["a_des_exports"] = !exports.empty();
    out["exports"] = std::move(exports);
    return out;
}

}  // namespace clausier::web
