// The OPCS of a lot and the functions of an organisation, for programs and for people.
#include "clausier/present/organisation_links.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("the OPCS of a lot are a list, the part of each in words") {
    const present::Answer answer =
        present::answer(domain::Id<domain::Lot>{7}, {{{3}, true, "PLIE du Sud"}, {{4}, false, "PLIE du Nord"}});
    CHECK(boost::json::serialize(answer.document) ==
          R"({"lot":7,"opcs":[{"organisation":3,"nom":"PLIE du Sud","part":"pilote"},)"
          R"({"organisation":4,"nom":"PLIE du Nord","part":"associee"}]})");
    CHECK(answer.rows == "opcs");
    CHECK(answer.table.rows.at(1) == std::vector<std::string>{"4", "PLIE du Nord", "associée"});
}

TEST_CASE("the links of a structure are numbers of organisations") {
    CHECK(boost::json::serialize(present::answer({{2}, domain::Id<domain::Organisation>{5}, {{8}, {9}}}).document) ==
          R"({"structure":2,"organisation":5,"reseaux":[8,9]})");
    CHECK(boost::json::serialize(present::answer({{2}, {}, {}}).document) ==
          R"({"structure":2,"organisation":null,"reseaux":[]})");
}

TEST_CASE("the functions of an organisation are codes for programs, words for people") {
    domain::Organisation organisation;
    organisation.id = {5};
    organisation.name = "PLIE du Sud";
    const present::Answer answer =
        present::answer(organisation, {domain::OrganisationFunction::opcs, domain::OrganisationFunction::structure});
    CHECK(boost::json::serialize(answer.document) ==
          R"({"organisation":5,"nom":"PLIE du Sud","fonctions":["opcs","structure"]})");
    CHECK(answer.table.rows.at(1) == std::vector<std::string>{"structure d’insertion"});
}
