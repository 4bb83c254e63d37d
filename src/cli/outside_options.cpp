// Options about mail and identity, and the checks of their values.
#include "clausier/cli/outside_options.hpp"

#include <fstream>

#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "outside_settings.hpp"

namespace clausier::cli {
namespace {

std::string in_quotes(std::string_view value) { return "« " + std::string(value) + " »"; }

template <std::string OutsideOptions::*Member>
std::string keep(ServerOptions& options, const std::string& value) {
    options.outside.*Member = value;
    return {};
}

template <std::filesystem::path OutsideOptions::*Member>
std::string keep_path(ServerOptions& options, const std::string& value) {
    options.outside.*Member = value;
    return {};
}

// One of two words.
template <bool OutsideOptions::*Member>
std::string choose(ServerOptions& options, const std::string& value, std::string_view yes, std::string_view no) {
    options.outside.*Member = value == yes;
    if (value == yes || value == no) return {};
    return in_quotes(value) + " n’est pas un choix ; écrivez " + std::string(yes) + " ou " + std::string(no);
}

std::string set_smtp(ServerOptions& options, const std::string& value) {
    options.outside.smtp = value;
    if (value.starts_with("smtp://") || value.starts_with("smtps://")) return {};
    return in_quotes(value) + " n’est pas un serveur de courriel ; écrivez par exemple smtp://courriel.exemple.fr:587";
}

std::string set_sender(ServerOptions& options, const std::string& value) {
    options.outside.smtp_sender = value;
    const bool address = value.find('@') != std::string::npos && value.find_first_of(" <>,;\"") == std::string::npos;
    return address ? std::string() : in_quotes(value) + " n’est pas une adresse ; écrivez clausier@exemple.fr";
}

std::string set_algorithm(ServerOptions& options, const std::string& value) {
    options.outside.oidc_algorithm = value;
    if (value == "RS256" || value == "ES256") return {};
    return in_quotes(value) + " n’est pas un choix ; écrivez RS256 ou ES256, comme enregistré chez le fournisseur";
}

std::string set_issuer(ServerOptions& options, const std::string& value) {
    options.outside.oidc = value;
    if (value.starts_with("https://") || value.starts_with("http://")) return {};
    return in_quotes(value) + " n’est pas l’adresse d’un fournisseur ; écrivez par exemple https://identite.exemple.fr";
}

}  // namespace

std::vector<ServerSetting> outside_settings() {
    return {
        {{"--smtp", "ADRESSE", "le serveur de courriel : smtp://NOM:587 (avec STARTTLS) ou smtps://NOM:465"}, set_smtp},
        {{"--smtp-expediteur", "COURRIEL", "l’adresse d’où partent les courriels"}, set_sender},
        {{"--smtp-compte", "NOM", "le compte chez le serveur de courriel, s’il en demande un"},
         keep<&OutsideOptions::smtp_user>},
        {{"--smtp-secret", "FICHIER", "le fichier du mot de passe de ce compte"},
         keep_path<&OutsideOptions::smtp_password>},
        {{"--oidc", "ADRESSE", "le fournisseur d’identité OpenID Connect (son « issuer »)"}, set_issuer},
        {{"--oidc-client", "ID", "l’identifiant de ce site chez lui"}, keep<&OutsideOptions::oidc_client>},
        {{"--oidc-secret", "FICHIER", "le fichier du secret de ce site chez lui"},
         keep_path<&OutsideOptions::oidc_secret>},
        {{"--oidc-nom", "NOM", "son nom sur le bouton de la page de connexion"}, keep<&OutsideOptions::oidc_name>},
        {{"--oidc-algorithme", "RS256|ES256", "la signature enregistrée chez lui (RS256)"}, set_algorithm},
        {{"--oidc-infos", "jwt|json", "comment il parle des personnes : jeton signé (jwt) ou json"},
         [](ServerOptions& options, const std::string& value) {
             return choose<&OutsideOptions::oidc_signed_infos>(options, value, "jwt", "json");
         }},
        {{"--oidc-portee", "MOTS", "ce qui lui est demandé (openid email)"}, keep<&OutsideOptions::oidc_scope>},
        {{"--oidc-courriel", "dit|verifie",
          "verifie : toute adresse qu’il donne est vérifiée, même s’il ne le dit pas"},
         [](ServerOptions& options, const std::string& value) {
             return choose<&OutsideOptions::oidc_vouches_for_email>(options, value, "verifie", "dit");
         }},
    };
}

std::vector<core::Issue> faults(const OutsideOptions& options, bool accounts) {
    std::vector<core::Issue> out;
    const auto add = [&](std::string where, std::string text) {
        out.push_back({core::Severity::error, "usage", std::move(where), std::move(text)});
    };
    if (!options.smtp.empty() && options.smtp_sender.empty())
        add("option --smtp", "il manque l’adresse d’où partent les courriels ; ajoutez --smtp-expediteur");
    if (options.smtp_user.empty() != options.smtp_password.empty())
        add("option --smtp-compte", "le compte et son secret vont ensemble ; donnez --smtp-compte et --smtp-secret");
    if (options.oidc.empty()) return out;
    if (options.oidc_client.empty() || options.oidc_secret.empty())
        add("option --oidc", "il faut aussi --oidc-client et --oidc-secret, que donne le fournisseur");
    if (!accounts) add("option --oidc", "sans comptes, personne ne se connecte ; retirez --sans-comptes");
    return out;
}

void require_private(const std::filesystem::path& file, std::string_view option) {
    using std::filesystem::perms;
    std::error_code ignored;
    const auto state = std::filesystem::status(file, ignored);
    constexpr perms others = perms::others_all | perms::group_write;
    if (std::filesystem::exists(state) && (state.permissions() & others) != perms::none)
        throw UsageError("option " + std::string(option),
                         "d’autres comptes de cette machine peuvent lire ou changer le fichier " +
                             in_quotes(file.string()) +
                             ", qui tient un secret ; réservez-le (chmod 600, ou 640 pour le groupe du service)");
}

std::string read_secret(const std::filesystem::path& file, std::string_view option) {
    require_private(file, option);
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    std::string secret(core::trim(line));
    if (secret.empty())
        throw UsageError("option " + std::string(option), "le fichier " + in_quotes(file.string()) +
                                                              " ne se lit pas ou est vide ; le secret en est la "
                                                              "première ligne");
    return secret;
}

}  // namespace clausier::cli
