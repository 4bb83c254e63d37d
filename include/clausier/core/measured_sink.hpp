// Rows measured on their way to another sink.
#pragma once
#include "clausier/core/rows.hpp"

namespace clausier::core {

// Hands each row on, and keeps how many cells the widest has: where the columns of an annotated copy begin.
class MeasuredSink final : public RowSink {
public:
    // `next` lives longer.
    explicit MeasuredSink(RowSink& next) : next_(next) {}
    bool row(const Row& row) override;
    [[nodiscard]] std::size_t columns() const { return columns_; }

private:
    RowSink& next_;
    std::size_t columns_ = 0;
};

}  // namespace clausier::core
