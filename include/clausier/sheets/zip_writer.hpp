// Several files into one zip, as they are made.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace clausier::sheets {

// Parts may be written in turns. Nothing waits in memory: each part goes to a nameless temporary file. The zip appears
// under its name when close() has succeeded.
class ZipWriter {
public:
    explicit ZipWriter(std::filesystem::path path);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    // Takes the bytes of one more part, in pieces, until close(). Throws Error(unavailable), as do the pieces, when the
    // disk is full.
    std::function<void(std::string_view)> part(const std::string& name);
    // Throws Error(unavailable) when the zip cannot be written; there is then none.
    void close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::sheets
