// Schemes and their targets: listed, added, changed and taken away.
#include <algorithm>

#include "clausier/app/schemes.hpp"
#include "clausier/present/schemes.hpp"
#include "edit_form.hpp"
#include "entry_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::Scheme;
using domain::SchemeSheet;
using domain::Target;
using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view home = "/spaser/cibles";
const Crumb above{"/spaser", "SPASER"};

std::string scheme_url(domain::Id<Scheme> id) { return "/spaser/cibles/schemas/" + std::to_string(id.value); }

std::string names_of(const SchemeSheet& sheet) {
    std::string out;
    for (const domain::Organisation& buyer : sheet.buyers) out += (out.empty() ? "" : ", ") + buyer.label();
    return out;
}

json::object target_view(const Target& target) {
    const domain::IndicatorInfo* info = domain::indicator_info(target.indicator);
    return {{"url", std::string(home) + "/" + std::to_string(target.id.value) + "/modifier"},
            {"indicateur", target.indicator + (info ? ". " + info->label : "")},
            {"mesure", domain::label(target.measure)},
            {"annee", target.year},
            {"cible", domain::target_text(target.measure, info ? info->unit : "", target.parts)},
            {"note", target.note}};
}

json::object scheme_view(const SchemeSheet& sheet) {
    const Scheme& scheme = sheet.scheme;
    json::array targets;
    for (const Target& target : sheet.targets) targets.emplace_back(target_view(target));
    return {{"id", "schema-" + std::to_string(scheme.id.value)},
            {"titre", scheme.title},
            {"annees", std::to_string(scheme.first_year) + "-" + std::to_string(scheme.last_year)},
            {"edition", scheme.edition},
            {"acheteurs", names_of(sheet)},
            {"mutualise", scheme.shared()},
            {"adresse", scheme.url.empty() ? json::value(nullptr) : json::value(scheme.url)},
            {"note", scheme.note},
            {"modifier", scheme_url(scheme.id) + "/modifier"},
            {"ajouter", scheme_url(scheme.id) + "/cible"},
            {"sans_cible", sheet.targets.empty()},
            {"cibles", std::move(targets)}};
}

Reply list(Call& call) {
    const std::vector<SchemeSheet> sheets = app::schemes(call.base());
    Reply out;
    out.title = "Schémas et cibles";
    out.trail = {above};
    out.page = "spaser_cibles.html";
    out.filename = "cibles-spaser";
    out.answer = present::targets_answer(sheets);
    out.answer.document.as_object()["schemas"] = present::schemes_answer(sheets).document.at("schemas");
    if (!call.html()) return out;
    json::array schemes;
    for (const SchemeSheet& sheet : sheets) schemes.emplace_back(scheme_view(sheet));
    out.view = {{"vide", sheets.empty()}, {"schemas", std::move(schemes)}};
    return out;
}

// What is typed in the form of a scheme.
http::Fields fields_of(const Scheme& scheme) {
    const auto year = [](int value) { return value == 0 ? std::string() : std::to_string(value); };
    http::Fields out{{"titre", scheme.title},
                     {"premiere_annee", year(scheme.first_year)},
                     {"derniere_annee", year(scheme.last_year)},
                     {"edition", scheme.edition},
                     {"url", scheme.url},
                     {"note", scheme.note}};
    for (const auto buyer : scheme.buyers) out.add("acheteurs", std::to_string(buyer.value));
    return out;
}

Scheme read(FormReader& reader, const http::Fields& fields, Scheme scheme) {
    scheme.title = reader.text("titre");
    scheme.first_year = reader.year("premiere_annee").value_or(0);
    scheme.last_year = reader.year("derniere_annee").value_or(0);
    scheme.edition = reader.text("edition");
    scheme.url = reader.text("url");
    scheme.note = reader.text("note");
    scheme.revision = reader.whole("revision").value_or(0);
    scheme.buyers.clear();
    for (const std::string_view id : fields.all("acheteurs"))
        if (const auto number = core::parse_scaled(id, 1)) scheme.buyers.push_back({*number});
    return scheme;
}

