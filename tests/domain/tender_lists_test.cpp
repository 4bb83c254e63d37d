// Official lists are searched without regard to accents, and the words of imports are what files really write.
#include "tender_lists.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"

using namespace clausier;
using domain::CodeList;
using domain::ImportWords;

TEST_CASE("an entry is found by any of its spellings, the second time too") {
    CodeList procedures("procedure");
    for (int twice = 0; twice < 2; ++twice) {
        const auto rank = procedures.find("PROCEDURE CONCURRENTIELLE AVEC NEGOCIATION");
        REQUIRE(rank);
        CHECK(procedures.official(*rank) == "Procédure avec négociation");
        CHECK_FALSE(procedures.find("à la bonne franquette"));
    }
}

TEST_CASE("a typographic apostrophe is the same apostrophe") {
    CodeList procedures("procedure");
    CHECK(procedures.find("Appel d’offres ouvert") == procedures.find("Appel d'offres ouvert"));
}

TEST_CASE("every list of considerations ends with the absence of any, which excludes the others") {
    for (const char* name : {"considerations_sociales", "considerations_environnementales"}) {
        CodeList list(name);
        CHECK(list.official(list.size() - 1).starts_with("Pas de considération"));
        CHECK(list.find("Sans objet") == list.size() - 1);
    }
}

TEST_CASE("a list that is not in the data is refused") { CHECK_THROWS_AS(CodeList("couleurs"), core::Error); }

TEST_CASE("markers of missing data are told from values that look like them") {
    const ImportWords& words = ImportWords::embedded();
    for (const char* text : {"MQ", "CDL", "NC", "N/A", "n.c.", "NaN", "Non renseigné", "NÉANT", "-", "--", "?"}) {
        INFO(text);
        CHECK(words.is_marker(text));
    }
    for (const char* text : {"NC SECURITE", "Marché", "0", "Nantes", "", "-5", "CD"}) {
        INFO(text);
        CHECK_FALSE(words.is_marker(text));
    }
}

TEST_CASE("totals and brackets begin with whole words") {
    const ImportWords& words = ImportWords::embedded();
    CHECK(words.begins_total(core::fold("TOTAL SERVICES")));
    CHECK(words.begins_total(core::fold("Sous-total")));
    CHECK_FALSE(words.begins_total(core::fold("Totalisateur de pesage")));
    CHECK(words.begins_bracket(core::fold("Tranche 2 : 50 000 à 89 999 €")));
    CHECK_FALSE(words.begins_bracket(core::fold("Tranchée drainante")));
}
