// A broken data file says which file, which line, which column.
#include "data_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/asset.hpp"

using clausier::core::Error;
using clausier::domain::DataFile;

TEST_CASE("a data file without a column it needs is refused by name") {
    try {
        DataFile("code\nA\n", "data/codes/x.csv", {"code", "name"});
        FAIL("the missing column was not noticed");
    } catch (const Error& error) {
        REQUIRE(error.issues().front().where == "data/codes/x.csv");
        REQUIRE(error.issues().front().text.find("« name »") != std::string::npos);
    }
}

TEST_CASE("every fault of a data file is told at once, each with its place") {
    DataFile file("code,name,siae,since\nA,Un,yes,2026-01-01\nA,,oui,2026-02-30\n", "data/codes/x.csv",
                  {"code", "name", "siae", "since"});
    REQUIRE(file.unique(0, "code") == "A");
    REQUIRE(file.yes(0, "siae"));
    REQUIRE(file.date(0, "since"));
    REQUIRE(file.issues().empty());
    REQUIRE_NOTHROW(file.finish());

    file.unique(1, "code");
    file.required(1, "name");
    file.yes(1, "siae");
    REQUIRE_FALSE(file.date(1, "since"));
    REQUIRE(file.issues().size() == 4);
    REQUIRE(file.issues()[0].code == "donnee_double");
    REQUIRE(file.issues()[1].where == "data/codes/x.csv, ligne 3, colonne « name »");
    REQUIRE(file.issues()[2].code == "donnee_hors_liste");
    REQUIRE(file.issues()[3].code == "date_illisible");
    REQUIRE_THROWS_AS(file.finish(), Error);
}

TEST_CASE("a cell may hold a list between bars") {
    const DataFile file("code,decp\nA,Clause sociale|Critère social\nB,\n", "x.csv", {"code", "decp"});
    REQUIRE(file.list(0, "decp") == std::vector<std::string>{"Clause sociale", "Critère social"});
    REQUIRE(file.list(1, "decp").empty());
}

TEST_CASE("French texts of the data keep their high punctuation from the end of a line") {
    for (const char* folder : {"data/reference/", "data/codes/"})
        for (const std::string_view name : clausier::core::assets(folder)) {
            const std::string_view text = clausier::core::asset(name);
            for (const char* loose : {" :", " ;", " !", " ?", " %", " €", " »", "« "}) {
                INFO(name << ", « " << loose << " »");
                CHECK(text.find(loose) == std::string_view::npos);
            }
        }
}
