// People declared as a list: a CSV of names, read without ever repeating one.
#pragma once
#include <string_view>
#include <vector>

#include "clausier/domain/participant.hpp"

namespace clausier::domain {

// One draft a line, without organisations. Columns « nom », « prénom », « naissance » (or « date de naissance »), and
// « rqth » (oui, non, or empty when not asked), separated by ";", "," or tabs, in any order; others are refused, so
// that nothing comes in unasked. Throws Error(invalid) with every fault, by line and column, and when a social security
// number stands anywhere.
std::vector<PersonDraft> read_people(std::string_view csv);

}  // namespace clausier::domain
