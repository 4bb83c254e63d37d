// Fuzzes xlsx: the first byte says whether the rest is a whole archive or one part of an otherwise good workbook.
#include <string>
#include <vector>

#include "../sheets/make_zip.hpp"
#include "sheet_fuzz.hpp"

namespace {

using clausier::tests::ZipEntry;

constexpr const char* relation = "\" Type=\"http://x/relationships/";

const std::vector<ZipEntry> good_parts{
    {"xl/worksheets/sheet1.xml",
     "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c "
     "s='1'><v>46082.5</v></c></row></sheetData></worksheet>",
     false},
    {"xl/sharedStrings.xml", "<sst><si><t>un</t></si></sst>", false},
    {"xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId='22'/></cellXfs></styleSheet>", false},
    {"xl/workbook.xml", "<workbook xmlns:r='u'><sheets><sheet name='Lots' r:id='a'/></sheets></workbook>", false},
    {"xl/_rels/workbook.xml.rels",
     std::string("<R><Relationship Id=\"a") + relation +
         "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b" + relation +
         "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"c" + relation +
         "styles\" Target=\"styles.xml\"/></R>",
     false},
    {"_rels/.rels",
     std::string("<R><Relationship Id=\"a") + relation + "officeDocument\" Target=\"xl/workbook.xml\"/></R>", false},
    {"[Content_Types].xml",
     "<Types><Override PartName='/xl/workbook.xml' ContentType='x/spreadsheetml.sheet.main+xml'/></Types>", false},
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string rest(data + 1, data + size);
    const std::size_t which = data[0] % (good_parts.size() + 1);
    if (which == good_parts.size()) {
        clausier::fuzz::read_bytes(rest);
        return 0;
    }
    auto parts = good_parts;
    parts[which].content = rest;
    clausier::fuzz::read_bytes(clausier::tests::make_zip(parts));
    return 0;
}
