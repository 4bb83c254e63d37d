// The organisations that a file names, each numbered once.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clausier/store/staging.hpp"
#include "numbering.hpp"

namespace clausier::store {

class StagingParties {
public:
    // `insert` and `rename` write into the table of parties.
    StagingParties(Aliases aliases, Statement insert, Statement rename);

    // Its number, from 1. A party seen first without a name takes the first name given.
    std::int64_t number(const domain::TenderParty& party, domain::OrganisationKind kind);
    // Tells sets of parties apart by the sum of their marks, whatever their order; below 2^40, so that the sum of any
    // real set fits.
    [[nodiscard]] std::int64_t mark(std::int64_t number) const;

private:
    struct Known {
        std::int64_t mark = 0;
        bool named = false;
    };
    void add(const domain::TenderParty& party, domain::OrganisationKind kind);

    Aliases aliases_;
    Statement insert_;
    Statement rename_;
    Numbering numbers_;
    std::vector<Known> known_;
    std::string key_;
};

}  // namespace clausier::store
