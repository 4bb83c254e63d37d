// Words on the hours of a lot: where each figure comes from, and what has changed since they were kept.
#include "lot_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

core::Instant instant() {
    return std::chrono::sys_days(core::parse_iso_date("2026-11-21").value()) + std::chrono::hours(8) +
           std::chrono::minutes(5);
}

}  // namespace

TEST_CASE("a lot without a title is named by its market") {
    domain::Lot lot;
    domain::Market market;
    CHECK(present::lot_name(lot, market) == "Lot unique");
    market.object = "Rénovation de l’école";
    CHECK(present::lot_name(lot, market) == "Rénovation de l’école");
    lot.number = "2";
    CHECK(present::lot_name(lot, market) == "Lot 2\u00a0: Rénovation de l’école");
    lot.title = "Peinture";
    CHECK(present::lot_name(lot, market) == "Lot 2\u00a0: Peinture");
}

TEST_CASE("each hypothesis says whose figure it is, and a reference its source and whether it was checked") {
    domain::LotFigures lot;
    lot.amount = core::Euros::whole(200'000);
    lot.trade = "interior_painting";
    lot.effort = core::Rate::of(500);
    const auto reference = domain::Reference::national();
    const auto hours = domain::tender_hours({lot}, {}, reference, core::parse_iso_date("2026-11-21").value());
    REQUIRE(hours.lots.size() == 1);
    const auto words = present::hypothesis_words(hours.lots.front());
    REQUIRE(words.size() == 3);
    CHECK(words[0].name == "Part de main-d’œuvre");
    CHECK(words[0].value == "70\u00a0%");
    CHECK(words[0].origin == "reference");
    CHECK(words[0].key == "labour_share.interior_painting");
    CHECK(words[0].origin_sentence().find(words[0].source) != std::string::npos);
    CHECK(words[1].origin == "lot");
    CHECK(words[1].origin_sentence() == "chiffre du lot");
    CHECK(words[1].source.empty());
    CHECK(present::hypothesis_words({}).empty());
}

TEST_CASE("instants are in UTC for programs, a day for people") {
    CHECK(present::instant_text(instant()) == "2026-11-21T08:05:00Z");
    CHECK(present::day_text(instant()) == "21 novembre 2026");
}

TEST_CASE("a calculation kept says all that has changed since, and whether the hours do") {
    domain::StoredHours stored;
    CHECK(present::stored_state(stored) == "le calcul du jour donne le même résultat");
    stored.lot_changed = true;
    CHECK(present::stored_state(stored) == "le lot a été modifié depuis, le résultat reste le même");
    stored.reference_changed = stored.differs = true;
    CHECK(present::stored_state(stored) ==
          "le lot a été modifié depuis, les valeurs de référence ont changé depuis, le calcul du jour donne un autre "
          "résultat");
    stored.calculation.id = {3};
    stored.calculation.at = instant();
    stored.calculation.hours = core::Hours::whole(199);
    CHECK(present::stored_sentence(stored).starts_with("Calcul n° 3 du 21 novembre 2026\u00a0: 199\u00a0h\u00a0; "));
}
