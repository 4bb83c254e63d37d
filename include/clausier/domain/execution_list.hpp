// What lists and sums of the execution show: placements and statements with the names of what they are about, and hours
// by lot, month and performer.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/hours_statement.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::domain {

// The lot of a line, as people name it.
struct LotName {
    Id<Lot> id{};
    Id<Market> market{};
    std::string reference;  // of the market
    std::string number;     // "" for the only lot of a market
    std::string title;
};
// « marché 2026-01, lot 2 », « marché 2026-01 ».
std::string label(const LotName& lot);

struct PlacementLine {
    Placement placement;
    LotName lot;
    std::string holder;
    std::string employer;
    std::string pseudonym;  // "" where the viewer does not see who it is
};

struct StatementEntry {
    HoursStatement statement;
    LotName lot;  // of the placement
    Id<Organisation> employer_id{};
    std::string employer;
    std::string pseudonym;
};
struct StatementPage {
    std::int64_t total = 0;  // beyond the limit
    core::Hours hours;       // of all of them
    std::vector<StatementEntry> entries;
};

// One line of a statement for one lot; `counted`: a code of CountedLine.
struct KeptLine {
    Id<Lot> lot{};
    HourNature nature = HourNature::worked;
    core::Hours hours;
    std::string counted;
    bool operator==(const KeptLine&) const = default;
};

// How far the statements of a sum have come: typed or to correct, waiting for a facilitator, validated.
enum class ExecutionStage { open, waiting, validated };

struct ExecutionMonth {
    Id<Lot> lot{};
    Month month;
    Id<Organisation> performer{};
    ExecutionStage stage = ExecutionStage::open;
    std::int64_t statements = 0;
    core::Hours worked;
    core::Hours training;
    core::Hours paid;
    core::Hours counted;
    core::Hours apart;  // of reserved lots
    [[nodiscard]] core::Hours total() const { return worked + training + paid; }
};

}  // namespace clausier::domain
