// What clausier-server is told, by whom, and how a fault names its place.
#include "clausier/cli/server_options.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>

#include "clausier/cli/usage.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;
using Catch::Matchers::ContainsSubstring;

namespace {

// The sentences of the faults, a line each; "" when there is none.
std::string faults(const std::vector<std::string>& words, const cli::Environment& environment = {}) {
    try {
        cli::read_server_options(words, environment);
    } catch (const cli::UsageError& error) {
        std::string out;
        for (const core::Issue& issue : error.issues()) out += issue.sentence() + "\n";
        return out;
    }
    return "";
}

struct ConfigFile {
    explicit ConfigFile(std::string_view text) : name(folder.path() / "serveur.conf") { std::ofstream(name) << text; }
    tests::ScratchFolder folder;
    std::filesystem::path name;
};

}  // namespace

TEST_CASE("the command line wins over the environment, the environment over the file") {
    const ConfigFile file(
        "# le serveur de la Région\n"
        "base = fichier.sqlite\n"
        "port= 1\n\n"
        "  adresse =127.0.0.2\r\n"
        "hote = un.exemple.fr\n"
        "hote = deux.exemple.fr\n");
    const cli::ServerOptions options = cli::read_server_options(
        {"--port", "0", "--config", file.name.string()},
        {{"CLAUSIER_PORT", "2"}, {"CLAUSIER_BASE", "variable.sqlite"}, {"CLAUSIER_ADRESSE", ""}});
    CHECK(options.port == 0);
    CHECK(options.base == "variable.sqlite");
    CHECK(options.address == "127.0.0.2");
    CHECK(options.hosts == std::vector<std::string>{"un.exemple.fr", "deux.exemple.fr"});
    CHECK_FALSE(options.tls());
}

TEST_CASE("the file may be named by a variable, and a list of names is cut at its commas") {
    const ConfigFile file("base = fichier.sqlite\nderriere-proxy = ::1\ntls-certificat = c.pem\ntls-cle = k.pem\n");
    const cli::ServerOptions options = cli::read_server_options(
        {}, {{"CLAUSIER_CONFIG", file.name.string()}, {"CLAUSIER_HOTE", "un.exemple.fr, deux.exemple.fr"}});
    CHECK(options.base == "fichier.sqlite");
    CHECK(options.proxy == "::1");
    CHECK(options.tls());
    CHECK(options.hosts == std::vector<std::string>{"un.exemple.fr", "deux.exemple.fr"});
    CHECK(options.port == 8080);
    CHECK(options.address == "127.0.0.1");
}

TEST_CASE("faults of the file name its line, and the nearest option") {
    const ConfigFile file("base = b\nprot = 80\nport\nport = 8a\nport = 9\ncouleur = bleu\ntls-cle =\n");
    const std::string said = faults({"--config", file.name.string()});
    const std::string at = file.name.string();
    CHECK_THAT(said, ContainsSubstring(at + ":2 : option inconnue : « prot »"));
    CHECK_THAT(said, ContainsSubstring(at + ":3 : la ligne ne se lit pas"));
    CHECK_THAT(said, ContainsSubstring(at + ":4 : « 8a » n’est pas un port"));
    CHECK_THAT(said, ContainsSubstring(at + ":5 : « port » est donné une seconde fois (déjà en " + at + ":4)"));
    CHECK_THAT(said, ContainsSubstring(at + ":6 : option inconnue : « couleur » ; clausier-server --aide"));
    CHECK_THAT(said, ContainsSubstring(at + ":7 : il manque la valeur"));
    CHECK_THAT(faults({"--base", "b", "--config", at + ".absent"}), ContainsSubstring("ne se lit pas"));
    CHECK_THAT(faults({"--base", "b", "--config", file.folder.path().string()}), ContainsSubstring("ne se lit pas"));
    const ConfigFile near("adrese = 127.0.0.1\nconfig = autre\n");
    CHECK_THAT(faults({"--base", "b", "--config", near.name.string()}),
               ContainsSubstring("vouliez-vous dire « adresse »") && ContainsSubstring("inconnue : « config »"));
}

TEST_CASE("faults of the environment name the variable, and leave those of others alone") {
    CHECK_THAT(faults({"--base", "b"}, {{"CLAUSIER_PORT", "-1"}}),
               ContainsSubstring("variable CLAUSIER_PORT : « -1 » n’est pas un port"));
    CHECK_THAT(
        faults({"--base", "b"}, {{"CLAUSIER_ADRESE", "127.0.0.1"}}),
        ContainsSubstring("variable CLAUSIER_ADRESE : variable inconnue ; vouliez-vous dire CLAUSIER_ADRESSE ?"));
    CHECK(faults({"--base", "b"}, {{"CLAUSIER_AUJOURDHUI", "2026-03-01"}, {"CLAUSIER_SERVICE_HOST", "x"}}).empty());
}

TEST_CASE("faults of the command line name the option") {
    const auto said = [](std::vector<std::string> words) { return faults(words); };
    CHECK_THAT(said({"--port", "70000", "--base", "b"}),
               ContainsSubstring("option --port : « 70000 » n’est pas un port"));
    CHECK_THAT(said({"--base", "b", "--adresse", "localhost"}), ContainsSubstring("écrivez par exemple 127.0.0.1"));
    CHECK_THAT(said({"--base", "b", "--hote", "http://a.fr"}), ContainsSubstring("sans « http:// » ni port"));
    CHECK_THAT(said({"--base", "b", "--tls-cle", "k"}),
               ContainsSubstring("vont ensemble ; donnez aussi --tls-certificat"));
    CHECK_THAT(said({"--base", "b", "--tls-certificat", "c"}), ContainsSubstring("donnez aussi --tls-cle"));
    CHECK_THAT(said({"--bas", "b"}),
               ContainsSubstring("option --bas : option inconnue ; vouliez-vous dire « --base » ?"));
    CHECK_THAT(said({"--base"}), ContainsSubstring("option --base : il manque la valeur"));
    CHECK_THAT(said({"--base", "b", "--port", "1", "--port", "2"}), ContainsSubstring("donnée plusieurs fois"));
    CHECK_THAT(said({"--base", "b", "--assets", "/nulle/part"}),
               ContainsSubstring("ne contient pas de dossier templates"));
    CHECK(said({"--base", "b", "--assets", CLAUSIER_SOURCE_DIR}).empty());
    CHECK_THAT(said({"--base", "b", "--adresse", "0.0.0.0"}),
               ContainsSubstring("option --adresse : « 0.0.0.0 » s’ouvre"));
    CHECK_THAT(said({"b"}), ContainsSubstring("« b » est de trop pour « clausier-server »"));
    CHECK_THAT(said({}), ContainsSubstring("option --base : aucune base n’est nommée"));
}

TEST_CASE("the help says every option, and asking for it asks for nothing else") {
    const std::string help = cli::server_help();
    for (const char* option : {"--base FICHIER", "--adresse IP", "--port PORT", "--hote NOM", "--derriere-proxy IP",
                               "--tls-certificat FICHIER", "--tls-cle FICHIER", "--sans-comptes", "--assets DOSSIER",
                               "--config FICHIER", "-h, --help, --aide", "--version"})
        CHECK_THAT(help, ContainsSubstring(option));
    CHECK(cli::read_server_options({"--aide"}, {}).help);
    CHECK(cli::read_server_options({"-h"}, {}).help);
    CHECK(cli::read_server_options({"--version"}, {{"CLAUSIER_PORT", "x"}}).version);
}
