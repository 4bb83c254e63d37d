// Rows copied in batches from the thread that reads to the thread that maps; bounded, so that memory is.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "clausier/core/rows.hpp"

namespace clausier::app {

// Some rows with their texts in one block.
class RowBatch {
public:
    void add(const core::Row& row);
    void clear();
    [[nodiscard]] bool full() const { return bytes_.size() >= kBytes || rows_.size() >= kRows; }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    // A row whose cells stand in `cells`, valid until the batch changes.
    [[nodiscard]] core::Row row(std::size_t index, std::vector<core::Cell>& cells) const;

private:
    static constexpr std::size_t kBytes = 256 * 1024;
    static constexpr std::size_t kRows = 1024;
    struct Held {
        core::CellKind kind;
        std::size_t begin, size;
    };
    struct Span {
        std::uint64_t number;
        std::size_t first, count;
    };
    std::string bytes_;
    std::vector<Held> cells_;
    std::vector<Span> rows_;
};

class RowQueue {
public:
    // Waits for room. False when the taker has closed: the batch is dropped.
    bool put(RowBatch&& batch);
    // No more will come.
    void end();
    // The next batch; false at the end.
    bool take(RowBatch& batch);
    // The taker gives up: put() no longer waits.
    void close();
    // A batch whose memory can be used again.
    RowBatch spare();
    void give_back(RowBatch&& batch);

private:
    static constexpr std::size_t kBatches = 8;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<RowBatch> waiting_;
    std::vector<RowBatch> spares_;
    bool ended_ = false;
    bool closed_ = false;
};

}  // namespace clausier::app
