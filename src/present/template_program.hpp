// What a template becomes once parsed: a flat list of steps, each with its place in the sources.
#pragma once
#include <cstddef>
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
    std::size_t position = 0;  // the byte of the source where the tag begins
};

struct TemplateSource {
    std::string name;
    std::string text;
};

struct TemplateProgram {
    std::vector<TemplateSource> sources;
    std::vector<TemplateStep> steps;

    // Throws std::logic_error as Template's constructor does.
    TemplateProgram(std::string name, std::string text, const Template::Partials& partials);
    // "name:line:column: why « what »", thrown as std::logic_error.
    [[noreturn]] void refuse(std::size_t source, std::size_t position, std::string_view why,
                             std::string_view what) const;
};

}  // namespace clausier::present
