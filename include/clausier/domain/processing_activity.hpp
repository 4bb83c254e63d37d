// The register of processing (GDPR, article 30): what is done with personal data, why, and for how long.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/retention.hpp"

namespace clausier::domain {

struct ProcessingActivity {
    std::string code;  // "suivi_clauses", or "activite-1" for one that the data protection officer has added
    std::string name;
    std::string purpose;
    std::string legal_basis;
    std::string people;
    std::string data;
    std::string recipients;
    std::string retention;
    std::string security;
    bool withdrawn = false;     // does not take place here
    bool changed = false;       // no longer the program's own text
    std::int64_t revision = 0;  // 0: the program's own text
};

// The parts of an activity, by the name and the label of their field, in the order of the register.
struct ActivityPart {
    std::string_view name;
    std::string_view label;
    std::string ProcessingActivity::*text;
};
const std::vector<ActivityPart>& activity_parts();

// What the program itself does (data/codes/processing_activities.csv), its delays written out from the rules in force.
std::vector<ProcessingActivity> own_activities(const RetentionRules& rules);

// Faults in the fields "nom" (required), "finalite"… of a text too long or with a social security number.
std::vector<core::Issue> faults(const ProcessingActivity& activity);

}  // namespace clausier::domain
