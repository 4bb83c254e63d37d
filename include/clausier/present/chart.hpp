// Charts as documents: coordinates, words and numbers computed here, drawn by templates that only place values.
// Colours are classes of the style sheet; texts keep 12 px or more on a screen of 320 px.
#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clausier::present {

// What the integers of a chart count: parts ÷ scale, then the unit. A rate in percent has the scale 100.
struct Measure {
    std::int64_t scale = 1;
    std::string unit{};
};
inline const Measure kInHours{100, "h"};
inline const Measure kInEuros{100, "€"};
inline const Measure kInPercent{100, "%"};  // of the parts of a core::Rate

// "1 095 h".
std::string shown(const Measure& measure, std::int64_t parts);

// What is said around a chart. Every chart says what it counts: `denominator` is never empty ("9 mois sur 12").
struct Heading {
    std::string id;  // unique in its page
    std::string title;
    std::string denominator;
    std::string sentence{};  // what the picture shows; empty: made from the numbers
};

// A value absent is shown as « non renseigné », never as zero.
struct Bar {
    std::string label;
    std::optional<std::int64_t> value;
};

struct BarChart {
    Heading heading;
    std::string category;  // what the labels are: "Taux d’effort"
    std::string quantity;  // what the values are: "Heures"
    Measure measure;
    std::vector<Bar> bars;
};

// `done` is a thick line with points, `planned` a dashed one.
enum class Stroke { done, planned };

struct Series {
    std::string name;
    Stroke stroke = Stroke::done;
    std::vector<std::optional<std::int64_t>> values;  // one a label; a gap breaks the line
};

struct LineChart {
    Heading heading;
    std::string category;  // what the labels are: "Mois"
    Measure measure;
    std::vector<std::string> labels;
    std::vector<Series> series;
};

// The documents that templates/partials/graphique_barres.html and graphique_courbe.html draw: genre, id, titre, phrase,
// denominateur, vide, largeur, hauteur, tableau {colonnes[], lignes[{nom, cases[{titre, texte}]}]}, and the marks.
// Throw Error(invalid) naming the label when a value is negative or beyond 10^17 parts, std::logic_error when the
// denominator is empty or when a series has not one value a label.
boost::json::object bar_chart(const BarChart& chart);
boost::json::object line_chart(const LineChart& chart);

// The gauge of a table's row, drawn by templates/partials/jauge.html: classe, largeur (of 100), taux, phrase. The rate
// is rounded down, so that 100 % is never shown before all is done; « — » when nothing is due. `late` is the caller's
// judgement. Throws Error(invalid) when a number is negative.
boost::json::object gauge(std::int64_t part, std::int64_t whole, const Measure& measure, bool late);

// A chart or a map alone, as an SVG file that holds its own colours, for documents. Empty charts give an empty text.
std::string svg(const boost::json::object& chart);

}  // namespace clausier::present
