// People by pseudonym: the list, a sheet, the form that declares one, and the records that seem to be one person.
#include "person_pages.hpp"

#include <algorithm>

#include "clausier/app/organisation_links.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/nir.hpp"
#include "clausier/domain/rights.hpp"
#include "clausier/present/people.hpp"
#include "edit_form.hpp"
#include "entry_form.hpp"
#include "page_links.hpp"
#include "permission.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
namespace french = core::french;

constexpr std::int64_t rows_on_page = 100;
constexpr std::int64_t every_row = 1'000'000;

json::value link_if(const Call& call, Action action, std::string url) {
    url = if_may(call, action, std::move(url));
    return url.empty() ? json::value(nullptr) : json::value(url);
}

json::object row_view(const domain::ParticipantLine& line) {
    return {{"url", person_url(line.participant.pseudonym)},
            {"pseudonyme", line.participant.pseudonym},
            {"opcs", line.opcs},
            {"declaree_par", line.declared_by},
            {"depuis", french::date(line.participant.created_on)},
            {"etat", present::state_sentence(line.participant)},
            {"gel", line.held},
            {"doublon", line.twins > 0}};
}

Reply list(Call& call) {
    FormReader reader(call.query);
    store::ParticipantFilter filter;
    filter.pseudonym = reader.text("pseudonyme");
    std::transform(filter.pseudonym.begin(), filter.pseudonym.end(), filter.pseudonym.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (const auto opcs = reader.whole("opcs")) filter.opcs = domain::Id<domain::Organisation>{*opcs};
    const std::int64_t at = asked_page(reader);
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    const bool exported = call.format == Format::csv || call.format == Format::xlsx;
    const app::People found = app::people(call.session(), call.base(), filter, exported ? every_row : rows_on_page,
                                          exported ? 0 : (at - 1) * rows_on_page);
    Reply out;
    out.title = "Personnes";
    out.page = "personnes.html";
    out.filename = "personnes";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::people_answer(found.lines, found.total);
    if (!call.html()) return out;
    json::array rows;
    for (const domain::ParticipantLine& line : found.lines) rows.emplace_back(row_view(line));
    const FormView form({});
    out.view = {{"pseudonyme", form.field({"pseudonyme", "Pseudonyme", "ou une partie"}, reader.text("pseudonyme"))},
                {"opcs", form.choice({"opcs", "OPCS"}, reader.text("opcs"), opcs_choices(call, "Toutes"))},
                {"nombre", french::count(static_cast<std::uint64_t>(found.total), "personne")},
                {"vide", rows.empty()},
                {"filtre", !filter.pseudonym.empty() || filter.opcs.has_value()},
                {"creer", link_if(call, Action::person_write, "/personnes/creer")},
                {"doublons", link_if(call, Action::person_names, "/personnes/doublons")},
                {"rgpd", link_if(call, Action::privacy_manage, "/rgpd")},
                {"lignes", std::move(rows)},
                {"pages", page_links({at, found.total, rows_on_page}, people_home, call.query)}};
    return out;
}

json::array hold_views(const std::vector<domain::Hold>& holds, core::Date today) {
    json::array out;
    for (const domain::Hold& hold : holds)
        out.push_back({{"nature", domain::label(hold.kind)},
                       {"motif", hold.reason.empty() ? std::string("motif réservé à l’OPCS") : hold.reason},
                       {"jusqu_au", hold.until ? french::date(*hold.until) : "levée du gel"},
                       {"tient", domain::stands_on(hold, today)},
                       {"lever", "/rgpd/gels/" + std::to_string(hold.id.value) + "/lever"}});
    return out;
}

json::object acts(Call& call, const app::PersonSheet& sheet) {
    const domain::Participant& p = sheet.line.participant;
    const auto act = [&](Action action, std::string_view what) -> json::value {
        return sheet.line.named ? link_if(call, action, person_url(p.pseudonym, what)) : nullptr;
    };
    const FormView form({});
    return {{"jeton", call.token()},
            {"noms", act(Action::person_names, "noms")},
            {"sante", act(Action::person_health, "sante")},
            {"modifier", act(Action::person_write, "identite")},
            {"fin", act(Action::person_write, "fin")},
            {"transferer", act(Action::person_write, "transferer")},
            {"donnees", act(Action::person_export, "donnees")},
            {"effacer", act(Action::person_erase, "effacer")},
            {"geler", act(Action::privacy_manage, "geler")},
            {"peut_lever", domain::may(call.viewer, Action::privacy_manage)},
            {"partout", domain::may(call.viewer, Action::privacy_manage)},
            {"champ_fin", form.field({"fin_de_parcours", "Fin du parcours", "vide si le parcours continue", "", "date"},
                                     p.path_ended_on ? core::iso(*p.path_ended_on) : "")},
            {"champ_opcs", form.choice({"opcs", "Nouvelle OPCS"}, "", opcs_choices(call, ""))}};
}

void add_facts(json::object& view, const app::PersonSheet& sheet, core::Date today) {
    const domain::Participant& p = sheet.line.participant;
    json::array twins;
    for (const domain::Participant& twin : sheet.twins)
        twins.push_back({{"pseudonyme", twin.pseudonym}, {"url", person_url(twin.pseudonym)}});
    json::array transfers;
    for (const domain::PersonTransfer& one : sheet.transfers)
        transfers.push_back({{"de", one.from},
                             {"vers", one.into},
                             {"date", french::date(core::Date(std::chrono::floor<std::chrono::days>(one.at)))}});
    const bool merged = !sheet.merged_into.empty();
    view["opcs"] = sheet.line.opcs;
    view["declaree_par"] = sheet.line.declared_by;
    view["depuis"] = french::date(p.created_on);
    view["etat"] = present::state_sentence(p);
    view["retrait"] =
        p.gone_on || !sheet.removal.on ? json::value(nullptr) : json::value(french::date(*sheet.removal.on));
    view["reunie"] = merged ? json::value(sheet.merged_into) : json::value(nullptr);
    view["reunie_url"] = merged ? person_url(sheet.merged_into) : "";
    view["a_des_doublons"] = !twins.empty();
    view["doublons"] = std::move(twins);
    view["a_des_gels"] = !sheet.holds.empty();
    view["gels"] = hold_views(sheet.holds, today);
    view["a_des_transferts"] = !transfers.empty();
    view["transferts"] = std::move(transfers);
}

Reply show(Call& call) {
    const app::PersonSheet sheet = app::consult_person(call.session(), call.base(), person_of(call));
    const domain::Participant& p = sheet.line.participant;
    Reply out;
    out.title = p.pseudonym;
    out.trail = {people_crumb};
    out.page = "personne.html";
    out.filename = p.pseudonym;
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(sheet);
    if (!call.html()) return out;
    out.view = acts(call, sheet);
    add_facts(out.view, sheet, call.app.clock.today());
    return out;
}

Reply creation(Call& call, const http::Fields& fields, std::vector<core::Issue> issues) {
    const FormView view(issues);
    const FormReader typed(fields);
    const auto field = [&](FieldView spec) { return view.field(spec, typed_again(typed.text(spec.name))); };
    EntryForm form;
    form.title = "Déclarer une personne";
    form.trail = {people_crumb};
    form.action = "/personnes/creer";
    form.back = people_home;
    form.back_text = "revenir aux personnes";
    form.fields = {field({"nom", "Nom", {}, {}, "text", true}), field({"prenom", "Prénom", {}, {}, "text", true}),
                   field({"naissance", "Date de naissance", {}, {}, "date", true}),
                   view.choice({"opcs", "OPCS qui la suit"}, typed.text("opcs"), opcs_choices(call, "La mienne")),
                   view.choice({"rqth", "Travailleur handicapé (RQTH)", "seulement si la personne le souhaite"},
                               typed.text("rqth"), {{"", "Non demandé"}, {"oui", "Oui"}, {"non", "Non"}})};
    form.issues = std::move(issues);
    return entry_page(call, std::move(form), view);
}

Reply new_person(Call& call) { return creation(call, {}, {}); }

Reply add_person(Call& call) {
    FormReader reader(call.form.fields);
    domain::PersonDraft draft;
    draft.names = {domain::PersonalText(reader.text("nom")), domain::PersonalText(reader.text("prenom")),
                   reader.date("naissance")};
    draft.opcs = {reader.whole("opcs").value_or(0)};
    const std::string disabled = reader.text("rqth");
    if (disabled == "oui" || disabled == "non")
        draft.disabled_worker = disabled == "oui";
    else if (!disabled.empty())
        reader.refuse("rqth", "choisissez oui ou non, ou « non demandé »");
    if (!reader.sound()) return creation(call, call.form.fields, reader.issues());
    try {
        const app::Declared made = app::declare_person(call.session(), call.base(), std::move(draft));
        return Reply::see(person_url(made.participant.pseudonym),
                          made.twins.empty() ? "personne-declaree" : "personne-doublon");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return creation(call, call.form.fields, error.issues());
    }
}

Reply twins(Call& call) {
    const auto pairs = app::merge_proposals(call.base());
    Reply out;
    out.title = "Fiches qui semblent d’une même personne";
    out.trail = {people_crumb};
    out.page = "personnes_doublons.html";
    out.filename = "doublons";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::proposals_answer(pairs);
    if (!call.html()) return out;
    json::array rows;
    for (const auto& [older, newer] : pairs)
        rows.push_back({{"ancienne", older.pseudonym},
                        {"ancienne_url", person_url(older.pseudonym)},
                        {"nouvelle", newer.pseudonym},
                        {"nouvelle_url", person_url(newer.pseudonym)},
                        {"reunir", person_url(newer.pseudonym, "reunir")}});
    out.view = {{"jeton", call.token()},
                {"vide", rows.empty()},
                {"peut", domain::may(call.viewer, Action::person_write)},
                {"lignes", std::move(rows)}};
    return out;
}

}  // namespace

