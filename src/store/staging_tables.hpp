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
        // A day; of a row that describes the contract as it was notified, above every day of those that do not.
        std::int32_t published = 0;
        std::uint8_t completeness = 0;
        auto operator<=>(const Standing&) const = default;
    };
    // What is known of a market and of a lot, by their numbers from 1: the record that stands for it. There are as many
    // as lots in the file: small ones.
    struct MarketSlot {
        std::uint64_t content = 0;
        std::int32_t published = 0;
        std::uint32_t only_lot = 0;  // the number of its lot without a name, 0 while there is none
        std::uint8_t completeness = 0;
        bool known = false;
    };
    struct LotSlot {
        std::uint64_t content = 0;    // essential data left out: rows of one content are of one contract
        std::uint32_t essential = 0;  // of its essential data, what is said of its holder left out
        std::int32_t published = 0;
        std::uint32_t rank = 0;  // of the last holder
        std::uint8_t completeness = 0;
        std::uint8_t rows = 0;  // 0, 1, or 2 for more
        bool sme = false;       // some holder is a PME
    };
    std::uint32_t market_number(std::int64_t buyer, const std::string& reference);
    std::uint32_t lot_number(std::uint32_t market, const std::string& name);
    // Whether a record of this standing speaks for the slot from now on.
    template <class Slot>
    static bool stands(Slot& slot, bool first, const Standing& standing);
    void place_market(const domain::TenderRecord& record, std::uint32_t number, std::int64_t buyer,
                      const Standing& standing, const Fingerprint& content);
    static Standing standing_of(const domain::TenderRecord& record);

    std::int64_t buyer_number(const domain::TenderRecord& record);
    void find_holders(const domain::TenderRecord& record);
    void find_department(const domain::TenderRecord& record);
    void write_dates(const domain::TenderRecord& record);
    void write_market(const domain::TenderRecord& record, std::int64_t id, std::int64_t buyer,
                      const std::string& digest);
    void write_lot(const domain::TenderRecord& record, std::uint32_t lot, std::uint32_t market,
                   const std::string& digest);
    void write_holders(const domain::TenderRecord& record, std::uint32_t lot, std::int64_t content);
    void write_additions(const domain::TenderRecord& record, std::int64_t lot, std::uint64_t content);
    // A further holder of the record that stands for the lot, which is a PME.
    void note_sme(std::uint32_t lot, std::uint64_t content, const std::string& digest);
    void merge_additions();
    std::int64_t drop_losers();
    void write_issue_kinds();
    Statement prepare(std::string_view sql) { return Statement(connection_.take(sql)); }

    Connection& connection_;
    StagingParties parties_;
    Statement insert_market_;
    Statement insert_lot_;
    Statement insert_holder_;
    Statement insert_addition_;
    Statement set_sme_;
    Statement insert_skip_;
    Statement insert_issue_;
    Numbering market_keys_;
    Numbering lot_keys_;  // of lots that have a name, with their numbers
    std::vector<std::uint32_t> named_lots_;
    std::vector<MarketSlot> markets_;
    std::vector<LotSlot> lots_;
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
