// Contracts in a list, with what each counts for.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/indicator.hpp"

namespace clausier::domain {

// A contract as lists show it.
struct ContractLine {
    Contract contract;
    std::string buyer;
    std::string reference;
    std::string lot_number;
    std::string object;
    std::string holders;         // names joined by ", "
    std::string considerations;  // as kept; "" when not filled in
    std::string environmental;
    std::optional<core::Euros> amount_read;  // as the file gives it, aberrant or not
    std::string exclusion;                   // why it is not counted, "" when it is
    bool counts = false;                     // in the numerator asked for
};

struct ContractPage {
    std::vector<ContractLine> lines;
    std::int64_t total = 0;  // of the whole list, as the sum
    Counted sum;
};

}  // namespace clausier::domain
