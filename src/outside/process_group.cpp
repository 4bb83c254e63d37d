// Reads the weight of processes in /proc.
#include "process_group.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace clausier::outside {
namespace {

// The group of a process and its resident pages, from the line of /proc/N/stat; the name, in brackets, may hold
// anything.
struct Stat {
    pid_t group = 0;
    std::uint64_t pages = 0;
};

Stat stat_of(const std::filesystem::path& process) {
    std::ifstream in(process / "stat");
    std::string line;
    std::getline(in, line);
    const std::size_t name_end = line.rfind(')');
    if (name_end == std::string::npos) return {};
    std::istringstream fields(line.substr(name_end + 1));
    std::string skipped;
    Stat out;
    fields >> skipped >> skipped >> out.group;
    // The resident pages are field 24 of the line, the group field 5.
    for (int field = 6; field < 24; ++field) fields >> skipped;
    fields >> out.pages;
    return fields ? out : Stat{};
}

// The process's share of its resident pages; 0 when the kernel does not tell us.
std::uint64_t proportional(const std::filesystem::path& process) {
    std::ifstream in(process / "smaps_rollup");
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("Pss:")) continue;
        std::uint64_t kilobytes = 0;
        std::istringstream(line.substr(4)) >> kilobytes;
        return kilobytes * 1024;
    }
    return 0;
}

}  // namespace

std::uint64_t group_memory(pid_t group) {
    static const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    std::uint64_t out = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator at("/proc", error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.empty() || name.front() < '0' || name.front() > '9') continue;
        const Stat stat = stat_of(at->path());
        if (stat.group != group) continue;
        const std::uint64_t share = proportional(at->path());
        out += share ? share : stat.pages * page;
    }
    return out;
}

}  // namespace clausier::outside
