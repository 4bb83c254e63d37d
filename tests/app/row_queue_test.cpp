// Rows cross from one thread to the other whole and in order, and the giver never waits for a taker who has gone.
#include "row_queue.hpp"

#include <catch2/catch_test_macros.hpp>
#include <thread>

using namespace clausier;
using app::RowBatch;
using app::RowQueue;

namespace {

RowBatch batch_of(std::uint64_t number) {
    const std::string text = "ligne " + std::to_string(number);
    const core::Cell cells[] = {
        {core::CellKind::text, text}, {core::CellKind::empty, {}}, {core::CellKind::number, "1.5"}};
    RowBatch batch;
    batch.add({number, cells});
    return batch;
}

}  // namespace

TEST_CASE("a batch gives back its rows as they were") {
    const RowBatch batch = batch_of(7);
    std::vector<core::Cell> cells;
    const core::Row row = batch.row(0, cells);
    CHECK(row.number == 7);
    REQUIRE(row.cells.size() == 3);
    CHECK(row.cells[0].text == "ligne 7");
    CHECK(row.cells[1].empty());
    CHECK(row.cells[2].kind == core::CellKind::number);
}

TEST_CASE("batches arrive in order, then the end") {
    RowQueue queue;
    std::thread giver([&] {
        for (std::uint64_t i = 1; i <= 100; ++i) queue.put(batch_of(i));
        queue.end();
    });
    std::uint64_t expected = 0;
    RowBatch batch;
    std::vector<core::Cell> cells;
    while (queue.take(batch)) {
        CHECK(batch.row(0, cells).number == ++expected);
        queue.give_back(std::move(batch));
        CHECK(queue.spare().size() == 0);
    }
    giver.join();
    CHECK(expected == 100);
}

TEST_CASE("a giver is freed when the taker closes") {
    RowQueue queue;
    std::thread giver([&] {
        while (queue.put(batch_of(1))) {
        }
    });
    RowBatch batch;
    CHECK(queue.take(batch));
    queue.close();
    giver.join();
    CHECK_FALSE(queue.put(batch_of(2)));
}
