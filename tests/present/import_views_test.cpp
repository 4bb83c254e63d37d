// Imports as pages show them: the step a person is at, what columns and values may be taken for.
#include "clausier/present/import_views.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
namespace json = boost::json;
using domain::Field;
using domain::ImportStep;
using domain::Ruling;

namespace {

// The label of the step that is current, "" when none is.
std::string current(ImportStep step) {
    domain::ImportDraft draft;
    draft.step = step;
    draft.columns.emplace_back();
    std::string out;
    const json::object view = present::import_view(draft);
    for (const json::value& one : view.at("etapes").as_array())
        if (one.at("courante").as_bool()) out += std::string(one.at("libelle").as_string());
    return out;
}

// The value of the option that is chosen.
std::string chosen(const json::value& field) {
    for (const json::value& option : field.at("options").as_array())
        if (option.at("choisie").as_bool()) return std::string(option.at("valeur").as_string());
    return "nothing";
}

std::string text(const json::value& value) { return std::string(value.as_string()); }

}  // namespace

TEST_CASE("one step is current from the file to the report") {
    CHECK(current(ImportStep::deposited) == "Fichier");
    CHECK(current(ImportStep::columns) == "Colonnes");
    CHECK(current(ImportStep::values) == "Valeurs inconnues");
    CHECK(current(ImportStep::applying) == "Vérification");
    CHECK(current(ImportStep::applied) == "Rapport");
    domain::ImportDraft draft;
    draft.step = ImportStep::applied;
    const json::object view = present::import_view(draft);
    const json::array& steps = view.at("etapes").as_array();
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) CHECK(steps[i].at("faite").as_bool());
    CHECK_FALSE(steps.back().at("faite").as_bool());
}

TEST_CASE("a column shows what it is taken for and what it may be; an open question is counted") {
    domain::ImportDraft draft;
    draft.step = ImportStep::columns;
    draft.columns.push_back(
        {0, "A", "Montant", {"0.07000000000000001", "12"}, Field::amount, 100, domain::How::header, {}});
    draft.columns.push_back({1, "B", "Chose", {}, Field::ignored, 0, domain::How::none, {{Field::object, 45}}});
    const json::object view = present::import_view(draft);
    const json::array& columns = view.at("colonnes").as_array();
    CHECK(chosen(columns[0]) == "montant");
    CHECK(text(columns[0].at("exemples")) == "0.07 · 12");
    CHECK(chosen(columns[1]).empty());
    CHECK(text(columns[1].at("options").at(1).at("valeur")) == "objet");
    CHECK(columns[1].at("a_decider").as_bool());
    CHECK(text(view.at("questions")).starts_with("1\u00a0colonne à décider"));
}

TEST_CASE("a value decided shows its decision, one that is not shows what is safest") {
    domain::ImportDraft draft;
    draft.step = ImportStep::values;
    const domain::Decision decision{Field::procedure,
                                    "MAPA 2",
                                    Ruling::replace,
                                    "Procédure adaptée",
                                    core::Instant(std::chrono::seconds(1'795'000'000)),
                                    "compte/1"};
    draft.unknown.values.push_back({Field::procedure, "MAPA 2", "Procédure", 12, 4, {}, decision});
    draft.unknown.values.push_back({Field::procedure, "MAPA 3", "Procédure", 1, 5, {}, {}});
    draft.unknown.values.push_back({Field::social, "Peut-être", "Clause", 1, 5, {}, {}});
    draft.unknown.more = 2;
    const json::object view = present::import_view(draft);
    const json::array& values = view.at("valeurs").as_array();
    CHECK(chosen(values[0]) == "=Procédure adaptée");
    CHECK(text(values[0].at("decidee")) == "décidé le 18 novembre 2026 par compte/1");
    CHECK(text(values[0].at("nombre")) == "12 fois, dès la ligne 4");
    CHECK(chosen(values[1]) == "garder");
    CHECK(chosen(values[2]) == "ignorer");
    CHECK(text(view.at("non_listees")).starts_with("2\u00a0autres cellules inconnues"));
}

TEST_CASE("what is going on is told with how far it is, and cannot be abandoned while it is written") {
    domain::ImportDraft draft;
    draft.step = ImportStep::reading;
    draft.done = 1'500'000;
    draft.total = 3'000'000;
    json::object view = present::import_view(draft);
    CHECK(view.at("en_cours").as_bool());
    CHECK(view.at("abandonnable").as_bool());
    CHECK(text(view.at("avancement").at("texte")) == "1,5\u00a0Mo lus sur 3\u00a0Mo");
    draft.ahead = 1;
    CHECK(text(present::import_view(draft).at("avancement").at("texte")) == "1\u00a0import passe avant");
    draft.ahead = 0;
    draft.step = ImportStep::applying;
    view = present::import_view(draft);
    CHECK_FALSE(view.at("abandonnable").as_bool());
    CHECK_FALSE(view.at("avancement").at("connu").as_bool());
}
