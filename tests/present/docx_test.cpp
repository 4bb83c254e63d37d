// DOCX: its parts, its approved XML, its pictures.
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/document.hpp"
#include "support/approved.hpp"
#include "support/sample_document.hpp"
#include "support/zip_parts.hpp"

using namespace clausier;
using namespace clausier::present;

namespace {

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

const Rasteriser kFakeRaster = [](std::string_view, int width) { return "PNG of " + std::to_string(width); };

}  // namespace

TEST_CASE("a DOCX of every block is the approved one") {
    const std::string file = docx(test::sample_document(), kFakeRaster);
    for (const char* part : {"document", "numbering", "footer1"}) {
        const std::string made = test::zip_part(file, std::string("word/") + part + ".xml");
        CHECK(made == test::approved(std::string("document/docx_") + part + ".xml", made));
    }
}

TEST_CASE("a DOCX says that it is in French, whose it is and when it was made") {
    const std::string file = docx(test::sample_document());
    CHECK(has(test::zip_part(file, "word/styles.xml"), "<w:lang w:val=\"fr-FR\""));
    const std::string core = test::zip_part(file, "docProps/core.xml");
    CHECK(has(core, "<dc:language>fr-FR</dc:language>"));
    CHECK(has(core, "<dc:creator>Ville de Valmorel-sur-Lys</dc:creator>"));
    CHECK(has(core, "2026-11-21T00:00:00Z"));
    CHECK(test::zip_parts(file).front().first == "[Content_Types].xml");
}

TEST_CASE("a figure of a DOCX is an SVG beside its PNG, or words") {
    const std::string drawn = docx(test::sample_document(), kFakeRaster);
    CHECK(test::zip_part(drawn, "word/media/image1.png") == "PNG of 668");
    CHECK(has(test::zip_part(drawn, "word/media/image2.svg"), "<svg"));
    CHECK(has(test::zip_part(drawn, "word/_rels/document.xml.rels"), "media/image2.svg"));
    for (const Rasteriser& none : {Rasteriser(), Rasteriser([](std::string_view, int) { return std::nullopt; })}) {
        const std::string told = docx(test::sample_document(), none);
        CHECK(test::zip_parts(told).size() == 10);
        const std::string body = test::zip_part(told, "word/document.xml");
        CHECK_FALSE(has(body, "<w:drawing>"));
        CHECK(has(body, "Le lot 1 porte 1\u202f860 h"));
    }
}

TEST_CASE("numbered lists of a DOCX each begin at one") {
    Document document;
    const List one{true, {{{{"un"}}, {}}, {{{"deux"}}, {}}}};
    document.blocks = {one, one};
    const std::string file = docx(document);
    CHECK(has(test::zip_part(file, "word/document.xml"), "<w:numId w:val=\"3\"/>"));
    CHECK(has(test::zip_part(file, "word/numbering.xml"), "<w:num w:numId=\"3\">"));
}

TEST_CASE("two tables of a DOCX do not melt, and a body does not end with one") {
    Document document;
    DocTable table;
    table.rows = {{{{"a"}}}};
    document.blocks = {table, table, DocTable{}};
    const std::string body = test::zip_part(docx(document), "word/document.xml");
    CHECK_FALSE(has(body, "</w:tbl><w:tbl>"));
    CHECK_FALSE(has(body, "</w:tbl><w:sectPr>"));
    CHECK_FALSE(has(body, "<w:tblHeader/>"));
}

TEST_CASE("a landscape DOCX is wider than high") {
    Document document = test::sample_document();
    document.landscape = true;
    CHECK(has(test::zip_part(docx(document), "word/document.xml"), "w:w=\"16838\" w:h=\"11906\""));
}
