// Schemes and their targets kept.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/scheme.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Schemes {
public:
    explicit Schemes(Transaction& tx) : tx_(tx) {}

    // With their buyers, the latest first.
    [[nodiscard]] std::vector<domain::Scheme> list();
    // Those of a buyer.
    [[nodiscard]] std::vector<domain::Scheme> of_buyer(domain::Id<domain::Organisation> buyer);
    [[nodiscard]] std::optional<domain::Scheme> find(domain::Id<domain::Scheme> id);
    // Adds it when its id is empty, else replaces it; gives it back with its id and revision. Throws Error(conflict)
    // when somebody else saved since it was read.
    domain::Scheme save(domain::Scheme scheme);
    // With its targets; what was published of it stays, without it.
    void remove(domain::Id<domain::Scheme> id);

    // By indicator as indicators() orders them, measure, then year.
    [[nodiscard]] std::vector<domain::Target> targets(domain::Id<domain::Scheme> scheme);
    [[nodiscard]] std::optional<domain::Target> find_target(domain::Id<domain::Target> id);
    // The target of that indicator, measure and year.
    [[nodiscard]] std::optional<domain::Target> same_target(const domain::Target& target);
    domain::Target save(domain::Target target);
    void remove(domain::Id<domain::Target> id);

    // One buyer turns out to be another: its schemes are the other's.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    std::vector<domain::Scheme> read(Statement rows);
    Transaction& tx_;
};

}  // namespace clausier::store
