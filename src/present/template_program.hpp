// What a template becomes once parsed: a flat list of steps, each with its place in the sources.
#pragma once
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/present/template.hpp"

namespace clausier::present {

// A text to write, a value to write, or a section whose steps end before `end`.
struct TemplateStep {
    enum class Kind { text, value, section, inverted };
    Kind kind;
    std::string text;               // what is written, or the name as the template has it
    std::vector<std::string> path;  // the name between its dots; empty for {{.}}
    std::size_t end = 0;
    std::size_t source = 0;
    std::size_t position = 0;  // the byte of the source where the tag or the text begins
};

struct TemplateSource {
    std::string name;
    std::string text;
};

// What a template is refused for, beside the sentence for developers: `why` is one of ours or the library's, `what` the
// name in the tag.
class TemplateError : public std::logic_error {
public:
    TemplateError(const std::string& sentence, std::size_t at, std::string_view reason, std::string_view name)
        : std::logic_error(sentence), position(at), why(reason), what_name(name) {}
    std::size_t position;  // a byte of its source
    std::string why;
    std::string what_name;
};

// A text step is a whole stretch of its source.
struct TemplateProgram {
    std::vector<TemplateSource> sources;
    std::vector<TemplateStep> steps;

    // Throws std::logic_error as Template's constructor does.
    TemplateProgram(std::string name, std::string text, const Template::Partials& partials);
    // "name:line:column: why « what »", thrown as a TemplateError.
    [[noreturn]] void refuse(std::size_t source, std::size_t position, std::string_view why,
                             std::string_view what) const;
};

}  // namespace clausier::present
