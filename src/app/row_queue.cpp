// Batches of rows between two threads.
#include "row_queue.hpp"

namespace clausier::app {

void RowBatch::add(const core::Row& row) {
    rows_.push_back({row.number, cells_.size(), row.cells.size()});
    for (const core::Cell& cell : row.cells) {
        cells_.push_back({cell.kind, bytes_.size(), cell.text.size()});
        bytes_.append(cell.text);
    }
}

void RowBatch::clear() {
    bytes_.clear();
    cells_.clear();
    rows_.clear();
}

core::Row RowBatch::row(std::size_t index, std::vector<core::Cell>& cells) const {
    const Span& span = rows_[index];
    cells.clear();
    const std::string_view bytes = bytes_;
    for (std::size_t i = span.first; i < span.first + span.count; ++i)
        cells.push_back({cells_[i].kind, bytes.substr(cells_[i].begin, cells_[i].size)});
    return {span.number, cells};
}

bool RowQueue::put(RowBatch&& batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || waiting_.size() < kBatches; });
    if (closed_) return false;
    waiting_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
}

void RowQueue::end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
}

bool RowQueue::take(RowBatch& batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return false;
    batch = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    return true;
}

void RowQueue::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    waiting_.clear();
    changed_.notify_all();
}

RowBatch RowQueue::spare() {
    const std::lock_guard lock(mutex_);
    if (spares_.empty()) return {};
    RowBatch batch = std::move(spares_.back());
    spares_.pop_back();
    return batch;
}

void RowQueue::give_back(RowBatch&& batch) {
    batch.clear();
    const std::lock_guard lock(mutex_);
    if (spares_.size() < kBatches) spares_.push_back(std::move(batch));
}

}  // namespace clausier::app
