// What was deleted must leave the file too, at once or at the next purge.
#pragma once
#include <vector>

#include "clausier/store/database.hpp"

namespace clausier::app {

// In the transaction that deletes: the file is to be cleaned.
void mark_for_scrubbing(store::Transaction& tx);
// Cleans the file when it is to be. Gives a remark when another work is reading it: the next call does it.
std::vector<core::Issue> scrub_if_marked(store::Database& base);

}  // namespace clausier::app
