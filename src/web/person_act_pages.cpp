// What is done with a record: its name read or corrected, its path ended, merged, transferred, given, erased, held.
#include "clausier/app/privacy.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/people.hpp"
#include "edit_form.hpp"
#include "entry_form.hpp"
#include "person_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// The page of what was looked up: for who asked alone, and never kept on the way.
Reply consulted(const Call& call, std::string title) {
    const std::string& pseudonym = call.parts.at(0);
    Reply out;
    out.title = std::move(title);
    out.trail = {people_crumb, {person_url(pseudonym), pseudonym}};
    out.page = "personne_nom.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = {{"pseudonyme", pseudonym}, {"fiche", person_url(pseudonym)},
                {"nom", nullptr},          {"prenom", ""},
                {"naissance", ""},         {"rqth", nullptr}};
    return out;
}

Reply names(Call& call) {
    const domain::PersonNames names = app::consult_names(call.session(), call.base(), person_of(call));
    Reply out = consulted(call, "Nom de la personne");
    out.answer = present::names_answer(call.parts.at(0), names);
    out.view["nom"] = names.family.reveal();
    out.view["prenom"] = names.given.reveal();
    if (names.born_on) out.view["naissance"] = core::french::date(*names.born_on);
    return out;
}

Reply health(Call& call) {
    const auto disabled = app::consult_health(call.session(), call.base(), person_of(call));
    Reply out = consulted(call, "Reconnaissance de travailleur handicapé");
    out.answer.document =
        json::object{{"pseudonyme", call.parts.at(0)},
                     {"travailleur_handicape", disabled ? json::value(*disabled) : json::value(nullptr)}};
    out.view["rqth"] = !disabled ? "non demandée" : *disabled ? "oui" : "non";
    return out;
}

Reply back(const Call& call, std::string_view done) { return Reply::see(person_url(call.parts.at(0)), done); }

Reply end_path(Call& call) {
    FormReader reader(call.form.fields);
    const auto on = reader.date("fin_de_parcours");
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    app::end_path(call.session(), call.base(), person_of(call), on);
    return back(call, "parcours-note");
}

Reply merge(Call& call) {
    const FormReader reader(call.form.fields);
    const std::string into = reader.text("dans");
    const app::PersonId kept = app::person_of(call.base(), into);
    const auto stays = app::merge_people(call.session(), call.base(), person_of(call), kept);
    return Reply::see(person_url(stays.pseudonym), "personnes-reunies");
}

Reply transfer(Call& call) {
    FormReader reader(call.form.fields);
    reader.require("opcs", "Nouvelle OPCS");
    const auto into = reader.whole("opcs");
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    app::transfer_person(call.session(), call.base(), person_of(call), {into.value_or(0)});
    return Reply::see(std::string(people_home), "personne-transferee");
}

Reply give(Call& call) {
    const auto file = app::export_person(call.session(), call.base(), person_of(call));
    const app::Identity identity = app::identity(call.base());
    const std::string& pseudonym = call.parts.at(0);
    Reply out;
    out.title = "Données de " + pseudonym;
    out.trail = {people_crumb, {person_url(pseudonym), pseudonym}};
    out.page = "personne_donnees.html";
    out.filename = pseudonym;
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(file);
    out.document = present::person_document(file, identity.publisher.empty() ? identity.name : identity.publisher,
                                            identity.contact);
    if (!call.html()) return out;
    const std::string again = person_url(pseudonym, "donnees");
    out.view = {{"jeton", call.token()},
                {"document", present::document_view(*out.document)},
                {"json", again + ".json"},
                {"docx", again + ".docx"},
                {"odt", again + ".odt"},
                {"pdf", call.app.config.engines.pdf ? json::value(again + ".pdf") : json::value(nullptr)}};
    return out;
}

