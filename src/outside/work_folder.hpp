// A folder of one's own for the files of one child, swept when done.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace clausier::outside {

class WorkFolder {
public:
    // Readable by this user alone. Throws Error(unavailable) when it cannot be made.
    WorkFolder();
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // Throws Error(unavailable) when the disk refuses.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;
    // The bytes of the file, "" when it is not there.
    [[nodiscard]] std::string read(std::string_view name) const;

private:
    std::filesystem::path path_;
};

}  // namespace clausier::outside
