// Words on structures.
#include "structure_words.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::present {

const domain::Approval* last_convention(const domain::Structure& structure) {
    const domain::Approval* last = nullptr;
    for (const domain::Approval& one : structure.approvals) {
        if (one.kind != domain::ApprovalKind::convention) continue;
        if (!last || (last->to && (!one.to || *one.to > *last->to))) last = &one;
    }
    return last;
}

std::string period_of(const std::optional<core::Date>& from, const std::optional<core::Date>& to) {
    if (!from && !to) return "";
    std::string out = " (";
    if (from) out += "du " + core::iso(*from);
    if (to) out += (from ? " au " : "jusqu’au ") + core::iso(*to);
    return out + ")";
}

std::string_view role_of(const domain::SupplierContract& contract) {
    return contract.subcontractor ? "sous-traitant" : "titulaire";
}

std::string_view state_of(const domain::StructureImport& import) {
    if (import.id.empty()) return "essai";
    return import.undone_at ? "annulé" : "appliqué";
}

std::string counts_text(const domain::StructureImport& i) {
    const auto count = [](std::int64_t n, std::string_view word, std::string_view plural = {}) {
        return core::french::count(static_cast<std::uint64_t>(n), word, plural);
    };
    return count(i.rows_read, "ligne lue", "lignes lues") + "\u00a0: " + count(i.created, "créée") + ", " +
           count(i.updated, "modifiée") + ", " + count(i.same, "identique") + ", " + count(i.listed, "écartée") + ".";
}

std::string kind_text(const std::string& code) {
    const domain::StructureKind* kind = domain::CodeLists::embedded().structure_kind(code);
    return kind ? code + " – " + kind->label : code;
}

}  // namespace clausier::present
