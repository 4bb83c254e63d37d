// The profiles shipped are sound, and a profile with a fault is refused with its line.
#include "clausier/domain/profile.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "clausier/core/issue.hpp"

using namespace clausier;
using domain::Field;
using domain::Profile;

namespace {

const std::string header = "kind,field,text,weight,note\n";

std::string refusal(const std::string& lines) {
    try {
        Profile::parse(header + lines, "essai");
    } catch (const core::Error& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("the shipped profiles have a label, a description, required fields and aliases") {
    REQUIRE(domain::profiles().size() == 5);
    for (const Profile& profile : domain::profiles()) {
        INFO(profile.name);
        CHECK(!profile.label.empty());
        CHECK(!profile.description.empty());
        CHECK(!profile.required.empty());
        CHECK(profile.aliases.size() > 10);
    }
}

TEST_CASE("no profile gives one header two meanings") {
    for (const Profile& profile : domain::profiles())
        for (std::size_t i = 0; i < profile.aliases.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                INFO(profile.name << ": " << profile.aliases[i].folded);
                const bool same = profile.aliases[i].folded == profile.aliases[j].folded;
                CHECK((!same || profile.aliases[i].field == profile.aliases[j].field));
            }
}

TEST_CASE("a profile's lines become its traits, aliases, positions and exclusions") {
    const Profile profile = Profile::parse(header +
                                               "profile,label,Essai,,\n"
                                               "trait,record,single_market,,\n"
                                               "trait,sections,propagated,,\n"
                                               "trait,amount_unit,thousands,,\n"
                                               "required,objet|lot_intitule,,,\n"
                                               "column,montant,Prix H.T.,90,\n"
                                               "position,tranche_max,Tranche,1/1+1,\n"
                                               "exclude,montant,TTC,,\n",
                                           "essai");
    CHECK(profile.name == "essai");
    CHECK(profile.label == "Essai");
    CHECK(profile.record == domain::RecordKind::single_market);
    CHECK(profile.sections);
    CHECK(profile.amount_unit == 1000);
    CHECK(profile.required.front() == std::vector{Field::object, Field::lot_title});
    CHECK(profile.aliases.front().folded == "prix h t");
    CHECK(profile.aliases.front().weight == 90);
    CHECK(profile.positions.front().offset == 1);
    CHECK(profile.exclusions.front().word == "ttc");
}

TEST_CASE("a profile with a fault is refused with the line and what to write") {
    CHECK(refusal("colonne,montant,Prix,,\n").starts_with("profil essai, ligne 2 : « colonne »"));
    CHECK(refusal("profile,label,E,,\ncolumn,prix,Prix,,\n").starts_with("profil essai, ligne 3 : le champ « prix »"));
    CHECK(refusal("column,montant,Prix,beaucoup,\n") ==
          "profil essai, ligne 2 : « beaucoup » n’est pas un nombre entier");
    CHECK(refusal("trait,record,marché,,\n").find("écrivez lot, decp ou single_market") != std::string::npos);
    CHECK(refusal("trait,couleur,bleu,,\n").find("les traits sont record, sections, amount_unit") != std::string::npos);
    CHECK(refusal("position,montant,Prix,2,\n").find("une position s’écrit 1/2 ou 1/1+1") != std::string::npos);
}

TEST_CASE("a profile is found by name, and a wrong name gets the nearest") {
    CHECK(domain::profile("etat-place").record == domain::RecordKind::lot);
    try {
        domain::profile("table-regions");
        FAIL("accepted");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::not_found);
        CHECK(std::string(error.what()).find("vouliez-vous dire « table-region » ?") != std::string::npos);
    }
}

TEST_CASE("header words pass over articles, plurals and the forms of numéro") {
    CHECK(domain::header_words("N° du marché") == std::vector<std::string>{"numero", "marche"});
    CHECK(domain::header_words("Numéro de marchés") == std::vector<std::string>{"numero", "marche"});
    CHECK(domain::header_words("Part de la main-d’œuvre") == std::vector<std::string>{"part", "main", "oeuvre"});
}
