// Templates and documents as pages show them.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <charconv>
#include <set>

#include "clausier/core/french.hpp"
#include "clausier/present/documents.hpp"
#include "document_words.hpp"
#include "enquiry_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

core::Date day_of(core::Instant at) { return core::Date(std::chrono::floor<std::chrono::days>(at)); }

std::string day(const std::optional<core::Instant>& at) { return at ? core::french::date(day_of(*at)) : ""; }

std::string url_of(const std::string& key) { return "/documents/modeles/" + key; }

// What to write in a template for a variable.
std::string tag(const DocumentVariable& one, const DocumentVariable* group) {
    const std::string name = group ? fmt::format("{}.{}", group->name, one.name) : std::string(one.name);
    if (one.kind == VariableKind::text) return "{{" + name + "}}";
    return "{{#" + name + "}} … {{/" + name + "}}";
}

void add(std::span<const DocumentVariable> variables, const DocumentVariable* parent, json::array& out) {
    for (const DocumentVariable& one : variables) {
        const bool grouped = parent && parent->kind == VariableKind::group;
        out.push_back(
            {{"nom", parent && !grouped ? fmt::format("{}, dans {}", one.name, parent->name) : std::string(one.name)},
             {"balise", tag(one, grouped ? parent : nullptr)},
             {"genre", label(one.kind)},
             {"libelle", one.label},
             {"exemple", first_example(one)}});
        add(one.members, &one, out);
    }
}

}  // namespace

json::array template_views(const std::vector<domain::DocumentTemplate>& templates) {
    json::array out;
    for (const domain::DocumentTemplate& one : templates)
        out.push_back({{"url", url_of(one.key)},
                       {"cle", one.key},
                       {"nom", one.name},
                       {"origine", origin(one)},
                       {"version", version_text(one.version)},
                       {"date", day(one.at)},
                       {"par", actor_text(one.actor)}});
    return out;
}

json::array version_views(const domain::DocumentTemplate& from, const std::vector<domain::TemplateVersion>& versions) {
    json::array out;
    for (const domain::TemplateVersion& one : versions)
        out.push_back({{"url", fmt::format("{}/versions/{}", url_of(from.key), one.version)},
                       {"nom", one.version == 0 ? "Texte du programme" : fmt::format("Version {}", one.version)},
                       {"date", day(one.at)},
                       {"par", actor_text(one.actor)},
                       {"en_vigueur", one.version == from.version}});
    return out;
}

json::array variable_views(std::span<const DocumentVariable> variables) {
    json::array out;
    add(variables, nullptr, out);
    return out;
}

json::array production_views(const std::vector<domain::ProducedDocument>& documents,
                             const std::vector<domain::DocumentTemplate>& templates) {
    json::array out;
    for (const domain::ProducedDocument& one : documents)
        out.push_back({{"titre", one.title},
                       {"format", one.format},
                       {"modele", template_name(templates, one.template_key)},
                       {"version", version_text(one.template_version)},
                       {"empreinte", one.sha256},
                       {"abrege", abridged(one.sha256)},
                       {"date", fmt::format("{}, {:%H:%M} UTC", core::french::date(day_of(one.at)), one.at)},
                       {"par", actor_text(one.actor)},
                       {"dossier", one.enquiry ? json::value(one.enquiry->value) : json::value(nullptr)}});
    return out;
}

std::size_t line_of(const core::Issue& issue) {
    constexpr std::string_view word = "ligne ";
    if (!issue.where.starts_with(word)) return 0;
    std::size_t line = 0;
    std::from_chars(issue.where.data() + word.size(), issue.where.data() + issue.where.size(), line);
    return line;
}

json::array line_views(std::string_view text, const std::vector<core::Issue>& issues) {
    std::set<std::size_t> faulty;
    for (const core::Issue& issue : issues) faulty.insert(line_of(issue));
    json::array out;
    for (std::string_view line : core::split(text, '\n')) {
        const std::size_t number = out.size() + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        out.push_back({{"numero", number},
                       {"marge", fmt::format("{:>4}", number)},
                       {"texte", line},
                       {"faute", faulty.contains(number)}});
    }
    return out;
}

}  // namespace clausier::present
