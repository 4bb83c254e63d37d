// Queries on commitments and their versions.
#include "clausier/store/commitments.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Commitment;
using domain::CommitmentVersion;
using domain::Organisation;

constexpr std::string_view columns =
    "c.id, c.lot_id, c.holder_id, c.unit, c.goal, c.parent_id, c.share_bp, c.tranche_cents, c.threshold_cents, "
    "c.threshold_mode, c.revision";

Commitment read_row(const Statement& row) {
    Commitment out;
    out.id = row.get<domain::Id<Commitment>>(0);
    out.lot = row.get<domain::Id<domain::Lot>>(1);
    out.holder = row.get<std::optional<domain::Id<Organisation>>>(2);
    out.unit = domain::commitment_unit(row.text(3)).value();
    out.goal = row.text(4);
    out.parent = row.get<std::optional<domain::Id<Commitment>>>(5);
    out.share = row.get<std::optional<core::Rate>>(6);
    if (!row.is_null(7))
        out.on_invoices = {row.get<core::Euros>(7), row.get<core::Euros>(8),
                           domain::parse_threshold_mode(row.text(9)).value()};
    out.revision = row.integer(10);
    return out;
}

CommitmentVersion read_version(const Statement& row) {
    CommitmentVersion out;
    out.rank = row.get<int>(0);
    out.kind = domain::version_kind(row.text(1)).value();
    out.quantity = row.get<domain::Committed>(2);
    out.invoiced = row.get<std::optional<core::Euros>>(3);
    out.since = row.get<core::Date>(4);
    out.confirmed = row.get<bool>(5);
    out.replaces = row.get<std::optional<int>>(6);
    out.reason = row.text(7);
    out.reference = row.text(8);
    out.agreed_on = row.get<std::optional<core::Date>>(9);
    out.taken_over = row.get<bool>(10);
    out.at = row.get<core::Instant>(11);
    out.actor = row.text(12);
    return out;
}

std::string_view mode(domain::ThresholdMode mode) {
    return mode == domain::ThresholdMode::trigger ? "declencheur" : "franchise";
}

}  // namespace

void Commitments::load_versions(Commitment& c) {
    auto rows = tx_.query(R"(
SELECT rank, kind, quantity_centi, invoiced_cents, since_on, confirmed, replaces, reason, reference, agreed_on,
       taken_over, at, actor
FROM commitment_versions WHERE commitment_id = ? ORDER BY rank)",
                          c.id);
    while (rows.step()) c.versions.push_back(read_version(rows));
}

std::vector<Commitment> Commitments::read_all(Statement rows) {
    std::vector<Commitment> out;
    while (rows.step()) out.push_back(read_row(rows));
    for (Commitment& one : out) load_versions(one);
    return out;
}

std::optional<Commitment> Commitments::find(Id id) {
    auto found = read_all(tx_.query(fmt::format("SELECT {} FROM commitments c WHERE c.id = ?{}", columns,
                                                also(visible_lots(tx_.viewer(), "c.lot_id"))),
                                    id));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Commitment> Commitments::of(domain::Id<domain::Lot> lot) {
    return read_all(
        tx_.query(fmt::format("SELECT {} FROM commitments c WHERE c.lot_id = ?{} ORDER BY c.goal <> 'whole', c.id",
                              columns, also(visible_lots(tx_.viewer(), "c.lot_id"))),
                  lot));
}

Commitment Commitments::save(Commitment c) {
    if (tx_.value<bool>(R"(
SELECT EXISTS (SELECT 1 FROM commitments WHERE lot_id = ? AND unit = ? AND goal = ? AND holder_id IS ? AND id <> ?))",
                        c.lot, c.unit, c.goal, c.holder, c.id))
        throw Error(ErrorKind::conflict, "objectif",
                    "ce lot a déjà un engagement de cette unité et de cet objectif ; ajoutez une version à celui-ci");
    std::optional<core::Euros> tranche, threshold;
    std::optional<std::string> threshold_mode;
    if (c.on_invoices) {
        tranche = c.on_invoices->tranche;
        threshold = c.on_invoices->threshold;
        threshold_mode = std::string(mode(c.on_invoices->mode));
    }
    if (c.id.empty()) {
        c.id = tx_.value<Id>(R"(
INSERT INTO commitments (lot_id, holder_id, unit, goal, parent_id, share_bp, tranche_cents, threshold_cents,
                         threshold_mode)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                             c.lot, c.holder, c.unit, c.goal, c.parent, c.share, tranche, threshold, threshold_mode);
        c.revision = 1;
        return c;
    }
    refuse_stale(tx_.run(R"(
UPDATE commitments SET holder_id = ?, unit = ?, goal = ?, parent_id = ?, share_bp = ?, tranche_cents = ?,
  threshold_cents = ?, threshold_mode = ?, revision = revision + 1 WHERE id = ? AND revision = ?)",
                         c.holder, c.unit, c.goal, c.parent, c.share, tranche, threshold, threshold_mode, c.id,
                         c.revision));
    ++c.revision;
    return c;
}

Commitment Commitments::add(Commitment c, CommitmentVersion v) {
    refuse_stale(
        tx_.run("UPDATE commitments SET revision = revision + 1 WHERE id = ? AND revision = ?", c.id, c.revision));
    ++c.revision;
    v.rank = c.versions.empty() ? 1 : c.versions.back().rank + 1;
    tx_.run(R"(
INSERT INTO commitment_versions (commitment_id, rank, kind, quantity_centi, invoiced_cents, since_on, confirmed, replaces,
                                 reason, reference, agreed_on, taken_over, at, actor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))",
            c.id, v.rank, v.kind, v.quantity, v.invoiced, v.since, v.confirmed, v.replaces, v.reason, v.reference,
            v.agreed_on, v.taken_over, v.at, v.actor);
    c.versions.push_back(std::move(v));
    return c;
}

void Commitments::move(domain::Id<Organisation> from, domain::Id<Organisation> into) {
    std::vector<core::Issue> doubles;
    auto rows = tx_.query(R"(
SELECT m.reference, l.number FROM commitments a JOIN commitments b
  ON b.lot_id = a.lot_id AND b.unit = a.unit AND b.goal = a.goal AND b.holder_id = ?
JOIN lots l ON l.id = a.lot_id JOIN markets m ON m.id = l.market_id WHERE a.holder_id = ? ORDER BY a.id)",
                          into, from);
    while (rows.step())
        doubles.push_back({core::Severity::error, "engagement_double",
                           fmt::format("marché {}, lot {}", rows.text(0), rows.text(1)),
                           "les deux organisations y doivent la même chose ; ramenez leurs engagements à un seul"});
    if (!doubles.empty()) throw Error(ErrorKind::conflict, std::move(doubles));
    tx_.run("UPDATE commitments SET holder_id = ?, revision = revision + 1 WHERE holder_id = ?", into, from);
}

}  // namespace clausier::store
