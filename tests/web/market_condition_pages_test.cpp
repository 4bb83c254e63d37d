// The mandatory condition on the sheet of a market and in its list; the motive of an exception.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/tender.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;

namespace {

// Works over the threshold whose only lot has no consideration.
struct World : testing::WebWorld {
    World() {
        domain::MarketDraft draft;
        draft.buyer = domain::parse_buyer("Commune de Valbrume");
        draft.market.reference = "2026-01";
        draft.market.object = "École";
        draft.market.cpv = "45210000";
        draft.market.consultation_on = core::parse_iso_date("2026-09-01").value();
        draft.market.estimated_need = core::Euros::whole(6'000'000);
        draft.lots.emplace_back().considerations = "Pas de considération sociale";
        app::create_market({testing::fixed_day(), "essai"}, base, draft, app::reference(base));
    }
    http::Response record(http::Fields fields, const std::string& revision = "1") {
        fields.add("revision", revision);
        return post("/marches/1/condition", fields);
    }
};

}  // namespace

TEST_CASE("the sheet of a market says where it stands and leads to the detail") {
    World world;
    const auto sheet = world.get("/marches/1");
    CHECK(has(sheet, "Condition sociale obligatoire"));
    CHECK(has(sheet, "sans condition sociale"));
    CHECK(has(sheet, "/marches/1/condition"));
    const auto page = world.get("/marches/1/condition");
    CHECK(page.status == 200);
    CHECK(has(page, "Motiver une dispense"));
    CHECK(has(page, "la condition n’aurait pas de lien suffisant"));
    CHECK(testing::json_of(world.get("/marches/1/condition.json")).at("etat").as_string() == "sans_condition");
    CHECK(world.get("/marches/9/condition").status == 404);
}

TEST_CASE("a motive is recorded, shown, and taken back") {
    World world;
    CHECK(world.record({{"motif", "condition.exception.link"}, {"texte", "Achat sans pose."}}).status == 303);
    CHECK(has(world.get("/marches/1"), "exception motivée"));
    CHECK(has(world.get("/marches/1"), "Achat sans pose."));
    const auto document = testing::json_of(world.get("/marches/1/condition.json"));
    CHECK(document.at("motif").at("par").as_string() == "web");
    CHECK(has(world.get("/marches/1/condition"), "value=\"condition.exception.link\" selected"));
    CHECK(world.record({{"retirer", "oui"}}, "2").status == 303);
    CHECK(testing::json_of(world.get("/marches/1/condition.json")).at("motif").is_null());
}

TEST_CASE("a motive without a case or words, of no law, or over another change is refused") {
    World world;
    const auto refused = [&](http::Fields fields, std::string_view why) {
        const auto page = world.record(std::move(fields));
        CHECK(page.status == 422);
        CHECK(has(page, why));
    };
    refused({{"texte", "Achat sans pose."}}, "choisissez un cas de dispense");
    refused({{"motif", "condition.exception.link"}, {"texte", " "}}, "écrivez le motif");
    refused({{"motif", "condition.social"}, {"texte", "x"}}, "n’est pas de la loi");
    refused({{"motif", "concession.exception.link"}, {"texte", "x"}}, "n’est pas de la loi");
    refused({{"motif", "condition.exception.link"}, {"texte", std::string(2001, 'a')}}, "2000 caractères");
    const auto late = world.record({{"motif", "condition.exception.link"}, {"texte", "x"}}, "7");
    CHECK(late.status == 409);
    CHECK(has(late, "Quelqu’un d’autre a enregistré"));
    CHECK(testing::json_of(world.get("/marches/1/condition.json")).at("motif").is_null());
}

TEST_CASE("the list counts every state, filters, and is exported") {
    World world;
    const auto page = world.get("/spaser/condition");
    CHECK(page.status == 200);
    CHECK(has(page, "0\u00a0marché sur 1 soumis a une condition sociale (0"));
    CHECK(has(page, "22 août 2026"));
    CHECK(has(page, "href=\"/marches/1/condition\""));
    CHECK(has(world.get("/spaser/condition?etat=conforme"), "Aucun marché dans cette liste"));
    CHECK(has(world.get("/spaser/condition?acheteur=Commune+de+Valbrume&depuis=2026&jusqu_a=2026"), "École"));
    CHECK(has(world.get("/spaser/condition?acheteur=1"), "École"));
    CHECK(has(world.get("/spaser/condition.csv"), "sans_condition"));
    CHECK(world.get("/spaser/condition.xlsx").file != nullptr);
    const auto document = testing::json_of(world.get("/spaser/condition.json"));
    CHECK(document.at("soumis").at("marches").to_number<int>() == 1);
    for (const char* wrong : {"etat=autre", "depuis=douze", "depuis=2027&jusqu_a=2026"})
        CHECK(world.get(std::string("/spaser/condition?") + wrong).status == 400);
    CHECK(world.get("/spaser/condition?acheteur=Inconnue").status == 404);
    CHECK(world.get("/spaser/condition?page=99999999999999999999").status == 200);
}

TEST_CASE("what is missing is to be checked on the sheet, with what to do") {
    World world;
    REQUIRE(world
                .post("/marches/1/modifier",
                      {{"objet", "École"}, {"marche", "2026-01"}, {"cpv", "45210000"}, {"revision", "1"}})
                .status == 303);
    const auto sheet = world.get("/marches/1");
    CHECK(has(sheet, "à vérifier"));
    CHECK(has(sheet, "donnez la valeur estimée du besoin"));
    CHECK_FALSE(has(sheet, "sans condition sociale"));
}
