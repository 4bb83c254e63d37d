// What pages show of markets: sure and unsure side by side, every key there, denominators in words.
#include "clausier/present/market_views.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/lot_figures.hpp"

using namespace clausier;
namespace json = boost::json;

namespace {

std::string text(const json::value& value) { return std::string(value.as_string()); }

domain::MarketSheet school() {
    domain::MarketSheet sheet;
    sheet.buyer.name = "Commune de Valbrume";
    sheet.market.id = {4};
    sheet.market.object = "École";
    sheet.market.reference = "2026-01";
    domain::Lot paint;
    paint.id = {1};
    paint.number = "1";
    paint.title = "Peinture";
    paint.amount = core::Euros::whole(100);
    paint.hours = core::Hours::whole(30);
    domain::Lot walls;
    walls.id = {2};
    walls.number = "2";
    walls.amount_estimated = core::Euros::whole(50);
    sheet.lots = {paint, walls};
    sheet.calculated[{2}] = core::Hours::whole(10);
    return sheet;
}

}  // namespace

TEST_CASE("a line tells awarded from estimated, due from calculated, and how many lots are known") {
    domain::MarketPage page;
    domain::MarketLine line{school().market, "Commune de Valbrume", {}};
    for (const auto& lot : school().lots) add(line.totals, lot);
    line.totals.calculated = core::Hours::whole(10);
    line.totals.lots_calculated = 1;
    page.lines = {line, {school().market, "Commune de Valbrume", {}}};
    page.markets = 2;
    page.totals = line.totals;
    const auto lines = present::market_line_views(page);
    CHECK(text(lines.at(0).at("montant")) == "100\u00a0€ + 50\u00a0€ (estimé)");
    CHECK(text(lines.at(0).at("heures")) == "30\u00a0h + 10\u00a0h (calcul)");
    CHECK(lines.at(0).at("jauge").at("valeur").as_int64() == 2);
    CHECK(text(lines.at(0).at("jauge").at("texte")) == "heures connues pour 2\u00a0lots sur 2");
    CHECK(text(lines.at(1).at("montant")).empty());
    CHECK(lines.at(1).at("jauge").is_null());
    const auto totals = present::market_totals_view(page);
    CHECK(text(totals.at("marches")) == "2\u00a0marchés");
    CHECK(text(totals.at("lots_avec_heures")) == "1\u00a0lot sur 2");
}

TEST_CASE("facets have labels, counts and the value chosen; what is not filled in cannot be chosen") {
    domain::MarketFacets facets;
    facets.years = {{"2026", "", 1200}, {"", "", 3}};
    facets.buyers = {{"7", "Commune de Valbrume", 2}};
    facets.departments = {{"57", "", 1}};
    facets.sectors = {{"travaux", "", 1}};
    facets.social = {{"non_renseignee", "", 1}};
    present::FacetChoice choice;
    choice.year = "2026";
    const auto views = present::facet_views(facets, choice);
    REQUIRE(views.size() == 6);
    const auto& years = views.at(0).at("valeurs").as_array();
    CHECK(years.at(0).at("choisie").as_bool());
    CHECK(text(years.at(0).at("nombre")) == "1\u202f200");
    CHECK_FALSE(years.at(1).at("filtrable").as_bool());
    CHECK(text(views.at(1).at("valeurs").at(0).at("libelle")) == "Commune de Valbrume");
    CHECK(text(views.at(2).at("valeurs").at(0).at("libelle")) == "57 – Moselle");
    CHECK(text(views.at(3).at("valeurs").at(0).at("libelle")) == "Travaux");
    CHECK(text(views.at(4).at("valeurs").at(0).at("libelle")) == "Non renseignée");
    CHECK(views.at(4).at("valeurs").at(0).at("filtrable").as_bool());
    CHECK(views.at(5).at("vide").as_bool());
}