struct Shown {
    http::Fields fields;
    std::vector<core::Issue> issues{};
    bool conflict = false;
};

Reply scheme_page(Call& call, const Scheme& scheme, Shown shown) {
    const FormView view(shown.issues);
    const FormReader typed(shown.fields);
    const bool fresh = scheme.id.empty();
    const auto field = [&](FieldView spec) { return view.field(spec, typed.text(spec.name)); };
    EntryForm form;
    form.title = fresh ? "Nouveau schéma" : "Modifier le schéma";
    form.trail = {above, {std::string(home), "Schémas et cibles"}};
    form.action = fresh ? "/spaser/cibles/schemas/nouveau" : scheme_url(scheme.id) + "/modifier";
    form.back = home;
    form.back_text = "revenir aux schémas";
    if (!fresh) {
        form.remove = scheme_url(scheme.id) + "/retirer";
        form.remove_text = "Retirer ce schéma et ses cibles";
    }
    form.revision = shown_revision(call.form.fields, scheme.revision, shown.conflict);
    form.fields = {field({"titre", "Titre", {}, {}, "text", true}),
                   field({"premiere_annee", "Première année", {}, "numeric", "text", true}),
                   field({"derniere_annee", "Dernière année", {}, "numeric", "text", true}),
                   field({"edition", "Édition", "par exemple «\u00a02e édition, mars 2024\u00a0»"}),
                   field({"url", "Adresse où il est publié", "https://…"})};
    Choices buyers;
    for (const domain::Organisation& buyer : app::buyers(call.base()))
        buyers.emplace_back(std::to_string(buyer.id.value), buyer.label());
    std::vector<std::string> ticked;
    for (const std::string_view id : shown.fields.all("acheteurs")) ticked.emplace_back(id);
    form.boxes = {box_field("acheteurs", "Acheteurs qui le partagent", buyers, ticked, shown.issues)};
    form.texts = {field({"note", "Note"})};
    form.issues = std::move(shown.issues);
    form.conflict = shown.conflict;
    return entry_page(call, std::move(form), view);
}

// Saves what was sent, or shows the page again with what is wrong.
template <class T, class Page>
Reply keep(Call& call, const T& edited, const FormReader& reader, Page page, std::string_view done) {
    if (!reader.sound()) return page(Shown{call.form.fields, reader.issues(), false});
    try {
        app::save(call.session(), call.base(), edited);
        return Reply::see(std::string(home), done);
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return page(Shown{call.form.fields, error.issues(), error.kind() == core::ErrorKind::conflict});
    }
}

Reply keep_scheme(Call& call, const Scheme& today) {
    FormReader reader(call.form.fields);
    const Scheme edited = read(reader, call.form.fields, today);
    return keep(
        call, edited, reader, [&](Shown shown) { return scheme_page(call, today, std::move(shown)); },
        "schema-enregistre");
}

Scheme scheme_of(const Call& call) { return app::scheme_sheet(call.base(), {call.id()}).scheme; }

Reply new_scheme(Call& call) { return scheme_page(call, {}, {}); }
Reply add_scheme(Call& call) { return keep_scheme(call, {}); }
Reply see_scheme(Call& call) {
    const Scheme scheme = scheme_of(call);
    return scheme_page(call, scheme, {fields_of(scheme)});
}
Reply edit_scheme(Call& call) { return keep_scheme(call, scheme_of(call)); }
Reply remove_scheme(Call& call) {
    app::remove(call.session(), call.base(), domain::Id<Scheme>{call.id()});
    return Reply::see(std::string(home), "schema-retire");
}

Choices indicator_choices() {
    Choices out;
    for (const domain::IndicatorInfo& info : domain::indicators())
        out.emplace_back(info.code, info.code + ". " + info.label);
    return out;
}

