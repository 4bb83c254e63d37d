// The XML layer: local names, early stop, and documents that no spreadsheet writes.
#include "xml.hpp"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "sheet_files.hpp"

using namespace clausier;
using tests::refusal_of;
using tests::says;

namespace {

// Writes the document down as it is received.
class Recorder final : public sheets::XmlHandler {
public:
    void start(std::string_view name, const sheets::XmlAttributes& attributes) override {
        seen += "<" + std::string(name);
        attributes.each([this](sheets::XmlName attribute, std::string_view value) {
            seen += " " + std::string(attribute.prefix) + "/" + std::string(attribute.local) + "=" + std::string(value);
        });
        seen += ">";
        if (name == "halt") stop();
        if (name == "throw") throw std::logic_error("from the handler");
    }
    void end(std::string_view name) override { seen += "</" + std::string(name) + ">"; }
    void text(std::string_view piece) override { seen += piece; }

    std::string seen;
};

std::string recorded(const std::string& document, std::uint64_t at_most = 1 << 30) {
    const auto bytes = tests::make_zip({{"part.xml", document}});
    sheets::Archive archive(tests::source_of(bytes));
    Recorder recorder;
    sheets::parse_xml(archive, "part.xml", recorder, at_most);
    return recorder.seen;
}

std::string refusal(const std::string& document) {
    return refusal_of([&] { recorded(document); });
}

}  // namespace

TEST_CASE("elements and attributes are known by their local names, prefixes aside") {
    CHECK(recorded("<x:a xmlns:x='u' x:k='1' k2='&lt;é'>t&amp;u<x:b/></x:a>") ==
          "<a xmlns/x=u x/k=1 /k2=<é>t&u<b></b></a>");
}

TEST_CASE("the value of an attribute is found by its local name") {
    class Finder final : public sheets::XmlHandler {
    public:
        void start(std::string_view, const sheets::XmlAttributes& attributes) override {
            found = std::string(attributes.get("id")) + "," + std::string(attributes.get("absent"));
        }
        void end(std::string_view) override {}
        std::string found;
    } finder;
    const auto bytes = tests::make_zip({{"p", "<a sheetId='3' r:id='rId1'/>"}});
    sheets::Archive archive(tests::source_of(bytes));
    sheets::parse_xml(archive, "p", finder);
    CHECK(finder.found == "rId1,");
}

TEST_CASE("a handler that stops receives nothing more, and the rest may be anything") {
    CHECK(recorded("<a>1<halt/>2<b>not closed") == "<a>1<halt>");
}

TEST_CASE("what a handler throws comes out of the parser") {
    CHECK_THROWS_AS(recorded("<a><throw/></a>"), std::logic_error);
}

TEST_CASE("UTF-16 and Latin-1 documents are read as they declare") {
    CHECK(recorded("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>") == "<a>é</a>");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("<a>b</a>")) wide += std::string{c, '\0'};
    CHECK(recorded(wide) == "<a>b</a>");
}

TEST_CASE("malformed XML names the part and the line") {
    CHECK(says(refusal("<a>\n<b>\n</a>"), "essai.xlsx, part.xml : le XML est mal formé à la ligne 3"));
    CHECK(says(refusal("<a>"), "mal formé"));
    CHECK(says(refusal(""), "mal formé"));
    CHECK(says(refusal("<a>\xFF</a>"), "mal formé"));
}

TEST_CASE("any DOCTYPE is refused, the billion laughs with it") {
    CHECK(says(refusal("<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;&l;&l;'>]><a>&m;</a>"), "DOCTYPE"));
    CHECK(says(refusal("<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>"), "DOCTYPE"));
}

TEST_CASE("elements nested out of reason are refused") {
    const auto nested = [](int depth) {
        std::string document;
        for (int i = 0; i < depth; ++i) document += "<a>";
        for (int i = 0; i < depth; ++i) document += "</a>";
        return document;
    };
    CHECK(recorded(nested(256)).size() == 256 * 7);
    CHECK(says(refusal(nested(257)), "imbriquées"));
}

TEST_CASE("one tag of several mebibytes is refused, a long text is not") {
    std::string noise;
    for (std::uint32_t state = 1; noise.size() < 5'000'000; state = state * 1'664'525 + 1'013'904'223)
        noise += static_cast<char>('a' + (state >> 24U) % 26);
    CHECK(says(refusal("<a k='" + noise + "'/>"), "une balise dépasse 1 Mio"));
    CHECK(says(refusal("<a><!--" + noise + "--></a>"), "une balise dépasse 1 Mio"));
    CHECK(recorded("<a>" + noise + "</a>").size() == noise.size() + 7);
}

TEST_CASE("a document that never uses the same name twice is refused before it fills the memory") {
    std::string tags, attributes;
    for (int i = 0; i < 400'000; ++i) {
        tags += "<t" + std::to_string(i) + "/>";
        attributes += "<t a" + std::to_string(i) + "='1'/>";
    }
    CHECK(says(refusal("<a>" + tags + "</a>"), "bien plus de noms de balises"));
    CHECK(says(refusal("<a>" + attributes + "</a>"), "bien plus de noms de balises"));
}

TEST_CASE("a part larger than what it may be is refused") {
    CHECK(says(refusal_of([] { recorded("<a>" + std::string(5'000, 'x') + "</a>", 4'000); }), "bien trop grande"));
}
