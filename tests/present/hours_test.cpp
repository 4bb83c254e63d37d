// The hours of a tender for readers: the page says every lot, its formula and the sources.
#include "clausier/present/hours.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace clausier;
using Catch::Matchers::ContainsSubstring;

namespace {

const core::Date kDay = core::parse_iso_date("2026-11-21").value();

domain::TenderHours tender() {
    domain::LotFigures painting;
    painting.market = "2026-14";
    painting.number = "3";
    painting.title = "Peinture <intérieure>";
    painting.amount = core::Euros::whole(200'000);
    domain::LotFigures unknown = painting;
    unknown.number = "4";
    unknown.amount.reset();
    return domain::tender_hours({painting, unknown}, {}, domain::Reference::national(), kDay);
}

}  // namespace

TEST_CASE("the document gives each lot its hours, or null and the reason") {
    const present::Answer a = present::answer(tender());
    const auto& lots = a.document.at("lots").as_array();
    REQUIRE(lots.size() == 2);
    CHECK(lots[0].at("heures").as_string() == "199.00");
    CHECK(lots[1].at("heures").is_null());
    CHECK_FALSE(lots[1].at("remarque").as_string().empty());
    CHECK(a.document.at("heures_total").as_string() == "199.00");
    CHECK(a.document.at("lots_sans_heures").to_number<int>() == 1);
}

TEST_CASE("the page says every lot, the total, the missing and the sources, and escapes what users wrote") {
    const std::string page = present::hours_page(tender(), "Heures d’insertion", kDay);
    CHECK_THAT(page, ContainsSubstring("Lot 3 : Peinture &lt;intérieure&gt;"));
    CHECK_THAT(page, ContainsSubstring("200\u202f000\u00a0€ × 70\u00a0% × 5\u00a0% ÷ 35,20\u00a0€"));
    CHECK_THAT(page, ContainsSubstring("1\u00a0lot n’a pas d’heures"));
    CHECK_THAT(page, ContainsSubstring("Insee 2020"));
    CHECK_THAT(page, ContainsSubstring("21 novembre 2026"));
    CHECK(page.find("<intérieure>") == std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
}
