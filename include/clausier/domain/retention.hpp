// How long the names of a participant are kept, and what holds them longer.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/participant.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// What the controller has chosen, or the nearest texts (data/reference/retention.csv).
struct RetentionRules {
    std::int64_t name_months = 0;  // after the end of the path
    std::int64_t log_months = 0;
    std::int64_t copy_days = 0;  // copies made before a migration
};
RetentionRules retention_rules(const Reference& reference, core::Date today);

// A dispute, or a funder whose controls must find the file.
enum class HoldKind { litigation, funding };
// "contentieux", "financement".
std::string_view code(HoldKind kind);
// « contentieux », « financement (FSE…) ».
std::string_view label(HoldKind kind);
std::optional<HoldKind> hold_kind(std::string_view code);

// Why the names of a participant must not be removed yet. `reason` names a file or a convention, never a person.
struct Hold {
    Id<Hold> id{};
    Id<Participant> participant{};
    HoldKind kind = HoldKind::litigation;
    std::string reason;
    std::optional<core::Date> until;  // its last day; absent: until it is lifted
    core::Date set_on{};
    std::string set_by;  // "compte/3"
    std::optional<core::Date> lifted_on;
};
// Neither lifted nor passed on that day.
bool stands_on(const Hold& hold, core::Date day);
// Faults in the fields "motif" and "jusqu_au".
std::vector<core::Issue> faults(const Hold& hold, core::Date today);

// The same day of a later month, or the last day of that month where it has none.
core::Date months_later(core::Date day, std::int64_t months);

// When names go. `on`: the first day they may be removed; absent while the path has no end (`path_ended_on` absent) or
// a hold has none. The longest of the delay and the holds decides: `because` is the hold that does, when one does.
struct Removal {
    std::optional<core::Date> on;
    std::optional<Hold> because;
};
Removal removal(std::optional<core::Date> path_ended_on, std::span<const Hold> holds, const RetentionRules& rules,
                core::Date today);

// Whether names may be removed on that day.
bool due(const Removal& removal, core::Date today);

}  // namespace clausier::domain
