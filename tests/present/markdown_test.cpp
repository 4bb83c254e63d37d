// Markdown becomes blocks, and what the model cannot hold is refused with its place.
#include "markdown.hpp"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <string>
#include <variant>

using namespace clausier::present;

namespace {

std::string text_of(const Runs& runs) {
    std::string out;
    for (const Run& run : runs) out += run.text;
    return out;
}

// The blocks of a text that has no fault.
std::vector<Block> blocks(const std::string& text) {
    MarkdownBlocks out = markdown_blocks(text);
    for (const MarkdownFault& fault : out.faults) UNSCOPED_INFO(fault.text);
    CHECK(out.faults.empty());
    return out.blocks;
}

}  // namespace

TEST_CASE("titles, paragraphs, small print and page breaks") {
    const auto out =
        blocks("# Un\n\nDu **gras**, de l’*italique*\net la suite.\n\n---\n\n## Deux\n\n> Source : usage.\n");
    REQUIRE(out.size() == 5);
    CHECK(std::get<Title>(out[0]) == Title{1, {{"Un"}}});
    CHECK(std::get<Paragraph>(out[1]) ==
          Paragraph{{{"Du "}, {"gras", true}, {", de l’"}, {"italique", false, true}, {" et la suite."}}});
    CHECK(std::holds_alternative<PageBreak>(out[2]));
    CHECK(std::get<Title>(out[3]).level == 2);
    CHECK(std::get<Paragraph>(out[4]) == Paragraph{{{"Source : usage."}}, true});
}

TEST_CASE("lists have two levels, numbered or not") {
    const auto out = blocks("- un\n- deux\n  1. deux un\n  2. deux deux\n- trois\n");
    REQUIRE(out.size() == 1);
    const auto& list = std::get<List>(out[0]);
    REQUIRE(list.items.size() == 3);
    CHECK_FALSE(list.numbered);
    CHECK(text_of(list.items[2].text) == "trois");
    REQUIRE(list.items[1].inner.size() == 1);
    CHECK(list.items[1].inner[0].numbered);
    CHECK(text_of(list.items[1].inner[0].items[1].text) == "deux deux");
}

TEST_CASE("a table takes its caption from the paragraph before it, its sides from the dashes, its total from a word") {
    for (const std::string gap : {"\n\n", "\n"}) {
        const auto out = blocks("Tableau : heures par lot" + gap +
                                "| Lot | Intitulé | Heures |\n|:---|:-:|---:|\n| 1 | Gros \\| œuvre | 639 h |\n"
                                "| **Total** | | **639 h** |\n\nAprès.");
        REQUIRE(out.size() == 2);
        const auto& table = std::get<DocTable>(out[0]);
        CHECK(table.caption == "heures par lot");
        CHECK(table.align == std::vector<Align>{Align::left, Align::centre, Align::right});
        REQUIRE(table.headers.size() == 3);
        REQUIRE(table.rows.size() == 2);
        CHECK(text_of(table.rows[0][1]) == "Gros | œuvre");
        CHECK(table.rows[1][1].empty());
        CHECK(table.rows[1][2] == Runs{{"639 h", true}});
        CHECK(table.total);
    }
}

TEST_CASE("a caption is asked for, a row that has too many columns or too few is refused") {
    const MarkdownBlocks bare = markdown_blocks("| a | b |\n|---|---|\n| 1 | 2 |\n");
    REQUIRE(bare.faults.size() == 1);
    CHECK(bare.faults[0].severity == clausier::core::Severity::warning);
    const std::string text = "Tableau : t\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | perdu |\n| 1 |\n";
    const MarkdownBlocks uneven = markdown_blocks(text);
    REQUIRE(uneven.faults.size() == 2);
    CHECK(text.substr(uneven.faults[0].offset).starts_with("| 1 | 2 | perdu"));
    CHECK(uneven.faults[0].text.find("3\u00a0colonnes") != std::string::npos);
    CHECK(uneven.faults[1].text.find("1\u00a0colonne ") != std::string::npos);
    CHECK_FALSE(markdown_blocks("| a | b |\n|---|\n| 1 | 2 |\n").faults.empty());
}

TEST_CASE("a title that skips a level is told") {
    for (const char* text : {"## Deux", "# Un\n\n### Trois", "# Un\n\n## Deux\n\n#### Quatre"}) {
        const MarkdownBlocks out = markdown_blocks(text);
        REQUIRE(out.faults.size() == 1);
        CHECK(out.faults[0].severity == clausier::core::Severity::warning);
    }
    CHECK(markdown_blocks("# Un\n\n## Deux\n\n# Un").faults.empty());
}

