// The styles of a workbook: the shape of the numbers of each cell format.
#include "xlsx_styles.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sheet_files.hpp"

using namespace clausier;

namespace {

// "number day moment": the shapes, by style.
std::string shapes_of(const std::string& styles) {
    const auto bytes = tests::make_zip({{"styles.xml", "<s:styleSheet xmlns:s='u'>" + styles + "</s:styleSheet>"}});
    sheets::Archive archive(tests::source_of(bytes));
    std::string out;
    for (const auto shape : sheets::read_styles(archive, "styles.xml")) out += "ndme"[static_cast<std::size_t>(shape)];
    return out;
}

}  // namespace

TEST_CASE("cell formats take their shape from built-in and custom number formats") {
    CHECK(shapes_of(
              "<s:numFmts><s:numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><s:numFmt numFmtId='165' "
              "formatCode='0.0 &quot;d&quot;'/></s:numFmts>"
              "<s:cellXfs><s:xf numFmtId='0'/><s:xf numFmtId='14'/><s:xf numFmtId='164'/><s:xf numFmtId='165'/><s:xf "
              "numFmtId='46'/><s:xf/><s:xf numFmtId='22'/></s:cellXfs>") == "nddnenm");
}

TEST_CASE("formats of named styles and of conditional formatting are not those of cells") {
    CHECK(shapes_of("<s:cellStyleXfs><s:xf numFmtId='14'/></s:cellStyleXfs><s:cellXfs><s:xf numFmtId='20'/></s:cellXfs>"
                    "<s:dxfs><s:dxf><s:numFmt numFmtId='164' formatCode='dd/mm'/></s:dxf></s:dxfs>") == "m");
}

TEST_CASE("a workbook may define a built-in id anew") {
    CHECK(shapes_of("<s:numFmts><s:numFmt numFmtId='14' formatCode='0.00'/></s:numFmts><s:cellXfs><s:xf "
                    "numFmtId='14'/></s:cellXfs>") == "n");
}
