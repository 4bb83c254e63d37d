// Writes documents for tests/scripts/documents_test.py, in the folder that CLAUSIER_DOCUMENTS names.
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "clausier/present/document.hpp"
#include "clausier/present/spaser_report.hpp"
#include "spaser_samples.hpp"
#include "support/sample_document.hpp"

using namespace clausier;
using namespace clausier::present;

namespace {

void write(const std::string& stem, const Document& document) {
    const std::filesystem::path folder = std::getenv("CLAUSIER_DOCUMENTS");
    const auto file = [&](const char* suffix, const std::string& bytes) {
        std::ofstream(folder / (stem + suffix), std::ios::binary) << bytes;
    };
    file(".docx", docx(document));
    file(".odt", odt(document));
    file(".html", print_page(document));
    file(".txt", plain_text(document));
}

// Texts that broke programs before, when the file of them is there, and some of our own.
std::vector<std::string> naughty() {
    std::vector<std::string> out = {
        "]]></w:t></w:p><w:p>",          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
        "\"/><script>alert(1)</script>", std::string("\0\x01\x0b\xff\xed\xa0\x80", 7),
        "{{#liste}} {{{x}}} {{> tete}}", "=cmd|' /C calc'!A0"};
    const char* file = std::getenv("CLAUSIER_NAUGHTY");
    std::ifstream in(file ? file : "", std::ios::binary);
    if (!in) return out;
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const boost::json::value all = boost::json::parse(text);
    for (const boost::json::value& one : all.as_array()) out.emplace_back(one.as_string());
    return out;
}

}  // namespace

TEST_CASE("documents are written for other programs to read", "[.files]") {
    REQUIRE(std::getenv("CLAUSIER_DOCUMENTS") != nullptr);
    write("complet", test::sample_document());
    write("long", test::long_table(120));
    Document wide = test::long_table(60);
    wide.landscape = true;
    write("paysage", wide);
    write("rapport", spaser_report(testing::spaser_sample(), "Clausier"));
    write("hostile", test::hostile_document(naughty()));
}
