// Compares a list with what is kept.
#include "structure_difference.hpp"

#include "clausier/core/text.hpp"

namespace clausier::app {
namespace {

using domain::Structure;
using domain::StructureRow;

std::string name_key(const Structure& s) { return s.kind + '\n' + core::fold(s.name) + '\n' + s.department; }

std::string key_of(const Structure& s) { return s.siret.empty() ? name_key(s) : s.kind + '\n' + s.siret; }

bool differ(const Structure& a, const Structure& b) {
    return !domain::changed_fields(domain::structure_fields(a), domain::structure_fields(b)).empty() ||
           a.sirets != b.sirets || a.approvals != b.approvals;
}

core::Issue told(core::Severity severity, std::string_view code, std::string text) {
    return {severity, std::string(code), "", std::move(text)};
}

}  // namespace

StructureDifference::StructureDifference(store::Transaction& tx, const std::vector<StructureRow>& rows,
                                         core::Date today)
    : rows_(rows), today_(today) {
    std::vector<std::string> sirets;
    for (const StructureRow& row : rows) {
        for (const std::string& siret : {row.structure.siret, row.former_siret})
            if (!siret.empty()) sirets.push_back(siret);
        if (row.sound() && !row.structure.siret.empty()) ++rows_of_siret_[row.structure.siret];
    }
    store::Structures structures(tx);
    known_ = structures.by_sirets(sirets);
    for (Structure& one : structures.without_siret()) {
        std::string key = name_key(one);
        named_.emplace(std::move(key), std::move(one));
    }
}

const Structure* StructureDifference::by_siret(const std::string& siret, const StructureRow& row) const {
    const auto found = known_.find(siret);
    if (siret.empty() || found == known_.end()) return nullptr;
    const Structure* best = nullptr;
    for (const Structure& one : found->second) {
        if (one.kind != row.structure.kind) continue;
        if (core::fold(one.name) == core::fold(row.structure.name)) return &one;
        if (!best || (best->siret != siret && one.siret == siret)) best = &one;
    }
    return best;
}

const Structure* StructureDifference::kept_one(const StructureRow& row) const {
    if (const Structure* found = by_siret(row.structure.siret, row)) return found;
    if (const Structure* found = by_siret(row.former_siret, row)) return found;
    const auto named = named_.find(name_key(row.structure));
    return named == named_.end() ? nullptr : &named->second;
}

void StructureDifference::remark(const StructureRow& row, bool kept, const std::vector<core::Issue>& issues) {
    for (const core::Issue& issue : issues) out_.remarks.push_back({row.line, issue.code, kept, issue.text});
}

void StructureDifference::tell_shared(const StructureRow& row) {
    const std::string& siret = row.structure.siret;
    if (siret.empty()) return;
    bool shared = rows_of_siret_[siret] > 1;
    if (const auto found = known_.find(siret); found != known_.end())
        for (const Structure& one : found->second) shared = shared || one.kind != row.structure.kind;
    if (shared)
        remark(row, true,
               {told(core::Severity::warning, "siret_partage",
                     "une autre structure a le SIRET " + siret +
                         "\u00a0; les achats comptent une fois, pour l’une des "
                         "deux")});
}

void StructureDifference::read(const StructureRow& row) {
    const auto list = [&](std::vector<core::Issue> issues) {
        ++out_.listed;
        remark(row, false, issues);
    };
    if (!row.sound()) return list(row.issues);
    const auto [first, fresh] = line_of_key_.emplace(key_of(row.structure), row.line);
    if (!fresh)
        return list({told(core::Severity::error, "doublon",
                          "elle répète la ligne " + std::to_string(first->second) + "\u00a0; elle n’est pas reprise")});
    const Structure* kept = kept_one(row);
    if (kept) {
        const auto [taken, alone] = line_of_kept_.emplace(kept->id.value, row.line);
        if (!alone)
            return list({told(core::Severity::error, "doublon",
                              "la structure «\u00a0" + kept->name + "\u00a0» est déjà celle de la ligne " +
                                  std::to_string(taken->second) + "\u00a0; elle n’est pas reprise")});
    }
    remark(row, true, row.issues);
    tell_shared(row);
    Structure next = domain::merged(kept ? *kept : Structure{}, row, today_);
    if (!kept)
        out_.created.push_back(std::move(next));
    else if (differ(*kept, next))
        out_.updated.push_back(std::move(next));
    else
        ++out_.same;
}

StructureChanges StructureDifference::compare() {
    for (const StructureRow& row : rows_) read(row);
    return std::move(out_);
}

}  // namespace clausier::app
