// Contracts as open data.
#include "clausier/decp/package.hpp"

#include <unistd.h>

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "clausier/core/digest.hpp"
#include "clausier/core/table.hpp"
#include "support/essential_lots.hpp"

using namespace clausier;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& folder) {
    domain::MarketSheet unnamed = tests::full_market();
    unnamed.market.reference_derived = true;
    decp::Package package(decp::files_in(folder),
                          {"valbrume-2026", "Contrats de Valbrume, 2026", tests::day("2026-11-21")});
    decp::Sorter sorter(
        decp::Gate::named, [&](const domain::MarketSheet&, std::span<const decp::TakenLot> lots) { package.add(lots); },
        [&](const decp::LeftOutLot& one) { package.leave_out(one); });
    for (const domain::MarketSheet& sheet : {tests::full_market(), tests::full_concession(), unnamed})
        sorter.add(sheet);
    package.finish();
}

struct Folder {
    fs::path path = fs::temp_directory_path() / ("clausier-paquet-" + std::to_string(getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("the table has one row a holder, and the package tells its size and its digest") {
    const Folder folder;
    write(folder.path);
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 5);
    const std::string csv = read(folder.path / "contrats.csv");
    const core::Table table = core::parse_csv(csv, "contrats.csv");
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0][table.column("uid")] == "219900013000152026_014");
    CHECK(table.rows[1][table.column("titulaire_id")] == "22222222200002");
    CHECK(table.rows[1][table.column("montant")] == "123456.89");
    CHECK(table.rows[2][table.column("considerationsSociales")] == "Concession réservée");
    CHECK(boost::json::parse(table.rows[0][table.column("modifications")]).as_array().size() == 2);
    const core::Table left_out = core::parse_csv(read(folder.path / "ecartes.csv"), "ecartes.csv");
    REQUIRE(left_out.rows.size() == 1);
    CHECK(left_out.rows[0][left_out.column("faute")] == "decp_derive");

    const auto package = boost::json::parse(read(folder.path / "datapackage.json"));
    const auto& resource = package.at("resources").at(0);
    CHECK(resource.at("bytes").as_int64() == static_cast<std::int64_t>(csv.size()));
    CHECK(resource.at("hash").as_string() == "sha256:" + core::sha256(csv));
    CHECK(resource.at("schema") == boost::json::parse(read(folder.path / "contrats.schema.json")));
}

TEST_CASE("the Table Schema names the columns of the table, in their order") {
    const auto fields = boost::json::parse(decp::table_schema()).at("fields").as_array();
    std::string header;
    decp::TableWriter table([&](std::string_view text) { header += text; });
    std::string names;
    for (const auto& field : fields) names += (names.empty() ? "" : ",") + std::string(field.at("name").as_string());
    CHECK(header == names + "\r\n");
}

TEST_CASE("a text that looks like a formula stays a text") {
    domain::MarketSheet sheet = tests::full_market();
    sheet.market.object = "=1+1";
    std::string csv;
    decp::TableWriter table([&](std::string_view text) { csv += text; });
    table.add({&sheet.lots[0], decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer)});
    CHECK(csv.find(",'=1+1,") != std::string::npos);
}

TEST_CASE("a folder that cannot be written is told") {
    CHECK_THROWS_AS(decp::Package(decp::files_in("/nulle/part"), {"x", "x", tests::day("2026-11-21")}), core::Error);
}

// Hidden: writes the package for other programs to judge (tests/scripts/decp_test.py).
TEST_CASE("package for other programs", "[.files]") {
    const char* folder = std::getenv("CLAUSIER_DECP");
    REQUIRE(folder != nullptr);
    fs::create_directories(fs::path(folder) / "paquet");
    write(fs::path(folder) / "paquet");
}
