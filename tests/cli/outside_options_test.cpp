// Options about mail and identity: their three sources, what goes together, and secrets that stand in files.
#include "clausier/cli/outside_options.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "clausier/cli/server_options.hpp"
#include "clausier/cli/usage.hpp"

using namespace clausier;
using cli::OutsideOptions;

namespace {

OutsideOptions read(std::vector<std::string> words, cli::Environment variables = {}) {
    words.insert(words.begin(), {"--base", "b"});
    return cli::read_server_options(words, variables).outside;
}

std::string refusal(const std::vector<std::string>& words) {
    try {
        read(words);
        return "";
    } catch (const cli::UsageError& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("a mail server and a provider are told by options or variables") {
    const OutsideOptions mail =
        read({"--smtp", "smtp://courriel.exemple.fr:587", "--smtp-expediteur", "clausier@exemple.fr"},
             {{"CLAUSIER_SMTP_COMPTE", "clausier"}, {"CLAUSIER_SMTP_SECRET", "/etc/clausier/secret"}});
    CHECK(mail.smtp == "smtp://courriel.exemple.fr:587");
    CHECK(mail.smtp_sender == "clausier@exemple.fr");
    CHECK(mail.smtp_user == "clausier");
    CHECK(mail.smtp_password == "/etc/clausier/secret");
    const OutsideOptions own = read({"--oidc", "https://identite.exemple.fr", "--oidc-client", "c", "--oidc-secret",
                                     "f", "--oidc-infos", "json", "--oidc-algorithme", "ES256", "--oidc-courriel",
                                     "verifie", "--oidc-nom", "ProConnect", "--oidc-portee", "openid email siret"});
    CHECK(own.oidc == "https://identite.exemple.fr");
    CHECK_FALSE(own.oidc_signed_infos);
    CHECK(own.oidc_algorithm == "ES256");
    CHECK(own.oidc_vouches_for_email);
    CHECK(own.oidc_name == "ProConnect");
    CHECK(own.oidc_scope == "openid email siret");
    CHECK(read({}).oidc_signed_infos);
    CHECK_FALSE(read({}).oidc_vouches_for_email);
}

TEST_CASE("a bad value, or one without what goes with it, is refused at its option") {
    CHECK(refusal({"--smtp", "courriel.exemple.fr"}).find("option --smtp : « courriel.exemple.fr » n’est pas") == 0);
    CHECK(refusal({"--smtp-expediteur", "personne"}).find("option --smtp-expediteur : ") == 0);
    CHECK(refusal({"--oidc-algorithme", "HS256"}).find("écrivez RS256 ou ES256") != std::string::npos);
    CHECK(refusal({"--oidc-infos", "xml"}).find("écrivez jwt ou json") != std::string::npos);
    CHECK(refusal({"--oidc", "identite"}).find("option --oidc : ") == 0);
    CHECK(refusal({"--smtp", "smtp://c.exemple.fr"}).find("ajoutez --smtp-expediteur") != std::string::npos);
    CHECK(refusal({"--smtp-compte", "a"}).find("vont ensemble") != std::string::npos);
    CHECK(refusal({"--oidc", "https://i.exemple.fr"}).find("--oidc-client et --oidc-secret") != std::string::npos);
    CHECK(refusal({"--oidc", "https://i.exemple.fr", "--oidc-client", "c", "--oidc-secret", "f", "--sans-comptes"})
              .find("retirez --sans-comptes") != std::string::npos);
}

TEST_CASE("a secret is the first line of its file, which is not open to all") {
    const auto file = std::filesystem::temp_directory_path() / "clausier-secret-test";
    std::filesystem::remove(file);
    std::ofstream(file) << " le secret \nune autre ligne\n";
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    CHECK(cli::read_secret(file, "--oidc-secret") == "le secret");
    std::ofstream(file) << "\n";
    CHECK_THROWS_AS(cli::read_secret(file, "--oidc-secret"), cli::UsageError);
    std::ofstream(file) << "le secret\n";
    for (const unsigned open : {0644U, 0660U, 0602U}) {
        std::filesystem::permissions(file, std::filesystem::perms(open));
        CHECK_THROWS_AS(cli::read_secret(file, "--oidc-secret"), cli::UsageError);
    }
    for (const unsigned kept : {0640U, 0440U, 0400U}) {
        std::filesystem::permissions(file, std::filesystem::perms(kept));
        CHECK(cli::read_secret(file, "--oidc-secret") == "le secret");
    }
    std::filesystem::remove(file);
    CHECK_THROWS_AS(cli::read_secret(file, "--oidc-secret"), cli::UsageError);
}
