// What clausier-server is told of the world around it: a mail server, an identity provider. Secrets stand in files.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "clausier/core/issue.hpp"

namespace clausier::cli {

struct OutsideOptions {
    std::string smtp{};  // "smtp://…" or "smtps://…"; empty: no mail
    std::string smtp_sender{};
    std::string smtp_user{};
    std::filesystem::path smtp_password{};

    std::string oidc{};  // the issuer; empty: no provider
    std::string oidc_client{};
    std::filesystem::path oidc_secret{};
    std::string oidc_name = "votre fournisseur d’identité";
    std::string oidc_algorithm = "RS256";  // or "ES256"
    bool oidc_signed_infos = true;         // "jwt", else "json"
    std::string oidc_scope = "openid email";
    bool oidc_vouches_for_email = false;
};

// What goes together and is not there, each at its option.
std::vector<core::Issue> faults(const OutsideOptions& options, bool accounts);

// Refuses a file of secrets that every account of the machine may read, or that others than its owner may change: its
// group may read it, as services are often given theirs. Throws UsageError at `option`; says nothing of an absent file.
void require_private(const std::filesystem::path& file, std::string_view option);

// The first line of a file that holds a secret. Throws UsageError at `option` when it cannot be read or is empty, and
// as require_private().
std::string read_secret(const std::filesystem::path& file, std::string_view option);

}  // namespace clausier::cli
