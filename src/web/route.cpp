// Finds the route of a request.
#include "route.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"

namespace clausier::web {
namespace {

std::vector<Route> gather() {
    std::vector<Route> all;
    for (auto* part : {base_routes, calculation_routes, market_routes, import_routes, reference_routes, about_routes})
        for (Route& route : part()) all.push_back(std::move(route));
    return all;
}

bool fits(std::string_view pattern, std::span<const std::string> segments, std::vector<std::string>& parts) {
    parts.clear();
    pattern.remove_prefix(1);
    if (pattern.empty()) return segments.empty();
    const std::vector<std::string_view> words = core::split(pattern, '/');
    if (words.size() != segments.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].starts_with('{'))
            parts.push_back(segments[i]);
        else if (words[i] != segments[i])
            return false;
    }
    return true;
}

}  // namespace

std::string_view right_name(Right right) {
    switch (right) {
        case Right::open:
            return "ouvert";
        case Right::consult:
            return "consulter";
        case Right::change:
            return "modifier";
    }
    return "";
}

std::span<const Route> routes() {
    static const std::vector<Route> all = gather();
    return all;
}

Match match(std::string_view method, std::span<const std::string> segments) {
    Match found;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    for (const Route& route : routes()) {
        std::vector<std::string> parts;
        if (!fits(route.pattern, segments, parts)) continue;
        if (route.method == wanted) return {&route, std::move(parts), {}};
        if (!found.allowed.empty()) found.allowed += ", ";
        found.allowed += route.method == "GET" ? "GET, HEAD" : route.method;
    }
    return found;
}

}  // namespace clausier::web
