// The rows of the table of options about mail and identity.
#pragma once
#include <vector>

#include "server_settings.hpp"

namespace clausier::cli {

std::vector<ServerSetting> outside_settings();

}  // namespace clausier::cli
