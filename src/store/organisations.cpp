// Queries on organisations.
#include "clausier/store/organisations.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/accounts.hpp"
#include "clausier/store/commitments.hpp"
#include "clausier/store/follow_up.hpp"
#include "clausier/store/lot_executions.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/participants.hpp"
#include "clausier/store/placements.hpp"
#include "clausier/store/purchases.hpp"
#include "clausier/store/registers.hpp"
#include "clausier/store/schemes.hpp"
#include "clausier/store/visibility.hpp"
#include "market_index.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::Organisation;

Organisation read_row(const Statement& row) {
    Organisation organisation;
    organisation.id = row.get<Id<Organisation>>(0);
    organisation.kind = domain::organisation_kind(row.text(1)).value_or(domain::OrganisationKind::unknown);
    organisation.name = row.text(2);
    organisation.identifier = {row.text(3), row.text(4)};
    organisation.merged_into = row.get<std::optional<Id<Organisation>>>(5);
    organisation.revision = row.integer(6);
    return organisation;
}

std::optional<Organisation> first(Statement rows) {
    if (!rows.step()) return std::nullopt;
    return read_row(rows);
}

constexpr std::string_view by_id = R"(
SELECT id, kind, name, scheme, identifier, merged_into, revision FROM organisations WHERE id = ?)";

[[noreturn]] void refuse_stale() {
    throw Error(ErrorKind::conflict, "organisation",
                "elle a été modifiée par quelqu’un d’autre depuis que vous l’avez lue ; relisez-la puis recommencez");
}

// What other tables keep of the one becomes the other's.
void move_kept(Transaction& tx, Id<Organisation> from, Id<Organisation> into) {
    FollowUps(tx).move({domain::SubjectKind::organisation, from.value},
                       {domain::SubjectKind::organisation, into.value});
    Purchases(tx).move(from, into);
    Schemes(tx).move(from, into);
    Registers(tx).move(from, into);
    Accounts(tx).move(from, into);
    Participants(tx).move(from, into);
    OrganisationLinks(tx).move(from, into);
    Commitments(tx).move(from, into);
    Placements(tx).move(from, into);
    LotExecutions(tx).move(from, into);
}

}  // namespace

std::string folded_name(const std::string& name) {
    std::string folded = core::fold(name);
    return folded.empty() ? name : folded;
}

std::optional<Organisation> Organisations::find(Id<Organisation> id) { return first(tx_.query(by_id, id)); }

std::optional<Organisation> Organisations::find_visible(Id<Organisation> id) {
    const std::string visible = visible_organisations(tx_.viewer(), "o.id");
    if (visible == "1") return find(id);
    return first(tx_.query(fmt::format(R"(
SELECT o.id, o.kind, o.name, o.scheme, o.identifier, o.merged_into, o.revision FROM organisations o WHERE o.id = ? AND {})",
                                       visible),
                           id));
}

std::optional<Organisation> Organisations::find(const core::Identifier& identifier) {
    const auto id = tx_.maybe<Id<Organisation>>(
        "SELECT coalesce(merged_into, id) FROM organisations WHERE scheme = ? AND identifier = ?", identifier.scheme,
        identifier.text);
    return id ? find(*id) : std::nullopt;
}

std::optional<Organisation> Organisations::find_by_name(const std::string& name) {
    const auto id = tx_.maybe<Id<Organisation>>(
        "SELECT coalesce(merged_into, id) FROM organisations WHERE folded = ? AND identifier IS NULL",
        folded_name(name));
    return id ? find(*id) : std::nullopt;
}

std::vector<Organisation> Organisations::list(const std::string& text, Among among) {
    const std::string folded = core::fold(text);
    auto rows = tx_.query(fmt::format(R"(
SELECT o.id, o.kind, o.name, o.scheme, o.identifier, o.merged_into, o.revision
FROM organisations o
WHERE o.merged_into IS NULL
  AND (? = '' OR o.folded LIKE '%' || ? || '%' OR o.identifier = ?)
  AND (? = 0 OR EXISTS (SELECT 1 FROM markets m WHERE m.buyer_id = o.id)
             OR EXISTS (SELECT 1 FROM enquiries e WHERE e.buyer_id = o.id)){}
ORDER BY o.folded, o.id)",
                                      also(visible_organisations(tx_.viewer(), "o.id"))),
                          folded, folded, text, among == Among::buyers);
    std::vector<Organisation> found;
    while (rows.step()) found.push_back(read_row(rows));
    return found;
}

domain::MarketCounts Organisations::market_counts(Id<Organisation> id) {
    return {tx_.value<std::int64_t>(fmt::format("SELECT count(*) FROM markets m WHERE m.buyer_id = ?{}",
                                                also(visible_markets(tx_.viewer(), "m.id"))),
                                    id),
            tx_.value<std::int64_t>(fmt::format(R"(
SELECT count(DISTINCT l.market_id) FROM lot_holders h JOIN lots l ON l.id = h.lot_id WHERE h.organisation_id = ?{})",
                                                also(visible_lots(tx_.viewer(), "l.id"))),
                                    id)};
}

