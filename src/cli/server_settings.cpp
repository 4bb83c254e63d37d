// The options of clausier-server and the checks of their values.
#include "server_settings.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "outside_settings.hpp"

namespace clausier::cli {
namespace {

using Bytes = std::array<unsigned char, 16>;

// The bytes of an IP address, 4 or 16 of them; none when the text is no address.
std::span<const unsigned char> address_bytes(const std::string& text, Bytes& bytes) {
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return std::span(bytes).first(4);
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
    return {};
}

bool is_loopback(const std::string& text) {
    Bytes bytes{};
    const auto address = address_bytes(text, bytes);
    if (address.size() == 4) return address[0] == 127;
    static constexpr Bytes v6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    return std::equal(address.begin(), address.end(), v6.begin(), v6.end());
}

std::string in_quotes(std::string_view value) { return "« " + std::string(value) + " »"; }

std::string set_address(std::string& slot, const std::string& value) {
    Bytes bytes{};
    if (address_bytes(value, bytes).empty())
        return in_quotes(value) + " n’est pas une adresse IP ; écrivez par exemple 127.0.0.1";
    slot = value;
    return {};
}

std::string set_port(ServerOptions& options, const std::string& value) {
    const char* const end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, options.port);
    if (error == std::errc() && stop == end) return {};
    return in_quotes(value) + " n’est pas un port ; écrivez un nombre de 1 à 65535, ou 0 pour un port libre";
}

std::string add_host(ServerOptions& options, const std::string& value) {
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
    if (!plain)
        return in_quotes(value) +
               " n’est pas un nom de serveur ; écrivez-le sans « http:// » ni port, par exemple clauses.exemple.fr";
    options.hosts.push_back(value);
    return {};
}

std::string set_assets(ServerOptions& options, const std::string& value) {
    options.assets = value;
    std::error_code ignored;
    if (std::filesystem::is_directory(options.assets / "templates", ignored)) return {};
    return in_quotes(value) + " ne contient pas de dossier templates ; nommez le dossier des sources de clausier";
}

// What stands without a value on the command line is « oui » or « non » elsewhere.
std::string set_flag(bool& slot, bool when_yes, const std::string& value) {
    if (value != "oui" && value != "non") return in_quotes(value) + " ne se lit pas ; écrivez oui ou non";
    slot = (value == "oui") == when_yes;
    return {};
}

template <std::filesystem::path ServerOptions::*Member>
std::string set_path(ServerOptions& options, const std::string& value) {
    options.*Member = value;
    return {};
}

}  // namespace

std::span<const ServerSetting> server_settings() {
    static const std::vector<ServerSetting> all = [] {
        std::vector<ServerSetting> own = {
            {{"--base", "FICHIER", "la base ; elle est créée si elle n’existe pas"}, set_path<&ServerOptions::base>},
            {{"--adresse", "IP", "l’adresse d’écoute (127.0.0.1)"},
             [](ServerOptions& options, const std::string& value) { return set_address(options.address, value); }},
            {{"--port", "PORT", "le port d’écoute (8080) ; 0 : un port libre, dit au démarrage"}, set_port},
            {{"--hote", "NOM", "un nom du serveur, en plus de localhost ; option répétable", false, {}, true},
             add_host},
            {{"--derriere-proxy", "IP", "le proxy dont X-Forwarded-For et X-Forwarded-Proto sont crus"},
             [](ServerOptions& options, const std::string& value) { return set_address(options.proxy, value); }},
            {{"--tls-certificat", "FICHIER", "le certificat et sa chaîne (PEM) : le serveur parle TLS"},
             set_path<&ServerOptions::certificate>},
            {{"--tls-cle", "FICHIER", "la clé privée du certificat (PEM)"}, set_path<&ServerOptions::key>},
            {{"--sans-comptes", "", "tout est ouvert à qui atteint le serveur : sur cette machine, base sans compte"},
             [](ServerOptions& options, const std::string& value) { return set_flag(options.accounts, false, value); }},
            {{"--lecture-seule", "",
              "rien n’est écrit dans la base : les pages se lisent, ce qui changerait est refusé"},
             [](ServerOptions& options, const std::string& value) { return set_flag(options.read_only, true, value); }},
            {{"--assets", "DOSSIER", "templates/ et web/ y sont lus à chaque page, pour les mettre au point"},
             set_assets},
        };
        for (ServerSetting& setting : outside_settings()) own.push_back(std::move(setting));
        return own;
    }();
    return all;
}

std::string variable_of(std::string_view option) {
    std::string out = "CLAUSIER_";
    for (const char c : option.substr(2)) {
        const bool letter = c >= 'a' && c <= 'z';
        out += letter ? static_cast<char>(c - 'a' + 'A') : '_';
    }
    return out;
}

std::optional<core::Issue> listening_refusal(const ServerOptions& options) {
    // The proxy listens to the network where the server does not.
    if (!options.accounts && !options.proxy.empty())
        return core::Issue{core::Severity::error, "proxy_ouvert", "option --derriere-proxy",
                           "un proxy amène qui vient du réseau, et --sans-comptes le laisserait tout changer ; retirez "
                           "--sans-comptes"};
    if (is_loopback(options.address)) return std::nullopt;
    std::string why;
    if (!options.accounts)
        why =
            " s’ouvre au réseau, et --sans-comptes laisserait n’importe qui tout y changer ; gardez 127.0.0.1, ou "
            "retirez --sans-comptes";
    else if (!options.tls() && options.proxy.empty())
        why =
            " s’ouvre au réseau, sans TLS ni proxy de confiance : les mots de passe y passeraient en clair ; donnez "
            "--tls-certificat et --tls-cle, ou gardez 127.0.0.1 et un proxy devant (docs/SERVER.md)";
    if (why.empty()) return std::nullopt;
    return core::Issue{core::Severity::error, "adresse_ouverte", "option --adresse", in_quotes(options.address) + why};
}

}  // namespace clausier::cli
