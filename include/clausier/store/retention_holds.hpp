// Holds on the names of participants, and the erasures that a restore has to do again.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/person_record.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class RetentionHolds {
public:
    explicit RetentionHolds(Transaction& tx) : tx_(tx) {}

    // Whoever asks, the latest first.
    [[nodiscard]] std::vector<domain::Hold> of(domain::Id<domain::Participant> participant);
    // Of participants that the viewer sees.
    [[nodiscard]] std::optional<domain::Hold> find(domain::Id<domain::Hold> id);
    [[nodiscard]] std::vector<domain::Hold> standing(core::Date today);
    domain::Hold add(domain::Hold hold);
    void lift(domain::Id<domain::Hold> id, core::Date on);

private:
    Transaction& tx_;
};

class Erasures {
public:
    explicit Erasures(Transaction& tx) : tx_(tx) {}

    void add(const domain::Erasure& erasure);
    // The oldest first.
    [[nodiscard]] std::vector<domain::Erasure> list();
    // Whether that one is known already.
    [[nodiscard]] bool known(const domain::Erasure& erasure);
    // Records that have names and that the erasure is about: of that pseudonym, or of that tag.
    [[nodiscard]] std::vector<domain::Id<domain::Participant>> still_named(const domain::Erasure& erasure);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
