// Plain lists (structures, purchases) read from a spreadsheet by a command.
#pragma once
#include <span>
#include <vector>

#include "clausier/domain/plain_table.hpp"
#include "sheet_source.hpp"

namespace clausier::cli {

// The decisions of --colonne among these fields. Throws UsageError.
std::vector<domain::PlainChoice> plain_choices(const Arguments& arguments, std::span<const domain::PlainField> fields);

// Reads the file into the table, to its end. Throws as sheets::read() and domain::find_columns(), whose refusal then
// names --colonne.
void read_plain(const Context& context, const ChosenSheet& chosen, domain::PlainTable& table, std::string_view what);

}  // namespace clausier::cli
