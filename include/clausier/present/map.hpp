// The map of France by département, overseas ones as tiles, with its sentence, its legend and its numbers.
#pragma once
#include <string>
#include <vector>

#include "clausier/present/chart.hpp"

namespace clausier::present {

struct MapValue {
    std::string department;  // "31", "2A", "974"
    std::int64_t value = 0;
};

struct Map {
    Heading heading;
    std::string quantity;  // what the values are: "Taux de réalisation"
    Measure measure;
    std::string absent = "pas de donnée";  // what a département without a value is
    // One to three bounds, ascending: a value is of the last class whose bound it reaches. Empty: three round bounds
    // over the values.
    std::vector<std::int64_t> bounds{};
    std::vector<MapValue> values;
};

// The document that templates/partials/carte.html draws: as a chart's, with formes[{classe, d, nom}], tuiles[] and
// legende[]; its outlines weigh 90 kB, 26 kB compressed. Départements come in the order of their codes. Throws
// Error(invalid) naming the département when it is unknown or given twice, or as a chart does.
boost::json::object map(const Map& map);

// Who drew the outlines and under which licence: said wherever a map is shown.
std::string_view map_credit();

}  // namespace clausier::present
