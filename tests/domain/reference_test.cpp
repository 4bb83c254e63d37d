// Dated, cited, layered: which figure holds on which day, and where it comes from.
#include "clausier/domain/reference.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>

using namespace clausier::domain;
using namespace clausier::core;
using namespace std::chrono_literals;

namespace {

constexpr auto today = 2026y / 11 / 21;

ReferenceValue percent_value(std::string key, std::int64_t parts, std::optional<Date> from, Layer layer) {
    ReferenceValue value;
    value.key = std::move(key);
    value.label = "Essai";
    value.unit = Unit::percent;
    value.parts = parts;
    value.valid_from = from;
    value.citation.source = "essai";
    value.citation.layer = layer;
    return value;
}

std::string place(std::string_view column) { return std::string(column); }

std::string refusal(const Reference& reference, std::string_view key, Date on) {
    try {
        (void)reference.value(key, on);
    } catch (const Error& error) {
        REQUIRE(error.kind() == ErrorKind::not_found);
        return error.issues().front().sentence();
    }
    return "";
}

}  // namespace

TEST_CASE("the figures of the trade are found with their source") {
    const auto reference = Reference::national();
    const auto painting = reference.rate("labour_share.interior_painting", today);
    REQUIRE(painting.value == Rate::of(7000));
    REQUIRE(painting.citation.source == "MEF Sud 77");
    REQUIRE(painting.citation.verified);
    REQUIRE(reference.hours("fte.general", today).value == Hours::whole(1607));
    REQUIRE(reference.hours("time.month", today).value == Hours::of(15'167));
    REQUIRE(reference.euros("takeover.coefficient", today).value == Euros::whole(25));
    REQUIRE(reference.count("proof_age.ase", today).value == 12);
    REQUIRE(reference.date("date.social_condition", today).value == 2026y / 8 / 22);
    REQUIRE(reference.number("feasibility.min_fte", today).value == Fraction(1, 4));
    REQUIRE(reference.number("effort_rate.usual", today).value == Fraction(1, 20));
}

TEST_CASE("what no source was read for says so") {
    const auto reference = Reference::national();
    REQUIRE_FALSE(reference.hours("fte.ei", today).citation.verified);
    REQUIRE_FALSE(reference.euros("threshold.decp", today).citation.verified);
    const auto& earthworks = reference.value("labour_share.earthworks", today);
    REQUIRE_FALSE(earthworks.citation.verified);
    REQUIRE(earthworks.citation.note.find("aucune source lue") != std::string::npos);
    REQUIRE(earthworks.min == 2000);
    REQUIRE(earthworks.max == 2500);
}

TEST_CASE("a value holds from its first day to the eve of the next") {
    const auto reference = Reference::national();
    REQUIRE(reference.euros("threshold.eu.works", 2025y / 12 / 31).value == Euros::whole(5'538'000));
    REQUIRE(reference.euros("threshold.eu.works", 2026y / 1 / 1).value == Euros::whole(5'404'000));
    REQUIRE(reference.euros("threshold.spaser", 2022y / 12 / 31).value == Euros::whole(100'000'000));
    REQUIRE(reference.euros("threshold.spaser", 2023y / 1 / 1).value == Euros::whole(50'000'000));
    REQUIRE(reference.history("hourly_cost.construction").size() == 2);
}

TEST_CASE("a day before the first known value has none: nothing is guessed") {
    const auto reference = Reference::national();
    REQUIRE(refusal(reference, "threshold.dispensation", 2019y / 12 / 31).find("2020-01-01") != std::string::npos);
    REQUIRE(refusal(reference, "threshold.dispensation", 2020y / 1 / 1).empty());
}

TEST_CASE("an unknown key suggests the nearest") {
    const auto reference = Reference::national();
    REQUIRE(refusal(reference, "labour_share.masonery", today).find("« labour_share.masonry »") != std::string::npos);
    REQUIRE(refusal(reference, "zzz", today).find("reference liste") != std::string::npos);
}

TEST_CASE("a figure read in the wrong unit is refused") {
    const auto reference = Reference::national();
    REQUIRE_THROWS_AS(reference.euros("fte.general", today), Error);
    REQUIRE_THROWS_AS(reference.rate("time.week", today), Error);
    REQUIRE_THROWS_AS(reference.number("date.eiti_end", today), Error);
}

TEST_CASE("a territory's own value wins over the national one, from its first day, and is shown as local") {
    auto reference = Reference::national();
    reference.add_layer({percent_value("labour_share.masonry", 5500, 2026y / 6 / 1, Layer::local)});
    REQUIRE(reference.rate("labour_share.masonry", 2026y / 5 / 31).value == Rate::of(5000));
    const auto local = reference.rate("labour_share.masonry", 2026y / 6 / 1);
    REQUIRE(local.value == Rate::of(5500));
    REQUIRE(local.citation.layer == Layer::local);
    REQUIRE(reference.history("labour_share.masonry").size() == 2);
}

TEST_CASE("two values from the same day, or another unit, are a conflict that changes nothing") {
    auto reference = Reference::national();
    const auto before = reference.digest();
    const auto twice = percent_value("labour_share.masonry", 5500, 2026y / 6 / 1, Layer::local);
    REQUIRE_THROWS_AS(reference.add_layer({twice, twice}), Error);
    REQUIRE_THROWS_AS(reference.add_layer({percent_value("time.week", 3500, std::nullopt, Layer::local)}), Error);
    REQUIRE(reference.digest() == before);
}

TEST_CASE("the digest tells on which figures a calculation stood") {
    auto reference = Reference::national();
    const auto national = reference.digest();
    REQUIRE(national.size() == 64);
    REQUIRE(Reference::national().digest() == national);
    reference.add_layer({percent_value("labour_share.masonry", 5500, std::nullopt, Layer::local)});
    REQUIRE(reference.digest() != national);
    REQUIRE(reference.canonical().find("labour_share.masonry;local;;percent;55.00;;\n") != std::string::npos);
}

TEST_CASE("a listing shows one value a key, the one that holds") {
    const auto reference = Reference::national();
    const auto thresholds = reference.list("threshold.eu.", 2024y / 5 / 1);
    REQUIRE(thresholds.size() == 7);
    REQUIRE(std::all_of(thresholds.begin(), thresholds.end(),
                        [](const auto* value) { return value->valid_from == Date(2024y / 1 / 1); }));
    REQUIRE(reference.list("threshold.eu.", 2019y / 5 / 1).empty());
    REQUIRE(reference.list("", today).size() == reference.keys().size());
}

TEST_CASE("a value nobody has checked for a year is to be read again") {
    auto reference = Reference::national();
    REQUIRE(reference.stale(today).empty());
    REQUIRE(reference.stale(2027y / 11 / 20).empty());
    REQUIRE(reference.stale(2027y / 11 / 21).size() == reference.keys().size());
    reference.add_layer({percent_value("labour_share.masonry", 5500, std::nullopt, Layer::local)});
    const auto stale = reference.stale(today);
    REQUIRE(stale.size() == 1);
    REQUIRE(stale.front()->key == "labour_share.masonry");
}

TEST_CASE("a local value borrows label and unit from the national one") {
    const auto reference = Reference::national();
    std::vector<Issue> issues;
    ReferenceTexts texts;
    texts.key = "hourly_cost.construction";
    texts.value = "38,50";
    texts.source = "accord local";
    const auto value = reference.read_local(texts, place, issues);
    REQUIRE(issues.empty());
    REQUIRE(value);
    REQUIRE(value->unit == Unit::eur_per_hour);
    REQUIRE(value->label == "Coût horaire chargé\u00a0: construction");
    REQUIRE(value->citation.layer == Layer::local);

    texts.unit = "hours";
    REQUIRE_FALSE(reference.read_local(texts, place, issues));
    REQUIRE(issues.back().code == "reference_unite");
}

TEST_CASE("a local key may be new in a family that exists, and in no other") {
    const auto reference = Reference::national();
    std::vector<Issue> issues;
    ReferenceTexts texts;
    texts.key = "labour_share.thatching";
    texts.value = "65";
    texts.unit = "percent";
    texts.label = "Part de main-d’œuvre : chaume";
    texts.source = "artisans du territoire";
    REQUIRE(reference.read_local(texts, place, issues));
    texts.key = "labor_share.masonry";
    REQUIRE_FALSE(reference.read_local(texts, place, issues));
    REQUIRE(issues.back().code == "reference_famille");
    REQUIRE(issues.back().text.find("« labour_share.masonry »") != std::string::npos);
}

TEST_CASE("every key and every grid stands in DATA.md with its value and its source") {
    std::ifstream file(std::string(CLAUSIER_SOURCE_DIR) + "/docs/DATA.md");
    std::stringstream content;
    content << file.rdbuf();
    std::vector<std::string> lines;
    for (std::string line; std::getline(content, line);) lines.push_back(line);
    const auto stands = [&](const std::string& key, const std::string& unit, const std::string& source,
                            const std::string& verified) {
        return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.rfind("| `" + key + "` |", 0) == 0 && line.find(unit) != std::string::npos &&
                   line.find("| " + source + " | " + verified + " |") != std::string::npos;
        });
    };
    const auto reference = Reference::national();
    for (const auto key : reference.keys())
        for (const auto* value : reference.history(key)) {
            INFO(value->key << " : lancez scripts/data-doc");
            CHECK(stands(value->key, "| " + std::string(unit_name(value->unit)) + " |", value->citation.source,
                         value->citation.verified ? "yes" : "no"));
        }
    for (const auto& grid : reference.grids()) CHECK(stands(grid.name, "", grid.citation.source + " | ", "yes"));
}
