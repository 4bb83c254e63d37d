// Expands a template, reads it as Markdown, and brings every fault back to the line of the template.
#include "clausier/present/document_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "clausier/core/text.hpp"
#include "markdown.hpp"
#include "template_names.hpp"
#include "template_rendering.hpp"
#include "template_tags.hpp"

namespace clausier::present {
namespace {

using core::Issue;
using core::Severity;

constexpr std::size_t longest_result = 512 * 1024;  // bytes
constexpr std::size_t most_told = 100;

// What is wrong at a byte of the template.
struct Fault {
    std::size_t position = 0;
    std::string_view code;
    std::string text;
    Severity severity = Severity::error;

    bool operator==(const Fault&) const = default;
};

Issue issue_of(std::string_view text, Fault fault) {
    const std::string_view before = text.substr(0, std::min(fault.position, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::string_view last = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0
    const auto column = 1 + std::count_if(last.begin(), last.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return {fault.severity, std::string(fault.code), fmt::format("ligne {}, colonne {}", line, column),
            std::move(fault.text)};
}

// In the order of the text, each once, and no more than one reads.
std::vector<Issue> told(std::string_view text, std::vector<Fault> faults) {
    std::stable_sort(faults.begin(), faults.end(),
                     [](const Fault& a, const Fault& b) { return a.position < b.position; });
    std::vector<Fault> once;
    for (Fault& fault : faults) {
        const bool known = std::any_of(once.rbegin(), once.rend(), [&](const Fault& one) { return one == fault; });
        if (!known) once.push_back(std::move(fault));
        if (once.size() > most_told) break;
    }
    const bool more = once.size() > most_told;
    if (more) once.pop_back();
    std::vector<Issue> out;
    for (Fault& fault : once) out.push_back(issue_of(text, std::move(fault)));
    if (more)
        out.push_back({Severity::error, "modele_suite", "",
                       "il reste d’autres points\u00a0; corrigez d’abord ceux-ci, puis vérifiez de nouveau"});
    return out;
}

// What must be known before the libraries see the text: they take time and memory for what is nested.
std::optional<Issue> unreadable(std::string_view text) {
    if (text.size() > longest_template)
        return Issue{
            Severity::error, "modele_taille", "",
            fmt::format("le modèle dépasse {} Kio\u00a0; coupez-le en plusieurs modèles", longest_template / 1024)};
    if (!core::is_utf8(text) || text.find('\0') != std::string_view::npos)
        return Issue{Severity::error, "modele_texte", "",
                     "le modèle n’est pas un texte en UTF-8\u00a0; enregistrez-le dans cet encodage"};
    for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 1)) {
        const std::size_t sign = text.find_first_not_of(" \t\r\n\v\f", at + 2);
        if (sign != std::string_view::npos && text[sign] == '=')
            return issue_of(text, {at, "modele_syntaxe", "on ne change pas les délimiteurs\u00a0; écrivez {{nom}}"});
    }
    return std::nullopt;
}

// « [mot]: suite » at the start of a line makes a reference, which Markdown takes out of the text without a word.
void add_references(std::string_view text, std::vector<Fault>& out) {
    std::size_t start = 0;
    for (const std::string_view line : core::split(text, '\n')) {
        const std::string_view trimmed = core::trim(line);
        if (trimmed.starts_with('[') && trimmed.find("]:") != std::string_view::npos)
            out.push_back({start, "modele_markdown",
                           "« [mot]: » en début de ligne disparaîtrait du document\u00a0; enlevez les crochets"});
        start += line.size() + 1;
    }
}

// What rendering refuses, once the tags are sound.
Fault fault_of(const TemplateError& error) {
    const auto syntax = [&](std::string text) { return Fault{error.position, "modele_syntaxe", std::move(text)}; };
    if (error.why == "unknown name")
        return {error.position, "modele_variable",
                fmt::format("la variable « {} » n’existe pas\u00a0; choisissez-la dans la liste des variables",
                            error.what_name)};
    if (error.why == "not a text") return syntax("ce nom n’est pas celui d’un texte\u00a0; ouvrez une section");
    if (error.why == "text too long")
        return syntax("le document deviendrait trop long\u00a0; fermez les listes ouvertes les unes dans les autres");
    return syntax("la balise ne se lit pas\u00a0; écrivez {{nom}}, {{#nom}} ou {{/nom}}");
}

// The byte of the template that made a byte of the text.
std::size_t source_of(const std::vector<TextSpan>& spans, std::size_t offset) {
    auto after = std::upper_bound(spans.begin(), spans.end(), offset,
                                  [](std::size_t at, const TextSpan& span) { return at < span.out; });
    if (after == spans.begin()) return 0;
    const TextSpan& span = *std::prev(after);
    return span.value ? span.position : span.position + (offset - span.out);
}

std::vector<Block> fill(const TemplateProgram& program, const boost::json::object& values, std::vector<Fault>& out) {
    std::vector<TextSpan> spans;
    const std::string filled = render(program, boost::json::value(values), escape_markdown, &spans, longest_result);
    MarkdownBlocks read = markdown_blocks(filled);
    for (MarkdownFault& fault : read.faults)
        out.push_back({source_of(spans, fault.offset), "modele_markdown", std::move(fault.text), fault.severity});
    return std::move(read.blocks);
}

TemplateProgram program_of(std::string text) { return {"modele", std::move(text), {}}; }

bool refuses(const std::vector<Issue>& issues) {
    return std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return i.severity == Severity::error; });
}

void add_tags(const TemplateTags& tags, std::vector<Fault>& out) {
    for (const TemplateTag& tag : tags.all())
        if (!tag.fault.empty()) out.push_back({tag.position, "modele_syntaxe", tag.fault});
}

// The names of every tag, even of a template whose sections are not all closed; the bytes of those refused.
std::set<std::size_t> add_names(const TemplateTags& tags, std::span<const DocumentVariable> variables,
                                std::vector<Fault>& out) {
    const RepairedTemplate closed = tags.closed();
    std::set<std::size_t> refused;
    for (NameFault& fault : name_faults(program_of(closed.text), variables)) {
        const std::size_t position = closed.source(fault.position);
        refused.insert(position);
        out.push_back({position, "modele_variable", std::move(fault.text)});
    }
    return refused;
}

}  // namespace

