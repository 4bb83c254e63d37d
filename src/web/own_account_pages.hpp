// The page of one's own account, which the forms it holds come back to.
#pragma once
#include <string_view>
#include <vector>

#include "call.hpp"

namespace clausier::web {

// Error(not_found) without accounts, Error(forbidden) for an access token: one's account is one's own hands'.
void require_own_account(const Call& call);

// The page, with what is wrong with one of its forms: "nom", "mot_de_passe", "codes", "retrait", "jetons"; "" for none.
Reply own_account(Call& call, std::vector<core::Issue> issues, std::string_view faulty);

}  // namespace clausier::web
