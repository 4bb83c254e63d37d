// Referents, awareness actions and partnerships: listed, added, changed and taken away.
#include "register_pages.hpp"

#include "clausier/core/french.hpp"
#include "clausier/present/schemes.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::RegisterEntry;
using domain::RegisterKind;

std::string shown(const std::optional<core::Date>& date) { return date ? core::french::date(*date) : ""; }
std::string iso(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }
std::string url(std::string_view path, std::int64_t id) { return std::string(path) + "/" + std::to_string(id); }

// The entries of a kind, with the words of their table.
json::object kind_view(const domain::RegisterSheet& sheet, RegisterKind kind) {
    json::array rows;
    for (const auto& [entry, buyer] : sheet.entries) {
        if (entry.kind != kind) continue;
        rows.push_back({{"url", url(registers_home, entry.id.value) + "/modifier"},
                        {"titre", entry.title},
                        {"acheteur", buyer.label()},
                        {"service", entry.unit},
                        {"debut", shown(entry.begins_on)},
                        {"fin", shown(entry.ends_on)},
                        {"personnes", entry.people ? core::french::number(*entry.people, 1) : ""},
                        {"nom", entry.person}});
    }
    static constexpr std::string_view plural[] = {"Référents", "Actions de sensibilisation",
                                                  "Partenariats avec des entreprises"};
    static constexpr std::string_view add[] = {"Ajouter un référent", "Ajouter une action", "Ajouter un partenariat"};
    static constexpr std::string_view empty[] = {"Aucun référent n’est encore désigné.",
                                                 "Aucune action de sensibilisation n’est encore enregistrée.",
                                                 "Aucun partenariat n’est encore enregistré."};
    const auto at = static_cast<std::size_t>(kind);
    const bool none = rows.empty();
    return {{"id", domain::code(kind)},
            {"titre", plural[at]},
            {"ajouter", std::string(registers_home) + "/nouveau?genre=" + std::string(domain::code(kind))},
            {"ajouter_texte", add[at]},
            {"vide", none},
            {"vide_texte", empty[at]},
            {"nomme", kind == RegisterKind::referent},
            {"lignes", std::move(rows)}};
}

Reply list(Call& call) {
    const auto buyer = asked_buyer(call);
    const domain::RegisterSheet sheet = app::registers(call.base(), buyer);
    Reply out;
    out.title = "Registres";
    out.trail = {spaser_crumb};
    out.page = "spaser_registres.html";
    out.filename = "registres";
    out.answer = present::register_answer(sheet);
    out.answer.document.as_object()["declarations"] = present::reuse_answer(sheet).document.at("declarations");
    if (!call.html()) return out;
    json::array kinds;
    for (const RegisterKind kind : domain::register_kinds) kinds.emplace_back(kind_view(sheet, kind));
    out.view = {{"acheteur", FormView({}).choice({"acheteur", "Acheteur"}, buyer ? std::to_string(buyer->value) : "",
                                                 buyer_choices(call, "Tous les acheteurs"))},
                {"registres", std::move(kinds)},
                {"sans_declaration", sheet.declarations.empty()},
                {"declarations", declaration_views(sheet)},
                {"agec", "/spaser/registres/agec"}};
    return out;
}

http::Fields fields_of(const RegisterEntry& e) {
    return {{"acheteur", std::to_string(e.buyer.value)},
            {"genre", std::string(domain::code(e.kind))},
            {"debut", iso(e.begins_on)},
            {"fin", iso(e.ends_on)},
            {"service", e.unit},
            {"titre", e.title},
            {"nom", e.person},
            {"personnes", e.people ? std::to_string(*e.people) : ""},
            {"note", e.note}};
}

RegisterEntry read(FormReader& reader, RegisterEntry e) {
    if (e.id.empty()) {
        e.buyer = {reader.whole("acheteur").value_or(0)};
        if (const auto kind = domain::register_kind(reader.text("genre")))
            e.kind = *kind;
        else
            reader.refuse("genre", "ce registre n’existe pas ; partez de la page des registres");
    }
    reader.require("debut", "Début");
    e.begins_on = reader.date("debut").value_or(core::Date{});
    e.ends_on = reader.date("fin");
    e.unit = reader.text("service");
    e.title = reader.text("titre");
    e.person = reader.text("nom");
    e.people = reader.whole("personnes");
    e.note = reader.text("note");
    e.revision = reader.whole("revision").value_or(0);
    return e;
}

std::string_view title_label(RegisterKind kind) {
    static constexpr std::string_view all[] = {"Fonction", "Action", "Entreprise et objet du partenariat"};
    return all[static_cast<std::size_t>(kind)];
}