std::vector<Issue> check_template(std::string_view text, std::span<const DocumentVariable> variables) {
    if (core::trim(text).empty())
        return {{Severity::error, "modele_vide", "", "le modèle est vide\u00a0; écrivez son texte"}};
    if (auto issue = unreadable(text)) return {*issue};
    const TemplateTags tags(text);
    std::vector<Fault> faults;
    add_tags(tags, faults);
    add_references(text, faults);
    if (tags.too_deep()) return told(text, std::move(faults));
    try {
        const TemplateProgram program = program_of(tags.readable(add_names(tags, variables, faults)));
        for (const Sample sample : {Sample::open, Sample::example, Sample::shut})
            fill(program, sample_values(variables, sample), faults);
    } catch (const TemplateError& error) {
        if (faults.empty()) faults.push_back(fault_of(error));
    }
    return told(text, std::move(faults));
}

FilledTemplate fill_template(std::string_view text, const boost::json::object& values) {
    if (auto issue = unreadable(text)) return {{}, {*issue}};
    FilledTemplate out;
    std::vector<Fault> faults;
    add_tags(TemplateTags(text), faults);
    try {
        if (faults.empty()) out.blocks = fill(program_of(std::string(text)), values, faults);
    } catch (const TemplateError& error) {
        faults.push_back(fault_of(error));
    }
    add_references(text, faults);
    out.issues = told(text, std::move(faults));
    if (refuses(out.issues)) out.blocks.clear();
    return out;
}

}  // namespace clausier::present
