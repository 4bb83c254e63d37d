// Rows are measured without being changed or held back.
#include "clausier/core/measured_sink.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace clausier;

namespace {

// Has enough after two rows.
struct TwoRows final : core::RowSink {
    bool row(const core::Row& row) override {
        numbers.push_back(row.number);
        return numbers.size() < 2;
    }
    std::vector<std::uint64_t> numbers;
};

}  // namespace

TEST_CASE("the widest row is kept, wherever it stands, and the next sink says when to stop") {
    TwoRows next;
    core::MeasuredSink measured(next);
    CHECK(measured.columns() == 0);
    const core::Cell cells[3] = {};
    CHECK(measured.row({4, cells}));
    CHECK_FALSE(measured.row({7, {}}));
    CHECK(measured.columns() == 3);
    CHECK(next.numbers == std::vector<std::uint64_t>{4, 7});
}
