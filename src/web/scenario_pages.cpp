// Scenarios of a dossier: side by side, one studied live, copied, removed, chosen.
#include <boost/json/array.hpp>

#include "calculation_frame.hpp"
#include "clausier/present/enquiries.hpp"
#include "clausier/present/enquiry_views.hpp"
#include "edit_form.hpp"
#include "enquiry_pages.hpp"
#include "scenario_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::EnquirySheet;
using domain::Scenario;

const Scenario& scenario_of(const Call& call, const EnquirySheet& sheet) {
    const std::int64_t id = call.id(1);
    for (const Scenario& one : sheet.scenarios)
        if (one.id.value == id) return one;
    throw core::Error(core::ErrorKind::not_found, "", "ce scénario n’existe pas, ou n’est pas de ce dossier");
}

std::string url_of(const EnquirySheet& sheet, const Scenario& scenario) {
    return enquiry_url(sheet, "/scenarios/" + std::to_string(scenario.id.value));
}

std::string next_name(const EnquirySheet& sheet) { return "Scénario " + std::to_string(sheet.scenarios.size() + 1); }

Reply side_by_side(Call& call, const EnquirySheet& sheet, std::vector<core::Issue> issues) {
    require_page(call, issues);
    const std::vector<domain::ScenarioStudy> studies = studies_of(call, sheet);
    const FormView form(issues);
    const FormReader typed(call.form.fields);
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Scénarios";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_scenarios.html";
    out.filename = "scenarios";
    out.answer = present::scenarios_answer(sheet, studies);
    out.headers.set("Cache-Control", "no-store");
    if (!call.html()) return out;
    out.view = {
        {"jeton", call.token()},
        {"adresse", enquiry_url(sheet)},
        {"scenarios", present::scenarios_view(sheet, studies)},
        {"champs", json::array{form.field({"nom", "Nom", {}, {}, "text", true},
                                          call.form.fields.has("nom") ? typed.text("nom") : next_name(sheet)),
                               form.field({"taux", "Taux d’effort commun (%)", "vide\u00a0: le taux usuel", "decimal"},
                                          typed.text("taux"))}},
        {"choix", json::array{form.choice({"clause", "Clause de tous les lots"},
                                          call.form.fields.has("clause") ? typed.text("clause") : "insertion",
                                          clause_choices())}}};
    form.summarise(out.view);
    return out;
}

Reply see_all(Call& call) { return side_by_side(call, enquiry_of(call), {}); }

Reply add(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    FormReader reader(call.form.fields);
    Scenario made;
    made.name = reader.text("nom");
    made.hypotheses.effort = reader.percent("taux");
    for (const domain::EnquiryLot& lot : sheet.lots) {
        domain::ScenarioLot choice;
        choice.lot = lot.id;
        choice.clause_kind = reader.text("clause");
        made.lots.push_back(std::move(choice));
    }
    if (!reader.sound()) return side_by_side(call, sheet, reader.issues());
    try {
        const EnquirySheet with = app::save_scenario(call.session(), call.base(), sheet.enquiry.id, made);
        return Reply::see(url_of(with, with.scenarios.back()), "scenario-cree");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return side_by_side(call, sheet, placed_in_rows(error.issues()));
    }
}

struct Edited {
    Scenario scenario;
    http::Fields shown;
    std::vector<core::Issue> issues{};
    bool conflict = false;
    bool tried = false;    // a result that was asked for, and is not kept
    bool refused = false;  // an action on the scenario, by its state
};

// The hours by the figures of the form; a fault of theirs joins the others.
std::optional<domain::ScenarioStudy> study(Call& call, const EnquirySheet& sheet, Edited& edited) {
    if (!edited.issues.empty() && !edited.conflict && !edited.refused) return std::nullopt;
    try {
        const auto reference = call.app.reference();
        return domain::study(sheet, edited.scenario, *reference, call.app.clock.today());
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid) throw;
        for (core::Issue issue : error.issues()) {
            if (issue.where.starts_with("option --")) issue.where = field_of(issue.where.substr(9));
            edited.issues.push_back(std::move(issue));
        }
    }
    return std::nullopt;
}

