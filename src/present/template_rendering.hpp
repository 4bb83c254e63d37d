// Walks the steps of a template against a JSON document into one text, whatever language that text is in.
#pragma once
#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "template_program.hpp"

namespace clausier::present {

// How a value is written so that it stays a text in the language of the template.
using Escape = void (*)(std::string_view text, std::string& out);
// & < > " ' as entities.
void escape_html(std::string_view text, std::string& out);

// From byte `out` of the text on, what was written by one step; the texts of a template follow their source byte by
// byte, a value stands whole where its tag begins.
struct TextSpan {
    std::size_t out = 0;
    std::size_t position = 0;
    bool value = false;
};

// Throws TemplateError for a name that the document does not have. `spans`, when given, tells where each part of the
// text comes from; more bytes, or more rounds of sections, than `limit` throw TemplateError (0: none).
std::string render(const TemplateProgram& program, const boost::json::value& document, Escape escape,
                   std::vector<TextSpan>* spans = nullptr, std::size_t limit = 0);

}  // namespace clausier::present
