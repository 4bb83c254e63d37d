// Queries on published reports.
#include "clausier/store/published_reports.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Organisation;
using domain::PublishedReport;

PublishedReport read_row(const Statement& row) {
    PublishedReport out;
    out.id = row.get<Id<PublishedReport>>(0);
    out.scheme = row.get<std::optional<Id<domain::Scheme>>>(1);
    out.buyer = row.get<Id<Organisation>>(2);
    out.year = row.get<int>(3);
    out.version = row.integer(4);
    out.options = row.text(5);
    out.title = row.text(6);
    out.sha256 = row.text(7);
    out.at = row.get<core::Instant>(8);
    out.actor = row.text(9);
    out.note = row.text(10);
    out.buyer_name = row.text(11);
    return out;
}

}  // namespace

PublishedReport PublishedReports::add(PublishedReport r) {
    r.version = tx_.value<std::int64_t>(
        "SELECT coalesce(max(version), 0) + 1 FROM published_reports WHERE buyer_id = ? AND year = ?", r.buyer, r.year);
    r.id = tx_.value<Id<PublishedReport>>(R"(
INSERT INTO published_reports (scheme_id, buyer_id, year, version, options, title, content, sha256, at, actor, note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                          r.scheme, r.buyer, r.year, r.version, r.options, r.title, r.content, r.sha256,
                                          r.at, r.actor, r.note);
    return r;
}

std::vector<PublishedReport> PublishedReports::list(std::optional<Id<Organisation>> buyer) {
    auto rows = tx_.query(R"(
SELECT p.id, p.scheme_id, p.buyer_id, p.year, p.version, p.options, p.title, p.sha256, p.at, p.actor, p.note,
       CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM published_reports p JOIN organisations o ON o.id = p.buyer_id
WHERE (?1 IS NULL OR coalesce(o.merged_into, o.id) = ?1) ORDER BY p.id DESC)",
                          buyer);
    std::vector<PublishedReport> out;
    while (rows.step()) out.push_back(read_row(rows));
    return out;
}

std::optional<PublishedReport> PublishedReports::find(Id<PublishedReport> id) {
    auto rows = tx_.query(R"(
SELECT p.id, p.scheme_id, p.buyer_id, p.year, p.version, p.options, p.title, p.sha256, p.at, p.actor, p.note,
       CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END, p.content
FROM published_reports p JOIN organisations o ON o.id = p.buyer_id WHERE p.id = ?)",
                          id);
    if (!rows.step()) return std::nullopt;
    PublishedReport out = read_row(rows);
    out.content = rows.text(12);
    return out;
}

}  // namespace clausier::store
