// The page of essential data, and its files.
#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/tender.hpp"
#include "support/zip_parts.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

// A market that lacks nearly everything.
void add_market(WebWorld& world) {
    domain::MarketDraft draft;
    draft.buyer = domain::parse_buyer("Commune de Valbrume");
    draft.market.reference = "2026-01";
    draft.market.object = "École";
    domain::Lot lot;
    lot.amount = core::Euros::of(20'000'000);
    draft.lots = {lot};
    app::create_market({testing::fixed_day(), "essai"}, world.base, draft, app::reference(world.base));
}

std::string content(const http::Response& response) {
    std::string out(response.file->size(), '\0');
    response.file->read(0, {out.data(), out.size()});
    return out;
}

}  // namespace

TEST_CASE("the page says what each contract lacks, by field, and links to it") {
    WebWorld world;
    add_market(world);
    const http::Response page = world.get("/decp");
    REQUIRE(page.status == 200);
    CHECK(page.body.find("1\u00a0contrat : 0\u00a0écrit, 1\u00a0laissé de côté") != std::string::npos);
    CHECK(page.body.find("offresRecues") != std::string::npos);
    CHECK(page.body.find("<a href=\"/marches/1\">2026-01") != std::string::npos);
    const auto document = testing::json_of(world.get("/decp.json?acheteur=Valbrume"));
    CHECK(document.at("contrats").to_number<int>() == 1);
    CHECK(document.at("complets").to_number<int>() == 0);
    CHECK(document.at("fautes").as_array().size() > 15);
    CHECK(document.at("ecartes").at(0).at("marche").as_string() == "2026-01");
}

TEST_CASE("one fault chosen shows the contracts that have it") {
    WebWorld world;
    add_market(world);
    CHECK(testing::json_of(world.get("/decp.json?faute=offresRecues%20decp_absent")).at("ecartes").as_array().size() ==
          1);
    CHECK(testing::json_of(world.get("/decp.json?faute=montant%20decp_absent")).at("ecartes").as_array().empty());
}

TEST_CASE("the files hold complete contracts alone, or all those that have an id") {
    WebWorld world;
    add_market(world);
    const auto json = boost::json::parse(content(world.get("/decp/export/json")));
    CHECK(json.at("marches").at("marche").as_array().empty());
    CHECK(content(world.get("/decp/export/xml")).find("<marches>") != std::string::npos);
    const auto ocds = boost::json::parse(content(world.get("/decp/export/ocds")));
    CHECK(ocds.at("releases").at(0).at("tender").at("lots").at(0).at("hasSustainability").is_null());
    const http::Response csv = world.get("/decp/export/csv?annee=2020");
    CHECK(content(csv).find("2026-01") == std::string::npos);
    const http::Response zip = world.get("/decp/export/paquet");
    CHECK(zip.headers.get("content-disposition") == "attachment; filename=\"contrats.zip\"");
    CHECK(test::zip_part(content(zip), "contrats.csv").find("2026-01") != std::string::npos);
    CHECK(world.get("/decp/export/yaml").status == 404);
}

TEST_CASE("an empty base has nothing to publish, and says so") {
    WebWorld world;
    CHECK(world.get("/decp").body.find("il n’y a rien à publier") != std::string::npos);
    CHECK(world.get("/decp?annee=douze").status == 400);
}