Reply page(Call& call, const RegisterEntry& today, SentEntry what) {
    const FormView view(what.issues);
    const FormReader typed(what.fields);
    const bool fresh = today.id.empty();
    const RegisterKind kind = domain::register_kind(typed.text("genre")).value_or(today.kind);
    const auto field = [&](FieldView spec) { return view.field(spec, typed.text(spec.name)); };
    EntryForm form;
    form.title = (fresh ? "Ajouter\u00a0: " : "Modifier\u00a0: ") + std::string(domain::label(kind));
    form.trail = {spaser_crumb, {std::string(registers_home), "Registres"}};
    form.action = fresh ? std::string(registers_home) + "/nouveau?genre=" + std::string(domain::code(kind))
                        : url(registers_home, today.id.value) + "/modifier";
    form.back = registers_home;
    form.back_text = "revenir aux registres";
    if (!fresh) {
        form.remove = url(registers_home, today.id.value) + "/retirer";
        form.remove_text = "Retirer cette ligne";
    }
    form.revision = shown_revision(call.form.fields, today.revision, what.conflict);
    if (fresh) {
        form.fields = {view.choice({"acheteur", "Acheteur"}, typed.text("acheteur"), buyer_choices(call, "")),
                       view.choice({"genre", "Registre"}, domain::code(kind),
                                   {{std::string(domain::code(kind)), std::string(domain::label(kind))}})};
    }
    const bool referent = kind == RegisterKind::referent;
    form.fields.insert(form.fields.end(),
                       {field({"titre", title_label(kind), {}, {}, "text", true}),
                        field({"service", "Service", {}, {}, "text", referent}),
                        field({"debut", referent ? "Depuis le" : "Le, ou à partir du", {}, {}, "date", true}),
                        field({"fin", "Jusqu’au", "vide si cela dure", {}, "date"})});
    if (referent)
        form.fields.emplace_back(
            field({"nom", "Nom", "facultatif\u00a0: la fonction suffit, et il n’est jamais publié"}));
    else
        form.fields.emplace_back(field({"personnes", "Personnes", "combien, sans aucun nom", "numeric"}));
    form.texts = {field({"note", "Note", "rien de personnel"})};
    form.issues = std::move(what.issues);
    form.conflict = what.conflict;
    return entry_page(call, std::move(form), view);
}

Reply new_entry(Call& call) {
    const std::string kind = call.get("genre");
    return page(call, RegisterEntry{},
                {{{"genre", kind.empty() ? "sensibilisation" : kind},
                  {"acheteur", call.get("acheteur")},
                  {"debut", core::iso(call.app.clock.today())}}});
}
Reply add_entry(Call& call) { return keep_entry(call, RegisterEntry{}, read, page, "registre-enregistre"); }
RegisterEntry entry_of(const Call& call) { return app::find_entry(call.base(), {call.id()}); }
Reply see_entry(Call& call) {
    const RegisterEntry entry = entry_of(call);
    return page(call, entry, {fields_of(entry)});
}
Reply edit_entry(Call& call) { return keep_entry(call, entry_of(call), read, page, "registre-enregistre"); }
Reply remove_entry(Call& call) {
    app::remove(call.session(), call.base(), domain::Id<RegisterEntry>{call.id()});
    return Reply::see(std::string(registers_home), "registre-retire");
}

std::vector<Parameter> entry_parameters() {
    return {{"titre", "la fonction, l’action ou le partenariat", "Atelier clauses sociales", true},
            {"service", "le service", "Commande publique"},
            {"debut", "le jour, ou le premier jour", "2026-03-12", true},
            {"fin", "le dernier jour"},
            {"nom", "nom d’un référent, facultatif"},
            {"personnes", "combien de personnes", "18"},
            {"note", "note"}};
}
const Parameter revision{"revision", "la version qui a été lue", "1", true};
const Parameter buyer{"acheteur", "numéro de l’acheteur", "1"};

std::vector<Route> entry_routes() {
    constexpr Formats page_only{true, false, false};
    const Parameter id{"id", "numéro de la ligne", "1"};
    const Parameter kind{"genre", "referent, sensibilisation ou partenariat", "sensibilisation", true};
    return {
        {"GET",
         "/spaser/registres/nouveau",
         Action::spaser_write,
         new_entry,
         "Le formulaire d’une ligne de registre",
         {kind, buyer},
         page_only,
         "/spaser/registres/nouveau?genre=referent"},
        {"POST", "/spaser/registres/nouveau", Action::spaser_write, add_entry,
         "Ajoute un référent, une action de sensibilisation ou un partenariat", with({kind, buyer}, entry_parameters()),
         page_only, "acheteur=1&genre=sensibilisation&titre=Atelier&debut=2026-03-12&personnes=18"},
        {"GET",
         "/spaser/registres/{id}/modifier",
         Action::spaser_write,
         see_entry,
         "Le formulaire d’une ligne enregistrée",
         {id},
         page_only,
         "/spaser/registres/1/modifier"},
        {"POST", "/spaser/registres/{id}/modifier", Action::spaser_write, edit_entry, "Change une ligne de registre",
         with({id, revision}, entry_parameters()), page_only, ""},
        {"POST",
         "/spaser/registres/{id}/retirer",
         Action::spaser_write,
         remove_entry,
         "Retire une ligne de registre",
         {id},
         page_only,
         ""}};
}

}  // namespace

Choices buyer_choices(Call& call, std::string_view none) {
    Choices out;
    if (!none.empty()) out.emplace_back("", none);
    for (const domain::Organisation& buyer : app::buyers(call.base()))
        out.emplace_back(std::to_string(buyer.id.value), buyer.label());
    return out;
}

std::optional<domain::Id<domain::Organisation>> asked_buyer(const Call& call) {
    FormReader reader(call.query);
    const auto id = reader.whole("acheteur");
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    return id ? std::optional(domain::Id<domain::Organisation>{*id}) : std::nullopt;
}

std::vector<Parameter> with(std::vector<Parameter> first, const std::vector<Parameter>& fields) {
    first.insert(first.end(), fields.begin(), fields.end());
    return first;
}

std::vector<Route> register_routes() {
    std::vector<Route> out{{"GET",
                            "/spaser/registres",
                            Action::spaser_read,
                            list,
                            "Les référents, les actions de sensibilisation, les partenariats et les déclarations AGEC",
                            {buyer},
                            {true, true, true},
                            "/spaser/registres"}};
    for (auto* part : {reuse_routes, entry_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
