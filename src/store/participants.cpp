// Queries on participants, their names and their health.
#include "clausier/store/participants.hpp"

#include <fmt/format.h>

#include "person_visibility.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using domain::Gone;
using domain::Organisation;
using domain::Participant;
using domain::ParticipantLine;
using domain::PersonalText;

constexpr std::string_view columns =
    "p.id, p.pseudonym, p.opcs_id, p.declared_by, p.created_on, p.path_ended_on, p.merged_into, p.gone_on, "
    "p.gone_because, p.revision";
constexpr int column_count = 10;

Participant read_row(const Statement& row) {
    Participant out;
    out.id = row.get<domain::Id<Participant>>(0);
    out.pseudonym = row.text(1);
    out.opcs = row.get<domain::Id<Organisation>>(2);
    out.declared_by = row.get<domain::Id<Organisation>>(3);
    out.created_on = row.get<core::Date>(4);
    out.path_ended_on = row.get<std::optional<core::Date>>(5);
    out.merged_into = row.get<std::optional<domain::Id<Participant>>>(6);
    out.gone_on = row.get<std::optional<core::Date>>(7);
    if (!row.is_null(8)) out.gone_because = domain::gone(row.text(8));
    out.revision = row.integer(9);
    return out;
}

std::vector<Participant> read_all(Statement rows) {
    std::vector<Participant> out;
    while (rows.step()) out.push_back(read_row(rows));
    return out;
}

// A line: ?1 is today. Twins are counted among the records that the viewer sees.
std::string line_query(const domain::Viewer& viewer, std::string_view condition) {
    return fmt::format(R"(
SELECT {}, CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END,
       CASE WHEN d.name <> '' THEN d.name ELSE d.identifier END,
       EXISTS (SELECT 1 FROM participant_names n WHERE n.participant_id = p.id),
       EXISTS (SELECT 1 FROM participant_holds h WHERE h.participant_id = p.id AND h.lifted_on IS NULL
                 AND (h.until_on IS NULL OR h.until_on >= ?1)),
       (SELECT count(*) FROM participant_names a JOIN participant_names b ON b.name_tag = a.name_tag
          JOIN participants q ON q.id = b.participant_id
         WHERE a.participant_id = p.id AND q.id <> p.id AND q.opcs_id = p.opcs_id AND q.merged_into IS NULL AND {})
FROM participants p JOIN organisations o ON o.id = p.opcs_id JOIN organisations d ON d.id = p.declared_by
WHERE {})",
                       columns, visible_participants(viewer, "q"), condition);
}

ParticipantLine read_line(const Statement& row) {
    ParticipantLine out;
    out.participant = read_row(row);
    out.opcs = row.text(column_count);
    out.declared_by = row.text(column_count + 1);
    out.named = row.get<bool>(column_count + 2);
    out.held = row.get<bool>(column_count + 3);
    out.twins = row.integer(column_count + 4);
    return out;
}

// ?2 to ?5: OPCS, who declared, part of a pseudonym, merged ones too.
constexpr std::string_view filtered =
    "(?2 IS NULL OR p.opcs_id = ?2) AND (?3 IS NULL OR p.declared_by = ?3) "
    "AND (?4 = '' OR p.pseudonym LIKE '%' || ?4 || '%') AND (?5 = 1 OR p.merged_into IS NULL)";

}  // namespace

std::optional<Participant> Participants::find(Id id) {
    auto row = tx_.query(
        fmt::format("SELECT {} FROM participants p WHERE p.id = ? AND {}", columns, visible_participants(tx_.viewer())),
        id);
    return row.step() ? std::optional(read_row(row)) : std::nullopt;
}

std::optional<Participant> Participants::find(const std::string& pseudonym) {
    auto row = tx_.query(fmt::format("SELECT {} FROM participants p WHERE p.pseudonym = ? AND {}", columns,
                                     visible_participants(tx_.viewer())),
                         pseudonym);
    return row.step() ? std::optional(read_row(row)) : std::nullopt;
}

std::optional<ParticipantLine> Participants::line(Id id, core::Date today) {
    auto row = tx_.query(line_query(tx_.viewer(), "p.id = ?2 AND " + visible_participants(tx_.viewer())), today, id);
    return row.step() ? std::optional(read_line(row)) : std::nullopt;
}

std::vector<ParticipantLine> Participants::list(const ParticipantFilter& f, core::Date today, std::int64_t limit,
                                                std::int64_t offset) {
    auto rows = tx_.query(line_query(tx_.viewer(), fmt::format("{} AND {} ORDER BY p.id DESC LIMIT ?6 OFFSET ?7",
                                                               filtered, visible_participants(tx_.viewer()))),
                          today, f.opcs, f.declared_by, f.pseudonym, f.merged, limit, offset);
    std::vector<ParticipantLine> out;
    while (rows.step()) out.push_back(read_line(rows));
    return out;
}

std::int64_t Participants::count(const ParticipantFilter& f) {
    return tx_.value<std::int64_t>(fmt::format("SELECT count(*) FROM participants p WHERE ?1 IS NULL AND {} AND {}",
                                               filtered, visible_participants(tx_.viewer())),
                                   std::optional<std::int64_t>(), f.opcs, f.declared_by, f.pseudonym, f.merged);
}

