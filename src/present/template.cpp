// A template kept parsed, and rendered as HTML.
#include "clausier/present/template.hpp"

#include <stdexcept>

#include "clausier/core/asset.hpp"
#include "template_rendering.hpp"

namespace clausier::present {

struct Template::State {
    TemplateProgram program;
};

Template::Template(std::string name, std::string text, const Partials& partials)
    : state_(std::make_shared<const State>(State{TemplateProgram(std::move(name), std::move(text), partials)})) {}

Template Template::embedded(std::string_view name) {
    const std::string path = "templates/" + std::string(name);
    const std::string_view text = core::asset(path);
    if (text.empty()) throw std::logic_error("no template " + path);
    return {path, std::string(text), [](std::string_view partial) -> std::optional<std::string> {
                const std::string_view found = core::asset("templates/partials/" + std::string(partial) + ".html");
                return found.empty() ? std::nullopt : std::optional(std::string(found));
            }};
}

std::string Template::render(const boost::json::value& document) const {
    return present::render(state_->program, document, escape_html);
}

}  // namespace clausier::present
