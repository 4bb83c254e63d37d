// The values of a market and of a lot, named and written as people read them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::domain {

// `name` is that of forms and documents ("montant_estime"); `text` is "" when the value is not filled in.
struct FieldText {
    std::string_view name;
    std::string_view label;
    std::string text;
};

// In the order of the sheets; always the same fields.
std::vector<FieldText> field_texts(const Market& market);
std::vector<FieldText> field_texts(const Lot& lot);

// The names of the fields in which two states of one thing differ, joined by ", ".
std::string changed_fields(const std::vector<FieldText>& before, const std::vector<FieldText>& after);

// Two people changed one thing: an Issue for each field in which what is kept and what was typed differ, with both.
std::vector<core::Issue> conflict_issues(const std::vector<FieldText>& kept, const std::vector<FieldText>& typed);

}  // namespace clausier::domain
