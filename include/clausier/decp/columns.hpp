// The columns of the rows that a DECP file is read as: one row a holder of a contract, the same columns whatever the
// format.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace clausier::decp {

// In the order of the cells. Names are those of the JSON format of 2022, flattened; lists of words are joined by ", ";
// `modifications`, `actesSousTraitance`, `modificationsActesSousTraitance` and `donneesExecution` hold the JSON of the
// file. `enregistrement` is the rank of the contract in the file, from 1.
std::span<const std::string_view> columns();
// The place of a column of that exact name.
std::optional<std::size_t> column(std::string_view name);

}  // namespace clausier::decp
