// Reads the cells of one row by field: repairs what can be, and remarks on everything repaired or not read.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/import_remarks.hpp"
#include "clausier/domain/mapping.hpp"
#include "clausier/domain/tender_record.hpp"
#include "lot_text.hpp"
#include "tender_lists.hpp"
#include "unlisted_values.hpp"

namespace clausier::domain {

// What a cell of an amount says: one amount, or one for each of several lots, or neither.
struct AmountRead {
    std::optional<core::Euros> amount;
    std::vector<LotAmount> by_lot;
};

// The text as a remark quotes it: cut after about 80 bytes.
std::string excerpt(std::string_view text);

class TenderValues {
public:
    // The mapping lives longer. Dates after `today` are remarked.
    TenderValues(const Mapping& mapping, std::optional<core::Date> today, Decisions decisions = {},
                 std::vector<TenderParty> buyers = {});

    // The row whose cells are read from now on; its remarks begin empty.
    void begin(const core::Row& row);
    [[nodiscard]] bool mapped(Field field) const { return columns_[static_cast<std::size_t>(field)] != nullptr; }
    [[nodiscard]] std::uint64_t line() const { return row_.number; }
    // The rank of the contract in a file that has no lines.
    [[nodiscard]] std::optional<std::int64_t> record() const;
    // Trimmed, as the file has it; no remark.
    [[nodiscard]] core::Cell raw(Field field) const;

    // The cell's text when it says something, else "": markers and spreadsheet errors say nothing, and are remarked
    // unless `quiet`.
    std::string_view value(Field field, bool quiet = false);

    // `quiet` in these: the field may be absent, and a marker that says so is no remark.
    void text(Field field, std::string& out, bool quiet = false);
    // An entry of a list in its official spelling, or the text as it is when the list has none such and nothing was
    // decided of it.
    void listed(Field field, CodeList& list, std::string& out);
    // A trade: the file's word, or the key decided for it.
    void trade(Field field, std::string& out);
    // The code of a place; the name of a département becomes its code. `type` is what the file says the code is.
    void place(Field field, std::string_view type, std::string& out);
    // Whether the cell, which may hold several, names this entry of a list.
    [[nodiscard]] bool names(Field field, CodeList& list, std::string_view official);
    void cpv(Field field, std::string& out);
    void reference(Field field, std::string& out);
    // Characters that DECP advises against in a reference.
    void remark_characters(Field field, const std::string& reference);
    // Several words of a list, joined by ", " in its order, those it has not at the end.
    void words(Field field, CodeList& list, std::string& out);
    [[nodiscard]] std::optional<bool> flag(Field field);
    // A part of a whole, 0 to 1 or a percentage.
    [[nodiscard]] std::optional<core::Rate> share(Field field);
    [[nodiscard]] std::optional<std::int64_t> count(Field field);
    [[nodiscard]] std::optional<core::Euros> amount(Field field, bool quiet = false);
    // An amount that is not the price of a contract: 0 or more, however small.
    [[nodiscard]] std::optional<core::Euros> aid(Field field);
    [[nodiscard]] AmountRead amount_or_several(Field field, bool quiet = false);
    [[nodiscard]] std::optional<core::Date> date(Field field, bool quiet = false);
    [[nodiscard]] std::optional<std::int64_t> months(Field field, bool quiet = false);
    [[nodiscard]] std::optional<core::Rate> rate(Field field);  // 0 to 100 %
    [[nodiscard]] std::optional<core::Hours> hours(Field field);
    // Absent when the cell says nothing, which is not "none".
    [[nodiscard]] std::optional<std::string> considerations(Field field, CodeList& list);
    // The buyer: a name alone may be decided to be another's.
    void buyer(TenderParty& out);
    // An organisation. A further one may be absent without remark.
    void party(Field id, Field scheme, Field name, bool further, TenderParty& out);
    // An identifier alone, which may be absent.
    [[nodiscard]] core::Identifier identifier(Field id, Field scheme);

    void remark(Field field, Remark kind, std::string_view text);
    // About the row, not one cell.
    void remark(Remark kind, std::string_view text);
    std::vector<core::Issue>& issues() { return issues_; }
    [[nodiscard]] const UnlistedValues& unlisted() const { return unlisted_; }

private:
    void clean(Field field, std::string_view text, std::string& out);
    std::optional<core::Euros> checked_amount(Field field, core::Euros amount);
    // What was decided of a text put in its place, with a remark; false when nothing was.
    bool decide(Field field, const Decision* decision, std::string& text);
    // Remarks a unit that the field does not count in; the value is then not read.
    bool has_unit(Field field, std::string_view given, std::string_view expected,
                  std::initializer_list<std::string_view> units);
    const std::string& header(Field field) const;
    const Department* department_named(std::string_view text);
    struct WordsRead {
        std::string given;
        std::string joined;
    };
    void read_identifier(Field id, Field scheme, bool further, core::Identifier& out);
    void read_code(Field id, std::string_view text, bool siret_expected, core::Identifier& out);
    [[nodiscard]] std::string place() const;
    bool siret(Field id, std::string_view text, core::Identifier& out);

    std::array<const Column*, field_count> columns_{};
    std::optional<core::Date> today_;
    core::Row row_;
    std::vector<core::Issue> issues_;
    CodeList schemes_{"type_identifiant"};
    UnlistedValues unlisted_;
    TextMap<const Department*> departments_;  // by name; nullptr where a text names none
    std::string place_type_;                  // the last one, and whether it is wider than a département
    bool place_is_wider_ = false;
    std::array<WordsRead, field_count> words_;  // the last cell of each column
    std::string scratch_;
};

}  // namespace clausier::domain