Organisation Organisations::save(Organisation o) {
    if (o.name.empty() && o.identifier.empty())
        throw Error(ErrorKind::invalid, "organisation", "donnez un nom ou un identifiant (SIRET…)");
    const bool by_name = o.identifier.empty();
    const auto holder =
        by_name ? tx_.maybe<Id<Organisation>>("SELECT id FROM organisations WHERE folded = ? AND identifier IS NULL",
                                              folded_name(o.name))
                : tx_.maybe<Id<Organisation>>("SELECT id FROM organisations WHERE scheme = ? AND identifier = ?",
                                              o.identifier.scheme, o.identifier.text);
    if (holder && *holder != o.id)
        throw Error(ErrorKind::conflict, "organisation",
                    fmt::format("« {} » est déjà l’organisation n° {} ; modifiez celle-ci", o.label(), holder->value));
    std::optional<std::string> identifier;
    if (!by_name) identifier = o.identifier.text;
    const std::string scheme = by_name ? "" : o.identifier.scheme;
    if (o.id.empty()) {
        o.id = tx_.value<Id<Organisation>>(
            "INSERT INTO organisations (kind, name, folded, scheme, identifier) VALUES (?, ?, ?, ?, ?) RETURNING id",
            o.kind, o.name, folded_name(o.name), scheme, identifier);
        o.revision = 1;
        return o;
    }
    if (tx_.run(R"(
UPDATE organisations SET kind = ?, name = ?, folded = ?, scheme = ?, identifier = ?, revision = revision + 1, edits = edits + 1
WHERE id = ? AND revision = ?)",
                o.kind, o.name, folded_name(o.name), scheme, identifier, o.id, o.revision) == 0)
        refuse_stale();
    ++o.revision;
    MarketIndex(tx_).refresh_of(o.id);
    return o;
}

Organisation Organisations::require_free(Id<Organisation> id) {
    auto organisation = find(id);
    if (!organisation)
        throw Error(ErrorKind::not_found, fmt::format("organisation n° {}", id.value),
                    "elle n’existe pas ; cherchez-la dans la liste");
    if (organisation->merged_into)
        throw Error(ErrorKind::conflict, organisation->label(), "cette organisation est déjà réunie à une autre");
    return *std::move(organisation);
}

// What an import would put back when undone names the organisation that is left, as everything else does.
void Organisations::merge_before_images(Id<Organisation> from, Id<Organisation> into) {
    tx_.run(R"(
DELETE FROM lot_holders_before WHERE organisation_id = ?
  AND EXISTS (SELECT 1 FROM lot_holders_before h WHERE h.import_id = lot_holders_before.import_id
                AND h.lot_id = lot_holders_before.lot_id AND h.organisation_id = ?))",
            from, into);
    tx_.run("UPDATE lot_holders_before SET organisation_id = ? WHERE organisation_id = ?", into, from);
}

void Organisations::merge(Id<Organisation> from, Id<Organisation> into) {
    const Organisation old = require_free(from);
    const Organisation kept = require_free(into);
    if (from == into)
        throw Error(ErrorKind::conflict, old.label(),
                    "une organisation ne se réunit pas à elle-même ; choisissez-en deux");
    std::vector<core::Issue> doubles;
    auto rows = tx_.query(R"(
SELECT a.reference FROM markets a JOIN markets b ON b.reference = a.reference
WHERE a.buyer_id = ? AND b.buyer_id = ? ORDER BY a.reference)",
                          from, into);
    while (rows.step())
        doubles.push_back({core::Severity::error, "marche_double", fmt::format("marché {}", rows.text(0)),
                           fmt::format("« {} » et « {} » en ont chacun un ; supprimez ou renommez l’un des deux",
                                       old.label(), kept.label())});
    if (!doubles.empty()) throw Error(ErrorKind::conflict, std::move(doubles));
    tx_.run("UPDATE markets SET buyer_id = ?, revision = revision + 1, edits = edits + 1 WHERE buyer_id = ?", into,
            from);
    tx_.run("UPDATE enquiries SET buyer_id = ?, revision = revision + 1 WHERE buyer_id = ?", into, from);
    tx_.run(R"(
UPDATE lots SET revision = revision + 1, edits = edits + 1
WHERE id IN (SELECT h.lot_id FROM lot_holders h WHERE h.organisation_id = ?))",
            from);
    tx_.run(R"(
DELETE FROM lot_holders WHERE organisation_id = ?
  AND lot_id IN (SELECT h.lot_id FROM lot_holders h WHERE h.organisation_id = ?))",
            from, into);
    tx_.run("UPDATE lot_holders SET organisation_id = ? WHERE organisation_id = ?", into, from);
    merge_before_images(from, into);
    move_kept(tx_, from, into);
    tx_.run("UPDATE organisations SET merged_into = ? WHERE merged_into = ?", into, from);
    tx_.run("UPDATE organisations SET merged_into = ?, revision = revision + 1, edits = edits + 1 WHERE id = ?", into,
            from);
    MarketIndex(tx_).refresh_of(into);
}

Aliases Organisations::aliases() {
    Aliases aliases;
    auto rows = tx_.query(R"(
SELECT a.scheme, a.identifier, a.name, o.scheme, o.identifier, o.name
FROM organisations a JOIN organisations o ON o.id = a.merged_into)");
    while (rows.step())
        aliases.emplace(party_key({{rows.text(0), rows.text(1)}, rows.text(2)}),
                        domain::TenderParty{{rows.text(3), rows.text(4)}, rows.text(5)});
    return aliases;
}

}  // namespace clausier::store
