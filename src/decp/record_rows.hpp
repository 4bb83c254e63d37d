// The rows of a record, one a holder, and the count of whatever in it has no column.
#pragma once
#include <array>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clausier/decp/read.hpp"
#include "record.hpp"
#include "record_keys.hpp"

namespace clausier::decp {

class RecordRows {
public:
    // All three outlive this.
    RecordRows(const ReadOptions& options, core::RowSink& sink, ReadReport& report);

    // Gives the rows of a record, the header before the first. False when the sink has had enough. Throws
    // Error(invalid) when they weigh too much together.
    bool give(const Record& record);
    // Something stands where a record should, under that key; or beside the records, under a key of its own.
    void stray(std::string_view key);
    void beside(std::string_view key);
    // After the last record: tells what was counted.
    void finish();

private:
    struct Seen {
        Key key;
        std::uint64_t unknown = 0;  // times that it had no column
        std::uint64_t covered = 0;  // times that another key had filled the column otherwise
    };
    struct Slot {
        core::Cell cell;
        int rank = 0;
        Seen* from = nullptr;
    };
    static constexpr std::size_t holder_cells = 3;
    using Holder = std::array<core::Cell, holder_cells>;

    Seen& seen(std::string_view path);
    void read_key(std::string_view prefix, Record::Value value);
    const Record* embedded(Record::Value value);
    void read_inside(Seen& seen, std::string_view key, Record::Value value);
    void read_holders(std::string_view key, Record::Value value);
    void read_holder(std::string_view key, Record::Value value);
    void put(Seen& seen, std::size_t column, core::Cell cell);
    core::Cell value_cell(Record::Value value);
    core::Cell json_cell(Record::Value value);
    bool give_header();
    bool give_row(std::span<const core::Cell> cells);
    bool give_rows();
    void tell(std::string_view code, core::Severity severity, std::string where, std::string text);

    const ReadOptions& options_;
    core::RowSink& sink_;
    ReadReport& report_;
    std::unordered_map<std::string, Seen> seen_;
    Seen others_;                                           // keys too many or too long to be counted one by one
    std::map<std::string, std::uint64_t> strays_, beside_;  // by key
    std::uint64_t empty_holders_ = 0;
    // Of the record being read.
    std::vector<Slot> slots_;
    std::vector<Holder> holders_;
    std::deque<std::string> texts_;  // what its cells show that is not in the record itself
    std::deque<Record> embedded_;    // lists and objects written in its texts
    std::vector<core::Cell> cells_;
};

}  // namespace clausier::decp
