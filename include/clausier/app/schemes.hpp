// Schemes, targets, registers and AGEC declarations: kept, changed and taken away, each told in the journal.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/scheme.hpp"
#include "clausier/domain/spaser_register.hpp"

namespace clausier::app {

using domain::SchemeSheet;
// The latest first; of a buyer, or all.
std::vector<SchemeSheet> schemes(store::Database& base, std::optional<domain::Id<domain::Organisation>> buyer = {});
// Throws Error(not_found).
SchemeSheet scheme_sheet(store::Database& base, domain::Id<domain::Scheme> id);

domain::RegisterSheet registers(store::Database& base, std::optional<domain::Id<domain::Organisation>> buyer = {});

// Those one may choose among: every organisation that buys.
std::vector<domain::Organisation> buyers(store::Database& base);

// Throw Error(not_found).
domain::Target find_target(store::Database& base, domain::Id<domain::Target> id);
domain::RegisterEntry find_entry(store::Database& base, domain::Id<domain::RegisterEntry> id);
domain::ReuseDeclaration find_declaration(store::Database& base, domain::Id<domain::ReuseDeclaration> id);

// Each is one transaction with a row of the journal, which holds the names of the fields that changed and no text
// typed. Texts are tidied first. What has no id is added, else changed. Throw Error(invalid) with every fault,
// Error(not_found) when the row, its scheme or its buyer is not there, Error(conflict) with both values by field when
// somebody else has written since, or when that target or declaration exists already. Nothing is written when nothing
// has changed. The buyer of an entry or of a declaration, and the scheme of a target, never change.
domain::Scheme save(Session session, store::Database& base, domain::Scheme scheme);
domain::Target save(Session session, store::Database& base, domain::Target target);
domain::RegisterEntry save(Session session, store::Database& base, domain::RegisterEntry entry);
domain::ReuseDeclaration save(Session session, store::Database& base, domain::ReuseDeclaration declaration);
// Give what was removed. A scheme goes with its targets; what was published stays.
domain::Scheme remove(Session session, store::Database& base, domain::Id<domain::Scheme> id);
domain::Target remove(Session session, store::Database& base, domain::Id<domain::Target> id);
domain::RegisterEntry remove(Session session, store::Database& base, domain::Id<domain::RegisterEntry> id);
domain::ReuseDeclaration remove(Session session, store::Database& base, domain::Id<domain::ReuseDeclaration> id);

}  // namespace clausier::app
