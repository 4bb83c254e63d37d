// Charts: where marks stand, what is said beside them, and what is refused.
#include "clausier/present/chart.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "chart_parts.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/present/template.hpp"

using namespace clausier;
using namespace clausier::present;
namespace json = boost::json;

namespace {

Heading heading() { return {"essai", "Heures par taux", "3 taux comparés", ""}; }

BarChart bars(std::vector<Bar> values) { return {heading(), "Taux d’effort", "Heures", kInHours, std::move(values)}; }

LineChart lines(std::vector<std::string> labels, std::vector<Series> series) {
    return {heading(), "Mois", kInHours, std::move(labels), std::move(series)};
}

std::string text(const json::value& object, const char* key) { return std::string(object.at(key).as_string()); }

std::string drawn(const char* partial, const json::object& chart) {
    return Template::embedded(std::string("partials/") + partial).render(chart);
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("bars have lengths in proportion, and their values beside them") {
    const json::object chart = bar_chart(bars({{"5 %", 50'000}, {"10 %", 100'000}, {"20 %", 0}, {"?", std::nullopt}}));
    const json::array& marks = chart.at("barres").as_array();
    REQUIRE(marks.size() == 4);
    CHECK(2 * std::stod(text(marks[0], "largeur")) == std::stod(text(marks[1], "largeur")));
    CHECK(text(marks[2], "largeur") == "0.0");
    CHECK(text(marks[1], "valeur") == "1\u202f000\u00a0h");
    CHECK(text(marks[3], "valeur") == "non renseigné");
    CHECK(text(chart, "phrase") ==
          "Le plus haut, 10 %\u00a0: 1\u202f000\u00a0h\u00a0; le plus bas, 20 %\u00a0: 0\u00a0h.");
    for (const json::value& mark : marks)
        CHECK(std::stod(text(mark, "valeur_x")) + static_cast<double>(kCharacter * characters(text(mark, "valeur"))) <=
              static_cast<double>(kChartWidth));
}

TEST_CASE("long labels stand above their bars, and the table keeps them whole") {
    const std::string name(60, 'x');
    const json::object chart = bar_chart(bars({{name, 1200}, {"court", 1}}));
    CHECK(text(chart.at("barres").as_array()[0], "nom") == std::string(40, 'x') + "…");
    CHECK(text(chart.at("tableau").at("lignes").as_array()[0], "nom") == name);
    // 0.01 h beside 12 h: seen all the same.
    CHECK(text(chart.at("barres").as_array()[1], "largeur") == "1.0");
}

TEST_CASE("a chart draws its picture, its sentence, its denominator and its numbers, without style nor script") {
    const std::string page = drawn("graphique_barres.html", bar_chart(bars({{"<b>", 1200}, {"b", 2400}})));
    CHECK(page.find("role=\"img\" aria-labelledby=\"essai-titre\"") != std::string::npos);
    CHECK(page.find("3 taux comparés") != std::string::npos);
    CHECK(page.find("<summary>Voir les chiffres") != std::string::npos);
    CHECK(page.find("<th scope=\"row\">&lt;b&gt;</th>") != std::string::npos);
    CHECK(count(page, "<rect") == 2);
    CHECK(page.find("style") == std::string::npos);
}

TEST_CASE("a chart without a value says so and draws nothing") {
    const json::object none = bar_chart(bars({}));
    CHECK(drawn("graphique_barres.html", none).find("<svg") == std::string::npos);
    CHECK(drawn("graphique_barres.html", none).find("Aucune valeur à montrer.") != std::string::npos);
    CHECK(svg(none).empty());
    const json::object gaps = line_chart(lines({"janv.", "févr."}, {{"réalisé", Stroke::done, {{}, {}}}}));
    CHECK(drawn("graphique_courbe.html", gaps).find("<svg") == std::string::npos);
    CHECK_FALSE(line_chart(lines({}, {})).at("graduations").as_array().empty());
}

TEST_CASE("a line follows its values, breaks where one is missing, and says where it stands") {
    const json::object chart = line_chart(
        lines({"janv.", "févr.", "mars", "avr."}, {{"réalisé", Stroke::done, {0, 60'000, std::nullopt, 109'500}},
                                                   {"prévu", Stroke::planned, {0, 40'000, 80'000, 105'000}}}));
    const json::array& series = chart.at("series").as_array();
    CHECK(series[0].at("traits").as_array().size() == 1);
    CHECK(series[0].at("points").as_array().size() == 3);
    CHECK(series[1].at("traits").as_array().size() == 1);
    CHECK(series[1].at("points").as_array().empty());
    CHECK(text(chart, "phrase") == "avr.\u00a0: réalisé 1\u202f095\u00a0h, prévu 1\u202f050\u00a0h.");
    const json::array& marks = chart.at("graduations").as_array();
    REQUIRE(marks.size() == 4);
    CHECK(text(marks[0], "texte") == "0");
    // January is 0: it stands on the lowest graduation, at the left of the plot.
    CHECK(text(series[1].at("traits").as_array()[0], "points")
              .starts_with(text(marks[0], "x1") + "," + text(marks[0], "y")));
    const std::string page = drawn("graphique_courbe.html", chart);
    CHECK(count(page, "<polyline") == 2);
    CHECK(count(page, "<circle") == 3);
    CHECK(page.find("non renseigné") != std::string::npos);
}

TEST_CASE("one month is a point in the middle, three years keep labels apart") {
    const json::object one = line_chart(lines({"mars"}, {{"réalisé", Stroke::done, {1200}}}));
    CHECK(one.at("series").as_array()[0].at("points").as_array().size() == 1);
    std::vector<std::string> labels;
    std::vector<std::optional<std::int64_t>> values;
    for (int i = 0; i < 36; ++i) {
        labels.push_back("mois " + std::to_string(i));
        values.emplace_back(i * 1000);
    }
    const json::object three_years = line_chart(lines(labels, {{"réalisé", Stroke::done, values}}));
    const json::array& shown_labels = three_years.at("reperes").as_array();
    REQUIRE(shown_labels.size() > 2);
    for (std::size_t i = 1; i < shown_labels.size(); ++i)
        CHECK(std::stod(text(shown_labels[i], "x")) - std::stod(text(shown_labels[i - 1], "x")) >
              static_cast<double>(kCharacter * characters(text(shown_labels[i], "texte"))));
    CHECK(three_years.at("series").as_array()[0].at("points").as_array().empty());
}

TEST_CASE("negative values, values too large, series too short and charts without denominator are refused") {
    CHECK_THROWS_AS(bar_chart(bars({{"a", -1}})), core::Error);
    CHECK_THROWS_AS(bar_chart(bars({{"a", 100'000'000'000'000'001}})), core::Error);
    CHECK_NOTHROW(bar_chart(bars({{"a", 100'000'000'000'000'000}})));
    CHECK_THROWS_AS(line_chart(lines({"a"}, {{"s", Stroke::done, {-1}}})), core::Error);
    CHECK_THROWS_AS(line_chart(lines({"a", "b"}, {{"s", Stroke::done, {1}}})), std::logic_error);
    BarChart bare = bars({{"a", 1}});
    bare.heading.denominator.clear();
    CHECK_THROWS_AS(bar_chart(bare), std::logic_error);
}

TEST_CASE("a gauge is never full before all is done, nor wider than its frame") {
    CHECK(gauge(39'800, 42'000, kInHours, false) ==
          json::object{{"classe", "haut"},
                       {"largeur", "94.7"},
                       {"taux", "94\u00a0%"},
                       {"phrase", "94\u00a0%\u00a0: 398\u00a0h sur 420\u00a0h"}});
    CHECK(text(gauge(9'999, 10'000, kInHours, true), "taux") == "99\u00a0%");
    CHECK(text(gauge(15'000, 10'000, kInHours, false), "largeur") == "100.0");
    CHECK(text(gauge(15'000, 10'000, kInHours, false), "taux") == "150\u00a0%");
    CHECK(text(gauge(0, 0, kInHours, false), "taux") == "—");
    CHECK_THROWS_AS(gauge(-1, 10, kInHours, false), core::Error);
    CHECK(drawn("jauge.html", gauge(1, 2, kInHours, true)).find("<rect class=\"bas\" width=\"50.0\"") !=
          std::string::npos);
}

TEST_CASE("a chart alone is an SVG file with its colours") {
    const std::string alone = svg(line_chart(lines({"mars", "avr."}, {{"réalisé", Stroke::done, {1200, 2400}}})));
    CHECK(alone.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 334 "));
    CHECK(alone.find("<polyline class=\"fait\"") != std::string::npos);
    CHECK(alone.find(".fait {") != std::string::npos);
}
