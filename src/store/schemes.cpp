// Queries on schemes and targets.
#include "clausier/store/schemes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/store/visibility.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Scheme;
using domain::Target;

Scheme read_scheme(const Statement& row) {
    Scheme out;
    out.id = row.get<Id<Scheme>>(0);
    out.title = row.text(1);
    out.first_year = row.get<int>(2);
    out.last_year = row.get<int>(3);
    out.edition = row.text(4);
    out.url = row.text(5);
    out.note = row.text(6);
    out.revision = row.integer(7);
    return out;
}

Target read_target(const Statement& row) {
    return {row.get<Id<Target>>(0), row.get<Id<Scheme>>(1), row.text(2), domain::target_measure(row.text(3)).value(),
            row.get<int>(4),        row.integer(5),         row.text(6), row.integer(7)};
}

// A scheme s of one of the buyers at least.
std::string visible_schemes(const domain::Viewer& viewer) {
    const std::string buyers = visible_buyers(viewer, "b.buyer_id");
    if (buyers == "1") return buyers;
    return fmt::format("EXISTS (SELECT 1 FROM scheme_buyers b WHERE b.scheme_id = s.id AND {})", buyers);
}

// Its place among the indicators; those of no list come last.
std::size_t rank(const std::string& indicator) {
    const auto& all = domain::indicators();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == indicator; });
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

std::vector<Scheme> Schemes::read(Statement rows) {
    std::vector<Scheme> out;
    while (rows.step()) out.push_back(read_scheme(rows));
    for (Scheme& scheme : out) {
        auto buyers = tx_.query("SELECT buyer_id FROM scheme_buyers WHERE scheme_id = ? ORDER BY buyer_id", scheme.id);
        while (buyers.step()) scheme.buyers.push_back(buyers.get<Id<domain::Organisation>>(0));
    }
    return out;
}

std::vector<Scheme> Schemes::list() {
    return read(tx_.query(fmt::format(R"(
SELECT s.id, s.title, s.first_year, s.last_year, s.edition, s.url, s.note, s.revision FROM schemes s{}
ORDER BY s.first_year DESC, s.id DESC)",
                                      only(visible_schemes(tx_.viewer())))));
}

std::vector<Scheme> Schemes::of_buyer(Id<domain::Organisation> buyer) {
    return read(tx_.query(R"(
SELECT s.id, s.title, s.first_year, s.last_year, s.edition, s.url, s.note, s.revision
FROM schemes s JOIN scheme_buyers b ON b.scheme_id = s.id WHERE b.buyer_id = ? ORDER BY s.first_year DESC, s.id DESC)",
                          buyer));
}

std::optional<Scheme> Schemes::find(Id<Scheme> id) {
    auto found = read(tx_.query(fmt::format("SELECT s.id, s.title, s.first_year, s.last_year, s.edition, s.url, "
                                            "s.note, s.revision FROM schemes s WHERE s.id = ?{}",
                                            also(visible_schemes(tx_.viewer()))),
                                id));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Scheme Schemes::save(Scheme s) {
    for (const auto buyer : s.buyers) require_buyer(tx_, buyer);
    if (s.id.empty()) {
        s.id = tx_.value<Id<Scheme>>(R"(
INSERT INTO schemes (title, first_year, last_year, edition, url, note) VALUES (?, ?, ?, ?, ?, ?) RETURNING id)",
                                     s.title, s.first_year, s.last_year, s.edition, s.url, s.note);
        s.revision = 1;
    } else {
        refuse_stale(tx_.run(R"(
UPDATE schemes SET title = ?, first_year = ?, last_year = ?, edition = ?, url = ?, note = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                             s.title, s.first_year, s.last_year, s.edition, s.url, s.note, s.id, s.revision));
        ++s.revision;
        tx_.run("DELETE FROM scheme_buyers WHERE scheme_id = ?", s.id);
    }
    for (const auto buyer : s.buyers)
        tx_.run("INSERT INTO scheme_buyers (scheme_id, buyer_id) VALUES (?, ?)", s.id, buyer);
    return s;
}

void Schemes::remove(Id<Scheme> id) {
    tx_.run("UPDATE published_reports SET scheme_id = NULL WHERE scheme_id = ?", id);
    tx_.run("DELETE FROM targets WHERE scheme_id = ?", id);
    tx_.run("DELETE FROM scheme_buyers WHERE scheme_id = ?", id);
    tx_.run("DELETE FROM schemes WHERE id = ?", id);
}

std::vector<Target> Schemes::targets(Id<Scheme> scheme) {
    std::vector<Target> out;
    auto rows = tx_.query(R"(
SELECT id, scheme_id, indicator, measure, year, value, note, revision FROM targets WHERE scheme_id = ?
ORDER BY indicator, measure DESC, year)",
                          scheme);
    while (rows.step()) out.push_back(read_target(rows));
    std::stable_sort(out.begin(), out.end(),
                     [](const Target& a, const Target& b) { return rank(a.indicator) < rank(b.indicator); });
    return out;
}

std::optional<Target> Schemes::find_target(Id<Target> id) {
    auto rows = tx_.query(fmt::format("SELECT t.id, t.scheme_id, t.indicator, t.measure, t.year, t.value, t.note, "
                                      "t.revision FROM targets t JOIN schemes s ON s.id = t.scheme_id WHERE t.id = ?{}",
                                      also(visible_schemes(tx_.viewer()))),
                          id);
    if (!rows.step()) return std::nullopt;
    return read_target(rows);
}

std::optional<Target> Schemes::same_target(const Target& t) {
    auto rows = tx_.query(R"(
SELECT id, scheme_id, indicator, measure, year, value, note, revision FROM targets
WHERE scheme_id = ? AND indicator = ? AND measure = ? AND year = ?)",
                          t.scheme, t.indicator, t.measure, t.year);
    if (!rows.step()) return std::nullopt;
    return read_target(rows);
}

Target Schemes::save(Target t) {
    if (t.id.empty()) {
        t.id = tx_.value<Id<Target>>(R"(
INSERT INTO targets (scheme_id, indicator, measure, year, value, note) VALUES (?, ?, ?, ?, ?, ?) RETURNING id)",
                                     t.scheme, t.indicator, t.measure, t.year, t.parts, t.note);
        t.revision = 1;
        return t;
    }
    refuse_stale(tx_.run(R"(
UPDATE targets SET indicator = ?, measure = ?, year = ?, value = ?, note = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                         t.indicator, t.measure, t.year, t.parts, t.note, t.id, t.revision));
    ++t.revision;
    return t;
}

void Schemes::move(Id<domain::Organisation> from, Id<domain::Organisation> into) {
    tx_.run(R"(
INSERT INTO scheme_buyers (scheme_id, buyer_id) SELECT scheme_id, ? FROM scheme_buyers WHERE buyer_id = ?
ON CONFLICT (scheme_id, buyer_id) DO NOTHING)",
            into, from);
    tx_.run("DELETE FROM scheme_buyers WHERE buyer_id = ?", from);
}

void Schemes::remove(Id<Target> id) { tx_.run("DELETE FROM targets WHERE id = ?", id); }

}  // namespace clausier::store
