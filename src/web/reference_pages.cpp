// Pages of the reference values: those in force, the history of one, and a territory's own.
#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/app/references.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/reference_views.hpp"
#include "clausier/present/references.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Values = std::vector<const domain::ReferenceValue*>;

std::string_view family_of(std::string_view key) { return key.substr(0, key.find('.')); }

// Which values a list shows.
struct ListQuery {
    core::Date day;
    std::string family, text, state;
};

ListQuery read_query(const Call& call) {
    FormReader reader(call.query);
    ListQuery out{call.app.clock.today(), reader.text("famille"), reader.text("texte"), reader.text("etat")};
    if (const auto day = reader.date("date")) out.day = *day;
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    return out;
}

Values filtered(const domain::Reference& reference, const ListQuery& query) {
    Values out = query.state == "a_relire" ? reference.stale(query.day) : reference.list("", query.day);
    const std::string wanted = core::fold(query.text);
    std::erase_if(out, [&](const domain::ReferenceValue* value) {
        const domain::Citation& citation = value->citation;
        if (!query.family.empty() && family_of(value->key) != query.family) return true;
        if (query.state == "locale" && citation.layer != domain::Layer::local) return true;
        if (query.state == "a_verifier" && citation.verified) return true;
        if (wanted.empty()) return false;
        return core::fold(value->label + " " + value->key + " " + citation.source).find(wanted) == std::string::npos;
    });
    return out;
}

std::vector<std::pair<std::string, std::string>> family_options(const domain::Reference& reference) {
    std::vector<std::pair<std::string, std::string>> out{{"", "Toutes"}};
    for (const std::string_view key : reference.keys()) {
        const std::string family(family_of(key));
        if (std::none_of(out.begin(), out.end(), [&](const auto& known) { return known.first == family; }))
            out.emplace_back(family, present::reference_family_name(family));
    }
    std::sort(out.begin() + 1, out.end(),
              [](const auto& a, const auto& b) { return core::fold(a.second) < core::fold(b.second); });
    return out;
}

// The values by family, in the order of their names.
json::array by_family(const Values& values, bool open) {
    std::vector<std::pair<std::string_view, Values>> groups;
    for (const domain::ReferenceValue* value : values) {
        const std::string_view name = present::reference_family_name(family_of(value->key));
        auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.first == name; });
        if (found == groups.end()) found = groups.insert(groups.end(), {name, {}});
        found->second.push_back(value);
    }
    std::sort(groups.begin(), groups.end(),
              [](const auto& a, const auto& b) { return core::fold(a.first) < core::fold(b.first); });
    json::array out;
    for (const auto& [name, members] : groups)
        out.push_back({{"id", "famille-" + std::to_string(out.size() + 1)},
                       {"nom", name},
                       {"nombre", core::french::count(members.size(), "valeur")},
                       {"ouverte", open || groups.size() == 1},
                       {"valeurs", present::reference_views(members)}});
    return out;
}

Reply list(Call& call) {
    const auto reference = call.app.reference();
    const ListQuery query = read_query(call);
    const Values values = filtered(*reference, query);
    Reply out;
    out.title = "Valeurs de référence";
    out.page = "references.html";
    out.filename = "valeurs-de-reference";
    out.answer = present::answer(values, "Valeurs de référence au " + core::iso(query.day));
    if (!call.html()) return out;
    const FormView form({});
    json::array grids;
    for (const domain::Grid& grid : reference->grids()) grids.push_back(present::grid_view(grid));
    out.view = {
        {"jour", core::french::date(query.day)},
        {"nombre", core::french::count(values.size(), "valeur")},
        {"vide", values.empty()},
        {"familles", by_family(values, values.size() <= 20)},
        {"grilles", std::move(grids)},
        {"texte", form.field({"texte", "Rechercher", "libellé, clé ou source", "", "search"}, query.text)},
        {"famille", form.choice({"famille", "Famille"}, query.family, family_options(*reference))},
        {"etat",
         form.choice({"etat", "État"}, query.state,
                     {{"", "Toutes"}, {"locale", "Locales"}, {"a_verifier", "À vérifier"}, {"a_relire", "À relire"}})},
        {"date", form.field({"date", "En vigueur le", "", "", "date"}, core::iso(query.day))},
        {"empreinte", reference->digest()}};
    return out;
}

Reply history(Call& call) {
    const auto reference = call.app.reference();
    const std::string& key = call.parts.at(0);
    const auto keys = reference->keys();
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
        throw core::Error(core::ErrorKind::not_found, "",
                          "cette valeur de référence n’existe pas ; choisissez-la dans la liste des valeurs");
    const Values values = reference->history(key);
    Reply out;
    out.title = values.back()->label;
    out.trail = {{"/references", "Valeurs de référence"}};
    out.page = "reference.html";
    out.filename = "valeur-" + key;
    out.answer = present::answer(values, "Historique de " + key);
    if (call.html())
        out.view = {{"cle", key},
                    {"valeurs", present::reference_views(values)},
                    {"ajouter", "/references/ajouter?cle=" + http::encode_component(key)}};
    return out;
}

