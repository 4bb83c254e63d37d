// Options change values, --vider empties them, and faults of fields are told by the option that gives them.
#include "changes.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"

using namespace clausier;
using cli::Arguments;
using cli::Changes;

TEST_CASE("a value is given, emptied or left as it was") {
    const Arguments arguments{{{"--objet", {"École  neuve"}},
                               {"--public", {"aah", "av"}},
                               {"--defense", {"oui"}},
                               {"--vider", {"montant", "modalite"}}},
                              {}};
    std::string object = "Lycée";
    std::string note = "Note";
    std::optional<core::Euros> amount = core::Euros::whole(1);
    std::optional<core::Hours> hours = core::Hours::whole(2);
    std::vector<std::string> publics{"ass"};
    std::vector<std::string> modalities{"cdd"};
    bool defence = false;
    Changes changes(arguments);
    changes.set(object, "--objet");
    changes.set(note, "--note");
    changes.set(amount, "--montant");
    changes.set(hours, "--heures");
    changes.set(publics, "--public");
    changes.set(modalities, "--modalite");
    changes.set(defence, "--defense");
    CHECK_NOTHROW(changes.check());
    CHECK(object == "École neuve");
    CHECK(note == "Note");
    CHECK_FALSE(amount.has_value());
    CHECK(hours == core::Hours::whole(2));
    CHECK(publics == std::vector<std::string>{"aah", "av"});
    CHECK(modalities.empty());
    CHECK(defence);
}

TEST_CASE("what cannot be read, and what empties nothing, are faults of the command") {
    const Arguments unreadable{{{"--montant", {"cher"}}}, {}};
    std::optional<core::Euros> amount;
    Changes first(unreadable);
    first.set(amount, "--montant");
    CHECK_THROWS_AS(first.check(), cli::UsageError);
    const Arguments unknown{{{"--vider", {"tout"}}}, {}};
    Changes second(unknown);
    second.set(amount, "--montant");
    CHECK_THROWS_AS(second.check(), cli::UsageError);
}

TEST_CASE("the place of a fault is the option that gives the field") {
    const auto said = [](std::string where) {
        return cli::options_of({{core::Severity::error, "", std::move(where), ""}}, {{"marche", "--reference"}})
            .front()
            .where;
    };
    CHECK(said("duree_mois") == "option --duree-mois");
    CHECK(said("marche") == "option --reference");
    CHECK(said("lots.2.montant") == "option --lot n° 2, montant");
    CHECK(said("notes.1") == "option --note n° 1");
    CHECK(said("lot n° 9") == "lot n° 9");
    CHECK(said("").empty());
}
