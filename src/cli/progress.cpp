// Draws the progress bar and listens to Ctrl-C.
#include "clausier/cli/progress.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <memory>

namespace clausier::cli {
namespace {

volatile std::sig_atomic_t interruption = 0;

void note_interruption(int signal) {
    interruption = 1;
    std::signal(signal, SIG_DFL);
}

std::string bar(std::string_view label, std::uint64_t done, std::uint64_t total) {
    constexpr std::uint64_t cells = 30;
    if (total == 0) return fmt::format("\r{} : {}", label, done);
    const std::uint64_t filled = std::min(done, total) * cells / total;
    return fmt::format("\r{} [{}{}] {} %", label, std::string(filled, '#'), std::string(cells - filled, ' '),
                       std::min(done, total) * 100 / total);
}

}  // namespace

void watch_interruption() {
    interruption = 0;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, note_interruption);
}

bool was_interrupted() { return interruption != 0; }

core::Progress progress_bar(const Context& context, std::string label) {
    const bool drawn = context.stderr_is_terminal && !context.quiet;
    auto last = std::make_shared<std::chrono::steady_clock::time_point>();
    return [drawn, last, label = std::move(label)](std::uint64_t done, std::uint64_t total) {
        const auto now = std::chrono::steady_clock::now();
        if (drawn && now - *last > std::chrono::milliseconds(100)) {
            *last = now;
            fmt::print(stderr, "{}", bar(label, done, total));
        }
        return !was_interrupted();
    };
}

void finish_progress(const Context& context) {
    if (context.stderr_is_terminal && !context.quiet) fmt::print(stderr, "\r\033[K");
}

}  // namespace clausier::cli
