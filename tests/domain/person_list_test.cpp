// A list of people is read whole or refused, and no fault repeats what it holds.
#include "clausier/domain/person_list.hpp"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "support/refusal.hpp"

using namespace clausier;
using tests::refusal;

TEST_CASE("columns in any order, dates as French people write them, RQTH only when asked") {
    const auto people = domain::read_people(
        "\xEF\xBB\xBFPrénom;NOM;Date de naissance;RQTH\nUn;Personne;28/02/1990;oui\nDeux;Personne;1991-03-01;\n");
    REQUIRE(people.size() == 2);
    CHECK(people[0].names.family.reveal() == "Personne");
    CHECK(people[0].names.given.reveal() == "Un");
    CHECK(core::iso(*people[0].names.born_on) == "1990-02-28");
    CHECK(people[0].disabled_worker == true);
    CHECK_FALSE(people[1].disabled_worker.has_value());
    CHECK(domain::read_people("nom,prenom,naissance\nPersonne,Un,1990-02-28\n").size() == 1);
}

TEST_CASE("a column that is not asked for is refused, as is a missing one") {
    CHECK(refusal([] { domain::read_people("nom;prénom;naissance;adresse\na;b;1990-01-01;c\n"); }).kind() ==
          core::ErrorKind::invalid);
    CHECK(refusal([] { domain::read_people("nom;prénom\na;b\n"); }).issues().front().where == "première ligne");
    CHECK(refusal([] { domain::read_people("nom;nom;prénom;naissance\na;a;b;1990-01-01\n"); }).issues().size() == 1);
    CHECK(refusal([] { domain::read_people("nom;prénom;naissance\n"); }).kind() == core::ErrorKind::invalid);
}

TEST_CASE("faults tell their line, not what was typed; a social security number is refused in any cell") {
    const std::string nir = fmt::format("1859978006084{:02}", 97 - 1'859'978'006'084 % 97);
    const auto refused = refusal([&] {
        domain::read_people("nom;prénom;naissance;rqth\nPersonne;Zqnom;hier;peut-être\nZqnom " + nir +
                            ";Un;1990-01-01;\n");
    });
    REQUIRE(refused.issues().size() == 3);
    CHECK(refused.issues()[0].where == "ligne 2, naissance");
    CHECK(refused.issues()[2].where == "ligne 3, colonne n° 1");
    CHECK(refused.issues()[2].code == "nir");
    for (const auto& issue : refused.issues()) {
        CHECK(issue.sentence().find("Zqnom") == std::string::npos);
        CHECK(issue.sentence().find("18599") == std::string::npos);
    }
}
