// The tables of a staging file while it is being filled: the best record of each market and lot, and every row's
// holder.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "clausier/store/staging.hpp"
#include "connection.hpp"
#include "fingerprint.hpp"
#include "numbering.hpp"
#include "staging_parties.hpp"

namespace clausier::store {

class StagingTables {
public:
    // Creates the tables in an empty file.
    StagingTables(Connection& connection, Aliases aliases);

    void add(const domain::TenderRecord& record);
    void skip(const SkippedRow& row);
    void issue(std::uint64_t line, const core::Issue& issue);
    // Settles the lots met more than once and ends the writing; tells how many lines were kept until then and are now
    // ignored.
    std::int64_t settle();

private:
    // Which of two records speaks for a market or a lot: the greater; on a tie the later one.
    struct Standing {
        std::int64_t published = 0;
        int completeness = 0;
        auto operator<=>(const Standing&) const = default;
    };
    // What is known of a market or a lot: the record that stands for it.
    struct Slot {
        std::int64_t id = 0;
        Standing standing;
        std::uint64_t content = 0;
        std::int32_t rows = 0;
        std::int32_t rank = 0;  // of the last holder
    };
    struct Slots {
        Numbering numbers;
        std::vector<Slot> slots;
    };
    Slot& slot_of(Slots& slots, std::int64_t owner, const std::string& name);
    // Whether the record must be written: it is the first, or stands better with another content.
    static bool takes_over(Slot& slot, const Standing& standing, std::uint64_t content);

    std::int64_t buyer_number(const domain::TenderRecord& record);
    void find_holders(const domain::TenderRecord& record);
    void find_department(const domain::TenderRecord& record);
    void write_dates(const domain::TenderRecord& record);
    void write_market(const domain::TenderRecord& record, std::int64_t id, std::int64_t buyer,
                      const std::string& digest);
    void write_lot(const domain::TenderRecord& record, const Slot& lot, std::int64_t market, const std::string& digest);
    void write_holders(std::uint64_t line, Slot& lot, std::uint64_t content);
    std::int64_t drop_losers();
    void write_issue_kinds();
    Statement prepare(std::string_view sql) { return Statement(connection_.take(sql)); }

    Connection& connection_;
    StagingParties parties_;
    Statement insert_market_;
    Statement insert_lot_;
    Statement insert_holder_;
    Statement insert_skip_;
    Statement insert_issue_;
    Slots markets_;
    Slots lots_;
    std::vector<std::int64_t> met_again_;  // lots with more than one row
    // By severity, how many issues of each code.
    std::array<std::unordered_map<std::string, std::int64_t>, 3> occurrences_;

    // What the row at hand shares with the one before, and memory it reuses.
    domain::TenderParty last_buyer_;
    std::int64_t last_buyer_number_ = 0;
    std::vector<std::int64_t> holders_;
    std::int64_t holders_digest_ = 0;
    std::optional<std::string> department_;
    std::optional<std::string> notified_on_;
    std::optional<std::string> published_on_;
    std::optional<std::string> consultation_on_;
    std::string place_code_;
    std::string place_type_;
    std::string key_;
    std::string text_;
};

}  // namespace clausier::store
