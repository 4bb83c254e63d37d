// Files of purchases in five columns, as the Marché de l'inclusion has them.
#include "clausier/domain/purchase_table.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/refusal.hpp"
#include "support/rows.hpp"

using namespace clausier;

namespace {

domain::PurchaseTable read(const std::string& csv) {
    domain::PurchaseTable table;
    tests::feed(table, csv);
    table.finish();
    return table;
}

const std::string header =
    "Raison sociale du Fournisseur;SIRET;Dépense achat (€);Catégorie d'achat (optionnelle);Entité acheteuse "
    "(optionnelle)\n";

}  // namespace

TEST_CASE("a line is read with a comma or a dot, and of several SIRETs the first") {
    const auto table = read(header +
                            "A;219 900 010 000 14;1 500,50;Travaux;Bâtiments\nB;21990001000022 / "
                            "21990001000030;2500.00;;\n");
    REQUIRE(table.lines().size() == 2);
    CHECK(table.lines()[0].amount == core::Euros::of(150'050));
    CHECK(table.lines()[0].siret == "21990001000014");
    CHECK(table.lines()[0].category == "Travaux");
    CHECK(table.lines()[0].unit == "Bâtiments");
    CHECK(table.lines()[1].siret == "21990001000022");
    REQUIRE(table.remarks().size() == 1);
    CHECK(table.remarks()[0].code == "siret_plusieurs");
    CHECK(table.remarks()[0].where == "ligne 3");
}

TEST_CASE("an amount of 0 or less, or none, leaves the line out with its reason") {
    const auto table =
        read(header + "A;21990001000014;0;;\nB;21990001000014;-12,50;;\nC;21990001000014;;;\nD;;abc;;\n");
    CHECK(table.lines().empty());
    REQUIRE(table.rejects().size() == 4);
    CHECK(table.rejects()[0].code == "montant_nul");
    CHECK(table.rejects()[1].code == "montant_nul");
    CHECK(table.rejects()[2].code == "nombre_absent");
    CHECK(table.rejects()[3].line == 5);
}

TEST_CASE("a SIRET that cannot be read leaves the purchase in the total") {
    const auto table = read(header + "A;PAS;10;;\nB;11111111111111;20;;\nC;;30;;\n");
    REQUIRE(table.lines().size() == 3);
    CHECK(table.lines()[0].siret.empty());
    CHECK(table.lines()[1].siret == "11111111111111");
    REQUIRE(table.remarks().size() == 2);
    CHECK(table.remarks()[0].code == "siret_format");
    CHECK(table.remarks()[1].code == "siret_cle");
}

TEST_CASE("a file without a column of amounts is refused") {
    CHECK(tests::refusal([] { read("Fournisseur;SIRET\nA;21990001000014\n"); }).issues().front().code ==
          "colonne_absente");
}
