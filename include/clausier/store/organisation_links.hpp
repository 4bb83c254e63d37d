// What organisations are to lots, dossiers and structures: functions, OPCS, networks.
#pragma once
#include <vector>

#include "clausier/domain/market.hpp"
#include "clausier/domain/organisation_function.hpp"
#include "clausier/domain/structure.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class OrganisationLinks {
public:
    explicit OrganisationLinks(Transaction& tx) : tx_(tx) {}

    // In the order of the list of functions.
    [[nodiscard]] std::vector<domain::OrganisationFunction> functions(domain::Id<domain::Organisation> id);
    void set_functions(domain::Id<domain::Organisation> id, const std::vector<domain::OrganisationFunction>& functions);
    // Every organisation of that function, by name; `lead` is false.
    [[nodiscard]] std::vector<domain::LotOpcs> opcs();

    // The OPCS of a lot, the leading one first, then by name.
    [[nodiscard]] std::vector<domain::LotOpcs> opcs_of(domain::Id<domain::Lot> lot);
    // Replaces them; the lot's revision is not theirs.
    void set_opcs(domain::Id<domain::Lot> lot, const std::vector<domain::LotOpcs>& opcs);

    // What a structure is linked with; set() replaces it.
    [[nodiscard]] domain::StructureLinks of(domain::Id<domain::Structure> structure);
    void set(const domain::StructureLinks& links);

    // Everything of the one becomes the other's; where both were on a lot, it leads if one of them did.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
