// Errors as pages and as problem documents.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "frame.hpp"
#include "render.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// What the reader can do next, by status.
std::string_view advice(unsigned status) {
    switch (status) {
        case 403:
            return "Rien n’a été fait.";
        case 404:
            return "Vérifiez l’adresse, ou repartez de l’accueil.";
        case 405:
            return "Rien n’a été fait.";
        case 409:
            return "Rien n’a été modifié.";
        case 500:
            return "Rien n’a été modifié. Réessayez ; si cela recommence, donnez le code ci-dessous à "
                   "l’administrateur.";
        case 503:
            return "Rien n’a été modifié. Réessayez dans un instant.";
        default:
            return "Rien n’a été enregistré.";
    }
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

json::array issues_json(const std::vector<core::Issue>& issues) {
    json::array out;
    for (const core::Issue& issue : issues) out.push_back({{"champ", issue.where}, {"texte", issue.text}});
    return out;
}

}  // namespace

Failure failure_of(const core::Error& error) {
    switch (error.kind()) {
        case core::ErrorKind::invalid:
            return {400, "La demande ne peut pas être comprise", error.issues()};
        case core::ErrorKind::not_found:
            return {404, "Page introuvable", error.issues()};
        case core::ErrorKind::conflict:
            return {409, "L’action se heurte à un autre changement", error.issues()};
        case core::ErrorKind::forbidden:
            return {403, "Action refusée", error.issues()};
        case core::ErrorKind::unavailable:
            return {503, "Le service est momentanément indisponible", error.issues()};
    }
    return {500, "Une erreur est survenue", {}};
}

http::Response render_failure(App& app, const http::Head& head, bool as_json, const Failure& failure) {
    http::Response out;
    out.status = failure.status;
    out.headers.set("Cache-Control", "no-store");
    if (failure.status == 503) out.headers.set("Retry-After", "5");
    std::string detail;
    for (const core::Issue& issue : failure.issues) {
        if (!detail.empty()) detail += " · ";
        detail += issue.sentence();
    }
    if (as_json) {
        out.headers.set("Content-Type", "application/problem+json");
        out.body = json_text(json::object{{"type", "about:blank"},
                                          {"title", failure.title},
                                          {"status", failure.status},
                                          {"detail", detail},
                                          {"instance", "urn:clausier:demande:" + head.id},
                                          {"erreurs", issues_json(failure.issues)}});
        return out;
    }
    json::array sentences;
    for (const core::Issue& issue : failure.issues) sentences.push_back(json::string(capitalised(issue.sentence())));
    const bool again = failure.status >= 500;
    out.headers.set("Content-Type", "text/html; charset=utf-8");
    out.body = app.templates.get("erreur.html")
                   .render(json::object{{"cadre", bare_frame(app, head, failure.title)},
                                        {"phrases", std::move(sentences)},
                                        {"conseil", advice(failure.status)},
                                        {"statut", failure.status},
                                        {"reessayer", again},
                                        {"code", head.id}});
    return out;
}

}  // namespace clausier::web
