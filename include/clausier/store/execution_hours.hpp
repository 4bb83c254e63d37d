// The sums of hours that lists, curves and reports are made from, read from the rows that keep them.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/lot_progress.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Every condition left empty lets all through.
struct HoursFilter {
    std::optional<domain::Id<domain::Lot>> lot{};
    std::optional<domain::Id<domain::Market>> market{};
    std::optional<domain::Id<domain::Organisation>> buyer{};
    std::optional<domain::Id<domain::Organisation>> performer{};
    std::optional<domain::Month> from{};
    std::optional<domain::Month> until{};  // included
};

// Only of lots and performers that Transaction::viewer() sees the hours of.
class ExecutionHours {
public:
    explicit ExecutionHours(Transaction& tx) : tx_(tx) {}

    // By lot, then month, performer and stage.
    [[nodiscard]] std::vector<domain::ExecutionMonth> months(const HoursFilter& filter);
    // The same summed by month and stage alone; lot and performer are empty.
    [[nodiscard]] std::vector<domain::ExecutionMonth> curve(const HoursFilter& filter);
    // Summed by lot and stage; month and performer are empty.
    [[nodiscard]] std::vector<domain::ExecutionMonth> by_lot(const HoursFilter& filter);
    // Summed by year, told by its January, and stage; lot and performer are empty. What asks for whole years reads the
    // years alone, and is quick however many lots there are.
    [[nodiscard]] std::vector<domain::ExecutionMonth> by_year(const HoursFilter& filter);
    // Whoever asks: the hours that count on a lot, or apart there, by placement, month, nature and stage; for sums that
    // depend on who the people are.
    [[nodiscard]] std::vector<domain::DoneLine> done(domain::Id<domain::Lot> lot);

private:
    // `key`: the expressions of lot, month and performer that sums are made by.
    std::vector<domain::ExecutionMonth> sums(const HoursFilter& filter, std::string_view key, std::string_view group);
    Transaction& tx_;
};

}  // namespace clausier::store
