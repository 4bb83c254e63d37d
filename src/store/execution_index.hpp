// The hours of each lot and month, kept true to statements, so that no list or report reads the statements themselves.
#pragma once
#include <string_view>

#include "clausier/domain/id.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::domain {
struct HoursStatement;
struct Organisation;
struct Placement;
}  // namespace clausier::domain

namespace clausier::store {

// Whatever changes a statement, its lines or its placement's employer takes its hours out before, and puts them back in
// after, in its own transaction.
class ExecutionIndex {
public:
    explicit ExecutionIndex(Transaction& tx) : tx_(tx) {}

    void take_out(domain::Id<domain::HoursStatement> statement);
    void put_in(domain::Id<domain::HoursStatement> statement);
    // All the statements of a placement, or of the placements of an employer.
    void take_out(domain::Id<domain::Placement> placement);
    void put_in(domain::Id<domain::Placement> placement);
    void take_out(domain::Id<domain::Organisation> employer);
    void put_in(domain::Id<domain::Organisation> employer);
    void rebuild();

private:
    // Adds the hours of the statements that a condition on s (statement) and p (placement) lets through, `sign` times.
    void add(int sign, std::string_view condition, std::int64_t id);
    Transaction& tx_;
};

}  // namespace clausier::store
