// Queries on holds and erasures.
#include "clausier/store/retention_holds.hpp"

#include <fmt/format.h>

#include "person_visibility.hpp"

namespace clausier::store {
namespace {

using domain::Erasure;
using domain::Hold;
using domain::Id;
using domain::Participant;

constexpr std::string_view columns =
    "h.id, h.participant_id, h.kind, h.reason, h.until_on, h.set_on, h.set_by, h.lifted_on";

Hold read_row(const Statement& row) {
    return {row.get<Id<Hold>>(0), row.get<Id<Participant>>(1),           domain::hold_kind(row.text(2)).value(),
            row.text(3),          row.get<std::optional<core::Date>>(4), row.get<core::Date>(5),
            row.text(6),          row.get<std::optional<core::Date>>(7)};
}

std::vector<Hold> read_all(Statement rows) {
    std::vector<Hold> out;
    while (rows.step()) out.push_back(read_row(rows));
    return out;
}

std::optional<std::string> or_null(const std::string& tag) { return tag.empty() ? std::nullopt : std::optional(tag); }

}  // namespace

std::vector<Hold> RetentionHolds::of(Id<Participant> participant) {
    return read_all(tx_.query(
        fmt::format("SELECT {} FROM participant_holds h WHERE h.participant_id = ? ORDER BY h.id DESC", columns),
        participant));
}

std::optional<Hold> RetentionHolds::find(Id<Hold> id) {
    auto row = tx_.query(fmt::format(R"(
SELECT {} FROM participant_holds h JOIN participants p ON p.id = h.participant_id WHERE h.id = ? AND {})",
                                     columns, visible_participants(tx_.viewer())),
                         id);
    return row.step() ? std::optional(read_row(row)) : std::nullopt;
}

std::vector<Hold> RetentionHolds::standing(core::Date today) {
    return read_all(tx_.query(fmt::format(R"(
SELECT {} FROM participant_holds h JOIN participants p ON p.id = h.participant_id
WHERE h.lifted_on IS NULL AND (h.until_on IS NULL OR h.until_on >= ?) AND {} ORDER BY h.id DESC)",
                                          columns, visible_participants(tx_.viewer())),
                              today));
}

Hold RetentionHolds::add(Hold h) {
    h.id = tx_.value<Id<Hold>>(R"(
INSERT INTO participant_holds (participant_id, kind, reason, until_on, set_on, set_by) VALUES (?, ?, ?, ?, ?, ?)
RETURNING id)",
                               h.participant, h.kind, h.reason, h.until, h.set_on, h.set_by);
    return h;
}

void RetentionHolds::lift(Id<Hold> id, core::Date on) {
    tx_.run("UPDATE participant_holds SET lifted_on = ? WHERE id = ? AND lifted_on IS NULL", on, id);
}

void Erasures::add(const Erasure& e) {
    tx_.run("INSERT INTO erasures (pseudonym, name_tag, because, at, actor) VALUES (?, ?, ?, ?, ?)", e.pseudonym,
            or_null(e.name_tag), e.because, e.at, e.actor);
}

std::vector<Erasure> Erasures::list() {
    auto rows = tx_.query("SELECT pseudonym, coalesce(name_tag, ''), because, at, actor FROM erasures ORDER BY id");
    std::vector<Erasure> out;
    while (rows.step())
        out.push_back(
            {rows.text(0), rows.text(1), domain::gone(rows.text(2)).value(), rows.get<core::Instant>(3), rows.text(4)});
    return out;
}

bool Erasures::known(const Erasure& e) {
    return tx_.value<bool>("SELECT EXISTS (SELECT 1 FROM erasures WHERE pseudonym = ? AND because = ? AND at = ?)",
                           e.pseudonym, e.because, e.at);
}

std::vector<Id<Participant>> Erasures::still_named(const Erasure& e) {
    auto rows = tx_.query(R"(
SELECT n.participant_id FROM participant_names n JOIN participants p ON p.id = n.participant_id
WHERE p.pseudonym = ? OR n.name_tag = ? ORDER BY n.participant_id)",
                          e.pseudonym, or_null(e.name_tag));
    std::vector<Id<Participant>> out;
    while (rows.step()) out.push_back(rows.get<Id<Participant>>(0));
    return out;
}

}  // namespace clausier::store