Reply erase(Call& call) {
    const app::Erased erased = app::erase_person(call.session(), call.base(), person_of(call));
    if (erased.elsewhere.empty()) return back(call, "personne-effacee");
    const std::string& pseudonym = call.parts.at(0);
    Reply out;
    out.title = "Nom effacé dans votre OPCS";
    out.trail = {people_crumb, {person_url(pseudonym), pseudonym}};
    out.page = "personne_effacee.html";
    out.headers.set("Cache-Control", "no-store");
    json::array others;
    for (const domain::PersonElsewhere& one : erased.elsewhere)
        others.push_back({{"pseudonyme", one.pseudonym}, {"opcs", one.opcs}});
    out.view = {{"fiche", person_url(pseudonym)}, {"ailleurs", std::move(others)}};
    return out;
}

Reply hold_page(Call& call, const http::Fields& fields, std::vector<core::Issue> issues) {
    const FormView view(issues);
    const FormReader typed(fields);
    const std::string& pseudonym = call.parts.at(0);
    EntryForm form;
    form.title = "Garder le nom plus longtemps";
    form.trail = {people_crumb, {person_url(pseudonym), pseudonym}};
    form.action = person_url(pseudonym, "geler");
    form.back = person_url(pseudonym);
    form.back_text = "revenir à la fiche";
    form.fields = {
        view.choice({"nature", "Nature"}, typed.text("nature"),
                    {{"contentieux", "Contentieux"}, {"financement", "Contrôle d’un financement (FSE…)"}}),
        view.field({"motif", "Motif", "le dossier ou la convention, jamais le nom d’une personne", {}, "text", true},
                   typed_again(typed.text("motif"))),
        view.field({"jusqu_au", "Jusqu’au", "vide\u00a0: jusqu’à ce que le gel soit levé", {}, "date"},
                   typed.text("jusqu_au"))};
    form.issues = std::move(issues);
    return entry_page(call, std::move(form), view);
}

Reply new_hold(Call& call) {
    static_cast<void>(person_of(call));
    return hold_page(call, {}, {});
}

Reply add_hold(Call& call) {
    FormReader reader(call.form.fields);
    domain::Hold hold;
    hold.participant = person_of(call);
    if (const auto kind = domain::hold_kind(reader.text("nature")))
        hold.kind = *kind;
    else
        reader.refuse("nature", "choisissez contentieux ou financement");
    hold.reason = reader.text("motif");
    hold.until = reader.date("jusqu_au");
    if (!reader.sound()) return hold_page(call, call.form.fields, reader.issues());
    try {
        app::hold(call.session(), call.base(), hold);
        return back(call, "gel-pose");
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid) throw;
        return hold_page(call, call.form.fields, error.issues());
    }
}

Reply identity_page(Call& call, const http::Fields& fields, std::vector<core::Issue> issues, std::int64_t revision) {
    const FormView view(issues);
    const FormReader typed(fields);
    const std::string& pseudonym = call.parts.at(0);
    const auto field = [&](FieldView spec) { return view.field(spec, typed_again(typed.text(spec.name))); };
    EntryForm form;
    form.title = "Corriger l’identité";
    form.trail = {people_crumb, {person_url(pseudonym), pseudonym}};
    form.action = person_url(pseudonym, "identite");
    form.back = person_url(pseudonym);
    form.back_text = "revenir à la fiche";
    form.revision = std::to_string(revision);
    form.fields = {field({"nom", "Nom", {}, {}, "text", true}), field({"prenom", "Prénom", {}, {}, "text", true}),
                   field({"naissance", "Date de naissance", {}, {}, "date", true})};
    form.issues = std::move(issues);
    return entry_page(call, std::move(form), view);
}

Reply see_identity(Call& call) {
    const app::PersonId id = person_of(call);
    const domain::PersonNames names = app::consult_names(call.session(), call.base(), id);
    const auto sheet = app::consult_person(call.session(), call.base(), id);
    return identity_page(call,
                         {{"nom", names.family.reveal()},
                          {"prenom", names.given.reveal()},
                          {"naissance", names.born_on ? core::iso(*names.born_on) : ""}},
                         {}, sheet.line.participant.revision);
}

