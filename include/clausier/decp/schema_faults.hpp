// What the formats of 2022 (JSON 2.0.4, XML 2.0.2) refuse of a entry.
#pragma once
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/decp/entry.hpp"

namespace clausier::decp {

// Every reason for which the entry cannot be written; none when it can. `where` is the name of the field in the format
// ("offresRecues", "modifications.montant"), the text says what to do. Codes: "decp_absent", "decp_liste",
// "decp_format", "decp_minimum", "decp_longueur", "decp_exclusif" (« Pas de… » beside another word), "decp_repetition",
// "decp_origine" (less from the European Union than from France), "decp_titulaires" (a concession’s modification names
// some), "decp_illisible".
std::vector<core::Issue> faults(const Entry& entry);

}  // namespace clausier::decp
