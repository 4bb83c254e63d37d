// An elected member's question answered: words, sums, what one page holds.
#include "clausier/present/elected_question.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Counted;

namespace {

// `rows` rows of one contract of 1 000 € in the numerator, of two in all.
present::ElectedQuestion question(std::size_t rows, std::size_t columns) {
    present::ElectedQuestion out;
    out.indicator = domain::indicator_info("S1");
    out.scope = "notifiés en 2026 par la Commune de Valbrume";
    out.by_rows = domain::Dimension::department;
    if (columns > 1) out.by_columns = domain::Dimension::year;
    for (std::size_t r = 0; r < rows; ++r) out.rows.push_back({std::to_string(r), "Rang " + std::to_string(r)});
    for (std::size_t c = 0; c < columns; ++c)
        out.columns.push_back({std::to_string(c), "Colonne " + std::to_string(c)});
    out.parts.assign(rows, std::vector<Counted>(columns, Counted{1, 0, core::Euros::whole(1000)}));
    out.all.assign(rows, std::vector<Counted>(columns, Counted{2, 0, core::Euros::whole(3000)}));
    out.method = {"L’unité comptée est le lot attribué."};
    out.contracts = {"contrats", "Contrats", {{"objet", "Objet", present::DataType::text}}, {{"École"}}};
    out.contracts_total = static_cast<std::int64_t>(rows * columns);
    out.on = core::Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(21));
    return out;
}

const present::DocTable& first_table(const present::Document& document) {
    for (const present::Block& block : document.blocks)
        if (const auto* table = std::get_if<present::DocTable>(&block)) return *table;
    throw std::logic_error("no table");
}

}  // namespace

TEST_CASE("the question is said in words") {
    CHECK(present::question_text(question(1, 2)) ==
          "Combien de contrats comptent dans «\u00a0" + domain::indicator_info("S1")->label +
              "\u00a0» parmi ceux notifiés en 2026 par la Commune de Valbrume, par département d’exécution et par "
              "année\u00a0?");
}

TEST_CASE("rows and columns beyond a page are summed, and nothing is lost") {
    const present::Document document = present::document(question(20, 8));
    const present::DocTable& table = first_table(document);
    CHECK(document.landscape);
    CHECK(table.rows.size() == 13);  // 12 and their total
    CHECK(table.headers.size() == 7);
    CHECK(table.rows[11].front().front().text == "Autres (9)");
    CHECK(table.rows.back().back().front().text == "160 sur 320 (50\u00a0%)\n160\u202f000\u00a0€");
}

TEST_CASE("the document for programs has every cell and the totals") {
    const present::Answer answer = present::answer(question(3, 2));
    CHECK(answer.document.at("cases").as_array().size() == 6);
    CHECK(answer.document.at("total").at("contrats").as_int64() == 6);
    CHECK(answer.document.at("total").at("taux_nombre").as_string() == "50.00");
    CHECK(answer.document.at("total").at("taux_montant").as_string() == "33.33");
    CHECK(answer.document.at("date").as_string() == "2026-11-21");
    const auto tables = present::question_tables(question(3, 2));
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].rows.size() == 6);
    CHECK(tables[1].rows.size() == 1);
}

TEST_CASE("a question without an indicator counts contracts, and without contracts has no table") {
    present::ElectedQuestion plain = question(2, 1);
    plain.indicator = nullptr;
    plain.parts = plain.all;
    CHECK(first_table(present::document(plain)).rows[0][1].front().text == "2\n3\u202f000\u00a0€");
    present::ElectedQuestion none = question(0, 0);
    CHECK_THROWS(first_table(present::document(none)));
}
