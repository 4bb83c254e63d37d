// A tender table that holds a social security number is refused, and its refusal repeats nothing (TRUST 25).
#include "nir_check.hpp"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "clausier/app/intake.hpp"
#include "support/refusal.hpp"
#include "support/rows.hpp"

using namespace clausier;

namespace {

// An invented number: nobody is born in the month 99.
const std::string nir = fmt::format("1859978006084{:02}", 97 - 1'859'978'006'084 % 97);

core::Error refused(const std::string& object, const std::string& reference = "2026-01", const std::string& more = "") {
    return tests::refusal([&] {
        app::Intake intake({}, {});
        tests::feed(intake,
                    "Acheteur;SIRET acheteur;N° marché;Objet;Montant HT;Divers\nCommune de Valbrume;21990001000017;" +
                        reference + ";" + object + ";1 000,00;" + more + "\n");
        intake.finish();
    });
}

}  // namespace

TEST_CASE("in a text or in a column that means nothing, written in one piece or spaced") {
    for (const auto& error : {refused("Peinture, suivi de " + nir), refused("Peinture", "2026-01", nir),
                              refused("Peinture", "2026-01", "1 85 99 78 006 084 " + nir.substr(13))}) {
        CHECK(error.kind() == core::ErrorKind::invalid);
        CHECK(error.issues().front().code == "nir");
        CHECK(error.issues().front().where.starts_with("ligne 2, colonne "));
        CHECK(std::string(error.what()).find("859978") == std::string::npos);
        CHECK(std::string(error.what()).find("85 99 78") == std::string::npos);
    }
}

TEST_CASE("references of markets, and identifiers that begin with a SIRET, are left alone") {
    domain::Mapping mapping;
    domain::Column reference;
    reference.field = domain::Field::reference;
    mapping.columns = {reference};
    const app::NirCheck check(mapping);
    const auto row = [](const std::vector<std::string>& texts, auto&& then) {
        std::vector<core::Cell> cells;
        for (const std::string& text : texts) cells.push_back({core::CellKind::text, text});
        then(core::Row{7, cells});
    };
    row({nir, "Peinture"}, [&](const core::Row& one) { CHECK_NOTHROW(check(one)); });
    row({"A", nir, nir.substr(0, 14)}, [&](const core::Row& one) { CHECK_NOTHROW(check(one)); });
    row({"A", nir}, [&](const core::Row& one) { CHECK_THROWS_AS(check(one), core::Error); });
}
