// OpenAPI 3.1 from the table of routes.
#include "openapi.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/text.hpp"
#include "render.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

json::object content(std::string_view type) {
    const bool object = type == "application/json" || type == "application/problem+json";
    return {{std::string(type), json::object{{"schema", json::object{{"type", object ? "object" : "string"}}}}}};
}

bool in_path(const Route& route, std::string_view name) {
    return route.pattern.find("{" + std::string(name) + "}") != std::string_view::npos;
}

json::array parameters(const Route& route) {
    json::array out;
    for (const Parameter& parameter : route.parameters) {
        const bool path = in_path(route, parameter.name);
        if (!path && route.method != "GET") continue;
        json::object one{{"name", parameter.name},
                         {"in", path ? "path" : "query"},
                         {"description", parameter.description},
                         {"required", path || parameter.required},
                         {"schema", json::object{{"type", "string"}}}};
        if (!parameter.example.empty()) one["example"] = parameter.example;
        out.push_back(std::move(one));
    }
    return out;
}

// The fields of a form that is posted.
json::object request_body(const Route& route) {
    json::object properties;
    json::array required;
    for (const Parameter& parameter : route.parameters) {
        if (in_path(route, parameter.name)) continue;
        json::object one{{"type", "string"}, {"description", parameter.description}};
        if (!parameter.example.empty()) one["example"] = parameter.example;
        properties[parameter.name] = std::move(one);
        if (parameter.required) required.push_back(json::string(parameter.name));
    }
    properties["jeton"] =
        json::object{{"type", "string"}, {"description", "Le jeton du formulaire, donné par sa page"}};
    required.push_back("jeton");
    const std::string_view type = route.to_file ? "multipart/form-data" : "application/x-www-form-urlencoded";
    return {{"required", true},
            {"content", json::object{{std::string(type),
                                      json::object{{"schema", json::object{{"type", "object"},
                                                                           {"properties", std::move(properties)},
                                                                           {"required", std::move(required)}}}}}}}};
}

json::object responses(const Route& route, std::string_view type) {
    json::object out;
    if (route.method == "GET")
        out["200"] = json::object{{"description", route.summary}, {"content", content(type)}};
    else
        out["303"] = json::object{{"description", "Fait ; Location mène à la page qui le montre"}};
    out["default"] =
        json::object{{"description", "Une erreur, en une phrase"}, {"content", content("application/problem+json")}};
    return out;
}

// The roles that give the action; every one for what is open and for one's own account.
json::array roles_of(domain::Action action) {
    const bool everybody = action == domain::Action::open || action == domain::Action::own_account;
    json::array out;
    for (const domain::Role role : domain::all_roles)
        if (everybody || domain::gives(role, action)) out.push_back(json::string(domain::role_code(role)));
    return out;
}

json::object operation(const Route& route, std::string_view type) {
    json::object out{{"summary", route.summary},
                     {"x-droit", domain::action_code(route.action)},
                     {"x-roles", roles_of(route.action)}};
    if (json::array list = parameters(route); !list.empty()) out["parameters"] = std::move(list);
    if (route.method == "POST") out["requestBody"] = request_body(route);
    out["responses"] = responses(route, type);
    if (!route.example.empty()) out["x-exemple"] = route.example;
    return out;
}

void add_path(json::object& paths, std::string path, const Route& route, std::string_view type) {
    std::string method = route.method == "GET" ? "get" : "post";
    json::value& item = paths[path];
    if (!item.is_object()) item = json::object{};
    item.as_object()[method] = operation(route, type);
}

}  // namespace

std::string openapi_document() {
    json::object paths;
    for (const Route& route : routes()) {
        const std::string path(route.pattern);
        const std::string base = path == "/" ? "/accueil" : path;
        const Formats& offered = route.formats;
        const bool raw = !offered.html && !offered.json && !offered.table && !offered.document;
        if (route.formats.html) add_path(paths, path, route, "text/html");
        if (raw) add_path(paths, path, route, "application/octet-stream");
        if (route.method != "GET") continue;
        if (route.formats.json) add_path(paths, base + ".json", route, "application/json");
        if (route.formats.document) {
            add_path(paths, base + ".docx", route,
                     "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            add_path(paths, base + ".odt", route, "application/vnd.oasis.opendocument.text");
            add_path(paths, base + ".pdf", route, "application/pdf");
        }
        if (!route.formats.table) continue;
        add_path(paths, base + ".csv", route, "text/csv");
        add_path(paths, base + ".xlsx", route, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
    return json_text(json::object{
        {"openapi", "3.1.0"},
        {"info",
         json::object{{"title", "Clausier"},
                      {"version", "0.1.0"},
                      {"description",
                       "Chaque page est aussi un document JSON : la même adresse, avec le suffixe .json. Les "
                       "décimales sont des textes à deux décimales, avec un point ; les dates suivent ISO 8601."}}},
        {"servers", json::array{json::object{{"url", "/"}}}},
        {"paths", std::move(paths)}});
}

}  // namespace clausier::web
