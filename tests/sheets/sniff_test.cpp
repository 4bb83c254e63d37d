// What a file is, told from its first bytes whatever its name says.
#include "sniff.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace clausier::sheets;
using namespace std::string_literals;

namespace {

std::string refusal(const std::string& head) {
    const Sniffed sniffed = sniff(head);
    return sniffed.kind == Kind::refused ? std::string(sniffed.refusal) : "accepté";
}

bool begins(const std::string& text, std::string_view with) { return text.rfind(with, 0) == 0; }

}  // namespace

TEST_CASE("Archives, compound files, texts and empty files are told apart") {
    CHECK(sniff("PK\x03\x04rest").kind == Kind::zip);
    CHECK(sniff("PK\x05\x06").kind == Kind::zip);
    CHECK(sniff("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").kind == Kind::compound);
    CHECK(sniff("").kind == Kind::empty);
    CHECK(sniff("lot;heures\n1;35\n").kind == Kind::text);
    CHECK(sniff("\xFF\xFEl\0o\0t\0"s).kind == Kind::text);
    CHECK(sniff("l\0o\0t\0;\0"s).kind == Kind::text);
}

TEST_CASE("Other formats are named in the refusal, with what to do") {
    CHECK(begins(refusal("%PDF-1.7"), "c’est un document PDF, pas un tableur ; demandez"));
    CHECK(begins(refusal("\x89PNG\r\n"), "c’est une image"));
    CHECK(begins(refusal("\xFF\xD8\xFF\xE0"), "c’est une image"));
    CHECK(begins(refusal("\x1F\x8B\x08"), "c’est une archive compressée ; décompressez-la"));
    CHECK(begins(refusal("SQLite format 3\0"s), "c’est une base de données SQLite"));
    CHECK(begins(refusal("{\\rtf1"), "c’est un document texte RTF"));
    CHECK(begins(refusal("\x7F"
                         "ELF"),
                 "c’est un programme"));
    CHECK(begins(refusal("\x09\0\x04\0"s), "c’est un classeur d’Excel 4"));
}

TEST_CASE("Markup is named for what it is, even called .xls") {
    CHECK(
        begins(refusal("\xEF\xBB\xBF\n <html xmlns:x=\"urn:x\"><table>"), "c’est une page web (HTML), quel que soit"));
    CHECK(begins(refusal("<TABLE border=1><tr>"), "c’est une page web"));
    CHECK(begins(refusal("<?xml version=\"1.0\"?><html>"), "c’est une page web"));
    CHECK(begins(refusal("<?xml version=\"1.0\"?><facture>"), "c’est un fichier XML sans marché"));
    CHECK(begins(refusal("<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
                 "c’est un classeur au format « XML 2003 »"));
    CHECK(begins(refusal("<?xml?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"),
                 "c’est un document OpenDocument à plat"));
}

TEST_CASE("Essential data are known by their first words") {
    CHECK(sniff(" { \"marches\": []}").kind == Kind::json);
    CHECK(sniff("[\n{\"a\":1}]").kind == Kind::json);
    CHECK(sniff("<?xml version=\"1.0\"?><marches>").kind == Kind::xml);
    CHECK(sniff("<p:paquet xmlns:p=\"urn:p\">\n<p:marche a=\"1\">").kind == Kind::xml);
    CHECK(sniff("<contrat-concession>").kind == Kind::xml);
    CHECK(sniff("<html><p>marche</p><a:b/></html>").kind == Kind::refused);
}

TEST_CASE("A table whose first cell merely looks like markup is a text") {
    CHECK(refusal("<5 000 €;>5 000 €\n1;2\n") == "accepté");
    CHECK(refusal("[lot];[heures]\n") == "accepté");
    CHECK(refusal("{lot};heures\n") == "accepté");
}

TEST_CASE("Bytes full of control characters are no text") {
    CHECK(begins(refusal("ab\x01\x02\x03\x04\x05\x06"), "le contenu n’est ni un classeur ni un texte"));
    CHECK(refusal("page 1\x0C"
                  "page 2, a long text with one form feed in it") == "accepté");
}
