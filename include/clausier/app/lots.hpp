// The lots of a workbook, read without any database: what « calcul lots » computes on.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/rows.hpp"
#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/mapping.hpp"
#include "clausier/domain/tender.hpp"

namespace clausier::app {

// One lot of the file and the line it stands on.
struct FileLot {
    std::uint64_t line = 0;
    domain::LotFigures figures;
    std::string key;  // buyer, market and lot: the same for a lot copied twice
};

// A line that is no lot, or a remark on one. `left_out`: the line gave no lot, and the issue says why.
struct FileRemark {
    std::uint64_t line = 0;
    core::Issue issue;
    bool left_out = false;
};

// The columns that the lots of a dossier take nothing of, each with where its figure is given instead.
std::vector<core::Issue> unused_columns(const domain::Mapping& mapping);

// Collects the lots of a sheet: recognises the table on its first rows, then reads each row.
class LotCollector final : public core::RowSink {
public:
    // `profile` empty: the best one. `header_row`: the row's number in the file, when the user says it.
    LotCollector(std::string profile, std::vector<domain::Choice> choices,
                 std::optional<std::uint64_t> header_row = {});
    ~LotCollector() override;
    bool row(const core::Row& row) override;
    // After the last row. Throws Error(invalid) when no row came, no profile fits, or no lot was found.
    void finish();

    [[nodiscard]] const domain::Mapping& mapping() const;
    [[nodiscard]] const std::vector<FileLot>& lots() const;
    [[nodiscard]] const std::vector<FileRemark>& remarks() const;
    // The lines that are no lots and no faults either: titles, sums, taxes, headers again. Blank ones are not told.
    [[nodiscard]] const std::vector<FileRemark>& passed_over() const;
    // Whether a column was guessed, or no column gives the lots' titles.
    [[nodiscard]] bool doubtful() const;
    // What the table looks like as an estimate of lots, readable or not; nothing when no row came or the header row is
    // not there.
    [[nodiscard]] std::optional<domain::Recognition> looked() const;
    [[nodiscard]] std::size_t columns() const;  // the widest row
    [[nodiscard]] const domain::RowCounts& counts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::app
