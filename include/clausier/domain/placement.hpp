// Placements (« mises en œuvre »): one way of doing the hours of a lot, with a person, an employer, a modality and
// dates.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/eligibility.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/domain/month.hpp"

namespace clausier::domain {

struct Participant;
struct Structure;

// A contract of work, or what stands for one: a code of contract_types.
struct ContractType {
    std::string code;
    std::string label;
    bool permanent = false;  // a hire for good (CDI)
};
const std::vector<ContractType>& contract_types();
// nullptr when there is no such code.
const ContractType* contract_type(std::string_view code);

// A value that a person is counted under in the consolidation, at the entry: a code of entry_profiles.
// `facet`: "sex", "age", "diploma" or "situation".
struct EntryValue {
    std::string facet;
    std::string code;
    std::string label;
};
const std::vector<EntryValue>& entry_values();
// nullptr when the facet has no such code.
const EntryValue* entry_value(std::string_view facet, std::string_view code);

// What the person was at the entry, by codes of entry_values; "" when not known. Frozen with the eligibility.
struct EntryProfile {
    std::string sex;
    std::string age;
    std::string diploma;
    std::string situation;
    bool operator==(const EntryProfile&) const = default;
};
// The code of the age band on a day: "under_26", "26_40", "41_50" or "over_50".
std::string age_band(core::Date born_on, core::Date day);

// Texts are "" when not known. Without a participant, the hours of several people done before a cut-off date
// (`taken_over_on`), from an opening import; `people` then says of how many.
struct Placement {
    Id<Placement> id{};
    Id<Lot> lot{};
    Id<Organisation> holder{};  // who owes the hours
    std::optional<Id<Participant>> participant;
    Id<Organisation> employer{};             // who employs, and declares the hours
    std::optional<Id<Structure>> structure;  // when the employer is one of the directory
    std::string structure_kind;              // of it that day: a code of structure_kinds, "" for a direct hire
    std::string modality;                    // a code of modalities
    std::string contract;                    // a code of contract_types
    core::Date started_on{};                 // the entry
    std::optional<core::Date> ended_on;      // the last day, foreseen or passed; absent: not known
    std::optional<core::Date> hired_on;      // hired for good by the holder or the employer, from that day
    std::string job_code;                    // ROME: "F1703"
    std::string job;
    std::vector<CriterionProof> criteria;
    std::optional<Eligibility> eligibility;  // frozen; absent until it is judged
    EntryProfile profile;
    bool permanent_staff = false;  // encadrant: its hours never count
    std::optional<core::Date> taken_over_on;
    std::int64_t people = 1;
    std::int64_t revision = 0;
};

// Whether the placement holds at least one day of a month, or on a day.
bool runs_in(const Placement& placement, Month month);
bool runs_on(const Placement& placement, core::Date day);
// The days of the month that are within it.
int days_in(const Placement& placement, Month month);

struct PlacementFacts {
    core::Date today{};
    std::optional<core::Date> notified_on;  // of the lot
};
// What stands in the way of keeping it, in the fields "lot", "titulaire", "personne", "employeur", "modalite",
// "structure" (a kind that the modality does not go with), "contrat", "debut", "fin", "embauche", "rome", "metier",
// "personnes", "criteres.n.critere"…, n from 1.
std::vector<core::Issue> faults(const Placement& placement, const PlacementFacts& facts);
// What is unusual and kept: an entry before the notification, one that lies more than a year ahead, a structure kind
// that did not exist that day, no criterion.
std::vector<core::Issue> warnings(const Placement& placement, const PlacementFacts& facts);
// Once the eligibility is frozen, what it was judged on does not change: the entry, the person, the kind of structure,
// the criteria (their proofs may still come). Faults on those fields.
std::vector<core::Issue> frozen_faults(const Placement& before, const Placement& after);

void tidy(Placement& placement);

}  // namespace clausier::domain
