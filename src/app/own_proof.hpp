// A proof asked again of who is logged in already, before what a session left open must not give away.
#pragma once
#include <string_view>

#include "clausier/app/app.hpp"

namespace clausier::app {

// `proof` is the password of the account of session.viewer, or the one-time code of this moment. Failures count as
// those of a login do: Error(unavailable) with the time to wait; Error(invalid) in the field "preuve".
void require_proof(const Session& session, store::Database& base, std::string_view proof);

}  // namespace clausier::app
