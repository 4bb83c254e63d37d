// The fields an import knows are found by key or label, and a slip of the pen is answered with the nearest one.
#include "clausier/domain/field.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

using namespace clausier;
using domain::Field;

TEST_CASE("every field has a key and a label of its own") {
    std::set<std::string_view> keys;
    std::set<std::string_view> labels;
    for (const domain::FieldInfo& known : domain::fields()) {
        CHECK(keys.insert(known.key).second);
        CHECK(labels.insert(known.label).second);
        CHECK(domain::info(known.field).key == known.key);
    }
    CHECK(keys.size() == domain::field_count);
}

TEST_CASE("a field is found by its key or its label, whatever the accents and the case") {
    CHECK(domain::parse_field("montant").value() == Field::amount);
    CHECK(domain::parse_field("Montant HT").value() == Field::amount);
    CHECK(domain::parse_field("PART DE MAIN-D'ŒUVRE").value() == Field::labour_share);
    CHECK(domain::parse_field("metier ou corps d'etat").value() == Field::trade);
}

TEST_CASE("a field that does not exist is answered with the nearest key") {
    const auto read = domain::parse_field("montan");
    REQUIRE(read.has_error());
    CHECK(read.error().code == "champ_inconnu");
    CHECK(read.error().text == "le champ « montan » n’existe pas ; vouliez-vous dire « montant » ?");
}
