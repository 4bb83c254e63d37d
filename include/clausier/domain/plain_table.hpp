// Plain lists, one thing a row: which column gives what, found from the names of the headers or decided by the user,
// and the rows under them.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/domain/mapping.hpp"

namespace clausier::domain {

// A value that a column may give. `names`: the headers it is known by, folded, the surest first. `required`: without
// its column nothing can be read.
struct PlainField {
    std::string_view code;
    std::string_view label;
    bool required = false;
    std::vector<std::string_view> names{};
};

// A column of the file. `field`: the code of what it gives, "" when it is not read.
struct PlainColumn {
    std::size_t index = 0;
    std::string header;
    std::string field;
    std::vector<std::string> samples;
};

// A decision: the column of this header, of this letter ("C") or of this number from 1 gives this field, "" for none.
struct PlainChoice {
    std::string column;
    std::string field;
};
// Reads « Libellé=champ ». Faults "colonne_syntaxe", "champ_inconnu".
core::Result<PlainChoice> parse_plain_choice(std::string_view text, std::span<const PlainField> fields);

struct PlainColumns {
    std::uint64_t header_row = 0;  // its number in the file
    std::vector<PlainColumn> columns;

    [[nodiscard]] const PlainColumn* of(std::string_view field) const;
};

// The header row, among the first ten, is the one that names most fields; a field that two headers name goes to the
// surest name, then to the leftmost. Throws Error(invalid) when no row was read or a choice names no column.
PlainColumns find_columns(const Head& head, std::span<const PlainField> fields,
                          std::span<const PlainChoice> choices = {});
// Throws Error(invalid), code "colonne_absente", naming the headers seen when a required field has no column.
void require_columns(const PlainColumns& columns, std::span<const PlainField> fields);

// Takes the rows of a file; a reader of lists says what to do with each row under the header. Blank rows are passed
// over.
class PlainTable : public core::RowSink {
public:
    PlainTable(std::span<const PlainField> fields, std::vector<PlainChoice> choices)
        : fields_(fields), choices_(std::move(choices)) {}
    // Throws Error(invalid), code "nir", when a cell holds a social security number, and repeats nothing of it.
    bool row(const core::Row& row) final;
    // After the last row. Throws as find_columns() and require_columns(); so does row(), once it has seen enough.
    void finish();
    // What was found, even when a required column was not.
    [[nodiscard]] const PlainColumns& columns() const { return columns_; }
    // The widest row.
    [[nodiscard]] std::size_t width() const { return width_; }

protected:
    virtual void take(const core::Row& row) = 0;
    // The cell of a field, empty when no column gives it; and its text without the spaces around it.
    [[nodiscard]] core::Cell cell(const core::Row& row, std::string_view field) const;
    [[nodiscard]] std::string text(const core::Row& row, std::string_view field) const;

private:
    void begin();
    void pass(const core::Row& row);

    std::span<const PlainField> fields_;
    std::vector<PlainChoice> choices_;
    Head head_;
    bool begun_ = false;
    PlainColumns columns_;
    std::size_t width_ = 0;
};

}  // namespace clausier::domain
