// Commitments kept: what is owed on a lot, and its history, to which lines are added and never taken away.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/commitment.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Functions find only what is of a lot that Transaction::viewer() sees.
class Commitments {
public:
    using Id = domain::Id<domain::Commitment>;
    explicit Commitments(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Commitment> find(Id id);
    // The whole ones first, then sub-goals, in the order of making.
    [[nodiscard]] std::vector<domain::Commitment> of(domain::Id<domain::Lot> lot);

    // Adds when the id is empty, else replaces what is not its history. Throws Error(conflict) when the lot already has
    // one of that unit, goal and holder, or when somebody else has saved it since it was read.
    domain::Commitment save(domain::Commitment commitment);
    // One more line at the end of the history. Throws Error(conflict) as save().
    domain::Commitment add(domain::Commitment commitment, domain::CommitmentVersion version);

    // What one organisation owed is another's. Throws Error(conflict) naming each lot where both owe the same thing.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    void load_versions(domain::Commitment& commitment);
    std::vector<domain::Commitment> read_all(Statement rows);
    Transaction& tx_;
};

}  // namespace clausier::store
