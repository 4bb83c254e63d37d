// Texts of documents: what is dropped, where French wants a no-break space, what is escaped.
#include "document_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::present;

TEST_CASE("a plain space before French punctuation becomes a no-break space") {
    CHECK(flat("Attention : oui ; non ? si !") == "Attention\u00a0: oui\u00a0; non\u00a0? si\u00a0!");
    CHECK(flat("« ainsi » 5 % de 12 €") == "«\u00a0ainsi\u00a0» 5\u00a0% de 12\u00a0€");
    CHECK(flat("à 10:30, sans espace!") == "à 10:30, sans espace!");
    CHECK(flat("1\u202f250\u00a0€ déjà\u00a0: justes") == "1\u202f250\u00a0€ déjà\u00a0: justes");
    CHECK(flat("  des   espaces \n en trop  ") == "des espaces\nen trop");
}

TEST_CASE("typography sees through the runs of a text") {
    const std::vector<Piece> all = pieces(Runs{{"Le prix ", true, false}, {": 12 "}, {"€", false, true}});
    REQUIRE(all.size() == 3);
    CHECK(all[0].text == "Le prix\u00a0");
    CHECK(all[0].strong);
    CHECK(all[1].text == ": 12\u00a0");
    CHECK(all[2].text == "€");
    CHECK(all[2].emphasis);
}

TEST_CASE("line feeds are breaks, and nothing else of a control passes") {
    const std::vector<Piece> all = pieces("un\r\ndeux\ttrois\x01\x7f");
    REQUIRE(all.size() == 3);
    CHECK(all[1].line_break);
    CHECK(all[2].text == "deux trois");
    CHECK(one_line({{"un\ndeux"}}) == "un deux");
    CHECK(pieces(Runs{}).empty());
    CHECK(pieces("").empty());
}

TEST_CASE("what no XML can hold is dropped, what is malformed shows as lost") {
    CHECK(clean("a\u202e\u2066b\ufeff") == "ab");
    CHECK(clean("a\xef\xbf\xbe\xef\xbf\xbf z") == "a z");
    CHECK(clean("\xff") == "\ufffd");
    CHECK(clean("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");
    CHECK(clean("\xc0\xaf") == "\ufffd\ufffd");
    CHECK(clean("\xf4\x90\x80\x80") == "\ufffd\ufffd\ufffd\ufffd");
    CHECK(clean("é€😀\xe2\x82") == "é€😀\ufffd\ufffd");
    CHECK(clean(std::string("a\0b", 3)) == "ab");
}

TEST_CASE("markup is escaped") { CHECK(escaped("<a href=\"x\">&amp;") == "&lt;a href=&quot;x&quot;&gt;&amp;amp;"); }
