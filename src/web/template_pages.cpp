// One template of documents: its text, its variables, its versions, and what it gives on sample data.
#include <fmt/format.h>

#include "clausier/app/documents.hpp"
#include "clausier/present/documents.hpp"
#include "document_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

std::vector<Crumb> trail_to(const domain::DocumentTemplate* one) {
    std::vector<Crumb> out{{"/documents", "Documents"}};
    if (one) out.push_back({"/documents/modeles/" + one->key, one->name});
    return out;
}

Reply see(Call& call) {
    const domain::DocumentTemplate one = app::document_template(call.base(), call.parts.at(0));
    const auto versions = app::template_versions(call.base(), one.key);
    Reply out;
    out.title = one.name;
    out.trail = trail_to(nullptr);
    out.page = "modele.html";
    out.filename = "modele-" + one.key;
    out.answer = present::answer(one, versions);
    if (!call.html()) return out;
    out.view = {{"cle", one.key},
                {"du_programme", one.own},
                {"modifie", one.edited},
                {"texte", one.text},
                {"empreinte", one.sha256},
                {"adresse", "/documents/modeles/" + one.key},
                {"jeton", call.token()},
                {"versions", present::version_views(one, versions)},
                {"variables", present::variable_views(present::document_variables())}};
    add_preview(call, one.text, out.view);
    return out;
}

Reply version(Call& call) {
    const domain::DocumentTemplate one = app::document_template(call.base(), call.parts.at(0));
    const std::string& asked = call.parts.at(1);
    const domain::TemplateVersion old = app::template_version(call.base(), one.key, asked == "0" ? 0 : call.id(1));
    Reply out;
    out.title = old.version == 0 ? "Texte du programme" : fmt::format("Version {}", old.version);
    out.trail = trail_to(&one);
    out.page = "modele_version.html";
    domain::DocumentTemplate shown = one;
    shown.version = old.version;
    shown.text = old.text;
    shown.at = old.at;
    shown.actor = old.actor;
    out.answer = present::answer(shown, {old});
    if (!call.html()) return out;
    out.view = {{"nom", one.name},
                {"texte", old.text},
                {"en_vigueur", old.version == one.version},
                {"adresse", fmt::format("/documents/modeles/{}/versions/{}", one.key, old.version)},
                {"jeton", call.token()}};
    add_preview(call, old.text, out.view);
    return out;
}

Reply variables(Call&) {
    Reply out;
    out.title = "Variables des modèles";
    out.trail = trail_to(nullptr);
    out.page = "modele_variables.html";
    out.filename = "variables-des-modeles";
    out.answer = present::answer(present::document_variables());
    out.view = {{"variables", present::variable_views(present::document_variables())}};
    return out;
}

}  // namespace

void add_preview(Call& call, const std::string& text, json::object& view) {
    present::FilledTemplate filled =
        present::fill_template(text, present::sample_values(present::document_variables()));
    present::Document document;
    document.author = document_maker(call.app).instance;
    document.blocks = std::move(filled.blocks);
    view["document"] = present::document_view(document);
    json::array remarks;
    for (const core::Issue& issue : checked_template(text)) remarks.emplace_back(issue.sentence());
    view["a_des_remarques"] = !remarks.empty();
    view["remarques"] = std::move(remarks);
}

std::vector<Route> template_routes() {
    const Parameter key{"cle", "clé du modèle", "ccap"};
    const Parameter number{"version", "numéro de la version\u00a0; 0 est le texte du programme", "0"};
    return {{"GET",
             "/documents/variables",
             Action::document_read,
             variables,
             "Ce qu’un modèle peut nommer, et ce que chaque variable contient",
             {},
             {true, true, true},
             "/documents/variables"},
            {"GET",
             "/documents/modeles/{cle}",
             Action::document_read,
             see,
             "Un modèle\u00a0: son texte, ses variables, ses versions et un aperçu",
             {key},
             {true, true, true},
             "/documents/modeles/ccap"},
            {"GET",
             "/documents/modeles/{cle}/versions/{version}",
             Action::document_read,
             version,
             "Une version d’un modèle, avec son aperçu",
             {key, number},
             {true, true, false},
             "/documents/modeles/ccap/versions/0"}};
}

}  // namespace clausier::web
