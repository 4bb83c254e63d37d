// Queries on structures.
#include "clausier/store/structures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/store/organisations.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Structure;
using OptionalDate = std::optional<core::Date>;

constexpr std::string_view columns =
    "s.id, s.kind, s.name, s.siret, s.department, s.post_code, s.city, s.naf, s.source, s.closed_on, s.revision";

Structure read_row(const Statement& row) {
    Structure out;
    out.id = row.get<Id<Structure>>(0);
    out.kind = row.text(1);
    out.name = row.text(2);
    out.siret = row.get<std::optional<std::string>>(3).value_or("");
    out.department = row.text(4);
    out.post_code = row.text(5);
    out.city = row.text(6);
    out.naf = row.text(7);
    out.source = row.text(8);
    out.closed_on = row.get<OptionalDate>(9);
    out.revision = row.integer(10);
    return out;
}

std::vector<Structure> all(Statement rows) {
    std::vector<Structure> out;
    while (rows.step()) out.push_back(read_row(rows));
    return out;
}

std::optional<std::string> present(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

// The codes of the kinds of a family between commas, ",EA,EATT,".
std::string kinds_of(const std::string& family) {
    std::string out;
    for (const domain::StructureKind& kind : domain::CodeLists::embedded().structure_kinds)
        if (kind.family == family) out += "," + kind.code;
    return out + ",";
}

// Its parameters, in order: text four times, kind twice, family and its kinds, département twice, approved_on three
// times, closed.
constexpr std::string_view conditions = R"(
WHERE (? = '' OR s.folded LIKE '%' || ? || '%' OR s.id IN (
        SELECT h.structure_id FROM structure_sirets h WHERE h.siret LIKE ? || '%'))
  AND (? = '' OR s.kind = ?)
  AND (? = '' OR instr(?, ',' || s.kind || ',') > 0)
  AND (? = '' OR s.department = ?)
  AND (? IS NULL OR EXISTS (
        SELECT 1 FROM structure_approvals a WHERE a.structure_id = s.id AND a.kind = 'convention'
           AND (a.valid_from IS NOT NULL OR a.valid_to IS NOT NULL)
           AND coalesce(a.valid_from, '0000') <= ? AND coalesce(a.valid_to, '9999') >= ?))
  AND (? = 1 OR s.closed_on IS NULL))";

// A SIRET typed with spaces is looked for without them; letters match none.
std::string digits_of(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c >= '0' && c <= '9') out += c;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return "-";
    }
    return out.empty() ? "-" : out;
}

std::string folded_of(const Structure& s) { return folded_name(s.name) + " " + core::fold(s.city); }

}  // namespace

void Structures::read_parts(Structure& s) {
    auto sirets = tx_.query(R"(
SELECT siret, valid_from, valid_to FROM structure_sirets WHERE structure_id = ?
ORDER BY coalesce(valid_from, ''), siret)",
                            s.id);
    while (sirets.step())
        s.sirets.push_back({sirets.text(0), sirets.get<OptionalDate>(1), sirets.get<OptionalDate>(2)});
    auto approvals = tx_.query(R"(
SELECT kind, valid_from, valid_to, source FROM structure_approvals WHERE structure_id = ? ORDER BY id)",
                               s.id);
    while (approvals.step())
        s.approvals.push_back({domain::approval_kind(approvals.text(0)).value(), approvals.get<OptionalDate>(1),
                               approvals.get<OptionalDate>(2), approvals.text(3)});
}

std::optional<Structure> Structures::find(Id<Structure> id) {
    auto rows = all(tx_.query(fmt::format("SELECT {} FROM structures s WHERE s.id = ?", columns), id));
    if (rows.empty()) return std::nullopt;
    read_parts(rows.front());
    return std::move(rows.front());
}

