// What the pages of accounts share: moments, memberships in words, the fields of a new password.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "call.hpp"
#include "clausier/app/accounts.hpp"
#include "form_view.hpp"

namespace clausier::web {

// « 21 novembre 2026 à 10:00 UTC »
std::string moment(core::Instant at);

// A password as it was typed, spaces included.
std::string sent_password(const Call& call, std::string_view field);
// The fields "mot_de_passe" and "confirmation" of a new password, and what is wrong when the two differ.
boost::json::object new_password_field(const FormView& form);
boost::json::object confirmation_field(const FormView& form);
std::vector<core::Issue> confirmation_faults(const Call& call);

// « facilitateur de la Maison de l’emploi de la Lorne, départements 54, 57 »
std::string membership_text(const domain::Membership& membership, const domain::Organisation& organisation);
// texte, role, role_code, organisation, organisation_numero, departements, of each membership of a sheet.
boost::json::array membership_views(const app::AccountSheet& sheet);
// The label that shows a state: "valide", "attente" or "alerte".
std::string_view state_class(domain::AccountState state);
// Roles to choose from, by code.
std::vector<std::pair<std::string, std::string>> role_choices(std::string_view none = {});

}  // namespace clausier::web
