// Queries on registers and AGEC declarations.
#include "clausier/store/registers.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Organisation;
using domain::RegisterEntry;
using domain::ReuseDeclaration;

RegisterEntry read_entry(const Statement& row) {
    return {row.get<Id<RegisterEntry>>(0),
            row.get<Id<Organisation>>(1),
            domain::register_kind(row.text(2)).value(),
            row.get<core::Date>(3),
            row.get<std::optional<core::Date>>(4),
            row.text(5),
            row.text(6),
            row.text(7),
            row.get<std::optional<std::int64_t>>(8),
            row.text(9),
            row.integer(10)};
}

ReuseDeclaration read_declaration(const Statement& row) {
    return {row.get<Id<ReuseDeclaration>>(0),
            row.get<Id<Organisation>>(1),
            row.get<int>(2),
            row.text(3),
            row.get<core::Euros>(4),
            row.get<core::Euros>(5),
            row.get<core::Euros>(6),
            row.get<core::Euros>(7),
            row.text(8),
            row.integer(9)};
}

}  // namespace

std::vector<RegisterEntry> Registers::entries(std::optional<Id<Organisation>> buyer) {
    auto rows = tx_.query(fmt::format(R"(
SELECT e.id, e.buyer_id, e.kind, e.begins_on, e.ends_on, e.unit, e.title, e.person, e.people, e.note, e.revision
FROM register_entries e WHERE (?1 IS NULL OR e.buyer_id = ?1){} ORDER BY e.kind, e.begins_on DESC, e.id DESC)",
                                      also(visible_buyers(tx_.viewer(), "e.buyer_id"))),
                          buyer);
    std::vector<RegisterEntry> out;
    while (rows.step()) out.push_back(read_entry(rows));
    return out;
}

std::vector<ReuseDeclaration> Registers::declarations(std::optional<Id<Organisation>> buyer) {
    auto rows = tx_.query(fmt::format(R"(
SELECT d.id, d.buyer_id, d.year, d.product, d.total_cents, d.reused_cents, d.donated_cents, d.recycled_cents, d.note,
  d.revision
FROM reuse_declarations d WHERE (?1 IS NULL OR d.buyer_id = ?1){} ORDER BY d.year DESC, d.product, d.id)",
                                      also(visible_buyers(tx_.viewer(), "d.buyer_id"))),
                          buyer);
    std::vector<ReuseDeclaration> out;
    while (rows.step()) out.push_back(read_declaration(rows));
    return out;
}

std::optional<RegisterEntry> Registers::find(Id<RegisterEntry> id) {
    auto rows = tx_.query(fmt::format(R"(
SELECT e.id, e.buyer_id, e.kind, e.begins_on, e.ends_on, e.unit, e.title, e.person, e.people, e.note, e.revision
FROM register_entries e WHERE e.id = ?{})",
                                      also(visible_buyers(tx_.viewer(), "e.buyer_id"))),
                          id);
    if (!rows.step()) return std::nullopt;
    return read_entry(rows);
}

std::optional<ReuseDeclaration> Registers::find(Id<ReuseDeclaration> id) {
    auto rows = tx_.query(fmt::format(R"(
SELECT d.id, d.buyer_id, d.year, d.product, d.total_cents, d.reused_cents, d.donated_cents, d.recycled_cents, d.note,
  d.revision
FROM reuse_declarations d WHERE d.id = ?{})",
                                      also(visible_buyers(tx_.viewer(), "d.buyer_id"))),
                          id);
    if (!rows.step()) return std::nullopt;
    return read_declaration(rows);
}

std::optional<ReuseDeclaration> Registers::same(const ReuseDeclaration& d) {
    const auto id = tx_.maybe<Id<ReuseDeclaration>>(
        "SELECT id FROM reuse_declarations WHERE buyer_id = ? AND year = ? AND product = ?", d.buyer, d.year,
        d.product);
    return id ? find(*id) : std::nullopt;
}

RegisterEntry Registers::save(RegisterEntry e) {
    require_buyer(tx_, e.buyer);
    if (e.id.empty()) {
        e.id = tx_.value<Id<RegisterEntry>>(R"(
INSERT INTO register_entries (buyer_id, kind, begins_on, ends_on, unit, title, person, people, note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                            e.buyer, e.kind, e.begins_on, e.ends_on, e.unit, e.title, e.person,
                                            e.people, e.note);
        e.revision = 1;
        return e;
    }
    refuse_stale(tx_.run(R"(
UPDATE register_entries SET kind = ?, begins_on = ?, ends_on = ?, unit = ?, title = ?, person = ?, people = ?, note = ?,
  revision = revision + 1 WHERE id = ? AND revision = ?)",
                         e.kind, e.begins_on, e.ends_on, e.unit, e.title, e.person, e.people, e.note, e.id,
                         e.revision));
    ++e.revision;
    return e;
}

ReuseDeclaration Registers::save(ReuseDeclaration d) {
    require_buyer(tx_, d.buyer);
    if (d.id.empty()) {
        d.id = tx_.value<Id<ReuseDeclaration>>(R"(
INSERT INTO reuse_declarations (buyer_id, year, product, total_cents, reused_cents, donated_cents, recycled_cents, note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                               d.buyer, d.year, d.product, d.total, d.reused, d.donated, d.recycled,
                                               d.note);
        d.revision = 1;
        return d;
    }
    refuse_stale(tx_.run(R"(
UPDATE reuse_declarations SET year = ?, product = ?, total_cents = ?, reused_cents = ?, donated_cents = ?,
  recycled_cents = ?, note = ?, revision = revision + 1 WHERE id = ? AND revision = ?)",
                         d.year, d.product, d.total, d.reused, d.donated, d.recycled, d.note, d.id, d.revision));
    ++d.revision;
    return d;
}

void Registers::remove(Id<RegisterEntry> id) { tx_.run("DELETE FROM register_entries WHERE id = ?", id); }
void Registers::remove(Id<ReuseDeclaration> id) { tx_.run("DELETE FROM reuse_declarations WHERE id = ?", id); }

void Registers::move(Id<Organisation> from, Id<Organisation> into) {
    tx_.run("UPDATE register_entries SET buyer_id = ?, revision = revision + 1 WHERE buyer_id = ?", into, from);
    tx_.run(R"(
DELETE FROM reuse_declarations WHERE buyer_id = ? AND EXISTS (
  SELECT 1 FROM reuse_declarations o WHERE o.buyer_id = ? AND o.year = reuse_declarations.year
    AND o.product = reuse_declarations.product))",
            from, into);
    tx_.run("UPDATE reuse_declarations SET buyer_id = ?, revision = revision + 1 WHERE buyer_id = ?", into, from);
}

}  // namespace clausier::store