// The form of a local value, with what was typed and what is wrong with it.
Reply add_form(Call& call, const http::Fields& typed, std::vector<core::Issue> issues) {
    const auto reference = call.app.reference();
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Ajouter une valeur locale";
    out.trail = {{"/references", "Valeurs de référence"}};
    out.page = "reference_ajouter.html";
    out.headers.set("Cache-Control", "no-store");
    std::vector<std::pair<std::string, std::string>> keys;
    for (const domain::ReferenceValue* value : reference->list("", call.app.clock.today()))
        keys.emplace_back(value->key, value->label + " (" + present::reference_text(*value) + ")");
    std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const FormReader reader(typed);
    const FormView form(std::move(issues));
    const auto field = [&](FieldView spec) {
        const std::string value = reader.text(spec.name);
        return form.field(spec, value);
    };
    out.view = {{"jeton", call.token()},
                {"cle", form.choice({"cle", "Valeur"}, reader.text("cle"), keys)},
                {"valeur",
                 field({"valeur", "Nouvelle valeur", "dans l’unité de la valeur nationale", "decimal", "text", true})},
                {"valeur_min", field({"valeur_min", "Borne basse", "si l’usage varie", "decimal"})},
                {"valeur_max", field({"valeur_max", "Borne haute", "si l’usage varie", "decimal"})},
                {"depuis", field({"depuis", "Premier jour", "vide : depuis toujours", "", "date"})},
                {"source", field({"source", "Source", "délibération, charte, étude…", "", "text", true})},
                {"url", field({"url", "Adresse de la source", "", "", "url"})},
                {"relu_le", field({"relu_le", "Relue à sa source le", "", "", "date"})},
                {"verifie", !reader.text("verifie").empty()},
                {"note", field({"note", "Remarque"})}};
    form.summarise(out.view);
    return out;
}

Reply add_page(Call& call) { return add_form(call, call.query, {}); }

Reply add(Call& call) {
    const FormReader reader(call.form.fields);
    domain::ReferenceTexts texts;
    texts.key = reader.text("cle");
    texts.value = reader.text("valeur");
    texts.value_min = reader.text("valeur_min");
    texts.value_max = reader.text("valeur_max");
    texts.valid_from = reader.text("depuis");
    texts.source = reader.text("source");
    texts.url = reader.text("url");
    texts.checked_on = reader.text("relu_le");
    texts.verified = reader.text("verifie").empty() ? "non" : "oui";
    texts.note = reader.text("note");
    for (std::string* number : {&texts.value, &texts.value_min, &texts.value_max})
        std::replace(number->begin(), number->end(), ',', '.');
    const auto place = [](std::string_view column) -> std::string {
        static constexpr std::pair<std::string_view, std::string_view> names[] = {{"key", "cle"},
                                                                                  {"value", "valeur"},
                                                                                  {"value_min", "valeur_min"},
                                                                                  {"value_max", "valeur_max"},
                                                                                  {"valid_from", "depuis"},
                                                                                  {"source", "source"},
                                                                                  {"url", "url"},
                                                                                  {"checked_on", "relu_le"},
                                                                                  {"verified", "verifie"},
                                                                                  {"note", "note"},
                                                                                  {"unit", "valeur"},
                                                                                  {"label", "cle"}};
        for (const auto& [name, field] : names)
            if (name == column) return std::string(field);
        return {};
    };
    try {
        const domain::ReferenceValue value = app::add_reference(call.session(), call.base(), texts, place);
        call.app.forget();
        return Reply::see("/references/" + value.key, "reference-ajoutee");
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid || !call.html()) throw;
        return add_form(call, call.form.fields, error.issues());
    }
}

}  // namespace

std::vector<Route> reference_routes() {
    constexpr Formats table{true, true, true};
    return {
        {"GET",
         "/references",
         Action::open,
         list,
         "Les valeurs de référence en vigueur un jour, avec leurs sources",
         {{"famille", "famille de clés", "labour_share"},
          {"texte", "mots du libellé, de la clé ou de la source", "peinture"},
          {"etat", "locale, a_verifier ou a_relire"},
          {"date", "jour où elles valent", "2026-11-21"}},
         table,
         "/references?famille=labour_share&date=2026-11-21"},
        {"GET",
         "/references/ajouter",
         Action::reference_write,
         add_page,
         "Le formulaire d’une valeur locale",
         {{"cle", "la valeur à remplacer", "hourly_cost.construction"}},
         {true, false, false},
         "/references/ajouter?cle=hourly_cost.construction"},
        {"POST",
         "/references",
         Action::reference_write,
         add,
         "Enregistre une valeur locale, qui passe avant la nationale",
         {{"cle", "clé", "hourly_cost.construction", true},
          {"valeur", "valeur", "36,50", true},
          {"valeur_min", "borne basse"},
          {"valeur_max", "borne haute"},
          {"depuis", "premier jour où elle vaut", "2026-03-01"},
          {"source", "d’où elle vient", "délibération 2026-12", true},
          {"url", "adresse de la source"},
          {"relu_le", "jour où elle a été relue à sa source"},
          {"verifie", "« oui » quand elle a été vérifiée à sa source"},
          {"note", "remarque"}},
         {true, false, false},
         "cle=hourly_cost.construction&valeur=36,50&source=délibération 2026-12&depuis=2026-03-01"},
        {"GET",
         "/references/{cle}",
         Action::open,
         history,
         "Toutes les valeurs d’une clé, dans le temps",
         {{"cle", "clé", "hourly_cost.construction"}},
         table,
         "/references/hourly_cost.construction"},
    };
}

}  // namespace clausier::web
