// A temporary file that nobody else can open and that is gone with its last owner: uploads as they come, large answers.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace clausier::http {

class Spool {
public:
    // Creates the file, readable by this user alone. Throws Error(unavailable) when the folder cannot be written.
    Spool();
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    // Appends bytes. Throws Error(unavailable) when the disk is full.
    void write(std::string_view bytes);
    // Bytes from `offset` on, as many as fit in `into` and are there; tells how many. Several threads may read at once.
    // Throws Error(unavailable) when the disk refuses.
    std::size_t read(std::uint64_t offset, std::span<char> into) const;
    [[nodiscard]] std::uint64_t size() const { return size_; }
    // For readers that want a name; the file of that name goes away with the object.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // To be called by who wrote the file by its name, even by putting another in its place: opens it and reads its size
    // again. Throws Error(unavailable) when it is not there.
    void refresh();

private:
    std::filesystem::path path_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

}  // namespace clausier::http
