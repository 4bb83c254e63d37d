// The options of the server one by one: what each takes, what it refuses, and what its variable is called.
#include "server_settings.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace clausier;
using Catch::Matchers::ContainsSubstring;

namespace {

// What a setting answers to a value: "" when it keeps it.
std::string set(cli::ServerOptions& options, std::string_view name, const std::string& value) {
    const auto settings = cli::server_settings();
    const auto found =
        std::find_if(settings.begin(), settings.end(), [&](const auto& one) { return one.spec.name == name; });
    REQUIRE(found != settings.end());
    return found->set(options, value);
}

}  // namespace

TEST_CASE("a port is a whole number of 16 bits, and nothing around it") {
    cli::ServerOptions options;
    for (const char* good : {"0", "1", "65535"}) CHECK(set(options, "--port", good).empty());
    CHECK(options.port == 65535);
    for (const char* bad : {"65536", "-1", "", "8080 ", "+80", "0x50", "80.0"}) {
        INFO(bad);
        CHECK_THAT(set(options, "--port", bad), ContainsSubstring("n’est pas un port"));
    }
}

TEST_CASE("an address is an address, never a name, and a refused one changes nothing") {
    cli::ServerOptions options;
    CHECK(set(options, "--adresse", "::1").empty());
    for (const char* bad : {"localhost", "127.0.0.1:80", "[::1]", "127.1", "", "256.0.0.1"}) {
        INFO(bad);
        CHECK_THAT(set(options, "--adresse", bad), ContainsSubstring("n’est pas une adresse IP"));
    }
    CHECK(options.address == "::1");
}

TEST_CASE("a name of the server has neither scheme, port, path nor accent") {
    cli::ServerOptions options;
    CHECK(set(options, "--hote", "clauses-1.exemple.fr").empty());
    for (const char* bad : {"http://a.fr", "a.fr:80", "a.fr/", "a b", "région.fr"}) {
        INFO(bad);
        CHECK_THAT(set(options, "--hote", bad), ContainsSubstring("n’est pas un nom de serveur"));
    }
    CHECK(options.hosts == std::vector<std::string>{"clauses-1.exemple.fr"});
}

TEST_CASE("each option has a variable of its own") {
    CHECK(cli::variable_of("--tls-cle") == "CLAUSIER_TLS_CLE");
    std::vector<std::string> names;
    for (const cli::ServerSetting& one : cli::server_settings()) names.push_back(cli::variable_of(one.spec.name));
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("until there are accounts, the server listens on the loopback only") {
    for (const char* address : {"127.0.0.1", "127.8.9.10", "::1"}) {
        INFO(address);
        CHECK_FALSE(cli::listening_refusal(address, false, false));
    }
    for (const char* address : {"0.0.0.0", "192.0.2.7", "::", "::ffff:127.0.0.1", "2001:db8::1"}) {
        INFO(address);
        const auto open = cli::listening_refusal(address, false, false);
        REQUIRE(open);
        CHECK_THAT(open->text, ContainsSubstring("sans TLS ni proxy de confiance"));
        for (const auto& refusal :
             {cli::listening_refusal(address, true, false), cli::listening_refusal(address, false, true)}) {
            REQUIRE(refusal);
            CHECK_THAT(refusal->text, ContainsSubstring("pas encore de comptes"));
        }
    }
}
