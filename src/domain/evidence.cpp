// What evidence may be, and how long a scan is kept.
#include "clausier/domain/evidence.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/retention.hpp"
#include "coded_words.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

using Word = CodedWord<EvidenceKind>;
constexpr std::array words = {Word{EvidenceKind::signed_statement, "releve_signe", "relevé d’heures signé"},
                              Word{EvidenceKind::payslip_seen, "bulletin_vu", "bulletin de paie vu, non conservé"},
                              Word{EvidenceKind::masked_scan, "scan_masque", "scan masqué"},
                              Word{EvidenceKind::other, "autre", "autre justificatif"}};

bool is_taken(std::string_view type) {
    return type == "application/pdf" || type == "image/png" || type == "image/jpeg";
}

void check_file(Issues& issues, const Evidence& e) {
    if (e.piece.empty()) return refuse(issues, "fichier", "fichier_absent", "joignez le fichier du justificatif");
    if (e.size <= 0) refuse(issues, "fichier", "fichier_vide", "le fichier est vide ; choisissez-en un autre");
    if (e.size > most_evidence_bytes)
        refuse(issues, "fichier", "fichier_lourd",
               "le fichier dépasse 20 Mo ; réduisez-le ou scannez-le moins finement");
    if (!is_taken(e.media_type))
        refuse(issues, "fichier", "fichier_type",
               "le fichier n’est ni un PDF, ni une image PNG ou JPEG ; convertissez-le");
}

void check_seen(Issues& issues, const Evidence& e, core::Date today) {
    if (core::trim(e.seen_by).empty()) refuse(issues, "vu_par", "champ_absent", "dites qui a vu le bulletin");
    if (!e.seen_on)
        refuse(issues, "vu_le", "champ_absent", "dites quel jour le bulletin a été vu");
    else if (*e.seen_on > today)
        refuse(issues, "vu_le", "date_future", "cette date est dans l’avenir ; corrigez-la");
}

void check_scan(Issues& issues, const Evidence& e, core::Date today, std::optional<core::Date> at_latest) {
    if (!e.masking_confirmed)
        refuse(issues, "masquage", "masquage",
               "confirmez que le numéro de sécurité sociale, l’IBAN et le salaire sont masqués");
    if (!e.destroy_on)
        refuse(issues, "destruction", "champ_absent", "donnez le jour où le scan sera détruit");
    else if (*e.destroy_on <= today && !e.destroyed_on)
        refuse(issues, "destruction", "date_passee", "ce jour est déjà passé ; donnez-en un à venir");
    else if (at_latest && *e.destroy_on > *at_latest)
        refuse(issues, "destruction", "date_lointaine",
               fmt::format("un scan est détruit le {} au plus tard ; donnez ce jour ou un autre, plus tôt",
                           core::french::date(*at_latest)));
}

}  // namespace

std::string_view code(EvidenceKind kind) { return word_of(words, kind).code; }
std::string_view label(EvidenceKind kind) { return word_of(words, kind).label; }
std::optional<EvidenceKind> evidence_kind(std::string_view code) { return value_of_code(words, code); }

std::string_view evidence_type(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("%PDF-"sv)) return "application/pdf";
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff"sv)) return "image/jpeg";
    return "";
}

std::vector<core::Issue> faults(const Evidence& e, core::Date today, std::optional<core::Date> at_latest) {
    Issues issues;
    if (e.kind == EvidenceKind::payslip_seen) {
        if (!e.piece.empty())
            refuse(issues, "fichier", "bulletin_conserve",
                   "un bulletin de paie ne se conserve pas : dites seulement par qui et quand il a été vu");
        check_seen(issues, e, today);
    } else {
        check_file(issues, e);
    }
    if (e.kind == EvidenceKind::masked_scan) check_scan(issues, e, today, at_latest);
    within(issues, "note", e.note, longest_line);
    return issues;
}

core::Date latest_destruction(core::Date taken_on, const Reference& reference) {
    return months_later(taken_on, reference.count("evidence.scan_months", taken_on).value);
}

bool destruction_due(const Evidence& e, core::Date today) {
    return e.destroy_on && *e.destroy_on <= today && !e.destroyed_on && !e.piece.empty();
}

}  // namespace clausier::domain
