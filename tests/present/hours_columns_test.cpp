// The columns of hours: living formulas whose cached value is ours.
#include "clausier/present/hours_columns.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using present::HoursColumns;

namespace {

domain::LotHours lot(domain::HourRounding rounding = {}) {
    domain::LotFigures figures;
    figures.title = "Peinture intérieure";
    figures.amount = core::Euros::whole(200'000);
    domain::LotHypotheses hypotheses;
    hypotheses.rounding = rounding;
    return domain::tender_hours({figures}, hypotheses, domain::Reference::national(),
                                core::parse_iso_date("2026-11-21").value())
        .lots.at(0);
}

std::string formula(const std::vector<core::OutCell>& cells, std::size_t column) {
    return std::get<core::Formula>(cells.at(column).value).text;
}

}  // namespace

TEST_CASE("hours are a formula of the cells beside it, rounded as asked") {
    HoursColumns columns(3);
    CHECK(formula(columns.lot(lot(), 7), 4) == "ROUND(D7*E7*F7/G7,0)");
    CHECK(formula(columns.lot(lot({core::Rounding::up, 1}), 8), 4) == "ROUNDUP(D8*E8*F8/G8,0)");
    CHECK(formula(columns.lot(lot({core::Rounding::nearest, 35}), 9), 4) == "ROUND(D9*E9*F9/G9/35,0)*35");
    CHECK(columns.header().size() == 7);
}

TEST_CASE("the total sums the rows seen, and a lot without hours says why") {
    HoursColumns columns(2);
    domain::TenderHours tender;
    CHECK(columns.total(tender).size() == 2);
    CHECK(columns.lot(lot(), 5).size() == 7);
    CHECK(columns.lot(lot(), 9).size() == 7);
    CHECK(formula(columns.total(tender), 6) == "SUM(G5:G9)");
    domain::LotHours none;
    none.issue = core::fault("montant_absent", "le montant manque");
    CHECK(std::get<std::string>(columns.lot(none, 10).back().value) == "le montant manque");
}
