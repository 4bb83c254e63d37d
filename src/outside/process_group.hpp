// What a group of processes weighs.
#pragma once
#include <sys/types.h>

#include <cstdint>

namespace clausier::outside {

// Resident bytes of the processes of the group, the pages that they share counted once where the kernel tells so.
std::uint64_t group_memory(pid_t group);

}  // namespace clausier::outside
