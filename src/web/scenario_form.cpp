// Fields of a scenario.
#include "scenario_form.hpp"

#include <boost/json/array.hpp>

#include "calculation_frame.hpp"
#include "clausier/core/french.hpp"
#include "edit_form.hpp"
#include "enquiry_pages.hpp"
#include "row_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// A cell of the grid of lots.
json::object cell(const FormView& form, const FormReader& typed, std::string_view column, std::size_t row,
                  const std::string& label) {
    const std::string name = RowForm::name(column, row);
    json::object out = form.field({name, label + " du lot " + std::to_string(row), {}, "decimal"}, typed.text(name));
    out["colonne"] = column;
    out["a_saisir"] = false;
    return out;
}

std::string name_of(const domain::EnquiryLot& lot) {
    if (lot.number.empty()) return lot.title;
    return "Lot " + lot.number + (lot.title.empty() ? "" : "\u00a0: " + lot.title);
}

}  // namespace

domain::Scenario read_scenario(FormReader& reader, domain::Scenario scenario, std::size_t lots) {
    scenario.name = reader.text("nom");
    scenario.hypotheses.labour_share = reader.percent("part_mo");
    scenario.hypotheses.effort = reader.percent("taux");
    scenario.hypotheses.hourly_cost = reader.euros("cout_horaire");
    const std::string rounding = reader.text("arrondi");
    if (const auto read = domain::HourRounding::parse(rounding.empty() ? "proche" : rounding))
        scenario.hypotheses.rounding = *read;
    else
        reader.refuse("arrondi", read.error().text);
    const std::string common = reader.text("clause");
    scenario.lots.clear();
    for (std::size_t row = 1; row <= lots; ++row) {
        const auto name = [&](std::string_view column) { return RowForm::name(column, row); };
        domain::ScenarioLot lot;
        lot.lot = {reader.whole(name("ident")).value_or(0)};
        if (lot.lot.empty()) continue;
        lot.clause_kind = reader.text(name("clause"));
        if (lot.clause_kind.empty()) lot.clause_kind = common;
        lot.labour_share = reader.percent(name("part_mo"));
        lot.effort = reader.percent(name("taux"));
        lot.hourly_cost = reader.euros(name("cout_horaire"));
        lot.hours = reader.hours(name("heures"));
        scenario.lots.push_back(std::move(lot));
    }
    scenario.revision = reader.whole("revision").value_or(0);
    return scenario;
}

http::Fields fields_of(const domain::Scenario& scenario, const std::vector<domain::EnquiryLot>& lots) {
    http::Fields out{{"nom", scenario.name},
                     {"part_mo", typed(scenario.hypotheses.labour_share)},
                     {"taux", typed(scenario.hypotheses.effort)},
                     {"cout_horaire", typed(scenario.hypotheses.hourly_cost)},
                     {"arrondi", scenario.hypotheses.rounding.name()}};
    for (std::size_t i = 0; i < lots.size(); ++i) {
        const domain::ScenarioLot choice = scenario.choice(lots[i].id);
        const auto add = [&](std::string_view column, std::string value) {
            out.add(RowForm::name(column, i + 1), std::move(value));
        };
        add("ident", std::to_string(lots[i].id.value));
        add("clause", choice.clause_kind);
        add("part_mo", typed(choice.labour_share));
        add("taux", typed(choice.effort));
        add("cout_horaire", typed(choice.hourly_cost));
        add("heures", typed(choice.hours));
    }
    return out;
}

json::object scenario_form_view(const FormView& form, const http::Fields& shown,
                                const std::vector<domain::EnquiryLot>& lots) {
    const FormReader typed(shown);
    const auto field = [&](FieldView spec) { return form.field(spec, typed.text(spec.name)); };
    const std::string rounding = typed.text("arrondi") == "proche" ? "" : typed.text("arrondi");
    json::array rows;
    for (std::size_t i = 0; i < lots.size(); ++i) {
        const std::size_t row = i + 1;
        const std::string clause = RowForm::name("clause", row);
        rows.push_back({{"nom", name_of(lots[i])},
                        {"rang", row},
                        {"montant", lots[i].estimate ? core::french::euros(*lots[i].estimate) : "non renseigné"},
                        {"sans_suite", lots[i].abandoned},
                        {"ident", lots[i].id.value},
                        {"clause", form.choice({clause, "Clause du lot " + std::to_string(row)}, typed.text(clause),
                                               clause_choices())},
                        {"part", cell(form, typed, "part_mo", row, "Part de main-d’œuvre, en %,")},
                        {"effort", cell(form, typed, "taux", row, "Taux d’effort, en %,")},
                        {"cout", cell(form, typed, "cout_horaire", row, "Coût horaire chargé, en euros,")},
                        {"heures", cell(form, typed, "heures", row, "Heures décidées")}});
    }
    return {{"nom", field({"nom", "Nom du scénario", {}, {}, "text", true})},
            {"champs",
             json::array{
                 field({"taux", "Taux d’effort commun (%)", "vide\u00a0: le taux usuel", "decimal"}),
                 field({"cout_horaire", "Coût horaire chargé commun (€)", "vide\u00a0: celui du métier", "decimal"}),
                 field({"part_mo", "Part de main-d’œuvre commune (%)", "vide\u00a0: celle du métier", "decimal"})}},
            {"choix",
             json::array{form.choice({"clause", "Clause des lots à décider"}, typed.text("clause"), clause_choices()),
                         form.choice({"arrondi", "Arrondi des heures"}, rounding, rounding_options())}},
            {"lignes", std::move(rows)}};
}

std::vector<Parameter> scenario_parameters() {
    return {{"nom", "nom du scénario", "Préconisé", true},
            {"taux", "taux d’effort des lots qui n’en ont pas, en %", "5"},
            {"part_mo", "part de main-d’œuvre commune, en %"},
            {"cout_horaire", "coût horaire commun"},
            {"arrondi", "proche, bas, haut, 5, 7 ou 35"},
            {"clause", "clause des lots qui n’en ont pas", "insertion"},
            {"ident_1", "numéro du premier lot dans la base (puis _2, _3…)", "1"},
            {"clause_1", "sa clause : un code de la liste, « none » pour aucune", "insertion"},
            {"part_mo_1", "sa part de main-d’œuvre, en %"},
            {"taux_1", "son taux d’effort, en %"},
            {"cout_horaire_1", "son coût horaire"},
            {"heures_1", "ses heures, décidées à la main"},
            {"revision", "la version qui a été lue"}};
}

}  // namespace clausier::web
