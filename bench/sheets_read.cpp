// Reads one spreadsheet with clausier::sheets and prints "rows cells seconds peak_mib", as the peers' scripts do.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>

#include "clausier/core/issue.hpp"
#include "clausier/sheets/read.hpp"

namespace {

// Touches every cell, so that nothing read is left unpaid.
class Touch final : public clausier::core::RowSink {
public:
    bool row(const clausier::core::Row& row) override {
        for (const auto& cell : row.cells) bytes += cell.text.size();
        return true;
    }
    std::uint64_t bytes = 0;
};

// The peak of resident memory, in KiB.
long peak_kib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: bench_sheets_read FILE\n");
        return 2;
    }
    try {
        clausier::sheets::Source source;
        source.path = argv[1];
        Touch sink;
        const auto begin = std::chrono::steady_clock::now();
        const auto report = clausier::sheets::read(source, sink);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        fmt::print("{} {} {:.3f} {:.1f}\n", report.rows, report.cells, taken.count(),
                   static_cast<double>(peak_kib()) / 1024);
    } catch (const clausier::core::Error& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