Reply scenario_page(Call& call, const EnquirySheet& sheet, Edited edited) {
    const std::optional<domain::ScenarioStudy> found = study(call, sheet, edited);
    require_page(call, edited.issues, edited.conflict || edited.refused);
    const FormView form(edited.issues);
    Reply out;
    out.status = live(call) ? 200 : edit_status(edited.issues, edited.conflict || edited.refused);
    out.title = edited.scenario.name.empty() ? "Scénario" : edited.scenario.name;
    out.trail = enquiry_trail(sheet);
    out.trail.push_back({enquiry_url(sheet, "/scenarios"), "Scénarios"});
    out.page = "dossier_scenario.html";
    out.filename = "scenario-" + std::to_string(edited.scenario.id.value);
    if (found) out.answer = present::answer(*found);
    out.headers.set("Cache-Control", "no-store");
    out.headers.set("Vary", "Accept, Cookie, HX-Request");
    if (!call.html()) return out;
    const bool chosen = sheet.enquiry.chosen == edited.scenario.id;
    out.view = scenario_form_view(form, edited.shown, sheet.lots);
    out.view["jeton"] = call.token();
    out.view["adresse"] = url_of(sheet, edited.scenario);
    out.view["retour"] = enquiry_url(sheet);
    out.view["revision"] = std::to_string(edited.scenario.revision);
    out.view["titre"] = out.title;
    out.view["retenu"] = chosen;
    out.view["mot"] = present::chosen_word(sheet.enquiry);
    out.view["seul"] = sheet.scenarios.size() < 2;
    out.view["conflit"] = written_since(edited.issues);
    out.view["essai"] = edited.tried;
    out.view["vif"] = live(call);
    out.view["copie"] = edited.scenario.name + " (copie)";
    out.view["a_un_resultat"] = found.has_value();
    out.view["resultat"] = found ? present::scenario_view(*found) : json::object();
    form.summarise(out.view);
    return out;
}

Reply see(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    const Scenario& scenario = scenario_of(call, sheet);
    return scenario_page(call, sheet, {scenario, fields_of(scenario, sheet.lots)});
}

// A lot left to the common clause shows it once it is computed or kept.
http::Fields with_choices(const http::Fields& sent, const Scenario& scenario) {
    http::Fields out;
    for (const http::Header& field : sent) {
        const bool empty_choice = field.name.starts_with("clause_") && field.value.empty();
        std::string value = field.value;
        if (empty_choice) {
            const std::string rank = field.name.substr(7);
            const std::string_view ident = sent.get("ident_" + rank).value_or("");
            for (const domain::ScenarioLot& lot : scenario.lots)
                if (std::to_string(lot.lot.value) == ident) value = lot.clause_kind;
        }
        out.add(field.name, std::move(value));
    }
    return out;
}

Reply save(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    FormReader reader(call.form.fields);
    Edited edited;
    edited.scenario = read_scenario(reader, scenario_of(call, sheet), sheet.lots.size());
    edited.shown = with_choices(call.form.fields, edited.scenario);
    edited.issues = reader.issues();
    edited.tried = reader.text("action") == "calculer" || live(call);
    if (edited.issues.empty() && edited.tried)
        edited.issues = placed_in_rows(domain::faults(edited.scenario, sheet.lots));
    if (!edited.issues.empty() || edited.tried) return scenario_page(call, sheet, std::move(edited));
    try {
        app::save_scenario(call.session(), call.base(), sheet.enquiry.id, edited.scenario);
        return Reply::see(url_of(sheet, edited.scenario), "scenario-enregistre");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        edited.issues = placed_in_rows(error.issues());
        edited.conflict = error.kind() == core::ErrorKind::conflict;
        if (edited.conflict) edited.scenario.revision = scenario_of(call, sheet).revision;
        return scenario_page(call, sheet, std::move(edited));
    }
}

