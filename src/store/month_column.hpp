// How a month stands in a column: its number, so that the difference of two is a number of months.
#pragma once
#include "clausier/domain/month.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

template <>
struct Sql<domain::Month> {
    static void bind(Statement& s, int i, domain::Month value) { s.bind_integer(i, value.number()); }
    static domain::Month get(const Statement& s, int c) {
        return domain::Month::of_number(static_cast<int>(s.integer(c)));
    }
};

}  // namespace clausier::store
