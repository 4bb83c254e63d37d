// What every use case about a person begins and ends with.
#pragma once
#include <string>
#include <string_view>

#include "clausier/app/people.hpp"

namespace clausier::app {

// Throws Error(not_found) when the transaction's viewer sees no such record.
domain::Participant require_person(store::Transaction& tx, PersonId id);
// The same with names that the viewer may see. Throws Error(forbidden), Error(not_found) when they are gone.
domain::PersonNames require_names(store::Transaction& tx, const domain::Participant& person);

// A row of the journal about the record; `detail` names nobody.
void tell_person(store::Transaction& tx, const Session& session, std::string_view action,
                 const domain::Participant& person, std::string detail = {});

// Forgets the names of a record and puts it in the list of erasures with `tag`, which may be "". Records merged into it
// go in the list with it: their names left with the merge, a backup made before still has them.
void forget_person(store::Transaction& tx, const Session& session, const domain::Participant& person, domain::Gone why,
                   const std::string& tag);

// The tag of names under the installation's key. Names are sound (domain::faults).
std::string name_tag(const store::Database& base, const domain::PersonNames& names);

// As who may do everything: for what the law wants done across every OPCS.
store::Database unscoped(store::Database& base);

}  // namespace clausier::app
