// Reads the tags one by one, as Mustache does when they are sound, and goes on after a fault.
#include "template_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "clausier/core/text.hpp"

namespace clausier::present {
namespace {

using Kind = TemplateTag::Kind;
using Edit = RepairedTemplate::Edit;

constexpr std::string_view blanks = " \t\r\n\v\f";

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) + 1 - first));
}

Kind kind_of(char sign) {
    if (sign == '#' || sign == '^') return Kind::section;
    if (sign == '/') return Kind::closing;
    return sign == '!' ? Kind::comment : Kind::value;
}

// The name at the start of what nothing closes.
std::string first_word(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    text = text.substr(first);
    return std::string(text.substr(0, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.0123456789")));
}

std::string fault_of(std::string_view inside, bool triple, const std::string& name) {
    if (triple || inside.starts_with('&')) return "{{{nom}}} et {{&nom}} ne sont pas admis\u00a0; écrivez {{nom}}";
    if (inside.starts_with('>')) return "un modèle n’en contient pas un autre\u00a0; copiez ici son texte";
    if (name.empty() && !inside.starts_with('!')) return "la balise est vide\u00a0; écrivez le nom d’une variable";
    return {};
}

RepairedTemplate applied(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.position < b.position; });
    RepairedTemplate out;
    std::size_t from = 0;
    for (const Edit& edit : edits) {
        out.text.append(text, from, edit.position - from);
        out.text += edit.text;
        from = edit.position + edit.removed;
    }
    out.text.append(text, from);
    out.edits = std::move(edits);
    return out;
}

}  // namespace

std::size_t RepairedTemplate::source(std::size_t offset) const {
    std::size_t added = 0;  // bytes before `offset` that the edits seen so far put there
    std::size_t removed = 0;
    for (const Edit& edit : edits) {
        const std::size_t begins = edit.position + added - removed;
        if (begins > offset) break;
        if (offset < begins + edit.text.size()) return edit.position;
        added += edit.text.size();
        removed += edit.removed;
    }
    return offset + removed - added;
}

TemplateTags::TemplateTags(std::string_view text) : text_(text) {
    for (std::size_t at = text.find("{{"); at != std::string_view::npos;) {
        tags_.push_back(read(at));
        at = text.find("{{", at + tags_.back().size);
    }
    pair();
}

TemplateTag TemplateTags::read(std::size_t at) const {
    const bool triple = text_.substr(at).starts_with("{{{");
    const std::size_t inside = at + (triple ? 3 : 2);
    const std::string_view all = text_.substr(0, text_.find("{{", inside));
    TemplateTag out;
    out.position = at;
    out.sign = all.find_first_not_of(blanks, inside);
    const char sign = out.sign == std::string_view::npos ? ' ' : all[out.sign];
    out.kind = triple ? Kind::value : kind_of(sign);
    // A comment may go on over several lines.
    const std::string_view line = out.kind == Kind::comment ? all : all.substr(0, all.find('\n', at));
    std::size_t closing = triple ? 3 : 2;
    std::size_t end = line.find(triple ? "}}}" : "}}", inside);
    if (triple && end == std::string_view::npos) closing = 2, end = line.find("}}", inside);
    const bool section = out.kind == Kind::section || out.kind == Kind::closing;
    if (end == std::string_view::npos) {
        out.broken = true;
        out.size = inside - at;
        out.name = section ? first_word(text_.substr(out.sign + 1)) : std::string();
        if (out.name.empty() || out.kind == Kind::comment) out.kind = Kind::value;
        out.fault = "la balise n’est pas fermée\u00a0; ajoutez « }} » après son nom";
        return out;
    }
    out.size = end + closing - at;
    const std::string content = trimmed(text_.substr(inside, end - inside));
    out.name = section ? trimmed(std::string_view(content).substr(1)) : content;
    out.fault = fault_of(content, triple, out.name);
    if (section && out.name.empty()) out.kind = Kind::value;
    return out;
}

