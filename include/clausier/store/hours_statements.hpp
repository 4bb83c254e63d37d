// Statements of hours kept, their lines by lot, and the sums that lists and reports read.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/execution_list.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Every condition left empty lets all through.
struct StatementFilter {
    std::optional<domain::Id<domain::Lot>> lot{};  // of the placement, or one that shares it
    std::optional<domain::Id<domain::Placement>> placement{};
    std::optional<domain::Id<domain::Organisation>> employer{};
    std::optional<domain::Month> month{};
    std::optional<domain::StatementState> state{};
    bool waiting = false;  // sent or checked
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

// Functions find only what Transaction::viewer() may see, unless they say « whoever asks »: these are for judging a
// statement by what is declared elsewhere.
class HoursStatements {
public:
    using Id = domain::Id<domain::HoursStatement>;
    explicit HoursStatements(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::HoursStatement> find(Id id);
    [[nodiscard]] std::optional<domain::StatementEntry> entry(Id id);
    // The latest month first.
    [[nodiscard]] domain::StatementPage list(const StatementFilter& filter);
    // Of each lot and nature.
    [[nodiscard]] std::vector<domain::KeptLine> lines(Id id);

    // Whoever asks: the statement of that month that stands: neither rejected nor a reverse entry nor taken back.
    [[nodiscard]] std::optional<domain::HoursStatement> standing(domain::Id<domain::Placement> placement,
                                                                 domain::Month month);
    // Whoever asks: the entry, not rejected, that takes it back.
    [[nodiscard]] std::optional<Id> taken_back_by(Id id);
    // Whoever asks: whether a statement of that month was taken back.
    [[nodiscard]] bool taken_back(domain::Id<domain::Placement> placement, domain::Month month);
    // Whoever asks: hours of the placement that month, without one statement; and of its participant in others.
    [[nodiscard]] core::Hours other_hours(domain::Id<domain::Placement> placement, domain::Month month, Id but);
    [[nodiscard]] core::Hours elsewhere(domain::Id<domain::Placement> placement, domain::Month month);
    // Whoever asks: absent when nothing was declared.
    [[nodiscard]] std::optional<core::Hours> declared(domain::Id<domain::Placement> placement, domain::Month month);

    // Adds when the id is empty, else replaces, with its lines, and keeps the sums true. Throws Error(conflict) when
    // somebody else has saved it since it was read.
    domain::HoursStatement save(domain::HoursStatement statement, const std::vector<domain::KeptLine>& lines);
    // The same with its lines left as they are.
    domain::HoursStatement save(domain::HoursStatement statement);

private:
    domain::HoursStatement write(domain::HoursStatement statement);
    Transaction& tx_;
};

}  // namespace clausier::store
