// The rules of structures: what they are on a day, and what they must be to be kept.
#include "clausier/domain/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clausier/core/codes.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "value_faults.hpp"

namespace clausier::domain {
namespace {

struct Word {
    std::string_view code;
    std::string_view label;
};
constexpr std::array<Word, 3> words{
    {{"convention", "convention"}, {"esus", "agrément ESUS"}, {"ess", "inscription ESS"}}};

const Word& word(ApprovalKind kind) { return words.at(static_cast<std::size_t>(kind)); }

bool exists_on(const StructureKind& kind, core::Date day) {
    return (!kind.valid_from || *kind.valid_from <= day) && (!kind.valid_to || day <= *kind.valid_to);
}

bool open_on(const Structure& structure, core::Date day) { return !structure.closed_on || day < *structure.closed_on; }

bool is_dated(const Approval& approval) { return approval.from || approval.to; }

template <class Test>
bool any(const Structure& structure, ApprovalKind kind, Test test) {
    return std::any_of(structure.approvals.begin(), structure.approvals.end(),
                       [&](const Approval& one) { return one.kind == kind && test(one); });
}

bool deemed_on(const Structure& structure, core::Date today) {
    if (!open_on(structure, today)) return false;
    if (!any(structure, ApprovalKind::convention, is_dated)) return true;
    return any(structure, ApprovalKind::convention,
               [&](const Approval& one) { return is_dated(one) && holds_on(one, today); });
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string text_of(const Approval& approval) {
    std::string out(label(approval.kind));
    if (approval.from) out += " du " + core::iso(*approval.from);
    if (approval.to) out += " au " + core::iso(*approval.to);
    return out;
}

core::Date day_before(core::Date day) { return core::Date(std::chrono::sys_days(day) - std::chrono::days(1)); }

constexpr std::size_t longest_name = 300;

}  // namespace

std::string_view code(ApprovalKind kind) { return word(kind).code; }
std::string_view label(ApprovalKind kind) { return word(kind).label; }

std::optional<ApprovalKind> approval_kind(std::string_view code) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].code == code) return static_cast<ApprovalKind>(i);
    return std::nullopt;
}

bool holds_on(const Approval& approval, core::Date day) {
    return (!approval.from || *approval.from <= day) && (!approval.to || day <= *approval.to);
}

Standing standing_of(const Structure& structure, std::optional<core::Date> day, core::Date today) {
    const core::Date on = day.value_or(today);
    const StructureKind* kind = CodeLists::embedded().structure_kind(structure.kind);
    Standing out;
    out.family = kind ? kind->family : "other";
    const bool listed = kind && exists_on(*kind, on) && open_on(structure, on);
    out.approved = listed && any(structure, ApprovalKind::convention,
                                 [&](const Approval& one) { return is_dated(one) && holds_on(one, on); });
    out.deemed = listed && !out.approved && deemed_on(structure, today);
    const bool undated_esus =
        structure.kind == "ESUS" && !any(structure, ApprovalKind::esus, [](auto&) { return true; });
    out.esus = open_on(structure, on) && (undated_esus || any(structure, ApprovalKind::esus, [&](const Approval& one) {
                                              return !one.to || *one.to > on;
                                          }));
    out.ess = out.esus || (listed && out.family == "ess") ||
              (open_on(structure, on) &&
               any(structure, ApprovalKind::ess, [&](const Approval& one) { return holds_on(one, on); }));
    return out;
}

bool is_inclusive(const Standing& standing) {
    return (standing.family == "insertion" || standing.family == "handicap") && (standing.approved || standing.deemed);
}

std::string_view family_label(std::string_view family) {
    if (family == "insertion" || family == "handicap") return family;
    return family == "ess" ? "économie sociale et solidaire" : "autre";
}

std::vector<core::Issue> faults(const Structure& s) {
    ValueFaults out;
    if (!CodeLists::embedded().structure_kind(s.kind))
        out.refuse("type", "structure_type", "choisissez un type de la liste (EI, ACI, EA…)");
    if (core::trim(s.name).empty()) out.refuse("nom", "nom_absent", "écrivez le nom de la structure");
    out.length("nom", s.name, longest_name);
    if (!s.siret.empty() && !core::Siret::parse(s.siret))
        out.refuse("siret", "siret_format", "un SIRET a 14 chiffres\u00a0; corrigez-le ou videz-le");
    const auto department = core::parse_department(s.department);
    if (!s.department.empty() && (!department || *department != s.department))
        out.refuse("departement", "departement_inconnu",
                   "ce département n’est pas connu\u00a0; donnez son code (57, 2A, 974)");
    if (!s.post_code.empty() && (s.post_code.size() != 5 || !all_digits(s.post_code)))
        out.refuse("code_postal", "code_postal", "un code postal a 5 chiffres\u00a0; corrigez-le ou videz-le");
    out.length("commune", s.city, longest_name);
    out.length("source", s.source, longest_name);
    for (const Approval& one : s.approvals)
        if (one.from && one.to && *one.to < *one.from)
            out.refuse(
                "agrements", "dates_inversees",
                fmt::format("«\u00a0{}\u00a0» finit avant de commencer\u00a0; corrigez l’une des dates", text_of(one)));
    return std::move(out).take();
}

Structure with_siret(Structure structure, const std::string& siret, core::Date from) {
    if (structure.siret == siret) return structure;
    const auto entry = [&](const std::string& wanted) {
        return std::find_if(structure.sirets.begin(), structure.sirets.end(),
                            [&](const DatedSiret& one) { return one.siret == wanted; });
    };
    if (!structure.siret.empty()) {
        if (entry(structure.siret) == structure.sirets.end()) structure.sirets.push_back({structure.siret, {}, {}});
        entry(structure.siret)->to = day_before(from);
    }
    if (const auto known = entry(siret); known != structure.sirets.end())
        known->to.reset();
    else if (!siret.empty())
        structure.sirets.push_back({siret, structure.sirets.empty() ? std::nullopt : std::optional(from), {}});
    structure.siret = siret;
    return structure;
}

std::vector<EnquiryField> structure_fields(const Structure& s) {
    std::vector<std::string> held;
    for (const Approval& one : s.approvals) held.push_back(text_of(one));
    std::sort(held.begin(), held.end());
    std::string approvals;
    for (const std::string& one : held) approvals += (approvals.empty() ? "" : ", ") + one;
    return {{"type", "Type", s.kind},
            {"nom", "Nom", s.name},
            {"siret", "SIRET", s.siret},
            {"departement", "Département", s.department},
            {"code_postal", "Code postal", s.post_code},
            {"commune", "Commune", s.city},
            {"naf", "NAF", s.naf},
            {"source", "Source", s.source},
            {"fermee_le", "Fermée le", s.closed_on ? core::iso(*s.closed_on) : ""},
            {"agrements", "Agréments", approvals}};
}

}  // namespace clausier::domain