// The scenario's page again, with why an action on it was refused.
template <class Action>
Reply act(Call& call, Action action) {
    const EnquirySheet sheet = enquiry_of(call);
    const Scenario scenario = scenario_of(call, sheet);
    try {
        return action(sheet, scenario);
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        Edited edited{scenario, fields_of(scenario, sheet.lots), error.issues()};
        edited.refused = error.kind() == core::ErrorKind::conflict;
        for (core::Issue& issue : edited.issues)
            if (issue.where != "nom") issue.where.clear();
        return scenario_page(call, sheet, std::move(edited));
    }
}

Reply copy(Call& call) {
    return act(call, [&](const EnquirySheet& sheet, const Scenario& scenario) {
        const FormReader reader(call.form.fields);
        const EnquirySheet with = app::copy_scenario(call.session(), call.base(), scenario.id, reader.text("nom"));
        return Reply::see(url_of(sheet, with.scenarios.back()), "scenario-cree");
    });
}

Reply remove(Call& call) {
    return act(call, [&](const EnquirySheet& sheet, const Scenario& scenario) {
        app::remove_scenario(call.session(), call.base(), scenario.id);
        return Reply::see(enquiry_url(sheet), "scenario-retire");
    });
}

Reply choose(Call& call) {
    return act(call, [&](const EnquirySheet& sheet, const Scenario& scenario) {
        app::choose_scenario(call.session(), call.base(), scenario.id);
        return Reply::see(enquiry_url(sheet), "scenario-retenu");
    });
}

}  // namespace

std::vector<Route> scenario_routes() {
    constexpr Formats page{true, false, false};
    constexpr Formats all{true, true, true};
    constexpr std::uint64_t limit = 1ULL << 20;
    const Parameter id{"id", "numéro du dossier", "1"};
    const Parameter one{"scenario", "numéro du scénario", "1"};
    std::vector<Parameter> edited{id, one};
    for (const Parameter& parameter : scenario_parameters()) edited.push_back(parameter);
    edited.push_back({"action", "« calculer » : montre les heures sans rien enregistrer"});
    return {{"GET",
             "/dossiers/{id}/scenarios",
             Action::enquiry_read,
             see_all,
             "Les scénarios d’un dossier, côte à côte",
             {id},
             all,
             "/dossiers/1/scenarios"},
            {"POST",
             "/dossiers/{id}/scenarios",
             Action::enquiry_write,
             add,
             "Crée un scénario",
             {id,
              {"nom", "nom", "Ambitieux", true},
              {"taux", "taux d’effort commun, en %", "7"},
              {"clause", "clause de tous les lots", "insertion"}},
             page,
             "nom=Ambitieux&taux=7&clause=insertion"},
            {"GET",
             "/dossiers/{id}/scenarios/{scenario}",
             Action::enquiry_read,
             see,
             "Un scénario : ses hypothèses, et les heures de chaque lot",
             {id, one},
             all,
             "/dossiers/1/scenarios/1"},
            {"POST", "/dossiers/{id}/scenarios/{scenario}", Action::enquiry_write, save,
             "Change un scénario, ou montre ce que donneraient d’autres chiffres", edited, page, "", false, limit},
            {"POST",
             "/dossiers/{id}/scenarios/{scenario}/copier",
             Action::enquiry_write,
             copy,
             "Copie un scénario",
             {id, one, {"nom", "nom de la copie", "Copie", true}},
             page,
             ""},
            {"POST",
             "/dossiers/{id}/scenarios/{scenario}/retirer",
             Action::enquiry_write,
             remove,
             "Retire un scénario",
             {id, one},
             page,
             ""},
            {"POST",
             "/dossiers/{id}/scenarios/{scenario}/retenir",
             Action::enquiry_write,
             choose,
             "Choisit un scénario : celui qui est préconisé, puis celui que l’acheteur retient",
             {id, one},
             page,
             ""}};
}

}  // namespace clausier::web
