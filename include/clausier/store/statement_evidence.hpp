// What proves the hours of statements: files among the pieces, or who looked at a payslip.
#pragma once
#include <vector>

#include "clausier/domain/evidence.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class StatementEvidence {
public:
    explicit StatementEvidence(Transaction& tx) : tx_(tx) {}

    // Of a statement whose hours Transaction::viewer() declares or validates, in the order of giving.
    [[nodiscard]] std::vector<domain::Evidence> of(domain::Id<domain::HoursStatement> statement);
    // Its piece is among the pieces already (store/pieces).
    domain::Evidence add(domain::Evidence evidence);
    // Whoever asks: those whose file is to be destroyed by that day and has not been.
    [[nodiscard]] std::vector<domain::Evidence> to_destroy(core::Date on);
    // The row stays and tells so; the piece is let go of.
    void destroyed(domain::Id<domain::Evidence> id, core::Date on);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