void TemplateTags::pair() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tags_.size() && !too_deep_; ++i) {
        if (tags_[i].kind == Kind::closing) close(i, open);
        if (tags_[i].kind != Kind::section) continue;
        open.push_back(i);
        too_deep_ = open.size() > deepest_sections;
        if (too_deep_)
            tags_[i].fault = fmt::format(
                "plus de {} sections sont ouvertes les unes dans les autres\u00a0; fermez-les par {{{{/nom}}}} ou "
                "simplifiez",
                deepest_sections);
    }
    if (too_deep_) return;
    for (; !open.empty(); open.pop_back()) leave_open(open.back(), text_.size(), {});
}

void TemplateTags::close(std::size_t index, std::vector<std::size_t>& open) {
    TemplateTag& closing = tags_[index];
    const bool known =
        std::any_of(open.begin(), open.end(), [&](std::size_t o) { return tags_[o].name == closing.name; });
    const std::string_view last = open.empty() ? std::string_view() : std::string_view(tags_[open.back()].name);
    const bool misspelt = !known && !last.empty() && !core::nearest(closing.name, std::span(&last, 1)).empty();
    if (!known && !misspelt) {
        if (closing.fault.empty())
            closing.fault = fmt::format(
                "cette balise ferme « {0} », qui n’est pas ouverte\u00a0; enlevez-la ou écrivez {{{{#{0}}}}} avant "
                "elle",
                closing.name);
        return;
    }
    for (; known && tags_[open.back()].name != closing.name; open.pop_back())
        leave_open(open.back(), closing.position, closing.name);
    TemplateTag& section = tags_[open.back()];
    if (misspelt && closing.fault.empty())
        closing.fault =
            fmt::format("cette balise ferme « {} » et c’est « {} » qui est ouverte\u00a0; écrivez {{{{/{}}}}}",
                        closing.name, section.name, section.name);
    section.end = closing.position;
    section.partner = index;
    closing.partner = open.back();
    open.pop_back();
}

void TemplateTags::leave_open(std::size_t index, std::size_t end, std::string_view before) {
    TemplateTag& section = tags_[index];
    section.end = end;
    closings_.push_back({end, 0, fmt::format("{{{{/{}}}}}", section.name)});
    if (!section.fault.empty()) return;
    section.fault =
        before.empty()
            ? fmt::format("la section « {0} » n’est pas fermée\u00a0; écrivez {{{{/{0}}}}} après elle", section.name)
            : fmt::format("la section « {0} » n’est pas fermée\u00a0; écrivez {{{{/{0}}}}} avant {{{{/{1}}}}}",
                          section.name, before);
}

RepairedTemplate TemplateTags::closed() const {
    std::vector<Edit> edits = closings_;
    for (const TemplateTag& tag : tags_) {
        if (tag.fault.empty()) continue;
        const bool section = tag.kind == Kind::section && !tag.name.empty();
        if (tag.kind == Kind::closing && tag.partner != TemplateTag::none)
            edits.push_back({tag.position, tag.size, fmt::format("{{{{/{}}}}}", tags_[tag.partner].name)});
        else if (section && tag.broken)
            edits.push_back({tag.position, tag.size, fmt::format("{{{{{}{}}}}}", text_[tag.sign], tag.name)});
        else if (!section)
            edits.push_back({tag.position, tag.size, std::string(tag.size, 'x')});
    }
    return applied(text_, std::move(edits));
}

bool TemplateTags::refused(const TemplateTag& tag, const std::set<std::size_t>& refused) const {
    const auto bad = [&](const TemplateTag& one) { return !one.fault.empty() || refused.contains(one.position); };
    return bad(tag) || (tag.partner != TemplateTag::none && bad(tags_[tag.partner]));
}

std::string TemplateTags::readable(const std::set<std::size_t>& refused_at) const {
    std::string out(text_);
    std::size_t dead = 0;  // what a refused section holds ends here
    for (const TemplateTag& tag : tags_) {
        const bool bad = refused(tag, refused_at);
        if (tag.kind == Kind::section && bad) dead = std::max(dead, tag.end);
        if (!bad && tag.position >= dead) continue;
        if (tag.kind == Kind::comment && !tag.broken) continue;
        if (tag.broken || tag.kind == Kind::value)
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(tag.position), tag.size, 'x');
        else
            out[tag.sign] = '!';
    }
    return out;
}

}  // namespace clausier::present
