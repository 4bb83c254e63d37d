// Coming in and going out by an identity provider.
#pragma once
#include <string>

#include "call.hpp"

namespace clausier::web {

// Where the browser ends, at the provider's, the session of this call that began there; "" for any other. Asked before
// the session is ended here.
std::string provider_exit(const Call& call);

// The page that sends the browser on to the provider: a form's answer cannot, forms may only reach this site.
Reply leave_to_provider(Call& call, const std::string& url);

}  // namespace clausier::web
