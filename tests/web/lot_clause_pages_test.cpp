// The clauses of a lot on its sheet: edited, summed up, in conflict, and out of step with their summary.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/lot_hours.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/tender.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;

namespace {

struct World : testing::WebWorld {
    World() {
        domain::MarketDraft draft;
        draft.buyer = domain::parse_buyer("Commune de Valbrume");
        draft.market.reference = "2026-01";
        draft.market.object = "École";
        draft.lots.emplace_back().number = "1";
        app::create_market({testing::fixed_day(), "essai"}, base, draft, app::reference(base));
    }
    http::Response edit(http::Fields fields, const std::string& revision) {
        fields.add("revision", revision);
        return post("/lots/1/clauses", fields);
    }
};

}  // namespace

TEST_CASE("clauses are ticked, and the sheet and the document tell them with their summary") {
    World world;
    CHECK(has(world.get("/lots/1"), "Aucune clause n’est détaillée"));
    CHECK(has(world.get("/lots/1/clauses"), "Clause de commerce équitable"));
    CHECK(world
              .edit({{"clause", "insertion"},
                     {"clause", "equality"},
                     {"forme_equality", "critere"},
                     {"environnement", "Clause environnementale"},
                     {"environnement", "Critère environnemental"}},
                    "1")
              .status == 303);
    const auto page = world.get("/lots/1");
    CHECK(has(page, "Clause d’égalité entre les femmes et les hommes (critère)"));
    CHECK(has(page, "Clause sociale, Critère social"));
    CHECK(has(page, "Clause environnementale, Critère environnemental"));
    CHECK_FALSE(has(page, "dit autre chose que le détail"));
    const auto document = testing::json_of(world.get("/lots/1.json"));
    CHECK(document.at("clauses").at(1).at("forme").as_string() == "critere");
    CHECK(document.at("resume_des_clauses").as_string() == "Clause sociale, Critère social");
    CHECK(has(world.get("/lots/1/clauses"), "value=\"equality\" checked"));
    CHECK(has(world.get("/lots/1/clauses"), "value=\"critere\" selected"));
}

TEST_CASE("contradictions and words of no list are told, what was ticked is kept") {
    World world;
    const auto both = world.edit({{"clause", "none"}, {"clause", "insertion"}}, "1");
    CHECK(both.status == 422);
    CHECK(has(both, "exclut les autres clauses"));
    CHECK(has(both, "value=\"insertion\" checked"));
    CHECK(world.edit({{"clause", "autre"}}, "1").status == 422);
    CHECK(world.edit({{"clause", "training"}, {"forme_training", "zz"}}, "1").status == 422);
    const auto words = world.edit({{"environnement", "Vert"}}, "1");
    CHECK(words.status == 422);
    CHECK(has(words, "environnement-erreur"));
    CHECK(world
              .edit({{"environnement", "Clause environnementale"},
                     {"environnement", "Pas de considération environnementale"}},
                    "1")
              .status == 422);
    CHECK(world.edit({{"clause", "insertion"}}, "douze").status == 422);
    CHECK(world.get("/lots/99/clauses").status == 404);
}

TEST_CASE("who ticks over somebody else's change is shown both") {
    World world;
    CHECK(world.edit({{"clause", "insertion"}}, "1").status == 303);
    const auto late = world.edit({{"clause", "none"}}, "1");
    CHECK(late.status == 409);
    CHECK(has(late, "Quelqu’un d’autre a enregistré"));
    CHECK(has(late, "value=\"none\" checked"));
    CHECK(world.edit({{"clause", "none"}}, "2").status == 303);
}

TEST_CASE("a summary out of step with the detail is told, and aligned by a button") {
    World world;
    REQUIRE(world.edit({{"clause", "insertion"}}, "1").status == 303);
    REQUIRE(world
                .post("/lots/1/modifier", {{"lot", "1"},
                                           {"considerations_sociales", "Pas de considération sociale"},
                                           {"considerations_environnementales", "Critère environnemental"},
                                           {"revision", "2"}})
                .status == 303);
    const auto page = world.get("/lots/1");
    CHECK(has(page, "Le résumé DECP dit autre chose que le détail, dont on déduit : Clause sociale"));
    CHECK(has(page, "Critère environnemental"));
    CHECK(world.post("/lots/1/clauses/aligner", {{"revision", "1"}}).status == 409);
    CHECK(world.post("/lots/1/clauses/aligner", {{"revision", "3"}}).status == 303);
    CHECK_FALSE(has(world.get("/lots/1"), "dit autre chose que le détail"));
}
