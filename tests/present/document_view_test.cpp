// The partial « document »: headings, lists of any depth, tables that screen readers can follow, figures.
#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/document.hpp"
#include "clausier/present/template.hpp"
#include "support/approved.hpp"
#include "support/sample_document.hpp"

using namespace clausier;
using namespace clausier::present;

namespace {

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

std::string drawn(const Document& document) {
    return Template::embedded("partials/document.html")
        .render(boost::json::object{{"document", document_view(document)}});
}

}  // namespace

TEST_CASE("a document in a page is the approved one") {
    const std::string made = drawn(test::sample_document());
    CHECK(made == test::approved("document/page.html", made));
    const std::string printed = print_page(test::sample_document());
    CHECK(printed == test::approved("document/page_imprimee.html", printed));
}

TEST_CASE("titles of a document begin at the second level of its page") {
    const std::string page = drawn(test::sample_document());
    CHECK_FALSE(has(page, "<h1"));
    CHECK(has(page, "<h2>Objet de la clause"));
    CHECK(has(page, "<h5>Remarque"));
}

TEST_CASE("tables have captions, scopes and numbers on the right") {
    const std::string page = drawn(test::sample_document());
    CHECK(has(page, "role=\"region\" aria-labelledby=\"tableau-1\""));
    CHECK(has(page, "<caption id=\"tableau-1\">Tableau\u00a01\u00a0: Heures d’insertion par lot</caption>"));
    CHECK(has(page, "<th scope=\"col\" class=\"num\">Heures"));
    CHECK(has(page, "<th scope=\"row\">Lot 2"));
    CHECK(has(page, "<tfoot>"));
    Document bare;
    DocTable table;
    table.rows = {{{{"a"}}, {}}};
    table.row_headers = false;
    bare.blocks = {table};
    const std::string small = drawn(bare);
    CHECK(has(small, "aria-label=\"Tableau\""));
    CHECK_FALSE(has(small, "<thead>"));
    CHECK_FALSE(has(small, "scope=\"row\""));
    CHECK(has(small, "<td data-t=\"\"></td>"));
}

TEST_CASE("lists nest to any depth") {
    List list{false, {{{{"fond"}}, {}}}};
    for (int depth = 0; depth < 12; ++depth) list = {depth % 2 == 0, {{{{"niveau"}}, {list}}}};
    Document document;
    document.blocks = {list};
    const std::string page = drawn(document);
    CHECK(has(page, "<ol><li>"));
    std::size_t opened = 0;
    std::size_t closed = 0;
    for (std::size_t at = page.find("<li>"); at != std::string::npos; at = page.find("<li>", at + 1)) ++opened;
    for (std::size_t at = page.find("</li>"); at != std::string::npos; at = page.find("</li>", at + 1)) ++closed;
    CHECK(opened == 13);
    CHECK(closed == 13);
}

TEST_CASE("a figure is drawn by the page, and held in what is printed") {
    CHECK(has(drawn(test::sample_document()), "<figure class=\"graphique\">"));
    const std::string printed = print_page(test::sample_document());
    CHECK(has(printed, "<img src=\"data:image/svg+xml,"));
    CHECK(has(printed, "alt=\"Le lot 1 porte"));
    CHECK(has(printed, "img-src data:"));
    CHECK_FALSE(has(printed, "http://www.w3.org"));
    Document told;
    told.blocks = {Figure{{}, "Rien à montrer.", ""}};
    CHECK(has(drawn(told), "<p>Rien à montrer.</p>"));
}
