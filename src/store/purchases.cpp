// Queries on files of purchases and annual spending.
#include "clausier/store/purchases.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/visibility.hpp"

namespace clausier::store {
namespace {

using domain::AnnualSpending;
using domain::Id;
using domain::Organisation;
using domain::PurchaseFile;

constexpr std::string_view columns =
    "id, buyer_id, year, file_name, file_sha256, sheet, at, actor, rows_read, rows_kept, rows_rejected";

PurchaseFile read_row(const Statement& row) {
    PurchaseFile out;
    out.id = row.get<Id<PurchaseFile>>(0);
    out.buyer = row.get<Id<Organisation>>(1);
    out.year = row.get<int>(2);
    out.file_name = row.text(3);
    out.file_sha256 = row.text(4);
    out.sheet = row.text(5);
    out.at = row.get<core::Instant>(6);
    out.actor = row.text(7);
    out.rows_read = row.integer(8);
    out.rows_kept = row.integer(9);
    out.rows_rejected = row.integer(10);
    return out;
}

std::optional<PurchaseFile> first(Statement rows) {
    if (!rows.step()) return std::nullopt;
    return read_row(rows);
}

}  // namespace

PurchaseFile Purchases::save(PurchaseFile file, const std::vector<domain::PurchaseLine>& lines,
                             const std::vector<domain::PurchaseReject>& rejects) {
    require_buyer(tx_, file.buyer);
    if (const auto old = find(file.buyer, file.year)) remove(old->id);
    file.id = tx_.value<Id<PurchaseFile>>(R"(
INSERT INTO purchase_files (buyer_id, year, file_name, file_sha256, sheet, at, actor, rows_read, rows_kept, rows_rejected)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                          file.buyer, file.year, file.file_name, file.file_sha256, file.sheet, file.at,
                                          file.actor, file.rows_read, file.rows_kept, file.rows_rejected);
    auto insert = tx_.query(
        "INSERT INTO purchases (file_id, line, supplier, siret, amount_cents, category, unit) VALUES (?, ?, ?, ?, ?, "
        "?, "
        "?)");
    for (const domain::PurchaseLine& one : lines) {
        insert.bind_all(file.id, one.line, one.supplier,
                        one.siret.empty() ? std::optional<std::string>() : std::optional(one.siret), one.amount,
                        one.category, one.unit);
        insert.run();
    }
    for (const domain::PurchaseReject& one : rejects)
        tx_.run("INSERT INTO purchase_rejects (file_id, line, code, message) VALUES (?, ?, ?, ?)", file.id, one.line,
                one.code, one.message);
    return file;
}

std::optional<PurchaseFile> Purchases::find(Id<PurchaseFile> id) {
    return first(tx_.query(fmt::format("SELECT {} FROM purchase_files f WHERE f.id = ?{}", columns,
                                       also(visible_buyers(tx_.viewer(), "f.buyer_id"))),
                           id));
}

std::optional<PurchaseFile> Purchases::find(Id<Organisation> buyer, int year) {
    return first(
        tx_.query(fmt::format("SELECT {} FROM purchase_files WHERE buyer_id = ? AND year = ?", columns), buyer, year));
}

std::vector<domain::PurchaseYear> Purchases::list() {
    std::vector<domain::PurchaseYear> out;
    for (auto rows = tx_.query(fmt::format(R"(
SELECT y.buyer_id, y.year FROM (
  SELECT buyer_id, year FROM purchase_files UNION SELECT buyer_id, year FROM annual_spending) y
JOIN organisations o ON o.id = y.buyer_id{}
ORDER BY y.year DESC, o.folded, o.id)",
                                           only(visible_buyers(tx_.viewer(), "y.buyer_id"))));
         rows.step();) {
        domain::PurchaseYear one;
        one.file.buyer = rows.get<Id<Organisation>>(0);
        one.file.year = rows.get<int>(1);
        out.push_back(std::move(one));
    }
    for (domain::PurchaseYear& one : out) {
        one.buyer = Organisations(tx_).find(one.file.buyer).value();
        one.spending = spending(one.file.buyer, one.file.year);
        if (auto file = find(one.file.buyer, one.file.year)) one.file = *std::move(file);
    }
    return out;
}

std::vector<domain::PurchaseLine> Purchases::lines(Id<PurchaseFile> id) {
    std::vector<domain::PurchaseLine> out;
    auto rows = tx_.query(
        "SELECT line, supplier, siret, amount_cents, category, unit FROM purchases WHERE file_id = ? ORDER BY line",
        id);
    while (rows.step())
        out.push_back({rows.get<std::uint64_t>(0), rows.text(1), rows.get<std::optional<std::string>>(2).value_or(""),
                       rows.get<core::Euros>(3), rows.text(4), rows.text(5)});
    return out;
}

