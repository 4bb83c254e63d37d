// A program run as a child that cannot outlive its limits: no shell, its own process group, a bare environment.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace clausier::outside {

struct ChildLimits {
    std::chrono::milliseconds time{20'000};
    // Resident bytes of the whole group, shared pages counted once: a limit of address space kills Chromium at once.
    std::uint64_t memory = std::uint64_t{1} << 30U;
    // Bytes of any file it writes.
    std::uint64_t file = std::uint64_t{256} << 20U;
};

struct ChildEnd {
    enum class Reason { ended, late, greedy, absent };
    Reason reason = Reason::ended;
    int status = 0;  // its exit code when it ended by itself, 128 + signal when a signal ended it
    [[nodiscard]] bool good() const { return reason == Reason::ended && status == 0; }
};

// Runs `arguments` (the first is the program's path) in `folder`, which is also its home and its temporary folder, with
// nothing to read, its words thrown away and none of our files open. When it ends, whatever it started in its group is
// killed; so is everything as soon as a limit is passed. `absent`: it could not be started.
ChildEnd run_child(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                   const ChildLimits& limits = {});

}  // namespace clausier::outside
