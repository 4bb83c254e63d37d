// Measures rows.
#include "clausier/core/measured_sink.hpp"

#include <algorithm>

namespace clausier::core {

bool MeasuredSink::row(const Row& row) {
    columns_ = std::max(columns_, row.cells.size());
    return next_.row(row);
}

}  // namespace clausier::core
