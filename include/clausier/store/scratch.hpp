// A folder for the files of a work in progress: nobody else's to read, gone with the object, swept after a kill.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>

namespace clausier::store {

class Scratch {
public:
    // A new folder in `parent`. Throws Error(unavailable) when it cannot be made.
    explicit Scratch(const std::filesystem::path& parent = std::filesystem::temp_directory_path());
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const;

    // Removes from `parent` the folders of programs of this user that were killed; tells how many. Those of living
    // programs stay, and so do those younger than a minute. Never throws: what cannot be removed stays.
    static std::int64_t sweep(const std::filesystem::path& parent = std::filesystem::temp_directory_path()) noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::store
