// The words of OCDS.
#include "ocds_codes.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/asset.hpp"
#include "clausier/core/table.hpp"
#include "clausier/core/text.hpp"

using namespace clausier;

TEST_CASE("each row of the file is found by its list and its word") {
    const core::Table table = core::parse_csv(core::asset("data/codes/ocds.csv"), "ocds");
    REQUIRE_FALSE(table.rows.empty());
    for (const auto& row : table.rows) {
        CAPTURE(row[table.column("list")], row[table.column("source")]);
        const decp::OcdsCode* code = decp::ocds_code(row[table.column("list")], row[table.column("source")]);
        REQUIRE(code != nullptr);
        CHECK(code->code == row[table.column("code")]);
        const std::string& strategies = row[table.column("strategies")];
        CHECK(code->strategies.size() == (strategies.empty() ? 0 : core::split(strategies, '|').size()));
    }
}

TEST_CASE("a word, or a list, that is not there has no code") {
    CHECK(decp::ocds_code("procedure", "Procédure inconnue") == nullptr);
    CHECK(decp::ocds_code("aucune", "Appel d'offres ouvert") == nullptr);
    CHECK(decp::ocds_code("", "") == nullptr);
}
