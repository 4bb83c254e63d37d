// The text of OpenDocument cells: paragraphs, collapsed white space, explicit spaces.
#include "ods_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "ods.hpp"
#include "sheet_files.hpp"

using namespace clausier;

namespace {

// The text of a cell with this content, dots for spaces, "\n" and "\t" spelled.
std::string text_of(const std::string& content) {
    const auto bytes =
        tests::ods_table("<table:table-row><table:table-cell>" + content + "</table:table-cell></table:table-row>");
    sheets::Archive archive(tests::source_of(bytes));
    tests::Shown sink;
    sheets::Report report{};
    sheets::read_ods(archive, 0, sink, report, {}, {});
    std::string out;
    for (const char c : sink.rows.empty() ? std::string("1: t (none)") : sink.rows.front())
        out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == ' ' ? "." : std::string(1, c);
    return out.substr(5);
}

}  // namespace

TEST_CASE("paragraphs are joined by line ends, blank ones included") {
    CHECK(text_of("<text:p>Lot 1</text:p><text:p/><text:p>Peinture</text:p>") == "Lot.1\\n\\nPeinture");
}

TEST_CASE("spans, links and fields are part of the text") {
    CHECK(text_of("<text:p>a<text:span>b<text:span>c</text:span></text:span><text:a>d</text:a><text:date>e</"
                  "text:date></text:p>") == "abcde");
}

TEST_CASE("white space collapses and explicit spaces, tabs and line breaks do not") {
    CHECK(text_of("<text:p>  a \n\t b  </text:p>") == "a.b");
    CHECK(text_of("<text:p>a <text:s text:c='3'/>b<text:s/><text:tab/>c<text:line-break/>d</text:p>") ==
          "a....b.\\tc\\nd");
    CHECK(text_of("<text:p>a <text:span> b</text:span></text:p>") == "a.b");
    CHECK(text_of("<text:p><text:s/>a</text:p>") == ".a");
}

TEST_CASE("annotations, notes, ruby and frames are left out") {
    CHECK(text_of(
              "<office:annotation><text:p>vu par M. X</text:p></office:annotation><text:p>a<office:annotation><text:p>n"
              "</text:p></office:annotation><text:note><text:p>1</text:p></text:note>b<text:ruby><text:ruby-base>c</"
              "text:ruby-base>"
              "<text:ruby-text>d</text:ruby-text></text:ruby></text:p><draw:frame "
              "xmlns:draw='u'><text:p>e</text:p></draw:frame>") == "abc");
}

TEST_CASE("a number of spaces that no text has is refused") {
    CHECK(tests::says(tests::refusal_of([] { text_of("<text:p><text:s text:c='99999999999999999999'/></text:p>"); }),
                      "accepté"));
    CHECK(tests::says(tests::refusal_of([] { text_of("<text:p><text:s text:c='18446744073709551615'/></text:p>"); }),
                      "la ligne 1 dépasse"));
}
