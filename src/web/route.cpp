// Finds the route of a request.
#include "route.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"

namespace clausier::web {
namespace {

std::vector<Route> gather() {
    std::vector<Route> all;
    for (auto* part : {base_routes,       calculation_routes,    enquiry_routes,
                       adviser_routes,    follow_up_routes,      market_routes,
                       document_routes,   import_routes,         reference_routes,
                       decp_routes,       structure_routes,      purchase_routes,
                       spaser_routes,     classification_routes, spaser_report_routes,
                       scheme_routes,     register_routes,       person_routes,
                       privacy_routes,    journal_routes,        organisation_link_routes,
                       about_routes,      login_routes,          identity_routes,
                       invitation_routes, own_account_routes,    second_factor_routes,
                       account_routes,    outbox_routes})
        for (Route& route : part()) all.push_back(std::move(route));
    return all;
}

// A route with the words of its pattern, cut once.
struct Cut {
    const Route* route;
    std::vector<std::string_view> words;
};

std::vector<Cut> cut_all() {
    std::vector<Cut> out;
    for (const Route& route : routes()) {
        const std::string_view path = std::string_view(route.pattern).substr(1);
        out.push_back({&route, path.empty() ? std::vector<std::string_view>() : core::split(path, '/')});
    }
    return out;
}

bool fits(const std::vector<std::string_view>& words, std::span<const std::string> segments) {
    if (words.size() != segments.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!words[i].starts_with('{') && words[i] != segments[i]) return false;
    return true;
}

}  // namespace

std::span<const Route> routes() {
    static const std::vector<Route> all = gather();
    return all;
}

Match match(std::string_view method, std::span<const std::string> segments) {
    static const std::vector<Cut> all = cut_all();
    Match found;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    for (const auto& [route, words] : all) {
        if (!fits(words, segments)) continue;
        if (route->method == wanted) {
            Match out{route};
            for (std::size_t i = 0; i < words.size(); ++i)
                if (words[i].starts_with('{')) out.parts.push_back(segments[i]);
            return out;
        }
        if (!found.allowed.empty()) found.allowed += ", ";
        found.allowed += route->method == "GET" ? "GET, HEAD" : route->method;
    }
    return found;
}

}  // namespace clausier::web
