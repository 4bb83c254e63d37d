// Whether the name of a file that was sent tells what it holds.
#pragma once
#include "clausier/http/form.hpp"

namespace clausier::web {

// Throws Error(invalid) on "fichier" when a file that reads as a table bears the extension of something else, or none.
// What does not read as a table, or is empty, is left to who reads it.
void require_true_names(const http::Form& form);

}  // namespace clausier::web
