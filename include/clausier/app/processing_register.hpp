// The register of processing: read, changed by the data protection officer, printed.
#pragma once
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/processing_activity.hpp"

namespace clausier::app {

// The program's own activities, as they were changed here, then those that were added. Withdrawn ones are among them.
std::vector<domain::ProcessingActivity> processing_register(const Session& session, store::Database& base);
// Throws Error(not_found).
domain::ProcessingActivity find_activity(const Session& session, store::Database& base, const std::string& code);
// Saves one; without a code it is a new one. Throws Error(invalid) with the faults of domain::faults(), Error(conflict)
// when somebody else has saved it since it was read.
domain::ProcessingActivity save_activity(const Session& session, store::Database& base,
                                         domain::ProcessingActivity activity);
// Back to the program's own text, or gone when it was added here.
void reset_activity(const Session& session, store::Database& base, const std::string& code);

}  // namespace clausier::app
