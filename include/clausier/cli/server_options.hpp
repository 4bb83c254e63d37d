// What clausier-server is told when it starts: by its command line, by the environment, or by a file.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/cli/outside_options.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::cli {

struct ServerOptions {
    std::filesystem::path base{};
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;            // 0: any free one
    std::filesystem::path assets{};       // empty: those of the program
    std::vector<std::string> hosts{};     // names the server answers to, besides those of the loopback
    std::string proxy{};                  // whose forwarded headers are believed; empty: nobody's
    std::filesystem::path certificate{};  // with `key`, or both empty
    std::filesystem::path key{};
    bool accounts = true;      // false: whoever reaches the server may do everything
    bool read_only = false;    // nothing of the base is written
    OutsideOptions outside{};  // mail and identity
    bool help = false;
    bool version = false;

    [[nodiscard]] bool tls() const { return !certificate.empty(); }
};

// The variables of the process.
using Environment = std::map<std::string, std::string, std::less<>>;

// Reads the words after the program's name, then the variables CLAUSIER_…, then the file that --config names: what
// comes first wins. Throws UsageError, each fault with its place ("option --port", "variable CLAUSIER_PORT",
// "/etc/clausier.conf:3"), for what is unknown or has a bad value, and when nobody names the base.
ServerOptions read_server_options(const std::vector<std::string>& words, const Environment& environment);

// Why the server may not listen there; nothing when it may. Beyond the loopback it asks for accounts, and for TLS or a
// proxy in front; behind a proxy it asks for accounts wherever it listens.
std::optional<core::Issue> listening_refusal(const ServerOptions& options);

// The help of the program, options and variables included.
std::string server_help();

}  // namespace clausier::cli
