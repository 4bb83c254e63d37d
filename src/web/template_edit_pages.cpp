// Templates of documents written by users: changed, made, taken back to an old version, withdrawn.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/app/documents.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/documents.hpp"
#include "document_pages.hpp"
#include "edit_form.hpp"

namespace clausier::web {
namespace {

using core::Issue;

constexpr std::uint64_t form_limit = 4 * present::longest_template;  // a letter may be sent as three bytes and more

constexpr std::size_t longest_shown = 100;  // bytes of a faulty line

// The line of a text, from 1 on; cut between two letters when it is long.
std::string line_shown(std::string_view text, std::size_t number) {
    for (std::size_t i = 1; i < number; ++i) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    const std::string_view line = core::trim(text.substr(0, text.find('\n')));
    if (line.size() <= longest_shown) return std::string(line);
    std::size_t end = longest_shown;
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    return std::string(line.substr(0, end)) + "…";
}

// Faults of the text stand beside its field, with their line and what it holds.
std::vector<Issue> placed(std::vector<Issue> issues, std::string_view text) {
    for (Issue& issue : issues) {
        if (issue.where == "nom" || issue.where == "texte") continue;
        if (!issue.where.empty()) issue.text = issue.where + "\u00a0: " + issue.text;
        if (const std::size_t line = present::line_of(issue))
            issue.text += fmt::format(" (« {} »)", line_shown(text, line));
        issue.where = "texte";
    }
    return issues;
}

struct Typed {
    std::string name;
    std::string text;
    std::int64_t version = 0;
    bool preview = false;  // asked to see it, not to keep it
};

Typed typed(Call& call) {
    const http::Fields& fields = call.form.fields;
    FormReader reader(fields);
    return {reader.text("nom"), std::string(fields.get("texte").value_or("")), reader.whole("version").value_or(0),
            !reader.text("apercu").empty()};
}

// The text with the number of each line, where the summary of faults leads.
void add_lines(const Typed& values, const std::vector<Issue>& issues, boost::json::object& view) {
    view["lignes"] = nullptr;
    const bool placed =
        std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return present::line_of(i) > 0; });
    if (!placed) return;
    view["lignes"] = boost::json::object{{"lignes", present::line_views(values.text, issues)}};
    boost::json::array& told = view["erreurs"].as_array();
    for (std::size_t i = 0; i < told.size(); ++i)
        if (const std::size_t line = present::line_of(issues[i]))
            told[i].as_object()["cible"] = fmt::format("ligne-{}", line);
}

Reply form_page(Call& call, const std::string& title, const std::string& action, const std::string& back,
                const Typed& values, std::vector<Issue> issues, bool conflict) {
    const std::vector<Issue> found = issues;
    issues = placed(std::move(issues), values.text);
    require_page(call, issues, conflict);
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = title;
    out.trail = {{"/documents", "Documents"}};
    out.page = "modele_modifier.html";
    out.headers.set("Cache-Control", "no-store");
    const bool sound = issues.empty();
    const FormView form(std::move(issues));
    out.view = {
        {"jeton", call.token()},
        {"action", action},
        {"retour", back},
        {"conflit", conflict},
        {"version", std::to_string(values.version)},
        {"nom", form.field({"nom", "Nom du modèle", "", "", "text", true}, values.name)},
        {"texte", form.field({"texte", "Texte du modèle",
                              "des titres (#), des listes (-), des tableaux (|), et des variables entre accolades", "",
                              "text", true},
                             values.text)},
        {"variables", present::variable_views(present::document_variables())}};
    form.summarise(out.view);
    add_lines(values, found, out.view);
    out.answer.document = boost::json::object{{"nom", values.name}, {"valable", sound}};
    out.view["apercu"] = values.preview && sound;
    if (values.preview && sound) add_preview(call, values.text, out.view);
    return out;
}

// What stands in the way of showing a text.
std::vector<Issue> preview_faults(const Typed& values) {
    std::vector<Issue> issues = checked_template(values.text);
    std::erase_if(issues, [](const Issue& issue) { return issue.severity != core::Severity::error; });
    return issues;
}

std::string address(const std::string& key) { return "/documents/modeles/" + key; }

Reply edit_form(Call& call, const domain::DocumentTemplate& one, const Typed& values, std::vector<Issue> issues,
                bool conflict) {
    return form_page(call, "Modifier «\u00a0" + one.name + "\u00a0»", address(one.key) + "/modifier", address(one.key),
                     values, std::move(issues), conflict);
}