TEST_CASE("a market's page has its fields filled in and each lot's share of the hours") {
    const auto sheet = school();
    const auto today =
        domain::tender_hours({domain::figures_of(sheet.lots[0], sheet.market, sheet.buyer),
                              domain::figures_of(sheet.lots[1], sheet.market, sheet.buyer)},
                             {}, domain::Reference::national(), core::parse_iso_date("2026-11-21").value());
    const auto view = present::market_view(sheet, today);
    CHECK(today.computed == 1);
    CHECK(text(view.at("calcules")) == "1\u00a0lot sur 2");
    CHECK(text(view.at("lots").at(0).at("calcul")) == text(view.at("calcul")));
    CHECK(text(view.at("lots").at(1).at("calcul")).empty());
    CHECK(text(view.at("titre")) == "École");
    CHECK(view.at("champs").as_array().size() == 2);
    const auto& lots = view.at("lots").as_array();
    CHECK(text(lots.at(0).at("nom")) == "Lot 1\u00a0: Peinture");
    CHECK(text(lots.at(0).at("jauge").at("texte")) == "30\u00a0h sur 40\u00a0h");
    CHECK(text(lots.at(1).at("heures")) == "10\u00a0h (calcul)");
    CHECK(text(view.at("heures")) == "30\u00a0h + 10\u00a0h (calcul)");
}

TEST_CASE("each lot's part of the hours is rounded, not cut, and none is nothing") {
    auto sheet = school();
    sheet.calculated.clear();
    for (const std::int64_t hours : {356, 149, 203, 252, 39, 1}) {
        if (hours == 356) sheet.lots.clear();
        domain::Lot& lot = sheet.lots.emplace_back();
        lot.hours = core::Hours::whole(hours);
    }
    domain::TenderHours today;
    today.lots.resize(sheet.lots.size());
    std::vector<std::string> shares;
    const auto view = present::market_view(sheet, today);
    for (const auto& lot : view.at("lots").as_array()) shares.push_back(text(lot.at("jauge").at("taux")));
    CHECK(shares ==
          std::vector<std::string>{"36\u00a0%", "15\u00a0%", "20\u00a0%", "25\u00a0%", "4\u00a0%", "< 1\u00a0%"});
}

TEST_CASE("a lot's hours due tell the dossier they come from, and how they stand beside today's") {
    const auto sheet = school();
    const auto today = core::parse_iso_date("2026-11-21").value();
    auto explained =
        domain::explain({sheet.lots[0], sheet.market, sheet.buyer}, {}, {}, domain::Reference::national(), today);
    REQUIRE(explained.hours.result.has_value());
    explained.sheet.lot.hours = core::Hours::whole(1119);
    explained.hours.result->estimate.hours = core::Hours::whole(1065);
    auto view = present::lot_view(explained);
    CHECK(text(view.at("jauge").at("taux")) == "105\u00a0%");
    CHECK(text(view.at("origine").at("quoi")) == "saisies ou importées");
    CHECK(text(view.at("origine").at("calcul")) == "1\u202f065\u00a0h");
    explained.origin = domain::HoursOrigin{{7}, true, core::Hours::whole(500)};
    view = present::lot_view(explained);
    CHECK(text(view.at("origine").at("quoi")) == "offre retenue au");
    CHECK(view.at("origine").at("dossier").to_number<int>() == 7);
    CHECK(text(view.at("origine").at("minimum")) == "500\u00a0h");
    CHECK(view.at("origine").at("calcul").is_null());
    explained.sheet.lot.hours.reset();
    CHECK(present::lot_view(explained).at("origine").is_null());
}

TEST_CASE("a lot's page explains its calculation, or says why there is none") {
    const auto sheet = school();
    const auto today = core::parse_iso_date("2026-11-21").value();
    domain::StoredCalculation kept;
    kept.hours = core::Hours::whole(12);
    kept.at = std::chrono::sys_days(today);
    const auto view = present::lot_view(
        domain::explain({sheet.lots[0], sheet.market, sheet.buyer}, {kept}, {}, domain::Reference::national(), today));
    CHECK(view.at("calcul").at("possible").as_bool());
    CHECK(view.at("calcul").at("hypotheses").as_array().size() == 3);
    CHECK_FALSE(view.at("calcul").at("etapes").as_array().empty());
    CHECK(view.at("enregistres").at(0).at("change").as_bool());
    CHECK(text(view.at("enregistres").at(0).at("date")) == "21 novembre 2026");
    CHECK(view.at("jauge").is_null());  // today’s hours are 0: nothing to measure by
    domain::Lot unknown;
    const auto none = present::lot_view(
        domain::explain({unknown, sheet.market, sheet.buyer}, {}, {}, domain::Reference::national(), today));
    CHECK_FALSE(none.at("calcul").at("possible").as_bool());
    CHECK_FALSE(text(none.at("calcul").at("remarque")).empty());
    CHECK(none.at("jauge").is_null());
}
