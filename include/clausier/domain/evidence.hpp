// Evidence of hours: a signed statement by default, a payslip seen and never kept, a scan only when it is masked.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

struct HoursStatement;

//   signed_statement: a file signed by the employer; payslip_seen: « vu par, le », no file is ever kept (it holds NIR,
//   IBAN, salary); masked_scan: a scan whose confirmed masking and day of destruction are kept; other: an attendance
//   sheet, an invoice of a secondment.
enum class EvidenceKind { signed_statement, payslip_seen, masked_scan, other };
inline constexpr EvidenceKind all_evidence_kinds[] = {EvidenceKind::signed_statement, EvidenceKind::payslip_seen,
                                                      EvidenceKind::masked_scan, EvidenceKind::other};
// "releve_signe", "bulletin_vu", "scan_masque", "autre".
std::string_view code(EvidenceKind kind);
std::string_view label(EvidenceKind kind);
std::optional<EvidenceKind> evidence_kind(std::string_view code);

struct Evidence {
    Id<Evidence> id{};
    Id<HoursStatement> statement{};
    EvidenceKind kind = EvidenceKind::signed_statement;
    std::string piece;       // SHA-256 of the file among the pieces; "" without a file
    std::string media_type;  // as the content says: "application/pdf", "image/png", "image/jpeg"
    std::int64_t size = 0;   // bytes
    std::string seen_by;     // "compte/3"
    std::optional<core::Date> seen_on;
    bool masking_confirmed = false;
    std::optional<core::Date> destroy_on;
    std::optional<core::Date> destroyed_on;
    std::string note;
};

// The largest file taken, in bytes.
inline constexpr std::int64_t most_evidence_bytes = 20LL * 1024 * 1024;

// The type that the first bytes tell ("application/pdf", "image/png", "image/jpeg"), "" for any other. 16 bytes are
// enough.
std::string_view evidence_type(std::string_view bytes);

// Faults in "fichier" (none where one is needed, one where none may be, too large, empty, of another type), "vu_par",
// "vu_le", "masquage", "destruction", "note". `today`: nothing is seen after it nor destroyed before. `at_latest`: the
// day by which a scan is destroyed (latest_destruction).
std::vector<core::Issue> faults(const Evidence& evidence, core::Date today,
                                std::optional<core::Date> at_latest = std::nullopt);

// The day by which a scan taken that day is destroyed at the latest (reference evidence.scan_months).
core::Date latest_destruction(core::Date taken_on, const Reference& reference);
// Whether the file is to be destroyed on that day and has not been.
bool destruction_due(const Evidence& evidence, core::Date today);

}  // namespace clausier::domain