std::vector<domain::PurchaseReject> Purchases::rejects(Id<PurchaseFile> id) {
    std::vector<domain::PurchaseReject> out;
    auto rows = tx_.query("SELECT line, code, message FROM purchase_rejects WHERE file_id = ? ORDER BY line", id);
    while (rows.step()) out.push_back({rows.get<std::uint64_t>(0), rows.text(1), rows.text(2)});
    return out;
}

void Purchases::remove(Id<PurchaseFile> id) {
    tx_.run("DELETE FROM purchase_rejects WHERE file_id = ?", id);
    tx_.run("DELETE FROM purchases WHERE file_id = ?", id);
    tx_.run("DELETE FROM purchase_files WHERE id = ?", id);
}

bool Purchases::uses(const std::string& hash) {
    return tx_.value<std::int64_t>(R"(
SELECT (SELECT count(*) FROM purchase_files WHERE file_sha256 = ?)
     + (SELECT count(*) FROM structure_imports WHERE file_sha256 = ?)
     + (SELECT count(*) FROM imports WHERE piece_hash = ?)
     + (SELECT count(*) FROM statement_evidence WHERE piece_hash = ?))",
                                   hash, hash, hash, hash) > 0;
}

std::optional<AnnualSpending> Purchases::spending(Id<Organisation> buyer, int year) {
    auto typed =
        tx_.query("SELECT mandated_cents, source FROM annual_spending WHERE buyer_id = ? AND year = ?", buyer, year);
    if (typed.step()) return AnnualSpending{typed.get<core::Euros>(0), typed.text(1), false};
    auto summed = tx_.query(R"(
SELECT f.file_name, coalesce(sum(p.amount_cents), 0) FROM purchase_files f LEFT JOIN purchases p ON p.file_id = f.id
WHERE f.buyer_id = ? AND f.year = ? GROUP BY f.id)",
                            buyer, year);
    if (!summed.step()) return std::nullopt;
    return AnnualSpending{summed.get<core::Euros>(1), "somme du fichier d’achats «\u00a0" + summed.text(0) + "\u00a0»",
                          true};
}

std::optional<domain::SpendingSum> Purchases::spent(std::span<const Id<Organisation>> buyers, int first_year,
                                                    int last_year) {
    domain::SpendingSum sum;
    bool typed = false;
    bool summed = false;
    for (const Id<Organisation> buyer : buyers)
        for (int year = first_year; year <= last_year; ++year) {
            const auto one = spending(buyer, year);
            if (!one) return std::nullopt;
            sum.amount += one->mandated;
            (one->from_purchases ? summed : typed) = true;
        }
    if (!typed && !summed) return std::nullopt;
    using Origin = domain::SpendingOrigin;
    sum.origin = typed && summed ? Origin::both : typed ? Origin::typed : Origin::purchases;
    return sum;
}

void Purchases::save_spending(Id<Organisation> buyer, int year, const AnnualSpending& spending, core::Instant at,
                              const std::string& actor) {
    require_buyer(tx_, buyer);
    tx_.run(R"(
INSERT INTO annual_spending (buyer_id, year, mandated_cents, source, at, actor) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (buyer_id, year) DO UPDATE SET mandated_cents = excluded.mandated_cents, source = excluded.source,
  at = excluded.at, actor = excluded.actor)",
            buyer, year, spending.mandated, spending.source, at, actor);
}

void Purchases::remove_spending(Id<Organisation> buyer, int year) {
    require_buyer(tx_, buyer);
    tx_.run("DELETE FROM annual_spending WHERE buyer_id = ? AND year = ?", buyer, year);
}

void Purchases::move(Id<Organisation> from, Id<Organisation> into) {
    std::vector<core::Issue> doubles;
    auto rows = tx_.query(R"(
SELECT a.year FROM purchase_files a JOIN purchase_files b ON b.year = a.year WHERE a.buyer_id = ? AND b.buyer_id = ?
UNION
SELECT a.year FROM annual_spending a JOIN annual_spending b ON b.year = a.year WHERE a.buyer_id = ? AND b.buyer_id = ?
ORDER BY 1)",
                          from, into, from, into);
    while (rows.step())
        doubles.push_back({core::Severity::error, "achats_doubles", fmt::format("achats {}", rows.integer(0)),
                           "les deux acheteurs ont un fichier d’achats ou une dépense cette année-là\u00a0; retirez "
                           "l’un des deux"});
    if (!doubles.empty()) throw core::Error(core::ErrorKind::conflict, std::move(doubles));
    tx_.run("UPDATE purchase_files SET buyer_id = ? WHERE buyer_id = ?", into, from);
    tx_.run("UPDATE annual_spending SET buyer_id = ? WHERE buyer_id = ?", into, from);
}

}  // namespace clausier::store
