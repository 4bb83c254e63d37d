// What the commands of execution share: numbers of rows, months, quantities of hours by nature.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base_option.hpp"
#include "changes.hpp"
#include "clausier/app/app.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/domain/hours_statement.hpp"

namespace clausier::cli {

inline constexpr PositionalSpec kLotNumber = {"LOT", "le numéro du lot dans la base"};
inline constexpr OptionSpec kWorked = {"--travaillees", "HEURES", "heures travaillées"};
inline constexpr OptionSpec kTraining = {"--formation", "HEURES", "heures de formation"};
inline constexpr OptionSpec kPaid = {"--payees", "HEURES", "heures payées et non travaillées"};
inline constexpr OptionSpec kReference = {"--reference", "TEXTE", "de la pièce écrite"};
inline constexpr OptionSpec kReason = {"--motif", "TEXTE", "pourquoi, sans nommer personne"};

inline app::Session execution_session(const Context& context) { return {context.clock, "cli"}; }

// A number of the base. Throws UsageError at `where`.
std::int64_t row_number(const std::string& text, std::string_view where);
template <class T>
domain::Id<T> row_id(const std::string& text, std::string_view where) {
    return {row_number(text, where)};
}
// The option's number, nothing without it.
template <class T>
std::optional<domain::Id<T>> row_option(const Arguments& arguments, std::string_view option) {
    const auto text = arguments.get(option);
    if (!text) return std::nullopt;
    return row_id<T>(*text, "option " + std::string(option));
}

// "2026-03" or "03/2026"; nothing without the option. Throws UsageError.
std::optional<domain::Month> month_option(const Arguments& arguments, std::string_view option);
// Those given, in the order of natures. Throws UsageError.
std::vector<domain::StatementLine> lines_option(const Arguments& arguments);

}  // namespace clausier::cli
