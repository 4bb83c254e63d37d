// Walks a template.
#include "template_rendering.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace clausier::present {
namespace {

namespace json = boost::json;
using Kind = TemplateStep::Kind;

constexpr std::string_view entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

constexpr std::array<bool, 256> escaped_bytes() {
    std::array<bool, 256> out{};
    for (const char c : {'&', '<', '>', '"', '\''}) out[static_cast<unsigned char>(c)] = true;
    return out;
}

bool shut(const json::value& value) {
    return value.is_null() || (value.is_bool() && !value.get_bool()) ||
           (value.is_array() && value.get_array().empty()) || (value.is_string() && value.get_string().empty());
}

// One rendering: the values that names are sought in, innermost last, and the text so far.
class Rendering {
public:
    Rendering(const TemplateProgram& program, const json::value& document, Escape escape, std::vector<TextSpan>* spans,
              std::size_t limit)
        : program_(program), escape_(escape), spans_(spans), limit_(limit), context_{&document} {
        std::size_t size = 0;
        for (const TemplateSource& source : program.sources) size += source.text.size();
        out_.reserve(2 * size);
    }

    std::string run() && {
        steps(0, program_.steps.size());
        return std::move(out_);
    }

private:
    void steps(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end;) {
            const TemplateStep& step = program_.steps[i];
            if (spans_ && (step.kind == Kind::text || step.kind == Kind::value))
                spans_->push_back({out_.size(), step.position, step.kind == Kind::value});
            if (limit_ && out_.size() > limit_) too_long(step);
            switch (step.kind) {
                case Kind::text:
                    out_ += step.text;
                    break;
                case Kind::value:
                    write(step, found(step));
                    break;
                case Kind::section:
                    section(i, found(step));
                    break;
                case Kind::inverted:
                    if (shut(found(step))) steps(i + 1, step.end);
                    break;
            }
            i = step.end ? step.end : i + 1;
        }
    }

    void section(std::size_t at, const json::value& value) {
        if (shut(value)) return;
        if (value.is_array()) {
            for (const json::value& item : value.get_array()) inside(at, item);
        } else {
            inside(at, value);
        }
    }

    [[noreturn]] void too_long(const TemplateStep& step) const {
        program_.refuse(step.source, step.position, "text too long", step.text);
    }

    void inside(std::size_t at, const json::value& value) {
        if (limit_ && ++rounds_ > limit_) too_long(program_.steps[at]);
        context_.push_back(&value);
        steps(at + 1, program_.steps[at].end);
        context_.pop_back();
    }

    void write(const TemplateStep& step, const json::value& value) {
        switch (value.kind()) {
            case json::kind::string:
                return escape_(value.get_string(), out_);
            case json::kind::int64:
                return escape_(std::to_string(value.get_int64()), out_);
            case json::kind::bool_:
                return escape_(value.get_bool() ? "true" : "false", out_);
            case json::kind::null:
                return escape_("", out_);
            case json::kind::object:
            case json::kind::array:
                program_.refuse(step.source, step.position, "not a text", step.text);
            default:
                escape_(json::serialize(value), out_);
        }
    }

    // The value a name means: in the innermost object that has it, dots going down into objects.
    const json::value& found(const TemplateStep& step) const {
        if (step.path.empty()) return *context_.back();
        for (auto at = context_.rbegin(); at != context_.rend(); ++at) {
            const json::object* object = (*at)->if_object();
            const json::value* value = object ? object->if_contains(step.path.front()) : nullptr;
            if (!value) continue;
            for (std::size_t i = 1; value && i < step.path.size(); ++i) {
                const json::object* inner = value->if_object();
                value = inner ? inner->if_contains(step.path[i]) : nullptr;
            }
            if (value) return *value;
            break;
        }
        program_.refuse(step.source, step.position, "unknown name", step.text);
    }

    const TemplateProgram& program_;
    const Escape escape_;
    std::vector<TextSpan>* const spans_;
    const std::size_t limit_;
    std::size_t rounds_ = 0;
    std::vector<const json::value*> context_;
    std::string out_;
};

}  // namespace

void escape_html(std::string_view text, std::string& out) {
    static constexpr std::array<bool, 256> special = escaped_bytes();
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!special[static_cast<unsigned char>(text[i])]) continue;
        out.append(text, written, i - written);
        out += entity(text[i]);
        written = i + 1;
    }
    out.append(text, written);
}

std::string render(const TemplateProgram& program, const json::value& document, Escape escape,
                   std::vector<TextSpan>* spans, std::size_t limit) {
    return Rendering(program, document, escape, spans, limit).run();
}

}  // namespace clausier::present