Choices measure_choices() {
    Choices out;
    for (const domain::TargetMeasure measure : domain::target_measures)
        out.emplace_back(domain::code(measure), domain::label(measure));
    return out;
}

http::Fields fields_of(const Target& target) {
    return {{"indicateur", target.indicator},
            {"mesure", std::string(domain::code(target.measure))},
            {"annee", std::to_string(target.year)},
            {"valeur", domain::target_typed(target.measure, target.parts)},
            {"note", target.note}};
}

Target read(FormReader& reader, Target target) {
    target.indicator = reader.text("indicateur");
    if (const auto measure = domain::target_measure(reader.text("mesure")))
        target.measure = *measure;
    else
        reader.refuse("mesure", "choisissez une mesure de la liste");
    reader.require("annee", "Année");
    target.year = reader.year("annee").value_or(0);
    reader.require("valeur", "Cible");
    if (const std::string text = reader.text("valeur"); !text.empty()) {
        const auto parts = domain::parse_target(target.measure, text);
        if (parts)
            target.parts = *parts;
        else
            reader.refuse("valeur", parts.error().text);
    }
    target.note = reader.text("note");
    target.revision = reader.whole("revision").value_or(0);
    return target;
}

Reply target_page(Call& call, const Target& target, Shown shown) {
    const Scheme scheme = app::scheme_sheet(call.base(), target.scheme).scheme;
    const FormView view(shown.issues);
    const FormReader typed(shown.fields);
    const bool fresh = target.id.empty();
    const auto field = [&](FieldView spec) { return view.field(spec, typed.text(spec.name)); };
    EntryForm form;
    form.title = (fresh ? "Nouvelle cible\u00a0: " : "Modifier la cible\u00a0: ") + scheme.title;
    form.trail = {above, {std::string(home), "Schémas et cibles"}};
    const std::string own = std::string(home) + "/" + std::to_string(target.id.value);
    form.action = fresh ? scheme_url(scheme.id) + "/cible" : own + "/modifier";
    form.back = home;
    form.back_text = "revenir aux cibles";
    if (!fresh) {
        form.remove = own + "/retirer";
        form.remove_text = "Retirer cette cible";
    }
    form.revision = shown_revision(call.form.fields, target.revision, shown.conflict);
    form.fields = {
        view.choice({"indicateur", "Indicateur"}, typed.text("indicateur"), indicator_choices()),
        view.choice({"mesure", "Mesure"}, typed.text("mesure"), measure_choices()),
        field({"annee", "Année", {}, "numeric", "text", true}),
        field({"valeur", "Cible", "«\u00a030 %\u00a0», «\u00a03 M€\u00a0», «\u00a057 869 h\u00a0»", {}, "text", true}),
        field({"note", "Note"})};
    form.issues = std::move(shown.issues);
    form.conflict = shown.conflict;
    return entry_page(call, std::move(form), view);
}

Reply keep_target(Call& call, const Target& today) {
    FormReader reader(call.form.fields);
    const Target edited = read(reader, today);
    return keep(
        call, edited, reader, [&](Shown shown) { return target_page(call, today, std::move(shown)); },
        "cible-enregistree");
}

Target fresh_target(const Call& call) {
    Target out;
    out.scheme = {call.id()};
    return out;
}

Reply new_target(Call& call) {
    return target_page(call, fresh_target(call),
                       {{{"indicateur", "S1"}, {"mesure", "nombre"}, {"annee", call.get("annee")}}});
}
Reply add_target(Call& call) { return keep_target(call, fresh_target(call)); }
Reply see_target(Call& call) {
    const Target target = app::find_target(call.base(), {call.id()});
    return target_page(call, target, {fields_of(target)});
}
Reply edit_target(Call& call) { return keep_target(call, app::find_target(call.base(), {call.id()})); }
Reply remove_target(Call& call) {
    app::remove(call.session(), call.base(), domain::Id<Target>{call.id()});
    return Reply::see(std::string(home), "cible-retiree");
}

