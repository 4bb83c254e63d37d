// Queries on placements, their criteria and the lots that share them.
#include "clausier/store/placements.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "execution_index.hpp"
#include "execution_visibility.hpp"
#include "month_column.hpp"
#include "placement_rows.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using domain::Globalisation;
using domain::Organisation;
using domain::Placement;
using domain::PlacementLine;

// Of the parameters ?1 to ?5: lot, employer, participant, a day, an end. What is not asked for leaves the indexes to
// the rest; a filter by participant finds only where the viewer sees who it is.
std::string condition(const domain::Viewer& viewer, const PlacementFilter& f) {
    std::string out = f.lot ? "(p.lot_id = ?1 OR p.id IN (SELECT q.placement_id FROM placement_shares q "
                              "WHERE q.lot_id = ?1))"
                            : "?1 IS NULL";
    out += f.employer ? " AND p.employer_id = ?2" : " AND ?2 IS NULL";
    out += f.participant ? " AND p.participant_id = ?3" + also(identified_placements(viewer)) : " AND ?3 IS NULL";
    out += f.runs_on ? " AND p.started_on <= ?4 AND (p.ended_on IS NULL OR p.ended_on >= ?4)" : " AND ?4 IS NULL";
    out += f.ends_until ? " AND p.ended_on <= ?5" : " AND ?5 IS NULL";
    return out + also(visible_placements(viewer));
}

bool lets_through(Transaction& tx, Placements::Id id, const std::string& rule) {
    return tx.value<bool>(fmt::format("SELECT EXISTS (SELECT 1 FROM placements p WHERE p.id = ?{})", also(rule)), id);
}

}  // namespace

std::optional<Placement> Placements::find(Id id) {
    auto found = line(id);
    if (!found) return std::nullopt;
    return std::move(found->placement);
}

std::optional<PlacementLine> Placements::line(Id id) {
    auto row = tx_.query(placement_query(tx_.viewer(), "p.id = ?1" + also(visible_placements(tx_.viewer()))), id);
    if (!row.step()) return std::nullopt;
    PlacementLine out = read_placement_line(row);
    load_criteria(out.placement);
    return out;
}

std::vector<PlacementLine> Placements::list(const PlacementFilter& f) {
    auto rows =
        tx_.query(placement_query(tx_.viewer(), condition(tx_.viewer(), f) +
                                                    " ORDER BY p.started_on DESC, p.id DESC LIMIT ?6 OFFSET ?7"),
                  f.lot, f.employer, f.participant, f.runs_on, f.ends_until, f.limit, f.offset);
    std::vector<PlacementLine> out;
    while (rows.step()) out.push_back(read_placement_line(rows));
    for (PlacementLine& one : out) load_criteria(one.placement);
    return out;
}

std::int64_t Placements::count(const PlacementFilter& f) {
    return tx_.value<std::int64_t>("SELECT count(*) FROM placements p WHERE " + condition(tx_.viewer(), f), f.lot,
                                   f.employer, f.participant, f.runs_on, f.ends_until);
}

bool Placements::declarable(Id id) { return lets_through(tx_, id, declarable_placements(tx_.viewer())); }
bool Placements::followed(Id id) { return lets_through(tx_, id, followed_placements(tx_.viewer())); }

void Placements::load_criteria(Placement& p) {
    auto rows = tx_.query(fmt::format(R"(
SELECT c.source, c.criterion, c.proof, c.proof_on, c.checked_by, c.checked_on
FROM placement_criteria c JOIN placements p ON p.id = c.placement_id WHERE p.id = ?{} ORDER BY c.rank)",
                                      also(declarable_placements(tx_.viewer()))),
                          p.id);
    while (rows.step())
        p.criteria.push_back({domain::criterion_source(rows.text(0)).value(), rows.text(1), rows.text(2),
                              rows.get<std::optional<core::Date>>(3), rows.text(4),
                              rows.get<std::optional<core::Date>>(5)});
}

void Placements::write_criteria(const Placement& p) {
    tx_.run("DELETE FROM placement_criteria WHERE placement_id = ?", p.id);
    std::int64_t rank = 0;
    for (const domain::CriterionProof& c : p.criteria)
        tx_.run(R"(
INSERT INTO placement_criteria (placement_id, rank, source, criterion, proof, proof_on, checked_by, checked_on)
VALUES (?, ?, ?, ?, ?, ?, ?, ?))",
                p.id, ++rank, c.source, c.criterion, c.proof, c.proof_on, c.checked_by, c.checked_on);
}