TEST_CASE("HTML, links, pictures, code and what lists cannot hold are refused where they stand") {
    const auto refused = [](const std::string& text, std::size_t offset) {
        const MarkdownBlocks out = markdown_blocks(text);
        INFO(text);
        REQUIRE(out.faults.size() >= 1);
        CHECK(out.faults[0].severity == clausier::core::Severity::error);
        CHECK(out.faults[0].offset == offset);
    };
    refused("a\n\n<script>alert(1)</script>\n", 3);
    refused("avant <b>gras</b>", 6);
    refused("un [lien](https://a.example)", 3);
    refused("<https://a.example>", 0);
    refused("![image](a.png)", 0);
    refused("du `code`", 3);
    refused("a\n\n    code\n", 7);
    refused("```\ncode\n```\n", 0);
    refused("Titre\n---\n", 0);
    refused("##### cinq", 0);
    refused("- a\n  - b\n    - c\n", 14);
    refused("- a\n\n  | b |\n  |---|\n  | c |\n", 7);
    refused("- # titre\n", 2);
    refused("> - liste\n", 2);
}

TEST_CASE("what costs the reader the square of its length is refused before it is read") {
    const auto many = [](const std::string& text, std::size_t size) {
        std::string out;
        while (out.size() < size) out += text;
        return out;
    };
    const auto started = std::chrono::steady_clock::now();
    for (const char* text : {"a <? ", "a <!A ", "a <!-- ", "a <![CDATA[ ", "![[]()", "[a](<b", "[a]( "}) {
        INFO(text);
        CHECK_FALSE(markdown_blocks(many(text, 500'000)).faults.empty());
    }
    const std::string wide = many("|a", 200'000) + "\n" + many("|-", 200'000) + "\n" + many("x\n", 100'000);
    CHECK(markdown_blocks(wide).faults.at(0).text.find("40 colonnes") != std::string::npos);
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(2));
    CHECK(markdown_blocks("5 < 6 ! [à remplir] (ici) \\<!").faults.empty());
}

TEST_CASE("values stay texts wherever they stand") {
    for (const std::string value : {"# titre",
                                    "- liste",
                                    "1. liste",
                                    "12",
                                    "> citation",
                                    "| a | b |",
                                    "a|b",
                                    "fin\\",
                                    "\\",
                                    "---",
                                    "***",
                                    "`code`",
                                    "<b>",
                                    "<script>alert(1)</script>",
                                    "[lien](https://a.example)",
                                    "![i](j)",
                                    "**gras**",
                                    "_x_",
                                    "&amp;",
                                    "&#42;",
                                    "Tableau : faux",
                                    "{{objet}}",
                                    "[a]: b",
                                    "~~~",
                                    "    code",
                                    "```",
                                    "=cmd()",
                                    "a@b.example",
                                    "https://a.example"}) {
        INFO(value);
        std::string written;
        escape_markdown(value, written);
        const std::string read(value.substr(value.find_first_not_of(' ')));
        const auto out = blocks(written + "\n\n- " + written + "\n- " + written + ". suite\n\n**" + written + "** *" +
                                written + "*\n\n# " + written + "\n\nTableau : t\n\n| a | b |\n|---|---|\n|" + written +
                                "|" + written + "|\n");
        REQUIRE(out.size() == 5);
        CHECK(std::get<Paragraph>(out[0]) == Paragraph{{{read}}});
        const auto& list = std::get<List>(out[1]);
        REQUIRE(list.items.size() == 2);
        CHECK(list.items[0] == ListItem{{{read}}, {}});
        CHECK(list.items[1] == ListItem{{{read + ". suite"}}, {}});
        CHECK(std::get<Paragraph>(out[2]) == Paragraph{{{read, true}, {" "}, {read, false, true}}});
        CHECK(std::get<Title>(out[3]) == Title{1, {{read}}});
        const auto& table = std::get<DocTable>(out[4]);
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0] == std::vector<Runs>{{{read}}, {{read}}});
    }
}

TEST_CASE("line ends, blanks and control characters of a value do not show; an empty value is no page break") {
    std::string written;
    escape_markdown("  un\n\n# deux\r\n\ttrois \x01\x7F", written);
    const auto out = blocks(written);
    REQUIRE(out.size() == 1);
    CHECK(text_of(std::get<Paragraph>(out[0]).text) == "un  # deux   trois");
    std::string empty;
    escape_markdown("", empty);
    CHECK(blocks("**" + empty + "**\n").empty());
    CHECK(blocks(empty + "\n\n" + empty).empty());
}
