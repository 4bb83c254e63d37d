// Reports as they were published, kept for good.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/spaser_report.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Rows are added and read, never removed; what was published in one never changes.
class PublishedReports {
public:
    explicit PublishedReports(Transaction& tx) : tx_(tx) {}

    // Adds it under the next version of its buyer and year; gives it back with its id and version.
    domain::PublishedReport add(domain::PublishedReport report);
    // Without their content, the latest first; of a buyer, or all.
    [[nodiscard]] std::vector<domain::PublishedReport> list(std::optional<domain::Id<domain::Organisation>> buyer);
    [[nodiscard]] std::optional<domain::PublishedReport> find(domain::Id<domain::PublishedReport> id);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
