// The only file that knows the Mustache library: its parser reads, and what it would let through is refused here.
#include "template_program.hpp"

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>

#include "clausier/core/text.hpp"

namespace clausier::present {
namespace {

namespace mustache = kainjow::mustache;
using Component = mustache::component<std::string>;
using mustache::tag_type;
using Kind = TemplateStep::Kind;

// A component in the order of the text; `close` ends the section opened last.
struct Token {
    const Component* part;
    bool close = false;

    [[nodiscard]] bool text() const { return !close && part->is_text(); }
    // Whether a line may consist of it without being written.
    [[nodiscard]] bool silent() const {
        return close || part->tag.is_section_begin() || part->tag.type == tag_type::comment ||
               part->tag.type == tag_type::partial;
    }
};

void flatten(const std::vector<Component>& parts, std::vector<Token>& out) {
    for (const Component& part : parts) {
        out.push_back({&part});
        if (!part.tag.is_section_begin()) continue;
        flatten(part.children, out);
        out.push_back({&part, true});
    }
}

bool blank(const Token& token) {
    return token.text() && token.part->text.find_first_not_of(" \t\r\n") == std::string::npos;
}

// As Mustache has it, a line that holds one section tag, comment or partial and nothing else leaves no line behind.
std::vector<Token> without_lone_lines(const std::vector<Token>& tokens) {
    std::vector<Token> out;
    for (auto begin = tokens.begin(); begin != tokens.end();) {
        auto end = std::find_if(begin, tokens.end(), [](const Token& t) { return t.text() && t.part->is_newline(); });
        if (end != tokens.end()) ++end;
        const auto silent = std::count_if(begin, end, [](const Token& t) { return t.silent(); });
        const auto blanks = std::count_if(begin, end, blank);
        const bool lone = silent == 1 && silent + blanks == end - begin;
        std::copy_if(begin, end, std::back_inserter(out), [&](const Token& t) { return !lone || t.silent(); });
        begin = end;
    }
    return out;
}

// Reads one source after the other into the steps of a program.
class Compiler {
public:
    Compiler(TemplateProgram& program, const Template::Partials& partials) : program_(program), partials_(partials) {}

    void source(std::string name, std::string text) {
        const std::size_t index = program_.sources.size();
        program_.sources.push_back({std::move(name), std::move(text)});
        const Component root = parse(index);
        std::vector<Token> tokens;
        flatten(root.children, tokens);
        std::vector<std::size_t> open;
        for (const Token& token : without_lone_lines(tokens)) {
            if (token.close) {
                program_.steps[open.back()].end = closed_at_ = program_.steps.size();
                open.pop_back();
                continue;
            }
            if (token.part->tag.is_section_begin()) open.push_back(program_.steps.size());
            step(*token.part, index);
        }
    }

private:
    Component parse(std::size_t index) const {
        Component root;
        mustache::context<std::string> none;
        mustache::context_internal<std::string> context(none);
        std::string error;
        mustache::parser<std::string>(program_.sources[index].text, context, root, error);
        // The parser ends its sentences with the byte where it stopped: "Unclosed tag at 12".
        const std::size_t at = error.rfind(" at ");
        std::size_t position = 0;
        if (at != std::string::npos) std::from_chars(error.data() + at + 4, error.data() + error.size(), position);
        if (!error.empty()) program_.refuse(index, position, error.substr(0, at), "");
        return root;
    }

    void step(const Component& part, std::size_t source) {
        if (part.is_text()) return text(part, source);
        const auto refuse = [&](std::string_view why) { program_.refuse(source, part.position, why, part.tag.name); };
        switch (part.tag.type) {
            case tag_type::comment:
                return;
            case tag_type::partial:
                return partial(part, source);
            case tag_type::variable:
                return named(part, source, Kind::value);
            case tag_type::section_begin:
                return named(part, source, Kind::section);
            case tag_type::section_begin_inverted:
                return named(part, source, Kind::inverted);
            case tag_type::unescaped_variable:
                return refuse("unescaped tag");
            case tag_type::set_delimiter:
                return refuse("delimiter change");
            default:
                return refuse("tag out of place");
        }
    }

    // The parser gives each blank apart: texts that follow each other in the source become one, unless a section ends
    // between them.
    void text(const Component& part, std::size_t source) {
        auto& steps = program_.steps;
        TemplateStep* last = steps.size() > closed_at_ && steps.back().kind == Kind::text ? &steps.back() : nullptr;
        if (last && last->source == source && last->position + last->text.size() == part.position)
            last->text += part.text;
        else
            steps.push_back({Kind::text, part.text, {}, 0, source, part.position});
    }

    void named(const Component& part, std::size_t source, Kind kind) {
        if (part.tag.name.empty()) program_.refuse(source, part.position, "empty tag", "");
        std::vector<std::string> path;
        if (part.tag.name != ".")
            for (const std::string_view piece : core::split(part.tag.name, '.')) path.emplace_back(piece);
        program_.steps.push_back({kind, part.tag.name, std::move(path), 0, source, part.position});
    }

    void partial(const Component& part, std::size_t at) {
        const std::string& name = part.tag.name;
        if (std::find(including_.begin(), including_.end(), name) != including_.end())
            program_.refuse(at, part.position, "partial that includes itself", name);
        std::optional<std::string> text = partials_ ? partials_(name) : std::nullopt;
        if (!text) program_.refuse(at, part.position, "unknown partial", name);
        including_.push_back(name);
        source("partials/" + name + ".html", std::move(*text));
        including_.pop_back();
    }

    TemplateProgram& program_;
    const Template::Partials& partials_;
    std::vector<std::string> including_;
    std::size_t closed_at_ = 0;  // how many steps there were when the last section ended
};

}  // namespace

TemplateProgram::TemplateProgram(std::string name, std::string text, const Template::Partials& partials) {
    Compiler(*this, partials).source(std::move(name), std::move(text));
}

void TemplateProgram::refuse(std::size_t source, std::size_t position, std::string_view why,
                             std::string_view what) const {
    const std::string_view before = std::string_view(sources[source].text).substr(0, position);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
    std::string out = sources[source].name + ":" + std::to_string(line) + ":" +
                      std::to_string(before.size() - start + 1) + ": " + std::string(why);
    if (!what.empty()) out += " « " + std::string(what) + " »";
    throw TemplateError(out, position, why, what);
}

}  // namespace clausier::present
