// Host, Origin and token checks.
#include "origin.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/secret.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

constexpr std::size_t random_digits = 32;

// The name of "name:port", with the brackets of an IPv6 address.
std::string_view host_name(std::string_view host) {
    const std::size_t end = host.starts_with('[') ? host.find(']') : host.rfind(':');
    if (end == std::string_view::npos) return host;
    return host.starts_with('[') ? host.substr(0, end + 1) : host.substr(0, end);
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// What only we can make of a random beginning and of what it is bound to.
std::string seal(std::string_view random, std::string_view bound, const App& app) {
    return core::keyed_tag(std::string(random) + "\n" + std::string(bound), app.key);
}

bool sealed(std::string_view token, std::string_view bound, const App& app) {
    return token.size() > random_digits &&
           core::same_secret(token.substr(random_digits), seal(token.substr(0, random_digits), bound, app));
}

}  // namespace

std::optional<std::string> foreign_host(const http::Head& head, const Config& config) {
    static constexpr std::array<std::string_view, 3> loopback{"localhost", "127.0.0.1", "[::1]"};
    const std::string name = lower(host_name(head.headers.get("host").value_or("")));
    if (std::find(loopback.begin(), loopback.end(), name) != loopback.end()) return std::nullopt;
    for (const std::string& host : config.hosts)
        if (lower(host) == name) return std::nullopt;
    return "Ce serveur ne répond pas au nom demandé. Appelez-le par son propre nom ; l’administrateur en ajoute avec "
           "l’option --hote.";
}

std::optional<std::string> foreign_origin(const http::Head& head) {
    const std::string refusal =
        "Cette demande ne vient pas d’une page de ce site : rien n’a été fait. Ouvrez la page ici même, puis "
        "recommencez.";
    if (const auto site = head.headers.get("sec-fetch-site"); site && *site != "same-origin" && *site != "none")
        return refusal;
    if (const auto origin = head.headers.get("origin")) {
        const std::string own =
            std::string(head.secure ? "https://" : "http://") + std::string(head.headers.get("host").value_or(""));
        if (lower(*origin) != lower(own)) return refusal;
    }
    return std::nullopt;
}

std::string_view token_cookie(const http::Head& head) {
    return head.secure ? "__Host-clausier-jeton" : "clausier-jeton";
}

std::string make_token(const http::Head& head, const App& app) {
    const std::string random = core::random_token(random_digits / 2);
    return random + seal(random, session_token(head), app);
}

std::string masked_token(std::string_view token, const App& app) {
    const std::string random = core::random_token(random_digits / 2);
    return random + seal(random, token, app);
}

std::optional<std::string> browser_token(const http::Head& head, const App& app) {
    const http::Fields cookies = http::parse_cookies(head.headers.get("cookie").value_or(""));
    const std::optional<std::string_view> token = cookies.get(token_cookie(head));
    if (!token || !sealed(*token, session_token(head), app)) return std::nullopt;
    return std::string(*token);
}

bool token_matches(const http::Head& head, const http::Fields& form, const App& app) {
    const std::optional<std::string> own = browser_token(head, app);
    const std::string_view given = form.get("jeton").value_or("");
    return own && (core::same_secret(*own, given) || sealed(given, *own, app));
}

}  // namespace clausier::web
