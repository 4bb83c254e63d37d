// A file that takes its name only once it is whole and on the disk.
#pragma once
#include <filesystem>

namespace clausier::sheets {

class PartialFile {
public:
    // Creates an empty temporary beside the destination. Throws Error(unavailable) when the folder cannot be written.
    explicit PartialFile(std::filesystem::path destination);
    // Removes the temporary, unless it has been kept.
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    // Where to write meanwhile.
    [[nodiscard]] const std::filesystem::path& path() const { return temporary_; }
    // Syncs the temporary and gives it the destination's name, replacing what is there; a device or a pipe is written
    // to instead. Throws Error(unavailable).
    void keep();

private:
    void pour();
    std::filesystem::path destination_;
    std::filesystem::path temporary_;
    bool special_ = false;  // the destination is a device or a pipe
    bool kept_ = false;
};

}  // namespace clausier::sheets
