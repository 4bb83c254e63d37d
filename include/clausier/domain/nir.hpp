// Social security numbers (NIR): recognised in any text so that they are refused, never kept, echoed nor logged.
#pragma once
#include <string_view>

namespace clausier::domain {

// Whether a number of 15 digits with its right key stands in the text, alone or among others, written in one piece or
// with spaces, dots or hyphens where it is usually parted; Corsica's 2A and 2B included. Numbers without their key are
// not told from others.
bool holds_nir(std::string_view text);

// What is said of a field that holds one; it does not repeat it.
inline constexpr std::string_view nir_refusal =
    "ce texte contient un numéro de sécurité sociale, que le logiciel ne garde jamais\u00a0; retirez-le";

}  // namespace clausier::domain
