// Words of the command line: what is understood, what is refused and with which hint.
#include "clausier/cli/parse.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "clausier/cli/usage.hpp"

using namespace clausier::cli;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

Outcome nothing(Context&, const Arguments&) { return {}; }

const std::vector<CommandSpec>& table() {
    static const std::vector<CommandSpec> specs = {{"calcul montant",
                                                    "…",
                                                    {},
                                                    {{"--montant", "EUROS", "m", true},
                                                     {"--mode", "MODE", "…", false, "a|b"},
                                                     {"--essai", "", "…"},
                                                     {"--colonne", "C", "…", false, {}, true}},
                                                    nothing},
                                                   {"lire", "…", {{"FICHIER", "…"}}, {}, nothing},
                                                   {"reference liste", "…", {{"PRÉFIXE", "…", false}}, {}, nothing}};
    return specs;
}

Parsed read(std::vector<std::string> words) { return parse(words, table()); }

void refused(std::vector<std::string> words, const std::string& part) {
    CHECK_THROWS_MATCHES(read(std::move(words)), UsageError, MessageMatches(ContainsSubstring(part)));
}

}  // namespace

TEST_CASE("options are read with their values, flags and repetitions") {
    const Parsed p = read({"calcul", "montant", "--montant", "1 200 000,50", "--essai", "--colonne", "a=b", "--colonne",
                           "c=d", "--mode=b"});
    REQUIRE(p.command);
    CHECK(p.command->path == "calcul montant");
    CHECK(p.arguments.get("--montant") == "1 200 000,50");
    CHECK(p.arguments.has("--essai"));
    CHECK(p.arguments.all("--colonne") == std::vector<std::string>{"a=b", "c=d"});
    CHECK(p.arguments.get("--mode") == "b");
    CHECK(read({"calcul", "montant", "--montant", "-12,5"}).arguments.get("--montant") == "-12,5");
    CHECK(read({"lire", "a.csv", "-q"}).arguments.has("--silencieux"));
    CHECK(read({"reference", "liste"}).arguments.positionals.empty());
}

TEST_CASE("help and version are told from commands") {
    CHECK(read({}).help);
    CHECK(read({"--aide"}).help);
    CHECK(read({"calcul"}).topic == "calcul");
    CHECK(read({"calcul", "montant", "--help"}).topic == "calcul montant");
    CHECK(read({"--version"}).version);
}

TEST_CASE("what is not understood is refused with the nearest name") {
    refused({"calcul", "montnat"}, "« calcul montant »");
    refused({"zzz"}, "--aide");
    refused({"calcul", "montant", "--montatn", "1"}, "« --montant »");
    refused({"calcul", "montant", "--montant"}, "il manque la valeur");
    refused({"calcul", "montant"}, "option --montant : cette option est nécessaire");
    refused({"calcul", "montant", "--montant", "1", "--mode", "z"}, "choisissez parmi a, b");
    refused({"calcul", "montant", "--montant", "1", "--montant", "2"}, "plusieurs fois");
    refused({"lire"}, "FICHIER");
    refused({"lire", "a", "b"}, "« b » est de trop");
}
