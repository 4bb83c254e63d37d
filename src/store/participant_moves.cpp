// Records that become another's: merges of persons, transfers between OPCS, merges of organisations.
#include "clausier/store/participants.hpp"

namespace clausier::store {

void Participants::merge(Id from, Id into, core::Date on) {
    // Health goes with the record that is left, which may know it already.
    tx_.run(R"(
INSERT INTO participant_health (participant_id, disabled_worker)
SELECT ?, disabled_worker FROM participant_health WHERE participant_id = ?
ON CONFLICT (participant_id) DO NOTHING)",
            into, from);
    // The path of the person lasts while one of both does, and ends with the later one.
    tx_.run(R"(
UPDATE participants SET path_ended_on = (
  SELECT CASE WHEN count(path_ended_on) = 2 THEN max(path_ended_on) END FROM participants WHERE id IN (?1, ?2))
WHERE id = ?2)",
            from, into);
    tx_.run("UPDATE participant_holds SET participant_id = ? WHERE participant_id = ?", into, from);
    tx_.run("UPDATE placements SET participant_id = ?, revision = revision + 1 WHERE participant_id = ?", into, from);
    forget(from, domain::Gone::merge, on);
    tx_.run("UPDATE participants SET merged_into = ? WHERE merged_into = ?", into, from);
    tx_.run("UPDATE participants SET merged_into = ? WHERE id = ?", into, from);
    tx_.run("UPDATE participants SET revision = revision + 1 WHERE id = ?", into);
}

void Participants::transfer(Id id, domain::Id<domain::Organisation> into, core::Instant at, const std::string& actor) {
    tx_.run(R"(
INSERT INTO participant_transfers (participant_id, from_id, into_id, at, actor)
SELECT id, opcs_id, ?, ?, ? FROM participants WHERE id = ?)",
            into, at, actor, id);
    tx_.run("UPDATE participants SET opcs_id = ?, revision = revision + 1 WHERE id = ?", into, id);
}

std::vector<domain::PersonTransfer> Participants::transfers(Id id) {
    auto rows = tx_.query(R"(
SELECT CASE WHEN a.name <> '' THEN a.name ELSE a.identifier END, CASE WHEN b.name <> '' THEN b.name ELSE b.identifier END,
       t.at, t.actor
FROM participant_transfers t JOIN organisations a ON a.id = t.from_id JOIN organisations b ON b.id = t.into_id
WHERE t.participant_id = ? ORDER BY t.id)",
                          id);
    std::vector<domain::PersonTransfer> out;
    while (rows.step()) out.push_back({rows.text(0), rows.text(1), rows.get<core::Instant>(2), rows.text(3)});
    return out;
}

std::vector<domain::PersonAccess> Participants::accesses(const std::string& pseudonym) {
    auto rows =
        tx_.query("SELECT at, actor, action FROM journal WHERE subject = 'personne/' || ? ORDER BY id", pseudonym);
    std::vector<domain::PersonAccess> out;
    while (rows.step()) out.push_back({rows.get<core::Instant>(0), rows.text(1), rows.text(2)});
    return out;
}

void Participants::move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into) {
    tx_.run("UPDATE participants SET opcs_id = ?, revision = revision + 1 WHERE opcs_id = ?", into, from);
    tx_.run("UPDATE participants SET declared_by = ?, revision = revision + 1 WHERE declared_by = ?", into, from);
}

}  // namespace clausier::store
