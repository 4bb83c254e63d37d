// Figures and contracts as documents: every decimal a string, what is not available null, denominators beside rates.
#include "clausier/present/indicators.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
namespace json = boost::json;

namespace {

present::FigureGroup group(std::string code, std::int64_t contracts) {
    domain::IndicatorTally tally({});
    for (std::int64_t i = 0; i < contracts; ++i) {
        domain::Contract one;
        one.year = 2026;
        one.social = i == 0 ? domain::consideration::clause : domain::consideration::none;
        one.amount = one.amended = core::Euros::whole(100);
        tally.add(one, {});
    }
    return {code, code, tally.values(), tally.excluded(), tally.all(), tally.aberrant(), {}, {}};
}

present::FigureSet figures() {
    present::FigureSet out;
    out.on = core::parse_iso_date("2026-11-21").value();
    return out;
}

}  // namespace

TEST_CASE("the figures of a set: rates as strings, what is not available null, the day told") {
    present::FigureSet set = figures();
    set.groups = {group("", 4)};
    const present::Answer answer = present::answer(set);
    const json::object& document = answer.document.as_object();
    CHECK(document.at("date") == "2026-11-21");
    CHECK(document.at("contrats") == 4);
    CHECK(document.at("montant") == "400.00");
    const json::array& rows = document.at("indicateurs").as_array();
    CHECK(rows.size() == domain::indicators().size());
    CHECK(rows.front().at("taux_nombre") == "25.00");
    CHECK(rows.front().at("tous") == 4);
    const auto hours = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.at("code") == "I1"; });
    CHECK(hours->at("taux_nombre").is_null());
    CHECK(answer.table.rows.size() == rows.size());
    CHECK(answer.table.columns.size() == answer.numeric.size());
    CHECK(answer.lines.front().find("Données du 21 novembre 2026") == 0);
}

TEST_CASE("coverage stands beside the figures, with where the spending comes from") {
    present::FigureSet set = figures();
    set.groups = {group("", 4)};
    set.groups.front().mandated = {core::Euros::whole(1000), domain::SpendingOrigin::purchases};
    set.groups.front().coverage = core::Rate::of(4000);
    const present::Answer answer = present::answer(set);
    for (const json::object* one :
         {&answer.document.as_object(), &answer.document.at("indicateurs").as_array().front().as_object()}) {
        CHECK(one->at("mandate") == "1000.00");
        CHECK(one->at("mandate_origine") == "achats");
        CHECK(one->at("couverture") == "40.00");
    }
    CHECK(std::any_of(answer.lines.begin(), answer.lines.end(), [](const std::string& line) {
        return line ==
               "Couverture\u00a0: les contrats font 40\u00a0% des 1\u202f000\u00a0€ dépensés (somme du fichier "
               "d’achats).";
    }));
}

TEST_CASE("figures broken down: the value beside each, the whole summed") {
    present::FigureSet set = figures();
    set.by = domain::Dimension::year;
    set.groups = {group("2025", 1), group("2026", 2)};
    const present::Answer answer = present::answer(set);
    CHECK(answer.document.at("contrats") == 3);
    const json::array& rows = answer.document.at("indicateurs").as_array();
    CHECK(rows.front().at("annee") == "2025");
    CHECK(rows.size() == 2 * domain::indicators().size());
    CHECK(answer.table.columns.front() == "Année");
}

TEST_CASE("contracts behind a figure say what is counted and why not") {
    domain::ContractPage page;
    domain::ContractLine line;
    line.reference = "2026-01";
    line.exclusion = "concession";
    line.amount_read = core::Euros::whole(5);
    page.lines = {line};
    page.total = 1;
    const present::Answer answer = present::answer(page, "Contrats", core::parse_iso_date("2026-11-21").value());
    const json::object& row = answer.document.at("contrats").as_array().front().as_object();
    CHECK(row.at("montant").is_null());
    CHECK(row.at("montant_lu") == "5.00");
    CHECK(row.at("motif") == "concession");
    CHECK(row.at("considerations_sociales").is_null());
    CHECK(answer.table.rows.size() == 1);
}
