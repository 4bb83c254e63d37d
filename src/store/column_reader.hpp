// Columns of a row read one after the other.
#pragma once
#include "clausier/store/statement.hpp"

namespace clausier::store {

class ColumnReader {
public:
    explicit ColumnReader(const Statement& row, int first = 0) : row_(row), column_(first) {}
    template <class T>
    ColumnReader& operator>>(T& value) {
        value = row_.get<T>(column_++);
        return *this;
    }
    // A text that the caller makes something of.
    std::string text() { return row_.text(column_++); }

private:
    const Statement& row_;
    int column_;
};

}  // namespace clausier::store
