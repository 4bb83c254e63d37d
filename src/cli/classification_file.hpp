// A table of decisions: what « spaser classer » lists, its column « decision » filled in by a person.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "clausier/core/rows.hpp"
#include "clausier/domain/classification.hpp"

namespace clausier::cli {

// The first row names the columns; « lot_id » and « decision » are read, the others passed over.
class ClassificationFile final : public core::RowSink {
public:
    explicit ClassificationFile(domain::ClauseAxis axis) : axis_(axis) {}
    bool row(const core::Row& row) override;
    // After the last row. Throws Error(invalid) when a column is missing, with every row that cannot be read, or when
    // no row decides anything.
    std::vector<domain::ContractDecision> finish();
    // The rows whose decision is empty: they stay to classify.
    [[nodiscard]] std::int64_t undecided() const { return undecided_; }

private:
    void read_header(const core::Row& row);
    void fault(const core::Row& row, const std::string& column, std::string text);

    domain::ClauseAxis axis_;
    bool has_header_ = false;
    std::optional<std::size_t> lot_;
    std::optional<std::size_t> decision_;
    std::int64_t undecided_ = 0;
    std::set<domain::Id<domain::Lot>> seen_;
    std::vector<domain::ContractDecision> decisions_;
    std::vector<core::Issue> issues_;
};

}  // namespace clausier::cli
