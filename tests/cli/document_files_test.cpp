// Documents into files, by the ending of their name.
#include "document_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"

using namespace clausier;

namespace {

present::Document one_line() {
    present::Document document;
    document.title = "Essai";
    document.blocks = {present::Paragraph{{{"Peinture"}}, false}};
    return document;
}

}  // namespace

TEST_CASE("the ending of a name tells the format") {
    CHECK(cli::document_format("") == "txt");
    CHECK(cli::document_format("d/clause.docx") == "docx");
    for (const char* name : {"clause", "clause.doc", "clause.DOCX", "clause.docx.zip"})
        CHECK_THROWS_AS(cli::document_format(name), cli::UsageError);
}

TEST_CASE("a PDF is what the engine makes of the printed page, and refused without one") {
    CHECK(cli::document_bytes(one_line(), "txt", {}).find("Peinture") != std::string::npos);
    CHECK(cli::document_bytes(one_line(), "odt", {}).starts_with("PK"));
    present::Engines engines;
    engines.pdf = [](const std::string& html) { return "%PDF " + std::to_string(html.find("Peinture") != html.npos); };
    CHECK(cli::document_bytes(one_line(), "pdf", engines) == "%PDF 1");
    try {
        static_cast<void>(cli::document_bytes(one_line(), "pdf", {}));
        FAIL("accepted");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::unavailable);
    }
}
