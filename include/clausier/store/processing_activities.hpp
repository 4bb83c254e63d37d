// The register of processing as it was changed here.
#pragma once
#include <vector>

#include "clausier/domain/processing_activity.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class ProcessingActivities {
public:
    explicit ProcessingActivities(Transaction& tx) : tx_(tx) {}

    // Those that were changed or added, by code.
    [[nodiscard]] std::vector<domain::ProcessingActivity> list();
    // Adds what has revision 0, else replaces it. Throws Error(conflict) when somebody else has saved it since it was
    // read.
    domain::ProcessingActivity save(domain::ProcessingActivity activity);
    // Back to the program's own text; one that was added is gone.
    void remove(const std::string& code);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
