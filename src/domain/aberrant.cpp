// Amounts judged by the bounds and the runs of digits of the words of imports.
#include "clausier/domain/aberrant.hpp"

#include <algorithm>
#include <string>

#include "tender_lists.hpp"

namespace clausier::domain {
namespace {

// Whether the amount, cents dropped when there are none, is one digit repeated: 999 999 or 999 999,99. With cents only
// nines are: 333 333,33 is a third of a million.
bool repeats_one_digit(std::int64_t cents, std::size_t enough) {
    const bool whole = cents % 100 == 0;
    const std::string digits = std::to_string(whole ? cents / 100 : cents);
    return digits.size() >= enough && (whole || digits.front() == '9') &&
           std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits.front(); });
}

}  // namespace

bool is_aberrant(core::Euros amount) {
    const ImportWords& words = ImportWords::embedded();
    const std::int64_t cents = amount.parts();
    return cents < words.amount_min_cents || cents > words.amount_max_cents ||
           repeats_one_digit(cents, words.repeated_digits) ||
           (cents % 100 == 0 && words.fake_amounts.contains(cents / 100));
}

}  // namespace clausier::domain
