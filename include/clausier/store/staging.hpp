// Where the rows of a file wait before an import: a temporary database of their own, filled without any lock on the
// main one.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "clausier/core/issue.hpp"
#include "clausier/domain/tender_record.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Organisations merged into another, by their key (party_key): a file that still names the old one means the other.
using Aliases = std::unordered_map<std::string, domain::TenderParty>;

// What makes two mentions the same organisation: scheme and identifier, or the folded name where there is none.
std::string party_key(const domain::TenderParty& party);

// read = kept + ignored + rejected, always: every row of the file is in one of them.
struct RowCounts {
    std::int64_t read = 0;
    std::int64_t kept = 0;
    std::int64_t ignored = 0;
    std::int64_t rejected = 0;
};

enum class RowStatus { ignored, rejected };
std::string_view code(RowStatus status);

// A row that was not kept.
struct SkippedRow {
    std::uint64_t line = 0;
    RowStatus status = RowStatus::ignored;
    std::string reason;
    std::string text;
};

// Lines come in ascending order; several records, or several issues, may have one line, and a line is either added or
// skipped. The same lot, (buyer, reference, number), met more than once: the record published last wins, then the most
// complete, then the last; rows of the winning content that name another holder are kept as further holders; the others
// are ignored as « doublon ».
class Staging {
public:
    // The file is made in a Scratch of `folder` and removed with the object. Throws Error(unavailable) when it cannot
    // be made.
    explicit Staging(Aliases aliases = {},
                     const std::filesystem::path& folder = std::filesystem::temp_directory_path());
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    // Throws Error(invalid) naming the line when a value is out of what TenderRecord promises, Error(unavailable) when
    // the disk is full.
    void add(const domain::TenderRecord& record);
    void skip(std::uint64_t line, RowStatus status, std::string_view reason, std::string_view text);
    void issue(std::uint64_t line, const core::Issue& issue);

    // Settles duplicates. After it nothing is added, and the rows can be compared and applied.
    void resolve();

    [[nodiscard]] RowCounts counts() const;
    // How many issues of one severity.
    [[nodiscard]] std::int64_t issues(core::Severity severity) const;

    // After resolve(), in the order of the lines: what was said of each, for the annotated workbook. Stops when
    // the visitor answers false.
    void visit_skipped(const std::function<bool(const SkippedRow&)>& visitor) const;
    void visit_issues(const std::function<bool(std::uint64_t line, const core::Issue&)>& visitor) const;

    // How Database::read() and write() see it: the tables of "staging". Only after resolve().
    [[nodiscard]] Attachment attachment() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// "info", "warning", "error", and back.
std::string_view severity_code(core::Severity severity);
core::Severity read_severity(std::string_view code);

}  // namespace clausier::store
