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

TEST_CASE("beyond the loopback the server asks for accounts, and for TLS or a proxy") {
    const auto refusal = [](std::string_view address, bool accounts, bool tls, bool proxy) {
        cli::ServerOptions options;
        options.address = address;
        options.accounts = accounts;
        if (tls) options.certificate = options.key = "fichier.pem";
        if (proxy) options.proxy = "127.0.0.1";
        return cli::listening_refusal(options);
    };
    for (const char* address : {"127.0.0.1", "127.8.9.10", "::1"}) {
        INFO(address);
        CHECK_FALSE(refusal(address, true, false, false));
        CHECK_FALSE(refusal(address, false, false, false));
        CHECK_FALSE(refusal(address, true, false, true));
        // A proxy brings the network in, whatever the address.
        const auto behind = refusal(address, false, false, true);
        REQUIRE(behind);
        CHECK(behind->where == "option --derriere-proxy");
        CHECK_THAT(behind->text, ContainsSubstring("retirez --sans-comptes"));
    }
    for (const char* address : {"0.0.0.0", "192.0.2.7", "::", "::ffff:127.0.0.1", "2001:db8::1"}) {
        INFO(address);
        const auto clear = refusal(address, true, false, false);
        REQUIRE(clear);
        CHECK_THAT(clear->text, ContainsSubstring("sans TLS ni proxy de confiance"));
        const auto everybody = refusal(address, false, true, true);
        REQUIRE(everybody);
        CHECK_THAT(everybody->text, ContainsSubstring("retirez --sans-comptes"));
        CHECK_FALSE(refusal(address, true, true, false));
        CHECK_FALSE(refusal(address, true, false, true));
    }
}

TEST_CASE("a flag is oui or non where it has a value") {
    cli::ServerOptions options;
    CHECK(options.accounts);
    CHECK(set(options, "--sans-comptes", "oui").empty());
    CHECK_FALSE(options.accounts);
    CHECK(set(options, "--sans-comptes", "non").empty());
    CHECK(options.accounts);
    CHECK_THAT(set(options, "--sans-comptes", "peut-être"), ContainsSubstring("écrivez oui ou non"));
    CHECK_FALSE(cli::read_server_options({"--base", "b", "--sans-comptes"}, {}).accounts);
    CHECK_FALSE(cli::read_server_options({"--base", "b"}, {{"CLAUSIER_SANS_COMPTES", "oui"}}).accounts);
}
