// The columns of open data: each value where its name says, empty where nothing is said.
#include "table_columns.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "support/essential_lots.hpp"

using namespace clausier;

namespace {

std::string cell(const decp::TakenLot& taken, std::string_view name, std::size_t holder = 0) {
    for (const decp::TableColumn& column : decp::table_columns())
        if (column.name == name) return column.value(taken, holder);
    FAIL("no such column");
    return {};
}

}  // namespace

TEST_CASE("each column has a name of its own, a type of Table Schema and a title") {
    std::set<std::string_view> names;
    for (const decp::TableColumn& column : decp::table_columns()) {
        INFO(column.name);
        CHECK(names.insert(column.name).second);
        CHECK(std::set<std::string_view>{"string", "boolean", "integer", "number", "date", "array"}.count(
                  column.type) == 1);
        CHECK_FALSE(column.title.empty());
        CHECK(column.value);
    }
    names.clear();
    for (const decp::LeftOutColumn& column : decp::left_out_columns()) {
        CHECK(names.insert(column.name).second);
        CHECK_FALSE(column.title.empty());
    }
}

TEST_CASE("every value of a full entry stands in some column") {
    const domain::MarketSheet sheet = tests::full_market();
    const decp::TakenLot taken{&sheet.lots[0], decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer)};
    const domain::MarketSheet other = tests::full_concession();
    const decp::TakenLot concession{&other.lots[0], decp::entry_of(other.market, other.lots[0], other.buyer)};
    for (const decp::TableColumn& column : decp::table_columns()) {
        INFO(column.name);
        CHECK_FALSE((column.value(taken, 0) + column.value(concession, 0)).empty());
    }
    CHECK(cell(taken, "uid") == "219900013000152026_014");
    CHECK(cell(taken, "techniques") == "Accord-cadre");
    CHECK(cell(taken, "modalitesExecution") == "Tranches, Bons de commande");
    CHECK(cell(taken, "considerationsSociales") == "Clause sociale, Critère social");
    CHECK(cell(taken, "tauxAvance") == "0.05");
    CHECK(cell(taken, "dateDebutExecution").empty());
    CHECK(cell(concession, "dateDebutExecution") == "2026-05-01");
    CHECK(cell(concession, "montantSubventionPublique") == "0.5");
}

TEST_CASE("a row is of one holder; beyond them nothing is invented") {
    const domain::MarketSheet sheet = tests::full_market();
    const decp::TakenLot taken{&sheet.lots[0], decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer)};
    CHECK(cell(taken, "titulaire_id", 1) == "22222222200002");
    CHECK(cell(taken, "titulaire_typeIdentifiant", 1) == "SIRET");
    CHECK(cell(taken, "titulaire_denominationSociale", 1) == "Charpentes du Val");
    for (const char* name : {"titulaire_id", "titulaire_typeIdentifiant", "titulaire_denominationSociale"})
        CHECK(cell(taken, name, 2).empty());
}

TEST_CASE("what is not filled in is empty, which is not none; without its buyer a contract has no national id") {
    domain::MarketSheet sheet = tests::full_market();
    sheet.market.considerations.reset();
    sheet.buyer.identifier = {};
    const decp::TakenLot taken{&sheet.lots[0], decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer)};
    CHECK(cell(taken, "considerationsSociales").empty());
    CHECK(cell(taken, "uid").empty());
    CHECK(cell(taken, "id") == "2026_014");
}

TEST_CASE("a lot left out says whose it is, what is at fault and what to do") {
    const domain::MarketSheet sheet = tests::two_lots();
    const core::Issue fault{core::Severity::error, "decp_derive", "id", "donnez la référence de l’acheteur"};
    const decp::LeftOutLot one{&sheet.market, &sheet.buyer, &sheet.lots[1], {fault}};
    std::string line;
    for (const decp::LeftOutColumn& column : decp::left_out_columns()) line += column.value(one, fault) + "|";
    CHECK(line == "21990001300015|Commune de Valbrume|2026-ECOLE|2|" + sheet.market.object +
                      "|id|decp_derive|donnez la référence de l’acheteur|");
}
