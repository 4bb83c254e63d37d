// What archives hold: workbooks are recognised by their declarations, everything else is named in the refusal.
#include "package.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sheet_files.hpp"

using namespace clausier;
using sheets::Format;
using tests::refusal_of;
using tests::relationship;
using tests::says;
using tests::ZipEntry;

namespace {

Format format_of(const std::vector<ZipEntry>& entries) {
    const auto bytes = tests::make_zip(entries);
    sheets::Archive archive(tests::source_of(bytes));
    return sheets::archive_format(archive);
}

std::string refusal(const std::vector<ZipEntry>& entries) {
    return refusal_of([&] { format_of(entries); });
}

std::vector<ZipEntry> open_xml(std::string_view part, std::string_view type) {
    return {{"[Content_Types].xml", "<Types><Override PartName='/" + std::string(part) + "' ContentType='application/" +
                                        std::string(type) + "'/></Types>"},
            {"_rels/.rels", "<Relationships>" + relationship("r1", "officeDocument", part) + "</Relationships>"},
            {std::string(part), "<document/>"}};
}

}  // namespace

TEST_CASE("a workbook is known by its content type, with macros, as a template, or in an unusual place") {
    CHECK(format_of(tests::xlsx_entries({})) == Format::xlsx);
    CHECK(format_of(open_xml("xl/workbook.xml", "vnd.ms-excel.sheet.macroEnabled.main+xml")) == Format::xlsx);
    CHECK(format_of(open_xml("book/wb.xml", "vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")) ==
          Format::xlsx);
}

TEST_CASE("a workbook without package relationships is found by the content types") {
    auto entries = tests::xlsx_entries({});
    entries.erase(entries.begin() + 1);
    CHECK(format_of(entries) == Format::xlsx);
    const auto bytes = tests::make_zip(entries);
    sheets::Archive archive(tests::source_of(bytes));
    CHECK(sheets::main_part(archive) == "xl/workbook.xml");
}

TEST_CASE("an OpenDocument spreadsheet is known by its mimetype, or by its manifest without one") {
    const std::string type(tests::ods_mimetype);
    CHECK(format_of({{"mimetype", type, false}, {"content.xml", "<x/>"}}) == Format::ods);
    CHECK(format_of({{"META-INF/manifest.xml", "<manifest><file-entry media-type='" + type + "'/></manifest>"},
                     {"content.xml", "<x/>"}}) == Format::ods);
}

TEST_CASE("other documents are named, with what to do") {
    CHECK(says(
        refusal(open_xml("word/document.xml", "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
        "essai.xlsx : c’est un document Word"));
    CHECK(says(refusal(open_xml("ppt/presentation.xml",
                                "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
               "c’est une présentation"));
    CHECK(says(refusal(open_xml("xl/workbook.bin", "vnd.ms-excel.sheet.binary.macroEnabled.main")),
               "classeur binaire .xlsb"));
    CHECK(
        says(refusal({{"mimetype", "application/vnd.oasis.opendocument.text", false}}), "document texte OpenDocument"));
    CHECK(says(refusal({{"mimetype", "application/vnd.oasis.opendocument.graphics", false}}), "n’est pas un tableur"));
    CHECK(says(refusal({{"Index/Document.iwa", "x"}}), "classeur Numbers"));
    CHECK(says(refusal({{"lots.csv", "a;b"}}), "c’est une archive zip"));
    CHECK(says(refusal({{"lots.csv", "a;b"}}), "extrayez"));
}

TEST_CASE("an encrypted OpenDocument asks for the file without its password") {
    CHECK(says(refusal({{"mimetype", std::string(tests::ods_mimetype), false},
                        {"META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>"},
                        {"content.xml", "\x8F\x02"}}),
               "protégé par un mot de passe"));
    CHECK(says(refusal({{"mimetype", std::string(tests::ods_mimetype), false}, {"encrypted-package", "\x8F\x02"}}),
               "protégé par un mot de passe"));
}

TEST_CASE("targets of relationships are resolved from their part's folder") {
    const auto bytes = tests::make_zip(
        {{"a/b/_rels/c.xml.rels",
          "<Relationships>" + relationship("1", "worksheet", "/top/s.xml") +
              relationship("2", "worksheet", "../s.xml") + relationship("3", "worksheet", "./d/s.xml") +
              relationship("4", "worksheet", "../../../../s.xml") + relationship("5", "worksheet", "d\\s.xml") +
              "<Relationship Id='6' Type='u/hyperlink' Target='http://exemple.invalid/' TargetMode='External'/>"
              "</Relationships>"}});
    sheets::Archive archive(tests::source_of(bytes));
    std::vector<std::string> targets;
    for (const auto& relation : sheets::relations(archive, "a/b/c.xml"))
        targets.push_back(relation.id + " " + relation.target);
    CHECK(targets == std::vector<std::string>{"1 top/s.xml", "2 a/s.xml", "3 a/b/d/s.xml", "4 s.xml", "5 a/b/d/s.xml"});
    CHECK(sheets::relations(archive, "a/none.xml").empty());
}
