// Files sent by a person that wait between two pages: each under an id beyond guessing, gone after a while.
#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "clausier/core/clock.hpp"
#include "clausier/store/scratch.hpp"

namespace clausier::app {

struct WaitingFile {
    std::filesystem::path path;
    std::string name;                    // as the person calls it
    std::string sheet;                   // of a workbook; "" for the first one
    std::shared_ptr<const void> kept{};  // the file stays as long as this does
};

// Every call may come from any thread.
class WaitingFiles {
public:
    explicit WaitingFiles(const core::Clock& clock, std::chrono::seconds life = std::chrono::hours(2),
                          std::size_t most = 32);
    // Copies the file; gives its id. Beyond `most` the one that waits longest goes. Throws Error(unavailable).
    std::string deposit(const std::filesystem::path& file, const std::string& name, const std::string& sheet);
    // Gives it a new life. Throws Error(not_found) when it has gone.
    WaitingFile find(const std::string& id);
    void forget(const std::string& id);

private:
    struct Place {
        std::shared_ptr<store::Scratch> folder;
        WaitingFile file;
        core::Instant until{};
    };
    void drop_old();
    const core::Clock& clock_;
    std::chrono::seconds life_;
    std::size_t most_;
    std::mutex lock_;
    std::map<std::string, Place> places_;
};

}  // namespace clausier::app