bool Participants::taken(const std::string& pseudonym) {
    return tx_.value<bool>(
        "SELECT EXISTS (SELECT 1 FROM participants WHERE pseudonym = ?1) "
        "OR EXISTS (SELECT 1 FROM erasures WHERE pseudonym = ?1)",
        pseudonym);
}

Participant Participants::add(Participant p) {
    p.id = tx_.value<Id>(R"(
INSERT INTO participants (pseudonym, opcs_id, declared_by, created_on, path_ended_on) VALUES (?, ?, ?, ?, ?)
RETURNING id)",
                         p.pseudonym, p.opcs, p.declared_by, p.created_on, p.path_ended_on);
    p.revision = 1;
    return p;
}

Participant Participants::save(Participant p) {
    refuse_stale(tx_.run(R"(
UPDATE participants SET opcs_id = ?, declared_by = ?, path_ended_on = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                         p.opcs, p.declared_by, p.path_ended_on, p.id, p.revision));
    ++p.revision;
    return p;
}

std::optional<domain::PersonNames> Participants::names(Id id) {
    auto row = tx_.query(fmt::format(R"(
SELECT n.family, n.given, n.born_on FROM participant_names n JOIN participants p ON p.id = n.participant_id
WHERE p.id = ? AND {})",
                                     named_participants(tx_.viewer())),
                         id);
    if (!row.step()) return std::nullopt;
    return domain::PersonNames{PersonalText(row.text(0)), PersonalText(row.text(1)), row.get<core::Date>(2)};
}

void Participants::set_names(Id id, const domain::PersonNames& names, const std::string& tag) {
    tx_.run(R"(
INSERT INTO participant_names (participant_id, family, given, born_on, name_tag) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (participant_id) DO UPDATE SET family = excluded.family, given = excluded.given,
  born_on = excluded.born_on, name_tag = excluded.name_tag)",
            id, names.family.reveal(), names.given.reveal(), names.born_on, tag);
}

std::optional<bool> Participants::disabled_worker(Id id) {
    return tx_.maybe<bool>(fmt::format(R"(
SELECT h.disabled_worker FROM participant_health h JOIN participants p ON p.id = h.participant_id
WHERE p.id = ? AND {})",
                                       named_participants(tx_.viewer())),
                           id);
}

void Participants::set_disabled_worker(Id id, std::optional<bool> yes) {
    if (!yes) {
        tx_.run("DELETE FROM participant_health WHERE participant_id = ?", id);
        return;
    }
    tx_.run(R"(
INSERT INTO participant_health (participant_id, disabled_worker) VALUES (?, ?)
ON CONFLICT (participant_id) DO UPDATE SET disabled_worker = excluded.disabled_worker)",
            id, *yes);
}

std::vector<Participant> Participants::tagged(const std::string& tag) {
    return read_all(tx_.query(fmt::format(R"(
SELECT {} FROM participants p JOIN participant_names n ON n.participant_id = p.id
WHERE n.name_tag = ? AND {} ORDER BY p.id)",
                                          columns, named_participants(tx_.viewer())),
                              tag));
}

std::vector<std::pair<Participant, Participant>> Participants::proposals() {
    const std::string pairs = fmt::format(R"(
SELECT p.id, q.id FROM participants p JOIN participant_names a ON a.participant_id = p.id
JOIN participant_names b ON b.name_tag = a.name_tag JOIN participants q ON q.id = b.participant_id
WHERE p.id < q.id AND p.opcs_id = q.opcs_id AND {} ORDER BY q.id DESC, p.id)",
                                          named_participants(tx_.viewer()));
    std::vector<std::pair<Participant, Participant>> out;
    for (auto rows = tx_.query(pairs); rows.step();) {
        auto older = find(rows.get<Id>(0));
        auto newer = find(rows.get<Id>(1));
        // A structure sees its own alone: the other one may be somebody else's.
        if (older && newer) out.emplace_back(*std::move(older), *std::move(newer));
    }
    return out;
}

std::vector<Participant> Participants::same_person(Id id) {
    return read_all(tx_.query(fmt::format(R"(
WITH root AS (SELECT coalesce(merged_into, id) AS id FROM participants WHERE id = ?1),
tagged AS (
  SELECT id FROM root
  UNION SELECT b.participant_id FROM participant_names a JOIN participant_names b ON b.name_tag = a.name_tag
        WHERE a.participant_id IN (SELECT id FROM root))
SELECT {} FROM participants p
WHERE p.id IN (SELECT id FROM tagged) OR p.merged_into IN (SELECT id FROM tagged)
ORDER BY p.id <> ?1, p.id)",
                                          columns),
                              id));
}

std::string Participants::tag(Id id) {
    return tx_.maybe<std::string>("SELECT name_tag FROM participant_names WHERE participant_id = ?", id).value_or("");
}

std::vector<Participant> Participants::named() {
    return read_all(tx_.query(fmt::format(R"(
SELECT {} FROM participants p JOIN participant_names n ON n.participant_id = p.id WHERE {} ORDER BY p.id)",
                                          columns, visible_participants(tx_.viewer()))));
}

void Participants::forget(Id id, Gone why, core::Date on) {
    tx_.run("DELETE FROM participant_names WHERE participant_id = ?", id);
    tx_.run("DELETE FROM participant_health WHERE participant_id = ?", id);
    tx_.run("UPDATE participants SET gone_on = ?, gone_because = ?, revision = revision + 1 WHERE id = ?", on, why, id);
}

}  // namespace clausier::store
