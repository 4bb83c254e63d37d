// What the pages about people share.
#pragma once
#include <string>

#include "clausier/app/people.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

inline constexpr std::string_view people_home = "/personnes";
inline const Crumb people_crumb{"/personnes", "Personnes"};

// The record that the address names by its pseudonym. Throws Error(not_found), also for what is no pseudonym.
app::PersonId person_of(const Call& call);
// The address of a record, and of what is done with it: "/personnes/P-7F3K-29/noms".
std::string person_url(const std::string& pseudonym, std::string_view act = {});
// The OPCS to choose from; those that the viewer acts for first among them.
std::vector<std::pair<std::string, std::string>> opcs_choices(const Call& call, std::string_view none);

// What was typed, to be typed over; "" when it holds a social security number, which is never shown again.
std::string typed_again(std::string text);

std::vector<Route> person_act_routes();

}  // namespace clausier::web
