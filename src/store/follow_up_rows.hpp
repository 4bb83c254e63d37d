// The columns of contacts, exchanges and tasks, and their reading.
#pragma once
#include <string_view>

#include "clausier/domain/follow_up.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

inline constexpr std::string_view contact_columns =
    "id, subject_kind, subject_id, name, role, phone, email, note, revision";
inline constexpr std::string_view exchange_columns =
    "x.id, x.subject_kind, x.subject_id, x.kind, x.held_on, x.contact_id, x.owner, x.summary, x.report, x.revision";
inline constexpr int exchange_size = 10;
inline constexpr std::string_view task_columns =
    "t.id, t.subject_kind, t.subject_id, t.title, t.owner, t.due_on, t.done_on, t.revision";

// Its kind and id stand in that column and the next.
inline domain::Subject read_subject(const Statement& row, int column) {
    return {domain::subject_kind(row.text(column)).value(), row.integer(column + 1)};
}
inline domain::Contact read_contact(const Statement& row) {
    return {row.get<domain::Id<domain::Contact>>(0),
            read_subject(row, 1),
            row.text(3),
            row.text(4),
            row.text(5),
            row.text(6),
            row.text(7),
            row.integer(8)};
}
inline domain::Exchange read_exchange(const Statement& row) {
    return {row.get<domain::Id<domain::Exchange>>(0),
            read_subject(row, 1),
            domain::exchange_kind(row.text(3)).value(),
            row.get<core::Date>(4),
            row.get<std::optional<domain::Id<domain::Contact>>>(5),
            row.text(6),
            row.text(7),
            row.text(8),
            row.integer(9)};
}
inline domain::Task read_task(const Statement& row) {
    return {row.get<domain::Id<domain::Task>>(0),
            read_subject(row, 1),
            row.text(3),
            row.text(4),
            row.get<std::optional<core::Date>>(5),
            row.get<std::optional<core::Date>>(6),
            row.integer(7)};
}

}  // namespace clausier::store
