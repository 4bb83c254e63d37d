// « dossiers scenario »: made, changed, copied, removed, chosen; « dossiers scenarios » shows them side by side.
#include "clausier/app/references.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/enquiries.hpp"
#include "enquiry_arguments.hpp"

namespace clausier::cli {
namespace {

// What the scenario says of a lot, to be changed.
domain::ScenarioLot& choice(domain::Scenario& scenario, domain::Id<domain::EnquiryLot> lot) {
    for (domain::ScenarioLot& one : scenario.lots)
        if (one.lot == lot) return one;
    scenario.lots.push_back(scenario.choice(lot));
    return scenario.lots.back();
}

// LOT=VALEUR of one option into one field of the lots; "LOT=" empties it.
template <class T>
void set_lots(const domain::EnquirySheet& sheet, const Arguments& arguments, domain::Scenario& scenario,
              const char* option, std::optional<T> domain::ScenarioLot::*field,
              core::Result<T> (*parse)(std::string_view, bool)) {
    for (const LotValue& one : lot_values(sheet, arguments, option)) {
        std::optional<T> value;
        if (!one.value.empty()) {
            const auto read = parse(one.value, false);
            if (!read) throw UsageError(std::string("option ") + option, read.error().text);
            value = *read;
        }
        for (const auto lot : one.lots) choice(scenario, lot).*field = value;
    }
}

void change(const domain::EnquirySheet& sheet, const Arguments& arguments, domain::Scenario& scenario) {
    Changes changes(arguments);
    changes.set(scenario.name, "--nom");
    changes.set(scenario.hypotheses.labour_share, "--part-mo");
    changes.set(scenario.hypotheses.effort, "--taux");
    changes.set(scenario.hypotheses.hourly_cost, "--cout-horaire");
    if (const auto rounding = arguments.get("--arrondi"))
        scenario.hypotheses.rounding = domain::HourRounding::parse(*rounding).value();
    changes.check();
    for (const LotValue& one : lot_values(sheet, arguments, "--clause"))
        for (const auto lot : one.lots) choice(scenario, lot).clause_kind = one.value;
    using Lot = domain::ScenarioLot;
    set_lots(sheet, arguments, scenario, "--heures", &Lot::hours, core::parse_hours);
    set_lots(sheet, arguments, scenario, "--part-mo-lot", &Lot::labour_share, core::parse_percent);
    set_lots(sheet, arguments, scenario, "--taux-lot", &Lot::effort, core::parse_percent);
    set_lots(sheet, arguments, scenario, "--cout-horaire-lot", &Lot::hourly_cost, core::parse_euros);
}

// "lots.2.heures" is said by --heures, of the lot of rank 2.
std::vector<core::Issue> by_lot_option(std::vector<core::Issue> issues) {
    for (core::Issue& issue : issues) {
        const auto parts = core::split(issue.where, '.');
        if (parts.size() != 3 || parts[0] != "lots") continue;
        std::string option(parts[2]);
        if (option == "cout_horaire") option = "cout-horaire-lot";
        if (option == "taux" || option == "part_mo") option = option == "taux" ? "taux-lot" : "part-mo-lot";
        issue.where = "option --" + option + ", lot de rang " + std::string(parts[1]);
    }
    return options_of(std::move(issues), {});
}

Outcome save(const Context& context, const OpenEnquiry& open, const domain::Scenario& scenario) {
    try {
        return shown(context, *open.base,
                     app::save_scenario(enquiry_session(context), *open.base, open.sheet.enquiry.id, scenario));
    } catch (const core::Error& error) {
        throw core::Error(error.kind(), by_lot_option(error.issues()));
    }
}

Outcome add(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    domain::Scenario scenario;
    change(open.sheet, arguments, scenario);
    return save(context, open, scenario);
}

Outcome modify(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    domain::Scenario scenario = find_scenario(open.sheet, arguments.positionals.at(1));
    change(open.sheet, arguments, scenario);
    return save(context, open, scenario);
}

Outcome copy(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    const auto id = find_scenario(open.sheet, arguments.positionals.at(1)).id;
    return by_option({}, [&] {
        return shown(context, *open.base,
                     app::copy_scenario(enquiry_session(context), *open.base, id,
                                        core::collapse(arguments.get("--nom").value_or(""))));
    });
}

Outcome remove(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    const auto id = find_scenario(open.sheet, arguments.positionals.at(1)).id;
    return shown(context, *open.base, app::remove_scenario(enquiry_session(context), *open.base, id));
}

Outcome choose(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    const auto id = find_scenario(open.sheet, arguments.positionals.at(1)).id;
    return shown(context, *open.base, app::choose_scenario(enquiry_session(context), *open.base, id));
}

Outcome compare(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    const auto studies = app::study_scenarios(enquiry_session(context), open.sheet, app::reference(*open.base));
    if (arguments.positionals.size() < 2) return {present::scenarios_answer(open.sheet, studies)};
    const domain::Scenario& wanted = find_scenario(open.sheet, arguments.positionals[1]);
    return {present::answer(studies.at(static_cast<std::size_t>(&wanted - open.sheet.scenarios.data())))};
}

std::vector<OptionSpec> with_values(OptionSpec name, std::vector<OptionSpec> own) {
    std::vector<OptionSpec> out{
        kBase,
        name,
        {"--clause",
         "LOT=CODE",
         "clause d’un lot, un code de la liste (insertion, social_criterion, none…) ; tous=CODE pour tous",
         false,
         {},
         true},
        {"--part-mo", "POURCENT", "part de main-d’œuvre des lots qui n’en ont pas"},
        {"--taux", "POURCENT", "taux d’effort des lots qui n’en ont pas"},
        {"--cout-horaire", "EUROS", "coût horaire des lots qui n’en ont pas"},
        kRounding,
        {"--heures", "LOT=HEURES", "heures décidées à la main pour un lot", false, {}, true},
        {"--part-mo-lot", "LOT=POURCENT", "part de main-d’œuvre d’un lot", false, {}, true},
        {"--taux-lot", "LOT=POURCENT", "taux d’effort d’un lot", false, {}, true},
        {"--cout-horaire-lot", "LOT=EUROS", "coût horaire chargé d’un lot", false, {}, true}};
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

}  // namespace

std::vector<CommandSpec> enquiry_scenario_commands() {
    return {
        {"dossiers scenarios",
         "les scénarios d’un dossier côte à côte, ou un seul lot par lot",
         {kEnquiry, {"SCÉNARIO", "son nom ou son numéro, pour ne voir que lui", false}},
         {kBase},
         compare,
         "clausier dossiers scenarios 3 --base region.sqlite"},
        {"dossiers scenario ajouter",
         "ajoute un scénario à un dossier",
         {kEnquiry},
         with_values({"--nom", "TEXTE", "nom du scénario", true}, {}),
         add,
         "clausier dossiers scenario ajouter 3 --base region.sqlite --nom \"5 %\" --taux 5 --clause tous=insertion"},
        {"dossiers scenario modifier",
         "change un scénario",
         {kEnquiry, kScenario},
         with_values({"--nom", "TEXTE", "nom du scénario"}, {kEmpty}),
         modify,
         "clausier dossiers scenario modifier 3 \"5 %\" --base region.sqlite --clause 2=none --heures 1=210"},
        {"dossiers scenario copier",
         "copie un scénario sous un autre nom",
         {kEnquiry, kScenario},
         {kBase, {"--nom", "TEXTE", "nom de la copie", true}},
         copy,
         "clausier dossiers scenario copier 3 \"5 %\" --base region.sqlite --nom \"10 %\""},
        {"dossiers scenario retirer",
         "retire un scénario qui n’est ni préconisé ni retenu",
         {kEnquiry, kScenario},
         {kBase},
         remove,
         "clausier dossiers scenario retirer 3 \"10 %\" --base region.sqlite"},
        {"dossiers scenario choisir",
         "choisit le scénario à préconiser, puis celui que l’acheteur retient",
         {kEnquiry, kScenario},
         {kBase},
         choose,
         "clausier dossiers scenario choisir 3 \"5 %\" --base region.sqlite"},
    };
}

}  // namespace clausier::cli
