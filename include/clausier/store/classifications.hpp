// Contracts to classify, and what was given to several of them at once.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/classification.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Which contracts say nothing on an axis; everything left empty lets all through. Private buyers are never among them.
struct UnclassifiedFilter {
    domain::ClauseAxis axis = domain::ClauseAxis::social;
    std::optional<domain::Id<domain::Organisation>> buyer{};
    std::optional<int> year{};
    std::optional<domain::Sector> sector{};
    std::string text{};  // words of the market, its buyer, its lots or their holders
    std::string cpv{};   // first digits
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

class Classifications {
public:
    explicit Classifications(Transaction& tx) : tx_(tx) {}

    // The latest notified first, without their suggestions. Throws Error(invalid) when the text has too many words.
    [[nodiscard]] domain::UnclassifiedPage list(const UnclassifiedFilter& filter);
    // One contract, whatever it says; nothing when there is no such lot.
    [[nodiscard]] std::optional<domain::UnclassifiedContract> contract(domain::Id<domain::Lot> lot);
    // Whether the lot, or its market for it, says something on the axis; nothing when there is no such lot.
    [[nodiscard]] std::optional<bool> filled(domain::Id<domain::Lot> lot, domain::ClauseAxis axis);

    // Begins a classification, to which contracts are then given; `summary`: the official words.
    domain::Id<domain::Classification> begin(const domain::Classification& made);
    void give(domain::Id<domain::Classification> id, const domain::ContractDecision& given, const std::string& summary);
    // Once all are given: the indexes of their markets are written anew.
    void finish(domain::Id<domain::Classification> id);

    [[nodiscard]] std::optional<domain::Classification> find(domain::Id<domain::Classification> id);
    // The newest first.
    [[nodiscard]] std::vector<domain::Classification> recent(std::int64_t limit);
    [[nodiscard]] std::vector<domain::ClassifiedContract> contracts(const domain::Classification& classification);
    // Every contract is again as it was; the caller has seen that none has changed since.
    void undo(const domain::Classification& classification, core::Instant at);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
