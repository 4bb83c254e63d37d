// What the program says of the law: sentences kept as data, each with its article, its source and whether it was read.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// One sentence in French. Not verified: shown as to be checked on Légifrance, never stated as law.
struct LegalStatement {
    std::string key;  // "condition.social"
    std::string text;
    std::string article;  // "L2113-12, R2113-7"; "" when none is known
    std::optional<core::Date> valid_from;
    Citation citation;
    bool operator==(const LegalStatement&) const = default;
};

// The sentences shipped with the program, as data/codes/legal_statements.csv holds them: figures are still the keys of
// reference values, "{reserved.ess_max_years}", "{date.environmental_condition|min}". Throws Error(invalid) naming file
// and line when the file is broken.
const std::vector<LegalStatement>& legal_statements();

// The sentence of that key with its figures as they hold on a day. A figure that is not verified leaves the sentence
// unverified. Throws Error(not_found) with a near key.
LegalStatement legal_statement(std::string_view key, const Reference& reference, core::Date on);

}  // namespace clausier::domain
