// The organisations that accounts act for, as who manages accounts names them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::app {

// All those that an account may act for, by name. Error(forbidden) unless the viewer may manage accounts.
std::vector<domain::Organisation> account_organisations(Session session, store::Database& base);

// The organisation of a SIRET or of a name, made with a row of the journal when none is known by it: a structure or a
// prescriber may have no contract yet. `role` tells what a new one is. Error(invalid) in the field "organisation" when
// the text is empty; Error(forbidden) as above.
domain::Organisation organisation_for_account(Session session, store::Database& base, std::string_view text,
                                              domain::Role role);

}  // namespace clausier::app
