// The fields of a membership: a role, an organisation, départements.
#pragma once
#include <boost/json/object.hpp>

#include "call.hpp"
#include "form_view.hpp"

namespace clausier::web {

// role, organisation, departements and organisations_connues[] (libelle), with what was typed.
void add_membership_fields(boost::json::object& view, const Call& call, const FormView& form);

// The membership of the form; an organisation that is not known yet is made. Throws Error(invalid) by field.
domain::Membership read_membership(const Call& call);
// The one a button names by its role and the number of its organisation.
domain::Membership named_membership(const Call& call);

}  // namespace clausier::web