Reply edit_page(Call& call) {
    const domain::DocumentTemplate one = app::document_template(call.base(), call.parts.at(0));
    return edit_form(call, one, {one.name, one.text, one.version}, {}, false);
}

Reply save(Call& call) {
    Typed values = typed(call);
    const domain::DocumentTemplate one = app::document_template(call.base(), call.parts.at(0));
    if (values.preview) return edit_form(call, one, values, preview_faults(values), false);
    try {
        app::save_template(call.session(), call.base(), {one.key, values.name, values.text, values.version},
                           checked_template);
        return Reply::see(address(one.key), "modele-enregistre");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        const bool conflict = error.kind() == core::ErrorKind::conflict;
        if (conflict) values.version = one.version;  // to save again is to replace
        return edit_form(call, one, values, error.issues(), conflict);
    }
}

Reply new_form(Call& call, const Typed& values, std::vector<Issue> issues) {
    return form_page(call, "Nouveau modèle", "/documents/modeles/nouveau", "/documents", values, std::move(issues),
                     false);
}

Reply new_page(Call& call) {
    Typed values;
    if (const std::string copied = call.get("copie"); !copied.empty()) {
        const domain::DocumentTemplate one = app::document_template(call.base(), copied);
        values = {one.name + " (copie)", one.text};
    }
    return new_form(call, values, {});
}

Reply create(Call& call) {
    const Typed values = typed(call);
    if (values.preview) return new_form(call, values, preview_faults(values));
    try {
        const auto made = app::create_template(call.session(), call.base(), values.name, values.text, checked_template);
        return Reply::see(address(made.key), "modele-enregistre");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        require_page(call, error.issues(), error.kind() == core::ErrorKind::conflict);
        return new_form(call, values, error.issues());
    }
}

Reply restore(Call& call) {
    const std::string& key = call.parts.at(0);
    const std::int64_t version = call.parts.at(1) == "0" ? 0 : call.id(1);
    app::restore_template(call.session(), call.base(), key, version, checked_template);
    return Reply::see(address(key), "modele-repris");
}

Reply withdraw(Call& call) {
    const domain::DocumentTemplate one = app::document_template(call.base(), call.parts.at(0));
    app::withdraw_template(call.session(), call.base(), one.key);
    return Reply::see(one.own ? address(one.key) : "/documents", "modele-retire");
}

}  // namespace

std::vector<Route> template_edit_routes() {
    const Parameter key{"cle", "clé du modèle", "ccap"};
    const Parameter name{"nom", "nom du modèle", "Clause courte", true};
    const Parameter text{"texte", "texte en Markdown, avec des variables", "# {{objet}}", true};
    const Parameter number{"version", "numéro de la version"};
    const Parameter preview{"apercu", "« oui » montre ce que le texte donne, sans l’enregistrer"};
    constexpr Formats page{true, false, false};
    std::vector<Route> out{{"GET",
                            "/documents/modeles/nouveau",
                            Action::template_write,
                            new_page,
                            "Le formulaire d’un nouveau modèle, vide ou copié d’un autre",
                            {{"copie", "clé du modèle à copier", "ccap"}},
                            page,
                            "/documents/modeles/nouveau?copie=ccap"},
                           {"POST",
                            "/documents/modeles/nouveau",
                            Action::template_write,
                            create,
                            "Crée un modèle",
                            {name, text, preview},
                            page,
                            "nom=Clause courte&texte=# {{objet}}"},
                           {"GET",
                            "/documents/modeles/{cle}/modifier",
                            Action::template_write,
                            edit_page,
                            "Le formulaire du texte d’un modèle",
                            {key},
                            page,
                            "/documents/modeles/ccap/modifier"},
                           {"POST",
                            "/documents/modeles/{cle}/modifier",
                            Action::template_write,
                            save,
                            "Enregistre une nouvelle version d’un modèle",
                            {key, name, text, {"version", "numéro de la version que l’on change", "0"}, preview},
                            page},
                           {"POST",
                            "/documents/modeles/{cle}/retirer",
                            Action::template_write,
                            withdraw,
                            "Retire la version de l’utilisateur\u00a0: celle du programme, s’il y en a une, revient",
                            {key},
                            page},
                           {"POST",
                            "/documents/modeles/{cle}/versions/{version}/reprendre",
                            Action::template_write,
                            restore,
                            "Reprend le texte d’une ancienne version",
                            {key, number},
                            page}};
    for (Route& route : out)
        if (route.run == save || route.run == create) route.body_limit = form_limit;
    return out;
}

}  // namespace clausier::web
