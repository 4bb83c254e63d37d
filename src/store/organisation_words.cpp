// Remembers a bounded number of organisations.
#include "organisation_words.hpp"

#include "clausier/core/text.hpp"

namespace clausier::store {

const std::string& OrganisationWords::of(std::int64_t organisation) {
    constexpr std::size_t most_remembered = 100'000;
    if (const auto known = known_.find(organisation); known != known_.end()) return known->second;
    if (known_.size() == most_remembered) known_.clear();
    auto row = tx_.query("SELECT name, identifier FROM organisations WHERE id = ?", organisation);
    std::string words;
    if (row.step()) words = core::fold(row.text(0) + " " + row.text(1));
    return known_[organisation] = std::move(words);
}

}  // namespace clausier::store
