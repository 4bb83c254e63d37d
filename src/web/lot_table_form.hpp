// The form by which a person says what the columns of a buyer's spreadsheet mean, without sending the file again.
#pragma once
#include <boost/json/object.hpp>
#include <exception>
#include <string>
#include <vector>

#include "clausier/app/lots.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"

namespace clausier::web {

// Passes rows on, and keeps them as the text of a hidden field: one array a row, of its number, the kinds of its cells
// (one letter each) and their texts. A fault of the next sink waits until finish(), so that all rows are kept.
class RowKeeper final : public core::RowSink {
public:
    explicit RowKeeper(core::RowSink& next) : next_(next) {}
    bool row(const core::Row& row) override;
    // After the last row. Throws what the next sink threw.
    void finish() const;
    // "" when the rows are more than a field of a form holds.
    [[nodiscard]] std::string text() const { return full_ ? "" : "[" + text_ + "]"; }

private:
    core::RowSink& next_;
    std::string text_;
    bool full_ = false;
    std::exception_ptr fault_;
};
// Gives the rows of a RowKeeper's text. Throws Error(invalid) when it is no such text.
void replay(std::string_view text, core::RowSink& sink);

// What the form says of the table. Columns of another header row are others: they are then recognised anew.
struct LotTableChoices {
    std::string profile;  // "" while nothing is chosen
    std::vector<domain::Choice> columns;
    std::optional<std::uint64_t> header_row;
};
// Faults (two columns of one meaning, a meaning that does not exist) are kept by `reader`.
LotTableChoices read_table_choices(const http::Fields& fields, FormReader& reader);

// The form: table (the rows kept, ""), a_redonner, fichier, feuille, mode, ligne_lue, ligne, doute, colonnes[] (lettre,
// libelle, exemples, a_decider, champ). What was typed wins over what was recognised.
struct LotTable {
    std::string file;
    std::string rows;
    const domain::Mapping* mapping = nullptr;
    bool doubtful = false;
};
boost::json::object table_form(const LotTable& table, const FormView& form, const http::Fields& typed);

}  // namespace clausier::web
