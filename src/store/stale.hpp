// What is saved over a row that somebody else has saved since it was read.
#pragma once
#include <cstdint>

#include "clausier/core/issue.hpp"

namespace clausier::store {

// Throws Error(conflict) when no row was changed.
inline void refuse_stale(std::int64_t changed) {
    if (changed == 0)
        throw core::Error(core::ErrorKind::conflict, "",
                          "quelqu’un d’autre a enregistré depuis votre lecture ; relisez puis recommencez");
}

}  // namespace clausier::store
