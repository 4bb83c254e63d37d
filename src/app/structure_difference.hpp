// What a list of structures changes in those that are kept.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "clausier/domain/structure_list.hpp"
#include "clausier/domain/structure_table.hpp"
#include "clausier/store/structures.hpp"

namespace clausier::app {

struct StructureChanges {
    std::vector<domain::Structure> created;
    std::vector<domain::Structure> updated;
    std::int64_t same = 0;
    std::int64_t listed = 0;
    std::vector<domain::StructureImportRemark> remarks;
};

class StructureDifference {
public:
    // Reads what is kept under the SIRETs and the names of the rows.
    StructureDifference(store::Transaction& tx, const std::vector<domain::StructureRow>& rows, core::Date today);
    StructureChanges compare();

private:
    void read(const domain::StructureRow& row);
    void remark(const domain::StructureRow& row, bool kept, const std::vector<core::Issue>& issues);
    [[nodiscard]] const domain::Structure* kept_one(const domain::StructureRow& row) const;
    [[nodiscard]] const domain::Structure* by_siret(const std::string& siret, const domain::StructureRow& row) const;
    void tell_shared(const domain::StructureRow& row);

    const std::vector<domain::StructureRow>& rows_;
    core::Date today_;
    std::unordered_map<std::string, std::vector<domain::Structure>> known_;
    std::map<std::string, domain::Structure> named_;      // those without SIRET, by kind, name and département
    std::map<std::string, std::int64_t> rows_of_siret_;   // of the file
    std::map<std::string, std::uint64_t> line_of_key_;    // what the file has said already
    std::map<std::int64_t, std::uint64_t> line_of_kept_;  // structures that a line has taken
    StructureChanges out_;
};

}  // namespace clausier::app
