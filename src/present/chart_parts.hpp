// What every chart is made of: a scale with round graduations, coordinates, measured texts, a sentence and a table.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string_view>

#include "clausier/present/chart.hpp"

namespace clausier::present {

// The width of a chart in its own units, and that of a character of its texts (14 units high).
constexpr std::int64_t kChartWidth = 334;
constexpr std::int64_t kCharacter = 8;

// Graduations from 0 to at least the largest value, by 1, 2, 4 or 5 × a power of ten.
struct Scale {
    std::int64_t step = 1;
    std::int64_t top = 1;

    // The value's length when the whole scale is `length` units long, in tenths of a unit.
    [[nodiscard]] std::int64_t tenths(std::int64_t value, std::int64_t length) const;
};
Scale scale_for(std::int64_t largest, const Measure& measure);
// What is written beside a graduation: its unit (with M or Md for millions and thousands of millions) at the top only.
std::string graduation(const Scale& scale, const Measure& measure, std::int64_t value);

// "12.5" from 125.
std::string coordinate(std::int64_t tenths);
// Characters of a UTF-8 text, and its first `limit` ones, the last being « … » when something is cut.
std::int64_t characters(std::string_view text);
std::string cut(std::string_view text, std::int64_t limit);

// The value as people read it.
std::string shown(const Measure& measure, const std::optional<std::int64_t>& value);
// Throws Error(invalid) naming the label when the value is negative or too large to be drawn.
void check(const std::optional<std::int64_t>& value, std::string_view label);

// What a map alone adds below itself for its legend and its credit, which a page shows beside it; 0 for a chart.
std::int64_t legend_height(const boost::json::object& chart);

// genre, id, titre, phrase, denominateur, vide, largeur, hauteur. Throws std::logic_error without a denominator.
boost::json::object figure(const Heading& heading, std::string_view kind, std::string_view sentence, bool empty,
                           std::int64_t width, std::int64_t height);
// A row of the table of numbers: its name, and one text a column after the first.
boost::json::object table_row(std::string_view name, const std::vector<std::string>& columns,
                              const std::vector<std::string>& texts);
boost::json::object table(const std::vector<std::string>& columns, boost::json::array rows);

}  // namespace clausier::present
