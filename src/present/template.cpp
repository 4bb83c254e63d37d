// The only file that knows the Mustache library; it adds the strictness the library lacks.
#include "clausier/present/template.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <kainjow/mustache.hpp>
#include <stdexcept>
#include <vector>

#include "clausier/core/asset.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace mustache = kainjow::mustache;
using Component = mustache::component<std::string>;
using mustache::tag_type;

std::string place(std::string_view name, std::string_view text, std::size_t position) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : text.substr(0, position)) {
        ++column;
        if (c == '\n') {
            ++line;
            column = 1;
        }
    }
    return std::string(name) + ":" + std::to_string(line) + ":" + std::to_string(column) + ": ";
}

// The value a name means: in the innermost object that has it, dots going down into objects.
const json::value* find(const std::vector<const json::value*>& context, std::string_view name) {
    const std::string_view head = name.substr(0, name.find('.'));
    for (auto at = context.rbegin(); at != context.rend(); ++at) {
        if (name == ".") return *at;
        if (!(*at)->is_object()) continue;
        const json::value* value = (*at)->get_object().if_contains(head);
        if (!value) continue;
        std::string_view rest = name;
        while (value && rest.find('.') != std::string_view::npos) {
            rest.remove_prefix(rest.find('.') + 1);
            value = value->is_object() ? value->get_object().if_contains(rest.substr(0, rest.find('.'))) : nullptr;
        }
        return value;
    }
    return nullptr;
}

mustache::data convert(const json::value& value) {
    if (value.is_object()) {
        mustache::data out(mustache::data::type::object);
        for (const auto& [key, item] : value.get_object()) out.set(std::string(key), convert(item));
        return out;
    }
    if (value.is_array()) {
        mustache::data out(mustache::data::type::list);
        for (const json::value& item : value.get_array()) out.push_back(convert(item));
        return out;
    }
    if (value.is_bool()) return mustache::data(value.get_bool());
    if (value.is_null()) return mustache::data(false);
    if (value.is_string()) return mustache::data(std::string(value.get_string()));
    return mustache::data(json::serialize(value));
}

}  // namespace

struct Template::State {
    std::string name;
    std::string text;
    Component root;

    [[noreturn]] void refuse(const Component& at, std::string_view why) const {
        throw std::logic_error(place(name, text, at.position) + std::string(why) + " « " + at.tag.name + " »");
    }
    void check_syntax(const std::vector<Component>& parts) const {
        for (const Component& part : parts) {
            if (part.tag.type == tag_type::unescaped_variable) refuse(part, "unescaped tag");
            if (part.tag.type == tag_type::partial) refuse(part, "partial");
            if (part.tag.type == tag_type::set_delimiter) refuse(part, "delimiter change");
            check_syntax(part.children);
        }
    }
    void check_names(const std::vector<Component>& parts, std::vector<const json::value*>& context) const {
        for (const Component& part : parts) {
            const bool named = part.tag.type == tag_type::variable || part.tag.is_section_begin();
            if (!named) continue;
            const json::value* value = find(context, part.tag.name);
            if (!value) refuse(part, "unknown name");
            if (part.tag.type == tag_type::variable && (value->is_object() || value->is_array()))
                refuse(part, "not a text");
            if (part.tag.type == tag_type::section_begin && value->is_array()) {
                for (const json::value& item : value->get_array()) enter(part, item, context);
            } else if (part.tag.is_section_begin()) {
                enter(part, *value, context);
            }
        }
    }
    void enter(const Component& part, const json::value& value, std::vector<const json::value*>& context) const {
        const bool shut = value.is_null() || (value.is_bool() && !value.get_bool());
        if (shut && part.tag.type == tag_type::section_begin) return;
        context.push_back(&value);
        check_names(part.children, context);
        context.pop_back();
    }
};

Template::Template(std::string name, std::string_view text) : state_(std::make_unique<State>()) {
    state_->name = std::move(name);
    state_->text = text;
    mustache::context<std::string> none;
    mustache::context_internal<std::string> context(none);
    std::string error;
    mustache::parser<std::string>(state_->text, context, state_->root, error);
    if (!error.empty()) throw std::logic_error(state_->name + ": " + error);
    state_->check_syntax(state_->root.children);
}

Template Template::embedded(std::string_view name) {
    const std::string path = "templates/" + std::string(name);
    const std::string_view text = core::asset(path);
    if (text.empty()) throw std::logic_error("no template " + path);
    return {path, text};
}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;

std::string Template::render(const json::value& document) const {
    std::vector<const json::value*> context{&document};
    state_->check_names(state_->root.children, context);
    mustache::mustache page(state_->text);
    std::string out = page.render(convert(document));
    if (!page.is_valid()) throw std::logic_error(state_->name + ": " + page.error_message());
    return out;
}

}  // namespace clausier::present
