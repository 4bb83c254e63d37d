// What every format owes a document: the same bytes twice, and nothing injected by hostile texts.
#include "clausier/present/document.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/sample_document.hpp"

using namespace clausier;
using namespace clausier::present;

TEST_CASE("plain text keeps each number beside its label") {
    const std::string text = plain_text(test::sample_document());
    CHECK(text.find("Lot 1\tGros œuvre\t1\u202f250\u202f000\u00a0€\t7\u00a0%\t1\u202f860\u00a0h\n") !=
          std::string::npos);
    CHECK(text.find("2. Recruter\n  – par une entreprise d’insertion\n") != std::string::npos);
    CHECK(text.find("«\u00a0fermement\u00a0»") != std::string::npos);
    CHECK(text.find("Le lot 1 porte") != std::string::npos);
}

TEST_CASE("the same document gives the same bytes") {
    const Document document = test::sample_document();
    CHECK(docx(document) == docx(document));
    CHECK(odt(document) == odt(document));
    CHECK(print_page(document) == print_page(document));
    Document later = document;
    later.made_at += std::chrono::seconds(1);
    CHECK(docx(document) != docx(later));
    CHECK(odt(document) != odt(later));
}

TEST_CASE("an empty document is still a document") {
    const Document empty;
    CHECK_FALSE(docx(empty).empty());
    CHECK_FALSE(odt(empty).empty());
    CHECK(plain_text(empty).empty());
    CHECK(document_view(empty).empty());
}

TEST_CASE("texts of documents never become markup of a page") {
    const std::string hostile = "</style></title><script>alert(1)</script>{{titre}}\"'><img src=x onerror=x>";
    const std::string page = print_page(test::hostile_document({hostile}));
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("onerror=x&gt;") != std::string::npos);
    // One style sheet, one title: the text closed neither.
    CHECK(page.find("</style>") == page.rfind("</style>"));
    CHECK(page.find("</title>") == page.rfind("</title>"));
    CHECK(page.find("{{titre}}") != std::string::npos);
}
