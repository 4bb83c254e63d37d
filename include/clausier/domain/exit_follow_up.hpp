// What became of a person 3, 6 and 12 months after the end of a placement.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/placement.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// A situation at an exit: a code of exit_situations. `family`: "durable", "transition", "positive", "other" or
// "unknown".
struct ExitSituation {
    std::string code;
    std::string label;
    std::string family;
};
const std::vector<ExitSituation>& exit_situations();
// nullptr when there is no such code.
const ExitSituation* exit_situation(std::string_view code);

// What was learnt at one point. `months` after the end of the placement: 0 (at the exit), then those of exit_points.
struct Exit {
    Id<Exit> id{};
    Id<Placement> placement{};
    int months = 0;
    std::string situation;  // a code of exit_situations
    core::Date asked_on{};
    std::string note;  // without a name
    std::int64_t revision = 0;
};

// 0 and the references exit.first, exit.second and exit.third (3, 6, 12 months).
std::vector<int> exit_points(const Reference& reference, core::Date on);

// A point of one placement: due from its day, missing once it is passed and nothing is known.
struct ExitPoint {
    int months = 0;
    core::Date due_on{};
    bool due = false;
    const Exit* known = nullptr;  // of the list given
    [[nodiscard]] bool missing() const { return due && known == nullptr; }
};
// Empty while the placement has no end or has not ended, and for hours taken over without a person.
std::vector<ExitPoint> exit_follow_up(const Placement& placement, const std::vector<Exit>& exits,
                                      const Reference& reference, core::Date today);

// Faults in "mois" (not a point, not due yet), "situation", "date" (in the future, before the end).
std::vector<core::Issue> faults(const Exit& exit, const Placement& placement, const Reference& reference,
                                core::Date today);

}  // namespace clausier::domain