std::vector<Parameter> scheme_parameters() {
    return {{"titre", "titre du schéma", "Schéma 2024-2028", true},
            {"premiere_annee", "première année", "2024", true},
            {"derniere_annee", "dernière année", "2028", true},
            {"acheteurs", "numéro d’un acheteur ; plusieurs fois pour un schéma mutualisé", "1", true},
            {"edition", "édition", "2e édition"},
            {"url", "adresse où il est publié"},
            {"note", "note"}};
}
std::vector<Parameter> target_parameters() {
    return {{"indicateur", "code de l’indicateur", "S1", true},
            {"mesure", "nombre, montant, contrats, euros ou valeur", "nombre", true},
            {"annee", "l’année", "2026", true},
            {"valeur", "la cible", "50 %", true},
            {"note", "note"}};
}
std::vector<Parameter> edited(std::vector<Parameter> fields, const Parameter& id) {
    fields.insert(fields.begin(), id);
    fields.push_back({"revision", "la version qui a été lue", "1", true});
    return fields;
}

std::vector<Route> target_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro de la cible", "1"};
    const Parameter scheme{"id", "numéro du schéma", "1"};
    std::vector<Parameter> added = target_parameters();
    added.insert(added.begin(), scheme);
    return {{"GET",
             "/spaser/cibles/schemas/{id}/cible",
             Action::spaser_write,
             new_target,
             "Le formulaire d’une cible",
             {scheme, {"annee", "l’année proposée", "2026"}},
             page,
             "/spaser/cibles/schemas/1/cible"},
            {"POST", "/spaser/cibles/schemas/{id}/cible", Action::spaser_write, add_target, "Pose une cible", added,
             page, "indicateur=E1&mesure=nombre&annee=2026&valeur=100"},
            {"GET",
             "/spaser/cibles/{id}/modifier",
             Action::spaser_write,
             see_target,
             "Le formulaire d’une cible posée",
             {id},
             page,
             "/spaser/cibles/1/modifier"},
            {"POST", "/spaser/cibles/{id}/modifier", Action::spaser_write, edit_target, "Change une cible",
             edited(target_parameters(), id), page, ""},
            {"POST",
             "/spaser/cibles/{id}/retirer",
             Action::spaser_write,
             remove_target,
             "Retire une cible",
             {id},
             page,
             ""}};
}

}  // namespace

std::vector<Route> scheme_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du schéma", "1"};
    const std::vector<Parameter> one{id};
    std::vector<Route> out{
        {"GET",
         "/spaser/cibles",
         Action::spaser_read,
         list,
         "Les schémas, leurs acheteurs et leurs cibles",
         {},
         {true, true, true},
         "/spaser/cibles"},
        {"GET",
         "/spaser/cibles/schemas/nouveau",
         Action::spaser_write,
         new_scheme,
         "Le formulaire d’un schéma",
         {},
         page,
         "/spaser/cibles/schemas/nouveau"},
        {"POST", "/spaser/cibles/schemas/nouveau", Action::spaser_write, add_scheme, "Enregistre un schéma",
         scheme_parameters(), page, "titre=Schéma&premiere_annee=2024&derniere_annee=2028&acheteurs=1"},
        {"GET", "/spaser/cibles/schemas/{id}/modifier", Action::spaser_write, see_scheme,
         "Le formulaire d’un schéma enregistré", one, page, "/spaser/cibles/schemas/1/modifier"},
        {"POST", "/spaser/cibles/schemas/{id}/modifier", Action::spaser_write, edit_scheme, "Change un schéma",
         edited(scheme_parameters(), id), page, ""},
        {"POST", "/spaser/cibles/schemas/{id}/retirer", Action::spaser_write, remove_scheme,
         "Retire un schéma et ses cibles ; ce qui a été publié reste", one, page, ""}};
    for (Route& route : target_routes()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
