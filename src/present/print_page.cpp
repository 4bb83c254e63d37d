// A document as a page to print, alone.
#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <cctype>

#include "clausier/present/document.hpp"
#include "clausier/present/template.hpp"
#include "document_blocks.hpp"
#include "document_text.hpp"

namespace clausier::present {
namespace {

// A text inside the quotes of a style sheet: whatever could end it is written by its number, which a space ends.
std::string css_text(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || byte == ' ' || std::isalnum(byte))
            out += c;
        else
            out += fmt::format("\\{:x} ", byte);
    }
    return out;
}

}  // namespace

std::string print_page(const Document& document) {
    static const Template page = Template::embedded("document_imprime.html");
    return page.render(boost::json::object{{"titre", flat(document.title)},
                                           {"titre_css", css_text(flat(document.title))},
                                           {"sujet", flat(document.subject)},
                                           {"organisme", flat(document.author)},
                                           {"paysage", document.landscape},
                                           {"document", document_blocks(document, FigureForm::picture)}});
}

}  // namespace clausier::present
