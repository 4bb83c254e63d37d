// The words that name a lot in a list.
#include "clausier/domain/execution_list.hpp"

namespace clausier::domain {

std::string label(const LotName& lot) {
    return "marché " + lot.reference + (lot.number.empty() ? "" : ", lot " + lot.number);
}

}  // namespace clausier::domain
