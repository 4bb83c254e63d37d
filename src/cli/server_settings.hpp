// The table of the options of clausier-server: what help, command line, environment and file are read by.
#pragma once
#include <span>
#include <string>

#include "clausier/cli/command.hpp"
#include "clausier/cli/server_options.hpp"

namespace clausier::cli {

// One option that any source may give. `set` keeps a value, or tells what is wrong with it and what to do.
struct ServerSetting {
    OptionSpec spec;
    std::string (*set)(ServerOptions& options, const std::string& value);
};

std::span<const ServerSetting> server_settings();

// "--tls-cle" is CLAUSIER_TLS_CLE in the environment.
std::string variable_of(std::string_view option);

}  // namespace clausier::cli