domain::StructurePage Structures::list(const StructureFilter& f) {
    const std::string text = core::fold(f.text);
    const std::string digits = digits_of(f.text);
    const std::string kinds = kinds_of(f.family);
    domain::StructurePage out;
    out.known = tx_.value<std::int64_t>("SELECT count(*) FROM structures");
    out.total = tx_.value<std::int64_t>(fmt::format("SELECT count(*) FROM structures s {}", conditions), text, text,
                                        digits, f.kind, f.kind, f.family, kinds, f.department, f.department,
                                        f.approved_on, f.approved_on, f.approved_on, f.closed);
    out.lines = all(tx_.query(
        fmt::format("SELECT {} FROM structures s {} ORDER BY s.folded, s.id LIMIT ? OFFSET ?", columns, conditions),
        text, text, digits, f.kind, f.kind, f.family, kinds, f.department, f.department, f.approved_on, f.approved_on,
        f.approved_on, f.closed, f.limit, f.offset));
    for (Structure& one : out.lines) read_parts(one);
    return out;
}

std::unordered_map<std::string, std::vector<Structure>> Structures::by_sirets(std::span<const std::string> sirets) {
    std::unordered_map<std::string, std::vector<Structure>> out;
    std::unordered_map<std::int64_t, Structure> read;
    for (const std::string& siret : sirets) {
        if (siret.empty() || out.contains(siret)) continue;
        std::vector<Id<Structure>> ids;
        for (auto rows =
                 tx_.query("SELECT structure_id FROM structure_sirets WHERE siret = ? ORDER BY structure_id", siret);
             rows.step();)
            ids.push_back(rows.get<Id<Structure>>(0));
        for (const Id<Structure> id : ids) {
            auto known = read.find(id.value);
            if (known == read.end()) known = read.emplace(id.value, find(id).value()).first;
            out[siret].push_back(known->second);
        }
    }
    return out;
}

std::vector<Structure> Structures::without_siret() {
    auto out = all(tx_.query(fmt::format(
        "SELECT {} FROM structures s WHERE NOT EXISTS (SELECT 1 FROM structure_sirets h WHERE h.structure_id = s.id)",
        columns)));
    for (Structure& one : out) read_parts(one);
    return out;
}

std::vector<Structure> Structures::sharing(const std::string& siret, Id<Structure> self) {
    return all(tx_.query(
        fmt::format("SELECT {} FROM structures s WHERE s.siret = ? AND s.id <> ? ORDER BY s.folded, s.id", columns),
        siret, self));
}

void Structures::save_parts(Structure& s) {
    const bool known = std::any_of(s.sirets.begin(), s.sirets.end(),
                                   [&](const domain::DatedSiret& one) { return one.siret == s.siret; });
    if (!known && !s.siret.empty()) s.sirets.push_back({s.siret, std::nullopt, std::nullopt});
    tx_.run("DELETE FROM structure_sirets WHERE structure_id = ?", s.id);
    for (const domain::DatedSiret& one : s.sirets)
        tx_.run("INSERT INTO structure_sirets (structure_id, siret, valid_from, valid_to) VALUES (?, ?, ?, ?)", s.id,
                one.siret, one.from, one.to);
    tx_.run("DELETE FROM structure_approvals WHERE structure_id = ?", s.id);
    for (const domain::Approval& one : s.approvals)
        tx_.run(R"(
INSERT INTO structure_approvals (structure_id, kind, valid_from, valid_to, source) VALUES (?, ?, ?, ?, ?))",
                s.id, one.kind, one.from, one.to, one.source);
}

Structure Structures::save(Structure s) {
    if (s.id.empty()) {
        s.id = tx_.value<Id<Structure>>(R"(
INSERT INTO structures (kind, name, folded, siret, department, post_code, city, naf, source, closed_on)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                        s.kind, s.name, folded_of(s), present(s.siret), s.department, s.post_code,
                                        s.city, s.naf, s.source, s.closed_on);
        s.revision = 0;
    } else if (tx_.run(R"(
UPDATE structures SET kind = ?, name = ?, folded = ?, siret = ?, department = ?, post_code = ?, city = ?, naf = ?,
  source = ?, closed_on = ?, revision = revision + 1, edits = edits + 1 WHERE id = ? AND revision = ?)",
                       s.kind, s.name, folded_of(s), present(s.siret), s.department, s.post_code, s.city, s.naf,
                       s.source, s.closed_on, s.id, s.revision) == 0) {
        throw core::Error(
            core::ErrorKind::conflict, "structure",
            "quelqu’un d’autre l’a modifiée depuis que vous l’avez lue\u00a0; relisez-la puis recommencez");
    }
    ++s.revision;
    save_parts(s);
    return s;
}

}  // namespace clausier::store