Placement Placements::save(Placement p) {
    std::optional<bool> eligible;
    std::optional<core::Date> judged_for;
    std::string because;
    if (p.eligibility) {
        eligible = p.eligibility->eligible;
        judged_for = p.eligibility->judged_for;
        because = p.eligibility->because;
    }
    if (p.id.empty()) {
        p.id = tx_.value<Id>(R"(
INSERT INTO placements (lot_id, holder_id, participant_id, employer_id, structure_id, structure_kind, modality, contract,
  started_on, ended_on, hired_on, job_code, job, eligible, judged_for, eligible_because, sex, age, diploma, situation,
  permanent_staff, taken_over_on, people)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                             p.lot, p.holder, p.participant, p.employer, p.structure, p.structure_kind, p.modality,
                             p.contract, p.started_on, p.ended_on, p.hired_on, p.job_code, p.job, eligible, judged_for,
                             because, p.profile.sex, p.profile.age, p.profile.diploma, p.profile.situation,
                             p.permanent_staff, p.taken_over_on, p.people);
        p.revision = 1;
    } else {
        ExecutionIndex index(tx_);
        index.take_out(p.id);
        refuse_stale(tx_.run(R"(
UPDATE placements SET holder_id = ?, participant_id = coalesce(?, participant_id), employer_id = ?, structure_id = ?,
  structure_kind = ?, modality = ?, contract = ?, started_on = ?, ended_on = ?, hired_on = ?, job_code = ?, job = ?,
  eligible = ?, judged_for = ?, eligible_because = ?, sex = ?, age = ?, diploma = ?, situation = ?,
  permanent_staff = ?, taken_over_on = ?, people = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                             p.holder, p.participant, p.employer, p.structure, p.structure_kind, p.modality, p.contract,
                             p.started_on, p.ended_on, p.hired_on, p.job_code, p.job, eligible, judged_for, because,
                             p.profile.sex, p.profile.age, p.profile.diploma, p.profile.situation, p.permanent_staff,
                             p.taken_over_on, p.people, p.id, p.revision));
        index.put_in(p.id);
        ++p.revision;
    }
    write_criteria(p);
    return p;
}

std::optional<Globalisation> Placements::globalisation(Id id) {
    auto row = tx_.query(fmt::format(R"(
SELECT f.agreed_on, f.reference, f.from_month FROM globalisations f JOIN placements p ON p.id = f.placement_id
WHERE p.id = ?{})",
                                     also(visible_placements(tx_.viewer()))),
                         id);
    if (!row.step()) return std::nullopt;
    Globalisation out{id, {}, row.get<core::Date>(0), row.text(1), row.get<domain::Month>(2)};
    auto shares = tx_.query("SELECT lot_id, share_bp FROM placement_shares WHERE placement_id = ? ORDER BY rank", id);
    while (shares.step()) out.shares.push_back({shares.get<domain::Id<domain::Lot>>(0), shares.get<core::Rate>(1)});
    return out;
}

void Placements::set_globalisation(const Globalisation& g) {
    tx_.run(R"(
INSERT INTO globalisations (placement_id, agreed_on, reference, from_month) VALUES (?, ?, ?, ?)
ON CONFLICT (placement_id) DO UPDATE SET agreed_on = excluded.agreed_on, reference = excluded.reference,
  from_month = excluded.from_month)",
            g.placement, g.agreed_on, g.reference, g.from);
    tx_.run("DELETE FROM placement_shares WHERE placement_id = ?", g.placement);
    std::int64_t rank = 0;
    for (const domain::PlacementShare& share : g.shares)
        tx_.run("INSERT INTO placement_shares (placement_id, rank, lot_id, share_bp) VALUES (?, ?, ?, ?)", g.placement,
                ++rank, share.lot, share.key);
}

void Placements::move(domain::Id<Organisation> from, domain::Id<Organisation> into) {
    ExecutionIndex index(tx_);
    index.take_out(from);
    // What the other one employs already leaves with it, and comes back whole.
    index.take_out(into);
    tx_.run("UPDATE placements SET employer_id = ?, revision = revision + 1 WHERE employer_id = ?", into, from);
    index.put_in(into);
    tx_.run("UPDATE placements SET holder_id = ?, revision = revision + 1 WHERE holder_id = ?", into, from);
}

}  // namespace clausier::store
