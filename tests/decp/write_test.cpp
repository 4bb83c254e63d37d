// Entries written in the formats of 2022.
#include "clausier/decp/write.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/approved.hpp"
#include "support/essential_lots.hpp"

using namespace clausier;

namespace {

std::vector<decp::Entry> entries() {
    std::vector<decp::Entry> out;
    for (const domain::MarketSheet& sheet : {tests::full_market(), tests::full_concession(), tests::two_lots()})
        for (const domain::Lot& lot : sheet.lots) out.push_back(decp::entry_of(sheet.market, lot, sheet.buyer));
    return out;
}

std::string written(std::unique_ptr<decp::EntryWriter> (*make)(decp::Output), const std::vector<decp::Entry>& all) {
    std::string out;
    const auto writer = make([&](std::string_view text) { out += text; });
    for (const decp::Entry& entry : all) writer->add(entry);
    writer->finish();
    return out;
}

}  // namespace

TEST_CASE("every field has its place in JSON and in XML") {
    const std::string json = written(decp::json_writer, entries());
    CHECK(test::approved("decp/contrats.json", json) == json);
    const std::string xml = written(decp::xml_writer, entries());
    CHECK(test::approved("decp/contrats.xml", xml) == xml);
}

TEST_CASE("JSON keeps markets and concessions apart, and amounts exact") {
    const auto document = boost::json::parse(written(decp::json_writer, entries())).at("marches");
    CHECK(document.at("marche").as_array().size() == 3);
    REQUIRE(document.at("contrat-concession").as_array().size() == 1);
    const auto& first = document.at("marche").at(0);
    CHECK(first.at("montant").as_double() == 123456.89);
    CHECK(first.at("marcheInnovant").as_bool() == false);
    CHECK(first.at("titulaires").at(1).at("titulaire").at("id").as_string() == "22222222200002");
    CHECK(first.at("modificationsActesSousTraitance").at(0).as_object().contains("modificationActeSousTraitance"));
    CHECK(document.at("marche").at(2).at("id").as_string() == "2026-ECOLE-2");
}

TEST_CASE("the two formats spell a change of a subcontract each in its own way") {
    const std::string xml = written(decp::xml_writer, entries());
    CHECK(xml.find("<modificationActesSousTraitance>") != std::string::npos);
    CHECK(xml.find("<modificationActeSousTraitance>") == std::string::npos);
    CHECK(xml.find("gros œuvre &amp; charpente &lt;bois&gt;") != std::string::npos);
}

TEST_CASE("a file without contract is still a file of the format") {
    CHECK(boost::json::parse(written(decp::json_writer, {})).at("marches").at("marche").as_array().empty());
    CHECK(written(decp::xml_writer, {}) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<marches>\n</marches>\n");
}

// Hidden: writes the documents for other programs to judge (tests/scripts/decp_test.py).
TEST_CASE("documents for other programs", "[.files]") {
    const char* folder = std::getenv("CLAUSIER_DECP");
    REQUIRE(folder != nullptr);
    const auto write = [&](const char* name, const std::string& text) {
        std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << text;
    };
    write("complet.json", written(decp::json_writer, entries()));
    write("complet.xml", written(decp::xml_writer, entries()));
    write("vide.json", written(decp::json_writer, {}));
    decp::Entry odd = entries()[0];
    odd.object = "\x01 \" \\ </objet> ]]> \t\r\n &amp; \xF0\x9F\x8F\xAB";
    write("etrange.json", written(decp::json_writer, {odd}));
    write("etrange.xml", written(decp::xml_writer, {odd}));
}