Reply change_identity(Call& call) {
    FormReader reader(call.form.fields);
    const std::int64_t revision = reader.whole("revision").value_or(0);
    const domain::PersonNames names{domain::PersonalText(reader.text("nom")),
                                    domain::PersonalText(reader.text("prenom")), reader.date("naissance")};
    if (!reader.sound()) return identity_page(call, call.form.fields, reader.issues(), revision);
    try {
        app::change_names(call.session(), call.base(), person_of(call), revision, names);
        return back(call, "personne-modifiee");
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid) throw;
        return identity_page(call, call.form.fields, error.issues(), revision);
    }
}

}  // namespace

std::vector<Route> person_act_routes() {
    constexpr Formats page_only{true, false, false};
    constexpr Formats page_and_json{true, true, false};
    const Parameter who{"pseudonyme", "le pseudonyme de la personne", "P-7F3K-29", true};
    const std::vector<Parameter> names_of{who,
                                          {"nom", "nom de famille", {}, true},
                                          {"prenom", "prénom", {}, true},
                                          {"naissance", "date de naissance", "1990-02-28", true},
                                          {"revision", "la version qui a été lue", "1", true}};
    return {{"POST",
             "/personnes/{pseudonyme}/noms",
             Action::person_names,
             names,
             "Le nom d’une personne ; la lecture est inscrite au journal",
             {who},
             page_and_json,
             ""},
            {"POST",
             "/personnes/{pseudonyme}/sante",
             Action::person_health,
             health,
             "La reconnaissance de travailleur handicapé ; la lecture est inscrite au journal",
             {who},
             page_and_json,
             ""},
            {"GET",
             "/personnes/{pseudonyme}/identite",
             Action::person_names,
             see_identity,
             "Le formulaire qui corrige l’identité d’une personne",
             {who},
             page_only,
             ""},
            {"POST", "/personnes/{pseudonyme}/identite", Action::person_write, change_identity,
             "Corrige l’identité d’une personne", names_of, page_only, ""},
            {"POST",
             "/personnes/{pseudonyme}/fin",
             Action::person_write,
             end_path,
             "Note la fin d’un parcours",
             {who, {"fin_de_parcours", "le dernier jour, vide si le parcours continue", "2026-10-31"}},
             page_only,
             ""},
            {"POST",
             "/personnes/{pseudonyme}/reunir",
             Action::person_write,
             merge,
             "Réunit la fiche à une autre de la même personne",
             {who, {"dans", "le pseudonyme de la fiche qui reste", "P-4C8D-72", true}},
             page_only,
             ""},
            {"POST",
             "/personnes/{pseudonyme}/transferer",
             Action::person_write,
             transfer,
             "Confie la personne à une autre OPCS",
             {who, {"opcs", "numéro de la nouvelle OPCS", "3", true}},
             page_only,
             ""},
            {"POST",
             "/personnes/{pseudonyme}/donnees",
             Action::person_export,
             give,
             "Tout ce que votre OPCS garde d’une personne, à lui remettre, et à quelles autres OPCS le demander",
             {who},
             {true, true, false, true},
             ""},
            {"POST",
             "/personnes/{pseudonyme}/effacer",
             Action::person_erase,
             erase,
             "Efface le nom d’une personne dans votre OPCS, ou dans toutes pour un administrateur",
             {who},
             page_only,
             ""},
            {"GET",
             "/personnes/{pseudonyme}/geler",
             Action::privacy_manage,
             new_hold,
             "Le formulaire d’un gel",
             {who},
             page_only,
             ""},
            {"POST",
             "/personnes/{pseudonyme}/geler",
             Action::privacy_manage,
             add_hold,
             "Garde un nom plus longtemps que son délai",
             {who,
              {"nature", "contentieux ou financement", "financement", true},
              {"motif", "le dossier ou la convention", "convention FSE 2024-17", true},
              {"jusqu_au", "le dernier jour", "2031-12-31"}},
             page_only,
             ""}};
}

}  // namespace clausier::web
