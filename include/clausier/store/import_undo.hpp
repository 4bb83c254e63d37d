// The undoing of a whole import: everything back as it was, or a list of what stands in the way.
#pragma once
#include <string>
#include <vector>

#include "clausier/store/imports.hpp"

namespace clausier::store {

class ImportUndo {
public:
    explicit ImportUndo(Transaction& tx) : tx_(tx) {}

    // What prevents undoing it, one Issue for each market or lot changed or used since (the first hundred, then how
    // many more); empty when nothing does. Throws Error(not_found) when there is no such import.
    [[nodiscard]] std::vector<core::Issue> obstacles(domain::Id<Import> id);

    // Puts back what it changed and removes what it brought, organisations that something else uses excepted; writes a
    // row of the journal. Throws Error(conflict) with the obstacles, or when it is undone already.
    Import undo(domain::Id<Import> id, core::Instant at, const std::string& actor);

private:
    void remove_new(domain::Id<Import> id);
    void restore_changed(domain::Id<Import> id);
    Transaction& tx_;
};

}  // namespace clausier::store
