// A report frozen: thawed, it is the same bytes in every format; what changed since is found figure by figure.
#include "clausier/present/frozen_report.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "clausier/core/issue.hpp"
#include "spaser_samples.hpp"
#include "support/zip_parts.hpp"

using namespace clausier;
using namespace clausier::present;

TEST_CASE("a frozen text gives back the same report, byte for byte in every format") {
    const FrozenReport made = freeze(testing::spaser_sample(), "Clausier");
    const std::string text = frozen_text(made);
    CHECK(text == frozen_text(freeze(testing::spaser_sample(), "Clausier")));
    const FrozenReport back = thaw(text);
    CHECK(frozen_text(back) == text);
    CHECK(docx(back.document) == docx(made.document));
    CHECK(odt(back.document) == odt(made.document));
    CHECK(print_page(back.document) == print_page(made.document));
    CHECK(data_package(back, "") == data_package(made, ""));
    CHECK(back.options == made.options);
    CHECK(back.year == 2026);
}

TEST_CASE("the workbook has the five sheets of a report") {
    const auto sheets = workbook(freeze(testing::spaser_sample(), "Clausier"));
    std::string names;
    for (const core::OutSheet& one : sheets) names += one.name + "|";
    CHECK(names == "Indicateurs|Cibles|Contrats comptés|Exclus|Méthode|");
}

TEST_CASE("what changed since is told figure by figure, and nothing when nothing did") {
    const FrozenReport published = freeze(testing::spaser_sample(), "Clausier");
    CHECK(figure_changes(published, thaw(frozen_text(published))).empty());
    domain::SpaserReport later = testing::spaser_sample();
    for (domain::IndicatorValue& value : later.buyers.front().years.back().values)
        if (value.code == "S1") {
            value.part.contracts = 13;
            value.part.amount += core::Euros::whole(500);
        }
    const auto changes = figure_changes(published, freeze(later, "Clausier"));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].indicator == "S1");
    CHECK(changes[0].year == "2026");
    CHECK(changes[0].figure == "Nombre");
    CHECK(changes[0].published == "12");
    CHECK(changes[0].today == "13");
    CHECK(changes[1].today == "18500.00");
    later.buyers.front().breakdowns.clear();
    bool gone = false;
    for (const FigureChange& one : figure_changes(published, freeze(later, "Clausier")))
        gone = gone || (one.part == "Travaux" && one.today.empty() && one.published == "9");
    CHECK(gone);
}

TEST_CASE("the package names each file, its columns and its fingerprint") {
    const FrozenReport report = freeze(testing::spaser_sample(), "Clausier");
    const auto list = test::zip_parts(data_package(report, "abc123"));
    const std::map<std::string, std::string> parts(list.begin(), list.end());
    REQUIRE(parts.contains("datapackage.json"));
    const auto package = boost::json::parse(parts.at("datapackage.json"));
    CHECK(package.at("version").as_string() == "abc123");
    for (const auto& resource : package.at("resources").as_array()) {
        const std::string path(resource.at("path").as_string());
        CAPTURE(path);
        REQUIRE(parts.contains(path));
        const std::string header = parts.at(path).substr(0, parts.at(path).find("\r\n"));
        std::string keys;
        for (const auto& field : resource.at("schema").at("fields").as_array())
            keys += (keys.empty() ? "" : ",") + std::string(field.at("name").as_string());
        CHECK(header == keys);
        CHECK(resource.at("bytes").to_number<std::size_t>() == parts.at(path).size());
    }
    CHECK(parts.at("LISEZMOI.txt").find("abc123") != std::string::npos);
}

TEST_CASE("what is no published report is refused") {
    for (const char* text :
         {"", "{", "null", "{}", "{\"format\":\"autre\"}", "{\"format\":\"clausier.rapport-spaser.1\",\"annee\":2026}"})
        CHECK_THROWS_AS(thaw(text), core::Error);
    FrozenReport bare = freeze(testing::spaser_sample(), "Clausier");
    bare.tables.clear();
    CHECK_THROWS_AS(figure_changes(bare, bare), core::Error);
}
