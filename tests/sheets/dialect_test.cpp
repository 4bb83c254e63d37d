// The separator of a CSV, found from the records that real files begin with.
#include "dialect.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using clausier::sheets::announced_separator;
using clausier::sheets::find_separator;

namespace {

std::string repeated(const std::string& line, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += line;
    return out;
}

}  // namespace

TEST_CASE("Each separator is found from a plain table") {
    for (const char separator : {',', ';', '\t', '|'}) {
        std::string text = "lot?objet?heures\n1?peinture?35\n2?menuiserie?70\n";
        for (char& c : text)
            if (c == '?') c = separator;
        CHECK(find_separator(text, true) == separator);
    }
}

TEST_CASE("Decimal commas do not make a comma the separator") {
    CHECK(find_separator("lot;montant;taux\n" + repeated("1;1234,56;5,5\n", 20), true) == ';');
    CHECK(find_separator(repeated("A;1,5\n", 20), true) == ';');
    CHECK(find_separator("lot\tmontant\n" + repeated("1\t1,5\n", 20), true) == '\t');
}

TEST_CASE("Separators inside quotes do not count") {
    CHECK(find_separator("a,b\n" + repeated("\"x;y;z\",\"1;2\"\n", 5), true) == ',');
    CHECK(find_separator("key,val\n1,\"{\"\"type\"\": \"\"a\"\"; \"\"b\"\"; 1}\"\n", true) == ',');
    CHECK(find_separator("a;b\n" + repeated("\"first\nsecond, third\";2\n", 5), true) == ';');
}

TEST_CASE("Title lines above the table do not hide it") {
    CHECK(find_separator(
              "Liste des marchés, année 2025\n\nPublié le 3 mars, par nos soins\n" + repeated("lot;objet;montant\n", 3),
              true) == ';');
    CHECK(find_separator(repeated("note sans séparateur\n", 30) + repeated("1|2|3|4\n", 10), true) == '|');
}

TEST_CASE("A single column is not cut by the commas of its sentences") {
    CHECK(find_separator("Nom\nDupont\nMartin, Paul\nDurand\n", true) != ',');
    CHECK(find_separator("Nom\nDupont\n", true) == ';');
    CHECK(find_separator("a; b\nc\nd\ne\nf, g\n", true) == '\t');
}

TEST_CASE("A last record cut by the end of what is looked at does not count") {
    CHECK(find_separator("a;b;c\n1;2;3\n4,", false) == ';');
    CHECK(find_separator("a;b;c", false) == ';');
}

TEST_CASE("A first line may announce the separator") {
    CHECK(announced_separator("sep=;\r\na;b\r\n") == ';');
    CHECK(announced_separator("SEP=\t\na") == '\t');
    CHECK(announced_separator("\"sep=|\"\na") == '|');
    CHECK_FALSE(announced_separator("sep=\na"));
    CHECK_FALSE(announced_separator("sepa=;\n"));
    CHECK_FALSE(announced_separator("a;b\nsep=;"));
    CHECK_FALSE(announced_separator(""));
}
