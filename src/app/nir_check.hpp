// No social security number comes in by an import: a file that holds one is refused whole, and nothing of it is kept.
#pragma once
#include <vector>

#include "clausier/core/rows.hpp"
#include "clausier/domain/mapping.hpp"

namespace clausier::app {

class NirCheck {
public:
    // References, identifiers, dates and figures are not looked into: by chance, some are like one.
    explicit NirCheck(const domain::Mapping& mapping);
    // Throws Error(invalid), naming the row and the column and repeating nothing of the cell. A number that begins with
    // the SIRET of another cell of the row is the identifier of a market.
    void operator()(const core::Row& row) const;

private:
    std::vector<bool> left_out_;  // by column
};

}  // namespace clausier::app
