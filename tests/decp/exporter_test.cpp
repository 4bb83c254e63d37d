// Exports in every format.
#include "clausier/decp/exporter.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/essential_lots.hpp"

using namespace clausier;
using decp::ExportFormat;

namespace {

struct Made {
    std::string file;
    std::map<std::string, std::string> files;
    decp::Tally tally;
};

// A complete market, and the same without its number of offers.
Made make(ExportFormat format) {
    Made out;
    domain::MarketSheet bare = tests::full_market();
    bare.market.reference = "2026_015";
    bare.lots[0].essential.offers.reset();
    decp::ExportTarget target;
    target.out = [&](std::string_view text) { out.file += text; };
    target.files = [&](const std::string& name) {
        return [&out, name](std::string_view text) { out.files[name] += text; };
    };
    decp::OcdsSettings ocds;
    ocds.published_on = tests::day("2026-11-21");
    decp::Exporter exporter(format, target, ocds, {"essai", "Essai", tests::day("2026-11-21")});
    for (const domain::MarketSheet& sheet : {tests::full_market(), bare}) exporter.add(sheet, {});
    out.tally = exporter.finish();
    return out;
}

}  // namespace

TEST_CASE("DECP leaves out what is not complete, tables and OCDS keep it") {
    const Made json = make(ExportFormat::json);
    CHECK(json.tally.taken == 1);
    CHECK(json.tally.left_out == 1);
    CHECK(boost::json::parse(json.file).at("marches").at("marche").as_array().size() == 1);
    CHECK(make(ExportFormat::xml).tally.taken == 1);
    const Made ocds = make(ExportFormat::ocds);
    CHECK(ocds.tally.taken == 2);
    CHECK(boost::json::parse(ocds.file).at("releases").as_array().size() == 2);
    const Made csv = make(ExportFormat::csv);
    CHECK(std::count(csv.file.begin(), csv.file.end(), '\n') == 5);
    const Made package = make(ExportFormat::package);
    CHECK(package.file.empty());
    CHECK(package.files.size() == 5);
    CHECK(package.files.at("contrats.csv") == csv.file);
}

TEST_CASE("each format has its code, its extension and its media type") {
    CHECK(decp::export_format("paquet") == ExportFormat::package);
    CHECK_FALSE(decp::export_format("yaml"));
    CHECK(decp::extension(ExportFormat::ocds) == ".json");
    CHECK(decp::media_type(ExportFormat::package) == "application/zip");
}
