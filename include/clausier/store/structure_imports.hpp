// Imports of lists of structures kept: applied in one transaction, listed, undone as a whole.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/structure_list.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class StructureImports {
public:
    explicit StructureImports(Transaction& tx) : tx_(tx) {}

    // Writes the import, adds and replaces the structures, and keeps the remarks; gives the import back with its number
    // and the counts of created and updated. Throws Error(conflict) as Structures::save().
    domain::StructureImport apply(domain::StructureImport import, const std::vector<domain::Structure>& created,
                                  const std::vector<domain::Structure>& updated,
                                  const std::vector<domain::StructureImportRemark>& remarks);
    [[nodiscard]] std::optional<domain::StructureImport> find(domain::Id<domain::StructureImport> id);
    // The newest first.
    [[nodiscard]] std::vector<domain::StructureImport> list(std::int64_t limit);
    [[nodiscard]] std::vector<domain::StructureImportRemark> remarks(domain::Id<domain::StructureImport> id);
    // Takes back what it created and puts back what it changed. Throws Error(conflict) when it is undone already, or
    // naming the structures that somebody or another import has changed since.
    void undo(domain::Id<domain::StructureImport> id, core::Instant at);

private:
    void keep_before(domain::Id<domain::StructureImport> import, domain::Id<domain::Structure> structure);
    void require_untouched(domain::Id<domain::StructureImport> id);
    Transaction& tx_;
};

}  // namespace clausier::store
