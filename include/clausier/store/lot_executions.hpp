// What is kept of the execution of a lot besides hours: orders, stoppages, plans of holders, shares, counting rules and
// certificates.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/certificate.hpp"
#include "clausier/domain/counting.hpp"
#include "clausier/domain/lot_execution.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// What tells whether hours count on a lot.
struct CountedLot {
    domain::Id<domain::Market> market{};
    domain::LotWindow window;
};

// Of lots that Transaction::viewer() sees; find and lists of another's are empty.
class LotExecutions {
public:
    using Lot = domain::Id<domain::Lot>;
    explicit LotExecutions(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] domain::LotExecution find(Lot lot);
    // Replaces it with its shares. Throws Error(conflict) when somebody else has saved it since it was read.
    domain::LotExecution save(domain::LotExecution execution);

    // By day.
    [[nodiscard]] std::vector<domain::ServiceOrder> orders(Lot lot);
    [[nodiscard]] std::vector<domain::Stoppage> stoppages(Lot lot);
    // Add when the id is empty, else replace. Throw Error(conflict) as save().
    domain::ServiceOrder save(domain::ServiceOrder order);
    domain::Stoppage save(domain::Stoppage stoppage);

    // The last of each holder.
    [[nodiscard]] std::vector<domain::HolderPlan> plans(Lot lot);
    // Stands in for the holder's former plan, which stays kept: the revision is one more.
    domain::HolderPlan add(domain::HolderPlan plan);

    // Of the market; the reference's where nothing is kept, with the revision 0.
    [[nodiscard]] domain::CountingRules rules(domain::Id<domain::Market> market);
    void set_rules(domain::Id<domain::Market> market, const domain::CountingRules& rules);

    // Whoever asks. Throws Error(not_found).
    [[nodiscard]] CountedLot counted(Lot lot);

    // The latest first.
    [[nodiscard]] std::vector<domain::Certificate> certificates(Lot lot);
    // Whoever asks: the last day that one covers.
    [[nodiscard]] std::optional<core::Date> certified_until(Lot lot);
    // Locks the validated statements of the lot of months that end by its day.
    domain::Certificate add(domain::Certificate certificate);

    // What one organisation held is another's.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
