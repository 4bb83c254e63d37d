// Releases of OCDS.
#include "clausier/decp/ocds.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/essential_lots.hpp"

using namespace clausier;

namespace {

boost::json::value package(const std::vector<domain::MarketSheet>& sheets, const decp::ClausesByLot& clauses = {}) {
    decp::OcdsSettings settings;
    std::string text;
    settings.published_on = tests::day("2026-11-21");
    decp::OcdsWriter writer([&](std::string_view piece) { text += piece; }, settings);
    decp::Sorter sorter(decp::Gate::named,
                        [&](const domain::MarketSheet& sheet, std::span<const decp::TakenLot> lots) {
                            writer.add(sheet, lots, clauses);
                        },
                        {});
    for (const domain::MarketSheet& sheet : sheets) sorter.add(sheet);
    writer.finish();
    return boost::json::parse(text);
}

boost::json::value lot_of(const domain::MarketSheet& sheet, const decp::ClausesByLot& clauses = {}) {
    return package({sheet}, clauses).at("releases").at(0).at("tender").at("lots").at(0);
}

}  // namespace

TEST_CASE("a market is a release: parties, lots, awards and contracts point to one another") {
    const auto whole = package({tests::two_lots(), tests::full_concession()});
    CHECK(whole.at("version").as_string() == "1.1");
    CHECK(whole.at("extensions").as_array().size() == 2);
    REQUIRE(whole.at("releases").as_array().size() == 2);
    const auto& release = whole.at("releases").at(0);
    CHECK(release.at("ocid").as_string() == "ocds-000000-21990001300015-2026-ECOLE");
    CHECK(release.at("date").as_string() == "2026-04-01T00:00:00Z");
    CHECK(release.at("buyer").at("id").as_string() == "FR-INSEE-21990001300015");
    CHECK(release.at("parties").as_array().size() == 3);
    CHECK(release.at("tender").at("procurementMethod").as_string() == "open");
    CHECK(release.at("tender").at("mainProcurementCategory").as_string() == "works");
    CHECK(release.at("tender").at("lots").at(1).at("title").as_string() == "Charpente");
    const auto& award = release.at("awards").at(1);
    CHECK(award.at("relatedLots").at(0).as_string() == "2");
    CHECK(award.at("value").at("amount").as_double() == 123456.89);
    CHECK(award.at("suppliers").at(0).at("id").as_string() == "FR-INSEE-11111111100001");
    CHECK(release.at("contracts").at(1).at("awardID") == award.at("id"));
    CHECK(release.at("contracts").at(0).at("amendments").at(0).at("description").as_string() ==
          "montant porté à 130000.5 euros HT, durée portée à 20 mois");
}

TEST_CASE("sustainability is told, denied, or unknown: silence is never « none »") {
    domain::MarketSheet sheet = tests::full_market();
    auto lot = lot_of(sheet);
    CHECK(lot.at("hasSustainability").as_bool());
    REQUIRE(lot.at("sustainability").as_array().size() == 3);
    CHECK(lot.at("sustainability").at(1).at("goal").as_string() == "social");
    CHECK(lot.at("sustainability").at(1).at("strategies").at(0).as_string() == "awardCriteria");
    CHECK(lot.at("sustainability").at(2).at("goal").as_string() == "environmental");

    sheet.market.considerations = "Pas de considération sociale";
    sheet.market.environmental.reset();
    CHECK(lot_of(sheet).at("hasSustainability").is_null());
    sheet.market.environmental = "Pas de considération environnementale";
    lot = lot_of(sheet);
    CHECK_FALSE(lot.at("hasSustainability").as_bool());
    CHECK_FALSE(lot.as_object().contains("sustainability"));
    sheet.market.considerations.reset();
    CHECK(lot_of(sheet).at("hasSustainability").is_null());
}

TEST_CASE("the detailed clauses of a lot give goals that its summary cannot") {
    using domain::ClauseForm;
    const domain::MarketSheet sheet = tests::full_market();
    const auto told =
        lot_of(sheet, {{sheet.lots[0].id, {{"reserved_siae"}, {"equality", ClauseForm::both}}}}).at("sustainability");
    REQUIRE(told.as_array().size() == 3);
    CHECK(told.at(0).at("goal").as_string() == "social.disadvantagedEmploymentOpportunities");
    CHECK(told.at(0).at("strategies").at(0).as_string() == "reservedParticipation");
    CHECK(told.at(1).at("goal").as_string() == "social.genderEquality");
    CHECK(told.at(1).at("strategies").as_array().size() == 2);
    CHECK(told.at(2).at("goal").as_string() == "environmental");
    const auto summary = lot_of(sheet, {{domain::Id<domain::Lot>{999}, {{"equality"}}}}).at("sustainability");
    CHECK(summary.at(0).at("goal").as_string() == "social");
}

TEST_CASE("a prefix has the shape of those that are registered") {
    CHECK(decp::is_ocid_prefix(decp::unregistered_ocid_prefix));
    CHECK(decp::is_ocid_prefix("ocds-a1b2c3"));
    for (const char* bad : {"", "ocds-", "ocds-12345", "ocds-1234567", "OCDS-123456", "ocds-12345é"})
        CHECK_FALSE(decp::is_ocid_prefix(bad));
}
