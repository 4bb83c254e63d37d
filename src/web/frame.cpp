// The frame of pages.
#include "frame.hpp"

#include <array>

#include "assets.hpp"
#include "clausier/core/text.hpp"
#include "messages.hpp"
#include "permission.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

struct Entry {
    std::string_view url;
    std::string_view label;
};
constexpr std::array<Entry, 14> navigation{{{"/", "Accueil"},
                                            {"/calcul", "Calculette"},
                                            {"/conseiller", "Conseiller"},
                                            {"/dossiers", "Dossiers"},
                                            {"/marches", "Marchés"},
                                            {"/personnes", "Personnes"},
                                            {"/structures", "Structures"},
                                            {"/spaser", "SPASER"},
                                            {"/documents", "Documents"},
                                            {"/semaine", "Ma semaine"},
                                            {"/import", "Import"},
                                            {"/references", "Références"},
                                            {"/comptes", "Comptes"},
                                            {"/journal", "Journal"}}};

bool under(std::string_view path, std::string_view url) {
    if (url == "/") return path == "/";
    if (url == "/marches" && under(path, "/lots")) return true;
    if (url == "/import" && under(path, "/imports")) return true;
    if (url == "/marches" && under(path, "/organisations")) return true;
    if (url == "/spaser" && under(path, "/achats")) return true;
    if (url == "/semaine" && under(path, "/suivi")) return true;
    if (url == "/personnes" && under(path, "/rgpd")) return true;
    return path.starts_with(url) && (path.size() == url.size() || path[url.size()] == '/');
}

json::array navigation_json(App& app, const domain::Viewer& viewer, std::string_view path) {
    json::array out;
    for (const Entry& entry : navigation) {
        if (entry.url == "/comptes" && !app.config.accounts) continue;
        if (opens(viewer, entry.url))
            out.push_back({{"url", entry.url}, {"libelle", entry.label}, {"courante", under(path, entry.url)}});
    }
    return out;
}

// Who is logged in; without a token, the page offers no way out.
json::value account_json(const Visitor& visitor, std::string_view token) {
    if (!visitor.account || visitor.by_token) return nullptr;
    const bool entered = !visitor.session || !visitor.session->needs_second_factor;
    return json::object{{"nom", visitor.name},
                        {"url", entered ? json::value("/compte") : json::value(nullptr)},
                        {"jeton", token.empty() ? json::value(nullptr) : json::value(token)}};
}

json::object common(App& app, const Visitor& visitor, std::string_view title, std::string_view path,
                    std::string_view token) {
    const bool log_in = app.config.accounts && !visitor.account && path != "/connexion";
    return {{"titre", title},
            {"instance", app.identity()->name},
            {"css", app.assets->url("app.css")},
            {"js", app.assets->url("app.js")},
            {"htmx", app.assets->url("htmx.min.js")},
            {"icone", app.assets->url("icone.svg")},
            {"navigation", navigation_json(app, visitor.viewer, path)},
            {"compte", account_json(visitor, token)},
            {"connexion", log_in ? json::value("/connexion") : json::value(nullptr)},
            {"peut", rights_view(visitor)},
            {"a_un_fil", false},
            {"fil", json::array()},
            {"message", nullptr},
            {"a_des_exports", false},
            {"exports", json::array()}};
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

bool opens(const domain::Viewer& viewer, std::string_view url) {
    std::vector<std::string> segments;
    if (url != "/")
        for (const std::string_view word : core::split(url.substr(1), '/')) segments.emplace_back(word);
    const Match found = match("GET", segments);
    return found.route && domain::may(viewer, found.route->action);
}

json::object bare_frame(App& app, const http::Head& head, std::string_view title) {
    Visitor visitor;
    try {
        visitor = visitor_of(app, head);
    } catch (const std::exception&) {
        visitor = {};
        visitor.viewer = {};  // the page tells what failed; who reads it may do nothing else
    }
    return common(app, visitor, title, "", "");
}

json::object frame(Call& call, const Reply& reply) {
    const bool browser = call.visitor.account && !call.visitor.by_token;
    json::object out =
        common(call.app, call.visitor, reply.title, call.path, browser ? call.masked_token() : std::string());
    json::array trail;
    for (const Crumb& crumb : reply.trail)
        if (opens(call.visitor.viewer, std::string_view(crumb.url).substr(0, crumb.url.find('?'))))
            trail.push_back({{"url", crumb.url}, {"libelle", crumb.label}});
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
