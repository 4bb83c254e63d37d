// The report on the web: chosen, taken away in every shape, published once confirmed, the same ever after.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/core/digest.hpp"
#include "clausier/domain/tender.hpp"
#include "sheets/scratch_folder.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::WebWorld;

namespace {

void add_market(WebWorld& world, const char* reference, std::int64_t euros) {
    domain::MarketDraft draft;
    draft.buyer = domain::parse_buyer("Commune de Valbrume");
    draft.market.reference = reference;
    draft.market.object = "École";
    draft.market.notified_on = core::parse_iso_date("2026-03-01").value();
    domain::Lot lot;
    lot.number = "1";
    lot.title = "Peinture intérieure";
    lot.amount = core::Euros::whole(euros);
    draft.lots = {lot};
    app::create_market({testing::fixed_day(), "essai"}, world.base, draft, app::reference(world.base));
}

constexpr const char* report = "/spaser/rapport?acheteur=1&annee=2026";

}  // namespace

TEST_CASE("before a buyer is chosen the page asks for one, and no document can be taken") {
    WebWorld world;
    CHECK(has(world.get("/spaser/rapport"), "Choisissez un acheteur et une année"));
    CHECK(json_of(world.get("/spaser/rapport.json")).at("acheteurs").as_array().empty());
    CHECK_FALSE(has(world.get("/spaser/rapport"), "href=\"/spaser/rapport.docx\""));
    CHECK(has(world.get("/spaser/rapport"), "href=\"/spaser/rapport.json\""));
    CHECK(world.get("/spaser/rapport.docx").status == 400);
    CHECK(world.get("/spaser/rapport/paquet").status == 400);
    CHECK(world.get("/spaser/rapport?acheteur=9&annee=2026").status == 404);
}

TEST_CASE("the page is the report, and it leaves in every shape") {
    WebWorld world;
    add_market(world, "2026-01", 200'000);
    const http::Response page = world.get(report);
    CHECK(page.status == 200);
    for (const char* part : {"Rapport SPASER 2026", "1. Fiche acheteur", "9. Fichier ouvert", "0 sur 1", "Publier"})
        CHECK(has(page, part));
    CHECK(json_of(world.get("/spaser/rapport.json?acheteur=1&annee=2026")).at("annee").as_int64() == 2026);
    for (const char* suffix : {".docx", ".odt"})
        CHECK(world.get("/spaser/rapport" + std::string(suffix) + "?acheteur=1&annee=2026").body.starts_with("PK"));
    CHECK(world.get("/spaser/rapport.pdf?acheteur=1&annee=2026").body.starts_with("%PDF"));
    CHECK(world.get("/spaser/rapport.xlsx?acheteur=1&annee=2026").file != nullptr);
    CHECK(has(world.get("/spaser/rapport.csv?acheteur=1&annee=2026"), "S1"));
    const http::Response package = world.get("/spaser/rapport/paquet?acheteur=1&annee=2026");
    CHECK(package.headers.get("content-type") == "application/zip");
    CHECK(package.body.starts_with("PK"));
}

TEST_CASE("what is published never changes, and what has changed since is told") {
    tests::ScratchFolder folder;
    WebWorld world((folder.path() / "base.sqlite").string());
    add_market(world, "2026-01", 200'000);
    CHECK(has(world.get("/spaser/rapports"), "Aucun rapport n’est encore publié"));
    const http::Response sent =
        world.post("/spaser/rapport", {{"acheteur", "1"}, {"annee", "2026"}, {"note", "première version"}});
    REQUIRE(sent.status == 303);
    CHECK(sent.headers.get("location").value_or("").find("/spaser/rapports/1") == 0);
    const std::string html = world.get("/spaser/rapports/1").body;
    const std::string docx = world.get("/spaser/rapports/1.docx").body;
    const std::string content = world.get("/spaser/rapports/1/contenu").body;
    CHECK(has(world.get("/spaser/rapports/1/ecarts"), "Aucun chiffre n’a changé"));
    add_market(world, "2026-02", 500'000);
    CHECK(world.get("/spaser/rapports/1").body == html);
    CHECK(world.get("/spaser/rapports/1.docx").body == docx);
    CHECK(world.get("/spaser/rapports/1/contenu").body == content);
    const auto listed = json_of(world.get("/spaser/rapports.json")).at("publications").at(0);
    CHECK(listed.at("empreinte").as_string() == core::sha256(content));
    CHECK(listed.at("note").as_string() == "première version");
    CHECK_FALSE(json_of(world.get("/spaser/rapports/1/ecarts.json")).at("ecarts").as_array().empty());
    CHECK(world.get("/spaser/rapports/1/paquet").body.starts_with("PK"));
    CHECK(world.post("/spaser/rapport", {{"annee", "2026"}}).status == 400);
    CHECK(world.get("/spaser/rapports/9").status == 404);
}
