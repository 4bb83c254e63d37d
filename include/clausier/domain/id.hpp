// Numbers that name one row, typed by what they name: Id<Market> and Id<Lot> do not mix.
#pragma once
#include <compare>
#include <cstdint>

namespace clausier::domain {

// The number of one kept thing, given by the store and never given again; 0 is "not kept yet".
template <class T>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] bool empty() const { return value == 0; }
    friend auto operator<=>(Id, Id) = default;
};

}  // namespace clausier::domain
