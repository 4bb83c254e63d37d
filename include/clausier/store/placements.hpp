// Placements kept: who works for a lot, why they are eligible, and how several lots share one.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/globalisation.hpp"
#include "clausier/domain/placement.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Every condition left empty lets all through.
struct PlacementFilter {
    std::optional<domain::Id<domain::Lot>> lot{};  // its own, or one that shares it
    std::optional<domain::Id<domain::Organisation>> employer{};
    std::optional<domain::Id<domain::Participant>> participant{};
    std::optional<core::Date> runs_on{};     // a day it holds
    std::optional<core::Date> ends_until{};  // has an end, that day at the latest
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

// Functions find only what Transaction::viewer() may see. Where it may not see who somebody is, the participant, its
// criteria and its profile are left out.
class Placements {
public:
    using Id = domain::Id<domain::Placement>;
    explicit Placements(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Placement> find(Id id);
    [[nodiscard]] std::optional<domain::PlacementLine> line(Id id);
    // The latest entry first.
    [[nodiscard]] std::vector<domain::PlacementLine> list(const PlacementFilter& filter);
    [[nodiscard]] std::int64_t count(const PlacementFilter& filter);
    // Whether the viewer declares its hours: it employs the person or facilitates the lot.
    [[nodiscard]] bool declarable(Id id);
    // Whether it facilitates the lot, or one that shares it.
    [[nodiscard]] bool followed(Id id);

    // Adds when the id is empty, else replaces; a participant or a lot once given is kept. Throws Error(conflict) when
    // somebody else has saved it since it was read.
    domain::Placement save(domain::Placement placement);

    [[nodiscard]] std::optional<domain::Globalisation> globalisation(Id id);
    void set_globalisation(const domain::Globalisation& globalisation);

    // What one organisation held or employed is another's.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    void load_criteria(domain::Placement& placement);
    void write_criteria(const domain::Placement& placement);
    Transaction& tx_;
};

}  // namespace clausier::store
