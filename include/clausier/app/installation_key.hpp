// The key of an installation, kept beside its base and not in it.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "clausier/store/database.hpp"

namespace clausier::app {

// "<base>.cle".
std::filesystem::path key_file(const store::Database& base);

// 64 hexadecimal digits that only this installation can make, other ones for each purpose ("personnes"). The file is
// made at need, readable by its owner alone (0600); a base in memory has a key that dies with the program. Error
// (unavailable) when the file cannot be read or made, or is open to others.
std::string installation_key(const store::Database& base, std::string_view purpose);

}  // namespace clausier::app
