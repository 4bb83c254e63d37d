// The plan of a company: what its hires yield against what is owed, for programs and for readers.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/calculation_views.hpp"

using namespace clausier;

namespace {

// One apprentice for a month: 151,67 h over lots that owe so many.
domain::CompanyPlan plan(std::initializer_list<std::int64_t> owed) {
    domain::Hire hire;
    hire.label = "Embauche directe en apprentissage";
    hire.months = core::Fraction(1);
    std::vector<domain::OwedLot> lots;
    for (const std::int64_t hours : owed)
        lots.push_back({"Lot " + std::to_string(lots.size() + 1), core::Hours::whole(hours)});
    return domain::plan_company(lots, {hire}, domain::Reference::national(),
                                core::parse_iso_date("2026-11-21").value());
}

std::string announced(const domain::CompanyPlan& plan) {
    return std::string(present::company_view(plan).at("annonce").at("suite").as_string());
}

}  // namespace

TEST_CASE("the plan announces what is missing, or what is more than owed, or that the count is right") {
    CHECK(announced(plan({303})).find("il manque 151,33\u00a0h") != std::string::npos);
    CHECK(announced(plan({100})).find("51,67\u00a0h de plus, qui ne se reportent ailleurs qu’avec un accord écrit") !=
          std::string::npos);
    domain::CompanyPlan exact = plan({100});
    exact.missing = exact.surplus = core::Hours();
    CHECK(announced(exact).ends_with("le compte y est."));
}

TEST_CASE("each lot shows its share, and the total what is covered of all of them") {
    const auto view = present::company_view(plan({100, 203}));
    CHECK(view.at("lots").at(0).at("couverture").at("taux").as_string() == "50\u00a0%");
    CHECK(view.at("lots").at(1).at("couvertes").as_string() == "101,61\u00a0h");
    CHECK(view.at("total").at("couvertes").as_string() == "151,67\u00a0h");
    CHECK(view.at("total").at("manquantes").as_string() == "151,33\u00a0h");
    CHECK_FALSE(view.at("etapes").as_array().empty());
}

TEST_CASE("the document has its decimals as texts, and one row a lot") {
    const present::Answer answer = present::answer(plan({100, 203}));
    CHECK(answer.rows == "lots");
    CHECK(answer.document.at("heures_produites").as_string() == "151.67");
    CHECK(answer.document.at("embauches").at(0).at("heures_mois").as_string() == "151.67");
    CHECK(answer.document.at("lots").at(1).at("heures_manquantes").as_string() == "101.39");
    REQUIRE(answer.table.rows.size() == 2);
    CHECK(answer.table.rows[0].at(2) == "50,06\u00a0h");
}
