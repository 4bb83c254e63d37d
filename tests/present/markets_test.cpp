// Markets as documents: unknown is null, never zero nor empty text.
#include "clausier/present/markets.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

domain::MarketSheet sheet() {
    domain::MarketSheet out;
    out.buyer.name = "Commune de Valbrume";
    out.market.reference = "D-12ab";
    out.market.reference_derived = true;
    out.market.place_code = "75014";
    domain::Lot known;
    known.number = "1";
    known.amount = core::Euros::of(1250);
    known.holders.push_back({{}, {"SIRET", "12345678901234"}, ""});
    out.lots = {known, domain::Lot{}};
    return out;
}

}  // namespace

TEST_CASE("a market's document tells a derived reference and gives each lot its figures") {
    const auto document = present::answer(sheet()).document;
    CHECK(document.at("marche_derive").as_bool());
    CHECK(document.at("departement").as_string() == "75");
    CHECK(document.at("considerations_sociales").is_null());
    const auto& lots = document.at("lots").as_array();
    CHECK(lots.at(0).at("montant").as_string() == "12.50");
    CHECK(lots.at(0).at("titulaires").as_array().at(0).at("id").as_string() == "12345678901234");
    CHECK(lots.at(1).at("montant").is_null());
}

TEST_CASE("a list sums what is known and says how much is not") {
    domain::MarketPage page;
    page.lines.push_back({sheet().market, "Commune", {2, core::Euros::of(1250), 1, {}, 0}});
    page.markets = 3;
    page.totals = page.lines[0].totals;
    const auto answer = present::answer(page);
    const auto& one = answer.document.at("marches").as_array().at(0);
    CHECK(one.at("montant").as_string() == "12.50");
    CHECK(one.at("lots_sans_montant").to_number<int>() == 1);
    CHECK(one.at("heures").is_null());
    CHECK_FALSE(answer.lines.empty());
}

TEST_CASE("an export has one row a lot with its market") {
    const auto exported = present::export_lots({sheet(), sheet()});
    const auto& lots = exported.document.at("lots").as_array();
    CHECK(lots.size() == 4);
    CHECK(lots.at(0).at("acheteur").as_string() == "Commune de Valbrume");
    CHECK(lots.at(0).at("titulaires").as_string() == "12345678901234");
}
