// Numbers given to the organisations of a file, and their rows.
#include "staging_parties.hpp"

#include "clausier/store/organisations.hpp"
#include "fingerprint.hpp"

namespace clausier::store {

namespace {

void write_key(const domain::TenderParty& party, std::string& key) {
    constexpr char mark = '\x1f';
    key = party.identifier.scheme;
    key += mark;
    key += party.identifier.empty() ? folded_name(party.name) : party.identifier.text;
    if (party.identifier.empty()) key += mark;
}

}  // namespace

std::string party_key(const domain::TenderParty& party) {
    std::string key;
    write_key(party, key);
    return key;
}

StagingParties::StagingParties(Aliases aliases, Statement insert, Statement rename)
    : aliases_(std::move(aliases)), insert_(std::move(insert)), rename_(std::move(rename)) {}

std::int64_t StagingParties::number(const domain::TenderParty& party, domain::OrganisationKind kind) {
    write_key(party, key_);
    if (!aliases_.empty())
        if (const auto alias = aliases_.find(key_); alias != aliases_.end()) return number(alias->second, kind);
    const std::uint32_t number = numbers_.number(key_);
    if (number > known_.size()) {
        add(party, kind);
    } else if (Known& known = known_[number - 1]; !known.named && !party.name.empty()) {
        known.named = true;
        rename_.bind_all(party.name, folded_name(party.name), number);
        rename_.run();
    }
    return number;
}

std::int64_t StagingParties::mark(std::int64_t number) const {
    return known_[static_cast<std::size_t>(number - 1)].mark;
}

void StagingParties::add(const domain::TenderParty& party, domain::OrganisationKind kind) {
    constexpr int spare_bits = 24;
    known_.push_back({static_cast<std::int64_t>(fingerprint(key_).number >> spare_bits), !party.name.empty()});
    const bool identified = !party.identifier.empty();
    insert_.bind_all(known_.size(), kind, party.name, folded_name(party.name),
                     identified ? std::string_view(party.identifier.scheme) : std::string_view(),
                     identified ? std::optional(std::string_view(party.identifier.text)) : std::nullopt,
                     known_.back().mark);
    insert_.run();
}

}  // namespace clausier::store
