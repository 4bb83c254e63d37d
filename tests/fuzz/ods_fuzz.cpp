// Fuzzes ods: the first byte says whether the rest is a whole archive, a whole content.xml, or the rows of a table.
#include <string>

#include "../sheets/make_zip.hpp"
#include "sheet_fuzz.hpp"

namespace {

std::string document(const std::string& content) {
    return clausier::tests::make_zip(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false}, {"content.xml", content, false}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string rest(data + 1, data + size);
    if (data[0] % 3 == 0) {
        clausier::fuzz::read_bytes(rest);
    } else if (data[0] % 3 == 1) {
        clausier::fuzz::read_bytes(document(rest));
    } else {
        clausier::fuzz::read_bytes(
            document("<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' "
                     "xmlns:calcext='c'><office:spreadsheet>"
                     "<table:table table:name='Lots'>" +
                     rest + "</table:table></office:spreadsheet></office:document-content>"));
    }
    return 0;
}
