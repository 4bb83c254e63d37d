// Pages about the site: settings, help, accessibility, legal notice.
#include <boost/json/array.hpp>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/settings.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

Reply page(std::string title, std::string name) {
    Reply out;
    out.title = std::move(title);
    out.page = std::move(name);
    return out;
}

Reply help(Call&) { return page("Aide", "aide.html"); }

Reply accessibility(Call& call) {
    Reply out = page("Accessibilité", "accessibilite.html");
    out.view = {{"contact", text_or_null(call.app.identity()->contact)}};
    return out;
}

Reply notice(Call& call) {
    Reply out = page("Mentions et sources", "mentions.html");
    const auto identity = call.app.identity();
    out.view = {{"editeur", text_or_null(identity->publisher)},
                {"contact", text_or_null(identity->contact)},
                {"hebergeur", text_or_null(identity->host)}};
    return out;
}

json::object insertion_services_field(Call& call, const FormView& form) {
    std::vector<std::pair<std::string, std::string>> options;
    for (const std::string& words : domain::insertion_services_words()) options.emplace_back(words, words);
    const std::string typed = FormReader(call.form.fields).text("marche_insertion");
    return form.choice({"marche_insertion", "Marché de services d’insertion", "ses mots dans le résumé DECP des lots"},
                       typed.empty() ? app::insertion_services_words(call.base()) : typed, options);
}

Reply settings_form(Call& call, const app::Identity& identity, std::vector<core::Issue> issues) {
    Reply out = page("Réglages", "reglages.html");
    out.status = issues.empty() ? 200 : 422;
    out.headers.set("Cache-Control", "no-store");
    const FormView form(std::move(issues));
    out.view = {
        {"jeton", call.token()},
        {"nom",
         form.field({"nom", "Nom de l’instance", "montré en tête de chaque page", "", "text", true}, identity.name)},
        {"editeur",
         form.field({"editeur", "Éditeur du site", "nom et adresse, pour les mentions"}, identity.publisher)},
        {"contact", form.field({"contact", "Contact", "adresse ou téléphone où vous écrire"}, identity.contact)},
        {"hebergeur", form.field({"hebergeur", "Hébergeur", "nom et adresse"}, identity.host)},
        {"marche_insertion", insertion_services_field(call, form)}};
    form.summarise(out.view);
    return out;
}

Reply settings(Call& call) { return settings_form(call, app::identity(call.base()), {}); }

Reply save(Call& call) {
    const FormReader reader(call.form.fields);
    const app::Identity identity{reader.text("nom"), reader.text("editeur"), reader.text("contact"),
                                 reader.text("hebergeur")};
    const std::string words = reader.text("marche_insertion");
    try {
        if (!words.empty()) app::require_insertion_services_words(words);
        app::save_identity(call.session(), call.base(), identity);
        if (!words.empty()) app::set_insertion_services_words(call.session(), call.base(), words);
        call.app.forget();
        return Reply::see("/reglages", "reglages-enregistres");
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid || !call.html()) throw;
        return settings_form(call, identity, error.issues());
    }
}

}  // namespace

std::vector<Route> about_routes() {
    constexpr Formats page_only{true, false, false};
    return {
        {"GET",
         "/reglages",
         Action::settings_write,
         settings,
         "Ce que l’installation dit d’elle-même",
         {},
         page_only,
         "/reglages"},
        {"POST",
         "/reglages",
         Action::settings_write,
         save,
         "Enregistre les réglages",
         {{"nom", "nom de l’instance", "Clauses de Valbrume", true},
          {"editeur", "éditeur du site", "Commune de Valbrume"},
          {"contact", "où écrire", "clauses@valbrume.example"},
          {"hebergeur", "hébergeur", "Commune de Valbrume"},
          {"marche_insertion", "mots DECP d’un marché de services d’insertion", "Clause sociale"}},
         page_only,
         "nom=Clauses de Valbrume&contact=clauses@valbrume.example"},
        {"GET",
         "/aide",
         Action::open,
         help,
         "L’aide : par où commencer, les mots, les réponses",
         {},
         page_only,
         "/aide"},
        {"GET",
         "/accessibilite",
         Action::open,
         accessibility,
         "L’accessibilité du site",
         {},
         page_only,
         "/accessibilite"},
        {"GET",
         "/mentions",
         Action::open,
         notice,
         "Les mentions légales et les sources des données",
         {},
         page_only,
         "/mentions"},
    };
}

}  // namespace clausier::web
