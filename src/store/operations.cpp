// Queries on operations.
#include "clausier/store/operations.hpp"

#include "clausier/core/issue.hpp"

namespace clausier::store {

using domain::Id;
using domain::Operation;

namespace {

Operation read_row(const Statement& row) {
    return {row.get<Id<Operation>>(0), row.text(1), row.text(2), row.text(3), row.integer(4)};
}

}  // namespace

std::optional<Operation> Operations::find(Id<Operation> id) {
    auto rows = tx_.query("SELECT id, name, programme, convention_number, revision FROM operations WHERE id = ?", id);
    if (!rows.step()) return std::nullopt;
    return read_row(rows);
}

std::vector<Operation> Operations::list() {
    auto rows = tx_.query("SELECT id, name, programme, convention_number, revision FROM operations ORDER BY name, id");
    std::vector<Operation> operations;
    while (rows.step()) operations.push_back(read_row(rows));
    return operations;
}

Operation Operations::save(Operation o) {
    if (o.id.empty()) {
        o.id = tx_.value<Id<Operation>>(
            "INSERT INTO operations (name, programme, convention_number) VALUES (?, ?, ?) RETURNING id", o.name,
            o.programme, o.convention_number);
        o.revision = 1;
        return o;
    }
    if (tx_.run(R"(
UPDATE operations SET name = ?, programme = ?, convention_number = ?, revision = revision + 1 WHERE id = ? AND revision = ?)",
                o.name, o.programme, o.convention_number, o.id, o.revision) == 0)
        throw core::Error(
            core::ErrorKind::conflict, "opération",
            "elle a été modifiée par quelqu’un d’autre depuis que vous l’avez lue ; relisez-la puis recommencez");
    ++o.revision;
    return o;
}

}  // namespace clausier::store
