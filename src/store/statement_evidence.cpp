// Queries on the evidence of statements.
#include "clausier/store/statement_evidence.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "execution_visibility.hpp"

namespace clausier::store {
namespace {

using domain::Evidence;

constexpr std::string_view columns =
    "t.id, t.statement_id, t.kind, t.piece_hash, t.media_type, t.size, t.seen_by, t.seen_on, t.masking_confirmed, "
    "t.destroy_on, t.destroyed_on, t.note";

std::vector<Evidence> read_all(Statement rows) {
    std::vector<Evidence> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<Evidence>>(0), rows.get<domain::Id<domain::HoursStatement>>(1),
                       domain::evidence_kind(rows.text(2)).value(), rows.text(3), rows.text(4), rows.integer(5),
                       rows.text(6), rows.get<std::optional<core::Date>>(7), rows.get<bool>(8),
                       rows.get<std::optional<core::Date>>(9), rows.get<std::optional<core::Date>>(10), rows.text(11)});
    return out;
}

}  // namespace

std::vector<Evidence> StatementEvidence::of(domain::Id<domain::HoursStatement> statement) {
    return read_all(tx_.query(fmt::format(R"(
SELECT {} FROM statement_evidence t JOIN hours_statements s ON s.id = t.statement_id
JOIN placements p ON p.id = s.placement_id WHERE s.id = ?{} ORDER BY t.id)",
                                          columns, also(declarable_placements(tx_.viewer()))),
                              statement));
}

Evidence StatementEvidence::add(Evidence e) {
    e.id = tx_.value<domain::Id<Evidence>>(
        R"(
INSERT INTO statement_evidence (statement_id, kind, piece_hash, media_type, size, seen_by, seen_on, masking_confirmed,
                                destroy_on, note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
        e.statement, e.kind, e.piece.empty() ? std::optional<std::string>() : std::optional(e.piece), e.media_type,
        e.size, e.seen_by, e.seen_on, e.masking_confirmed, e.destroy_on, e.note);
    return e;
}

std::vector<Evidence> StatementEvidence::to_destroy(core::Date on) {
    return read_all(tx_.query(fmt::format(R"(
SELECT {} FROM statement_evidence t
WHERE t.piece_hash IS NOT NULL AND t.destroy_on <= ? AND t.destroyed_on IS NULL ORDER BY t.destroy_on, t.id)",
                                          columns),
                              on));
}

void StatementEvidence::destroyed(domain::Id<Evidence> id, core::Date on) {
    tx_.run("UPDATE statement_evidence SET destroyed_on = ?, piece_hash = NULL WHERE id = ?", on, id);
}

}  // namespace clausier::store
