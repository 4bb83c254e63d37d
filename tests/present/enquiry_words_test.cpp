// Words of dossiers, as pages and documents say them.
#include "enquiry_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using core::Date;

namespace {
Date day(const char* text) { return core::parse_iso_date(text).value(); }
}  // namespace

TEST_CASE("a lot is named by its number and its title, by what it has of them, or as the only one") {
    domain::EnquiryLot lot;
    CHECK(present::lot_name(lot) == "Lot unique");
    lot.title = "Peinture";
    CHECK(present::lot_name(lot) == "Peinture");
    lot.number = "2";
    CHECK(present::lot_name(lot) == "Lot 2\u00a0: Peinture");
    lot.title = "";
    CHECK(present::lot_name(lot) == "Lot 2");
}

TEST_CASE("a clause says its kind; nothing decided is not no clause") {
    CHECK(present::clause_text("") == "à décider");
    CHECK(present::clause_text("none") == "aucune clause");
    CHECK(present::clause_text("insertion") == "Clause d’insertion, condition d’exécution");
    CHECK(present::clause_short("insertion") == "Clause d’insertion");
    CHECK(present::clause_short("social_criterion") == "Critère social d’attribution");
    CHECK(present::clause_text("inconnue") == "inconnue");
}

TEST_CASE("doors are named, accounts stay by their number") {
    CHECK(present::actor_text("web") == "une page");
    CHECK(present::actor_text("cli") == "la ligne de commande");
    CHECK(present::actor_text("compte/3") == "le compte n°\u00a03");
    CHECK(present::actor_text("serveur") == "serveur");
}

TEST_CASE("a day is told by how far it is") {
    const Date today = day("2026-11-21");
    CHECK(present::short_date(day("2026-01-05")) == "05/01/2026");
    CHECK(present::distance(today, today) == "aujourd’hui");
    CHECK(present::distance(day("2026-11-22"), today) == "demain");
    CHECK(present::distance(day("2026-11-25"), today) == "dans 4\u00a0jours");
    CHECK(present::distance(day("2026-11-20"), today) == "en retard de 1\u00a0jour");
    CHECK(present::distance(day("2026-11-18"), today) == "en retard de 3\u00a0jours");
    CHECK(present::deadline_label("reponses") == "Remise des offres");
    CHECK(present::deadline_label("").empty());
}

TEST_CASE("marks have a comma, ranks their ending") {
    CHECK(present::mark_text(750) == "7,5");
    CHECK(present::mark_text(1000) == "10");
    CHECK(present::rank_text(1) == "1er");
    CHECK(present::rank_text(2) == "2e");
}

TEST_CASE("labels that read alike have keys apart, and one that has no letter has one too") {
    const auto keys = present::distinct_keys({"Encadrement et suivi", "ENCADREMENT, et suivi", "…", "Prix"});
    CHECK(keys == std::vector<std::string>{"encadrement_et_suivi", "encadrement_et_suivi_2", "_3", "prix"});
}

TEST_CASE("a share is rounded to the nearest, and of nothing there is none") {
    CHECK(present::share(1, 3) == core::Rate::of(3333));
    CHECK(present::share(2, 3) == core::Rate::of(6667));
    CHECK_FALSE(present::share(0, 0));
}
