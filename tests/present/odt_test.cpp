// ODT: its parts, its approved XML, its pictures.
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/document.hpp"
#include "support/approved.hpp"
#include "support/sample_document.hpp"
#include "support/zip_parts.hpp"

using namespace clausier;
using namespace clausier::present;

namespace {

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("an ODT of every block is the approved one") {
    const std::string file = odt(test::sample_document());
    for (const char* part : {"content", "styles", "meta"}) {
        const std::string made = test::zip_part(file, std::string(part) + ".xml");
        CHECK(made == test::approved(std::string("document/odt_") + part + ".xml", made));
    }
}

TEST_CASE("the type of an ODT is its first bytes") {
    const std::string file = odt(test::sample_document());
    CHECK(file.substr(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
    CHECK(test::zip_parts(file).front().first == "mimetype");
}

TEST_CASE("a figure of an ODT is an SVG, with a PNG when one could be made") {
    const std::string alone = odt(test::sample_document());
    CHECK(has(test::zip_part(alone, "Pictures/figure1.svg"), "<svg"));
    CHECK(has(test::zip_part(alone, "META-INF/manifest.xml"), "Pictures/figure1.svg"));
    CHECK(has(test::zip_part(alone, "content.xml"), "<svg:desc>Le lot 1 porte"));
    const std::string both = odt(test::sample_document(), [](std::string_view, int) { return "PNG"; });
    CHECK(test::zip_part(both, "Pictures/figure1.png") == "PNG");
}

TEST_CASE("an empty chart of an ODT is told in words") {
    Document document;
    Figure figure;
    figure.text = "Rien à montrer.";
    figure.chart = bar_chart({{"vide", "Vide", "0 lot", ""}, "Lot", "Heures", kInHours, {}});
    document.blocks = {figure};
    const std::string content = test::zip_part(odt(document), "content.xml");
    CHECK(has(content, "Rien à montrer."));
    CHECK_FALSE(has(content, "<draw:frame"));
}

TEST_CASE("a page break of an ODT begins the page of what follows, table included") {
    Document document;
    DocTable table;
    table.rows = {{{{"a"}}}};
    document.blocks = {Paragraph{{{"un"}}}, PageBreak{}, table, PageBreak{}, Paragraph{{{"deux"}}}};
    const std::string content = test::zip_part(odt(document), "content.xml");
    CHECK(has(content, "fo:margin-bottom=\"1mm\" fo:break-before=\"page\""));
    CHECK(has(content, "<style:paragraph-properties fo:break-before=\"page\" fo:margin-top=\"4mm\"/>"));
}
