// Passwords kept as argon2id, never as they are typed.
#pragma once
#include <string>
#include <string_view>

namespace clausier::core {

// The text that is kept: "$argon2id$v=19$m=…". Takes tens of milliseconds and 32 MiB, on purpose.
std::string hash_password(std::string_view password);

// Whether that password gave that text; false for a text that is none of ours.
bool verify_password(std::string_view hash, std::string_view password);

// Whether the text was made with less work than hash_password() asks today.
bool needs_rehash(std::string_view hash);

// The same work as verify_password(), for nobody's password: an answer takes as long whoever is asked for.
void verify_nobody(std::string_view password);

}  // namespace clausier::core
