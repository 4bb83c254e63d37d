// How well a header's words mean a field, and whether the values of a column look like that field.
#pragma once
#include <string_view>
#include <vector>

#include "clausier/domain/mapping.hpp"

namespace clausier::domain {

// A header as it is compared.
struct Header {
    std::string folded;
    std::vector<std::string> words;
};
Header read_header(std::string_view text);

// The fields this header may mean, best first, from `asked_score` on: an alias gives its weight, a neighbour at most
// 85 % of it, by the share of words in common. A word the profile excludes halves the score.
std::vector<Suggestion> header_suggestions(const Header& header, const Profile& profile);

// What the values say of a field, in percent points: 10 when nearly all look like it, -50 when nearly none does,
// else 0. Nothing is said from fewer than two values.
int value_evidence(ValueKind kind, const std::vector<core::Cell>& values);

// Whether every number of the column is a fraction, so that 0.5 means 50 %.
bool are_fractions(const std::vector<core::Cell>& values);

// Euros that a unit of the amounts under this header stands for: 1 000 under « k€ » or « milliers ».
std::int64_t header_unit(std::string_view header);

}  // namespace clausier::domain
