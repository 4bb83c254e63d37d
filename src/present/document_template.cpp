// Expands a template, reads it as Markdown, and brings every fault back to the line of the template.
#include "clausier/present/document_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "clausier/core/text.hpp"
#include "markdown.hpp"
#include "template_names.hpp"
#include "template_rendering.hpp"

namespace clausier::present {
namespace {

using core::Issue;
using core::Severity;

constexpr int deepest = 12;                         // sections in each other
constexpr std::size_t longest_result = 512 * 1024;  // bytes

Issue issue_at(std::string_view text, std::size_t position, std::string_view code, std::string what,
               Severity severity = Severity::error) {
    const std::string_view before = text.substr(0, std::min(position, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::string_view last = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0
    const auto column = 1 + std::count_if(last.begin(), last.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return {severity, std::string(code), fmt::format("ligne {}, colonne {}", line, column), std::move(what)};
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
    int depth = 0;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 1)) {
        const std::size_t sign = text.find_first_not_of(" \t\r\n\v\f", at + 2);
        const char c = sign == std::string_view::npos ? ' ' : text[sign];
        if (c == '=')
            return issue_at(text, at, "modele_syntaxe", "on ne change pas les délimiteurs\u00a0; écrivez {{nom}}");
        if (c == '/') --depth;
        if ((c == '#' || c == '^') && ++depth > deepest)
            return issue_at(
                text, at, "modele_syntaxe",
                fmt::format("plus de {} sections sont ouvertes les unes dans les autres\u00a0; fermez-les par "
                            "{{{{/nom}}}} ou simplifiez",
                            deepest));
    }
    return std::nullopt;
}

// « [mot]: suite » at the start of a line makes a reference, which Markdown takes out of the text without a word.
std::vector<Issue> references(std::string_view text) {
    std::vector<Issue> out;
    std::size_t start = 0;
    for (const std::string_view line : core::split(text, '\n')) {
        const std::string_view trimmed = core::trim(line);
        if (trimmed.starts_with('[') && trimmed.find("]:") != std::string_view::npos)
            out.push_back(
                issue_at(text, start, "modele_markdown",
                         "« [mot]: » en début de ligne disparaîtrait du document\u00a0; enlevez les crochets"));
        start += line.size() + 1;
    }
    return out;
}

std::string in_french(const TemplateError& error) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> sentences{
        {{"Unclosed tag", "la balise n’est pas fermée\u00a0; ajoutez « }} »"},
         {"Unclosed section",
          "la section n’est pas fermée, ou une autre est fermée à sa place\u00a0; écrivez {{/nom}} après elle"},
         {"Unopened section",
          "cette balise ferme une section qui n’est pas ouverte\u00a0; enlevez-la ou ouvrez la section"},
         {"unescaped tag", "{{{nom}}} et {{&nom}} ne sont pas admis\u00a0; écrivez {{nom}}"},
         {"delimiter change", "on ne change pas les délimiteurs\u00a0; écrivez {{nom}}"},
         {"unknown partial", "un modèle n’en contient pas un autre\u00a0; copiez ici son texte"},
         {"empty tag", "la balise est vide\u00a0; écrivez le nom d’une variable"},
         {"not a text", "ce nom n’est pas celui d’un texte\u00a0; ouvrez une section"},
         {"text too long",
          "le document deviendrait trop long\u00a0; fermez les listes ouvertes les unes dans les autres"}}};
    if (error.why == "unknown name")
        return fmt::format("la variable « {} » n’existe pas\u00a0; choisissez-la dans la liste des variables",
                           error.what_name);
    for (const auto& [why, sentence] : sentences)
        if (error.why.starts_with(why)) return std::string(sentence);
    return "la balise ne se lit pas\u00a0; écrivez {{nom}}, {{#nom}} ou {{/nom}}";
}

Issue issue_of(std::string_view text, const TemplateError& error) {
    const bool name = error.why == "unknown name";
    return issue_at(text, error.position, name ? "modele_variable" : "modele_syntaxe", in_french(error));
}

// The byte of the template that made a byte of the text.
std::size_t source_of(const std::vector<TextSpan>& spans, std::size_t offset) {
    auto after = std::upper_bound(spans.begin(), spans.end(), offset,
                                  [](std::size_t at, const TextSpan& span) { return at < span.out; });
    if (after == spans.begin()) return 0;
    const TextSpan& span = *std::prev(after);
    return span.value ? span.position : span.position + (offset - span.out);
}

FilledTemplate fill(std::string_view text, const TemplateProgram& program, const boost::json::object& values) {
    std::vector<TextSpan> spans;
    FilledTemplate out;
    const std::string filled = render(program, boost::json::value(values), escape_markdown, &spans, longest_result);
    MarkdownBlocks read = markdown_blocks(filled);
    for (MarkdownFault& fault : read.faults)
        out.issues.push_back(
            issue_at(text, source_of(spans, fault.offset), "modele_markdown", std::move(fault.text), fault.severity));
    out.blocks = std::move(read.blocks);
    return out;
}

TemplateProgram program_of(std::string_view text) { return {"modele", std::string(text), {}}; }

void add_new(std::vector<Issue>& issues, std::vector<Issue> more) {
    for (Issue& issue : more)
        if (std::find(issues.begin(), issues.end(), issue) == issues.end()) issues.push_back(std::move(issue));
}

bool refuses(const std::vector<Issue>& issues) {
    return std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return i.severity == Severity::error; });
}

}  // namespace

std::vector<Issue> check_template(std::string_view text, std::span<const DocumentVariable> variables) {
    if (core::trim(text).empty())
        return {{Severity::error, "modele_vide", "", "le modèle est vide\u00a0; écrivez son texte"}};
    if (auto issue = unreadable(text)) return {*issue};
    std::vector<Issue> issues = references(text);
    try {
        const TemplateProgram program = program_of(text);
        for (NameFault& fault : name_faults(program, variables))
            issues.push_back(issue_at(text, fault.position, "modele_variable", std::move(fault.text)));
        if (refuses(issues)) return issues;
        for (const Sample sample : {Sample::open, Sample::example, Sample::shut})
            add_new(issues, fill(text, program, sample_values(variables, sample)).issues);
    } catch (const TemplateError& error) {
        issues.push_back(issue_of(text, error));
    }
    return issues;
}

FilledTemplate fill_template(std::string_view text, const boost::json::object& values) {
    if (auto issue = unreadable(text)) return {{}, {*issue}};
    FilledTemplate out;
    try {
        out = fill(text, program_of(text), values);
    } catch (const TemplateError& error) {
        out.issues.push_back(issue_of(text, error));
    }
    add_new(out.issues, references(text));
    if (refuses(out.issues)) out.blocks.clear();
    return out;
}

}  // namespace clausier::present
