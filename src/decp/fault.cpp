// Implements the sentence about a fault.
#include "fault.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/core/interrupted.hpp"

namespace clausier::decp {
namespace {

constexpr std::size_t longest_id = 60;  // bytes shown

std::string_view shown(std::string_view id) {
    if (id.size() <= longest_id) return id;
    std::size_t end = longest_id;
    while (end > 0 && (static_cast<unsigned char>(id[end]) & 0xC0U) == 0x80U) --end;
    return id.substr(0, end);
}

std::string of_record(const Fault& fault) {
    if (fault.record == 0) return {};
    if (fault.record_id.empty()) return fmt::format(", dans l’enregistrement n° {}", fault.record);
    return fmt::format(", dans l’enregistrement n° {} (id « {} »)", fault.record, shown(fault.record_id));
}

std::string before(std::uint64_t complete) {
    if (complete == 0) return "aucun enregistrement entier ne précède";
    return complete == 1 ? "l’enregistrement entier qui précède peut être gardé seul"
                         : fmt::format("les {} enregistrements entiers qui précèdent peuvent être gardés seuls",
                                       core::french::number(static_cast<std::int64_t>(complete), 1));
}

std::string kept(std::uint64_t complete) {
    if (complete == 1) return "seul l’enregistrement entier qui précède est lu, la suite ne l’est pas";
    return fmt::format("seuls les {} qui précèdent sont lus, la suite ne l’est pas",
                       core::french::count(complete, "enregistrement entier", "enregistrements entiers"));
}

}  // namespace

void break_off(const Fault& fault, const ReadOptions& options, ReadReport& report) {
    core::Issue issue;
    issue.code = "fichier_interrompu";
    issue.where =
        fmt::format("{}, ligne {}, colonne {} (octet {})", options.name, fault.line, fault.column, fault.byte);
    const std::string what = fmt::format("le {} est invalide{} : {}", fault.format, of_record(fault), fault.reason);
    if (options.keep_before_fault && report.records > 0) {
        issue.severity = core::Severity::warning;
        issue.text = fmt::format("{} ; {}", what, kept(report.records));
        report.issues.push_back(std::move(issue));
        return;
    }
    issue.text =
        fmt::format("{} ; corrigez ce passage ou demandez un fichier valide, {}", what, before(report.records));
    throw core::Interrupted(std::move(issue), report.records);
}

core::Error too_large(const ReadOptions& options, std::uint64_t record) {
    return {core::ErrorKind::invalid, fmt::format("{}, enregistrement {}", options.name, record),
            fmt::format("il dépasse {} Mio ; vérifiez que le fichier contient des données essentielles (DECP)",
                        options.record_bytes >> 20U)};
}

}  // namespace clausier::decp
