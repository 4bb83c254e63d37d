// What an import does or did, in words: counts that add up, the gravest faults first, what changes and from what.
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/import_views.hpp"

using namespace clausier;
namespace json = boost::json;

namespace {

domain::ImportOutcome outcome() {
    domain::ImportOutcome out;
    out.file = "marches.csv";
    out.rows_read = 4;
    out.rows_kept = 1;
    out.rows_ignored = 2;
    out.rows_rejected = 1;
    out.markets_new = 1;
    return out;
}

std::string text(const json::value& value) { return std::string(value.as_string()); }

}  // namespace

TEST_CASE("lines read are those kept, ignored and rejected, in words") {
    CHECK(text(present::outcome_view(outcome()).at("equilibre")) ==
          "4\u00a0lignes lues = 1\u00a0retenue + 2\u00a0ignorées + 1\u00a0rejetée");
}

TEST_CASE("faults come before warnings, each by its meaning; a code of tomorrow is shown as it is") {
    domain::ImportOutcome made = outcome();
    const auto fault = [](std::string code, core::Severity severity) {
        return domain::FaultCount{code, severity, 2, {severity, code, "ligne 4", "exemple"}};
    };
    made.faults = {fault("montant_illisible", core::Severity::warning), fault("de_demain", core::Severity::error)};
    const json::object view = present::outcome_view(made);
    const json::array& faults = view.at("problemes").as_array();
    CHECK(text(faults[0].at("sens")) == "de_demain");
    CHECK(text(faults[0].at("gravite")) == "erreur");
    CHECK(text(faults[0].at("texte")) == "ligne 4 : exemple");
    CHECK(text(faults[1].at("sens")) != "montant_illisible");
    CHECK(faults[1].at("avertissement").as_bool());
}

TEST_CASE("a reason is a kind of row or a fault, in words; nothing that becomes something says so") {
    domain::ImportOutcome made = outcome();
    made.skipped = {{"en_tete", 1}, {"montant_illisible", 1}};
    made.changes.push_back({"Commune", "2026-01", std::nullopt, domain::Field::object, "", "École"});
    const json::object view = present::outcome_view(made);
    CHECK(text(view.at("non_retenues").at(0).at("motif")) == "en-tête répété");
    CHECK(text(view.at("non_retenues").at(1).at("motif")) != "montant_illisible");
    CHECK(text(view.at("changements").at(0).at("avant")) == "(rien)");
    CHECK(text(view.at("changements").at(0).at("lot")).empty());
}

TEST_CASE("a file that brings nothing is told so, one that changes a market is not") {
    domain::ImportOutcome made = outcome();
    made.markets_new = 0;
    CHECK(present::outcome_view(made).at("rien").as_bool());
    made.markets_changed = 1;
    CHECK_FALSE(present::outcome_view(made).at("rien").as_bool());
}

TEST_CASE("the list tells what each import brought, and only what stands can be undone") {
    domain::ImportOutcome made = outcome();
    made.id = 7;
    made.markets_changed = 2;
    domain::ImportOutcome undone = made;
    undone.undone = true;
    const json::array list = present::import_list_views({made, undone});
    CHECK(text(list[0].at("numero")) == "7");
    CHECK(text(list[0].at("lignes")) == "1 sur 4");
    CHECK(text(list[0].at("marches")) == "1\u00a0nouveau, 2\u00a0modifiés");
    CHECK(list[0].at("annulable").as_bool());
    CHECK(text(list[1].at("etat")) == "annulé");
    CHECK_FALSE(list[1].at("annulable").as_bool());
}
