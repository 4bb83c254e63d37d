// Taking in rows while they are read: a failure in the staging thread reaches the reader.
#include "clausier/app/intake.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/rows.hpp"

using namespace clausier;

TEST_CASE("rows beyond the first batch are staged too") {
    std::string csv = "Acheteur;N° marché;Objet;Montant HT\n";
    for (int i = 0; i < 5000; ++i)
        csv += "Commune de Valbrume;M" + std::to_string(i) + ";Objet " + std::to_string(i) + ";1 000,00\n";
    app::Intake intake({}, {});
    tests::feed(intake, csv);
    intake.finish();
    CHECK(intake.staging().counts().kept == 5000);
    CHECK(intake.mapping().header_row == 1);
}

TEST_CASE("what fails beside the reading stops it and is thrown at the end") {
    std::string csv = "x;y\n";
    for (int i = 0; i < 50'000; ++i) csv += "a;b\n";
    app::Intake intake({}, {});
    tests::feed(intake, csv);
    CHECK_THROWS_AS(intake.finish(), core::Error);
}

TEST_CASE("an intake that is never finished leaves nothing behind") {
    app::Intake intake({}, {});
    tests::feed(intake, "Objet;Montant HT\nA;1\n");
}
