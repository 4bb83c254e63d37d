// A document kept as JSON gives the same blocks, and the same bytes in every format.
#include "clausier/present/document_json.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "support/sample_document.hpp"

using namespace clausier;
using namespace clausier::present;

TEST_CASE("a document read back is the same document, in every format") {
    const Document before = test::sample_document();
    const Document after = read_document(boost::json::parse(boost::json::serialize(document_json(before))));
    CHECK(after.blocks == before.blocks);
    CHECK(after.title == before.title);
    CHECK(after.landscape == before.landscape);
    CHECK(docx(after) == docx(before));
    CHECK(odt(after) == odt(before));
    CHECK(print_page(after) == print_page(before));
    CHECK(plain_text(after) == plain_text(before));
}

TEST_CASE("what is no document is refused") {
    for (const char* text : {"null", "{}", "[]", "{\"titre\":1}",
                             "{\"titre\":\"a\",\"auteur\":\"\",\"sujet\":\"\",\"fait_le\":0,\"paysage\":false,"
                             "\"blocs\":[{\"genre\":\"video\"}]}",
                             "{\"titre\":\"a\",\"auteur\":\"\",\"sujet\":\"\",\"fait_le\":0,\"paysage\":false,"
                             "\"blocs\":[{\"genre\":\"titre\",\"niveau\":\"un\",\"textes\":[]}]}"})
        CHECK_THROWS_AS(read_document(boost::json::parse(text)), core::Error);
}
