// The zip archive that holds an xlsx or an ods: entries by name, inflated in pieces, every limit counted as bytes come.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "clausier/core/issue.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

class Archive;

// One entry of an archive while it is inflated. The archive outlives it.
class Part {
public:
    ~Part();
    Part(Part&&) noexcept;
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    Part& operator=(Part&&) = delete;

    // Inflates up to `size` bytes; 0 is the end, reached only when the content agrees with its checksum and its
    // declared size. Throws Error(invalid) when the entry is damaged or over a limit.
    std::size_t read(char* into, std::size_t size);
    // What the archive says the entry weighs, inflated: never less than what read() gives.
    [[nodiscard]] std::uint64_t declared_size() const;

private:
    friend class Archive;
    struct State;
    explicit Part(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Entries are known by their path, with "/" whatever the file wrote; one that differs only in the case of its ASCII
// letters is found too.
class Archive {
public:
    // Opens the file, or the bytes of the source, which it does not copy. Throws Error(not_found) when the file cannot
    // be opened and Error(invalid) when it is no zip, truncated, has too many entries or two of the same name.
    explicit Archive(const Source& source);
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    // What messages call the file.
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const Limits& limits() const;
    [[nodiscard]] bool has(std::string_view entry) const;
    // Throws Error(invalid) when there is no such entry, or when it is encrypted or compressed by another method than
    // "stored" and "deflate".
    [[nodiscard]] Part open(std::string_view entry);
    // A small entry, whole. Throws as open() and read(), and Error(invalid) beyond `at_most` bytes.
    [[nodiscard]] std::string text(std::string_view entry, std::size_t at_most);
    // From now on tell() tells `progress` (which outlives the reading) the compressed bytes read out of the file's
    // size.
    void watch(const core::Progress& progress);
    // Tells progress, when enough was read since it was last told or `always`. Throws Error(invalid) "annulé" when it
    // cancels.
    void tell(bool always);

    // The refusal of this file: Error(invalid), its place the file's name followed by `where`.
    [[nodiscard]] core::Error refusal(std::string_view text, std::string_view where = {}) const;

private:
    friend class Part;
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::sheets
