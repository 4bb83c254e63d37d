// Structures of the directory (SIAE, EA, ESAT, GEIQ, régies, ESS): who they are, under which SIRET, approved from when.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/enquiry_fields.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::domain {

// convention: of its kind (SIAE, EA…) with the State; esus: L3332-17-1; ess: listed as an ESS enterprise.
enum class ApprovalKind { convention, esus, ess };
std::string_view code(ApprovalKind kind);
std::string_view label(ApprovalKind kind);
std::optional<ApprovalKind> approval_kind(std::string_view code);

// Held from its first day to its last, both included; an absent bound is not known and holds without limit.
struct Approval {
    ApprovalKind kind = ApprovalKind::convention;
    std::optional<core::Date> from;
    std::optional<core::Date> to;
    std::string source;
    bool operator==(const Approval&) const = default;
};
bool holds_on(const Approval& approval, core::Date day);

struct DatedSiret {
    std::string siret;
    std::optional<core::Date> from;
    std::optional<core::Date> to;
    bool operator==(const DatedSiret&) const = default;
};

// A structure is never its SIRET: `siret` is the one in use, `sirets` all it is known to have had, the one in use among
// them. Texts are "" when not known.
struct Structure {
    Id<Structure> id{};
    std::string kind;  // a code of structure_kinds
    std::string name;
    std::string siret;
    std::string department;
    std::string post_code;
    std::string city;
    std::string naf;
    std::string source;
    std::optional<core::Date> closed_on;
    std::vector<DatedSiret> sirets;
    std::vector<Approval> approvals;
    std::int64_t revision = 0;
};

// How the inclusive families see a structure on the day a contract was notified.
struct Standing {
    std::string family;     // of its kind: insertion, handicap, ess, other
    bool approved = false;  // a convention holds that day
    // Rule O3: no convention is dated and the structure is still listed, or one holds today though none did that day.
    bool deemed = false;
    bool esus = false;  // an ESUS approval whose end is after the day (rule O4: the latest one when several)
    bool ess = false;
};
// `day` absent (the contract has no date): judged on `today`. A kind that did not exist that day, and a structure
// closed by then, are neither approved nor deemed so.
Standing standing_of(const Structure& structure, std::optional<core::Date> day, core::Date today);

// Whether purchases from it are inclusive: of the families insertion and handicap, approved or deemed so.
bool is_inclusive(const Standing& standing);

// What people read of a family: « insertion », « handicap », « économie sociale et solidaire », « autre ».
std::string_view family_label(std::string_view family);

// What stands in the way of keeping it: "type", "nom", "siret", "departement", "code_postal", "agrements"…
std::vector<core::Issue> faults(const Structure& structure);

// The same under another SIRET from a day on: the former one stays in its history, held until the day before. An empty
// one says that the SIRET is no longer known.
Structure with_siret(Structure structure, const std::string& siret, core::Date from);

// Its values as sheets and journals write them, in their order: type, nom, siret, departement, code_postal, commune,
// naf, source, fermee_le, agrements.
std::vector<EnquiryField> structure_fields(const Structure& structure);

}  // namespace clausier::domain