app::PersonId person_of(const Call& call) {
    try {
        return app::person_of(call.base(), call.parts.at(0));
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid) throw;
        throw core::Error(core::ErrorKind::not_found, error.issues());
    }
}

std::string typed_again(std::string text) { return domain::holds_nir(text) ? std::string() : std::move(text); }

std::string person_url(const std::string& pseudonym, std::string_view act) {
    std::string out = std::string(people_home) + "/" + pseudonym;
    if (!act.empty()) out.append("/").append(act);
    return out;
}

std::vector<std::pair<std::string, std::string>> opcs_choices(const Call& call, std::string_view none) {
    std::vector<std::pair<std::string, std::string>> out;
    if (!none.empty()) out.emplace_back("", none);
    for (const domain::LotOpcs& one : app::known_opcs(call.base()))
        out.emplace_back(std::to_string(one.organisation.value), one.name);
    return out;
}

std::vector<Route> person_routes() {
    constexpr Formats page_only{true, false, false};
    const Parameter pseudonym{"pseudonyme", "le pseudonyme de la personne", "P-7F3K-29", true};
    std::vector<Route> out{{"GET",
                            "/personnes",
                            Action::person_read,
                            list,
                            "Les personnes, par leur pseudonyme ; aucun nom",
                            {{"pseudonyme", "une partie du pseudonyme"},
                             {"opcs", "numéro de l’OPCS"},
                             {"page", "page de 100 lignes", "1"}},
                            {true, true, true},
                            "/personnes"},
                           {"GET",
                            "/personnes/creer",
                            Action::person_write,
                            new_person,
                            "Le formulaire qui déclare une personne",
                            {},
                            page_only,
                            "/personnes/creer"},
                           {"POST",
                            "/personnes/creer",
                            Action::person_write,
                            add_person,
                            "Déclare une personne ; son pseudonyme est tiré au hasard",
                            {{"nom", "nom de famille", {}, true},
                             {"prenom", "prénom", {}, true},
                             {"naissance", "date de naissance", "1990-02-28", true},
                             {"opcs", "numéro de l’OPCS qui la suit"},
                             {"rqth", "oui ou non, vide si ce n’est pas demandé"}},
                            page_only,
                            ""},
                           {"GET",
                            "/personnes/doublons",
                            Action::person_names,
                            twins,
                            "Les fiches d’une même OPCS qui semblent d’une même personne",
                            {},
                            {true, true, true},
                            "/personnes/doublons"},
                           {"GET",
                            "/personnes/{pseudonyme}",
                            Action::person_read,
                            show,
                            "Une fiche sans le nom ; la consultation est inscrite au journal",
                            {pseudonym},
                            {true, true, false}}};
    for (Route& route : person_act_routes()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
