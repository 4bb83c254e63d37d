// What a password must be: long, and not one that is guessed first.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"

namespace clausier::domain {

// Length of a password, in Unicode characters.
inline constexpr std::size_t shortest_password = 15;
inline constexpr std::size_t longest_password = 256;

// What a password must not be made of.
struct PasswordContext {
    std::string email;
    std::string name;
    std::string instance;
};

// Why a password is refused, in the field "mot_de_passe"; nothing when it will do. It has 15 to 256 characters, is not
// in data/codes/common_passwords.csv (nor a word of it repeated), is not one pattern repeated or run through in order,
// and is not the address, the name or the instance with a few characters around. No rule of composition.
std::vector<core::Issue> password_faults(std::string_view password, const PasswordContext& context);

}  // namespace clausier::domain
