// Gives each record its market and its lot: from the row's own words, from the group it stands in, or derived.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/tender.hpp"
#include "derived_reference.hpp"
#include "tender_rows.hpp"
#include "tender_values.hpp"

namespace clausier::domain {

class LotNaming {
public:
    LotNaming(RecordKind kind, const TenderOptions& options) : kind_(kind), options_(options) {}

    // A row that names the lots that follow it, at this line of the file.
    void open(const LotGroup& group, std::uint64_t line);
    // Ends the group; remarks when its lots do not add up to the total it gave.
    void close(std::vector<core::Issue>& issues);
    // A blank row ends a group that has lots, not one that has just been named.
    [[nodiscard]] bool has_lots() const { return group_ && group_->lots > 0; }

    // Sets object, lot number and lot title. Call once per data row, when its texts are read. `titles` stands above
    // the table.
    void name(TenderRecord& record, const std::string& titles, TenderValues& values);
    // The lots the row names, when its words name several: an amount for each may be spread over them.
    [[nodiscard]] const std::vector<std::string>& lots() const { return lots_; }
    // Counts the row's amount in the group it stands in.
    void count(const std::optional<core::Euros>& amount);
    // Sets the reference when the row has none, and keeps two different rows from becoming one lot.
    void refer(TenderRecord& record, TenderValues& values);

private:
    struct OpenGroup {
        LotGroup told;
        std::uint64_t line = 0;
        core::Euros sum;
        std::size_t lots = 0;
        bool all_known = true;
        std::optional<int> year;
    };
    void name_single_market(TenderRecord& record, const std::string& titles, TenderValues& values);
    void name_by_text(TenderRecord& record);
    void join_group(TenderRecord& record);
    [[nodiscard]] int year_of(const TenderRecord& record, const TenderValues& values);

    RecordKind kind_;
    const TenderOptions& options_;
    std::optional<OpenGroup> group_;
    SeenLots seen_;
    TextSet told_;  // the derived references already remarked
    std::vector<std::string> lots_;
    std::uint64_t rank_ = 0;  // of the row among the lots of a single market
    bool shared_ = false;     // the row's market is told by its buyer, object and year: other rows may share it
    bool in_group_ = false;
};

}  // namespace clausier::domain
