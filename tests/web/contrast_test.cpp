// The colours of the style sheet: text has a contrast of at least 4.5 with what is under it, shapes at least 3.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "clausier/core/asset.hpp"

namespace {

// "#a1b2c3" or "#fff" as relative luminance (WCAG 2.2).
double luminance(std::string_view colour) {
    std::string digits(colour.substr(1));
    if (digits.size() == 3) digits = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
    const std::array<double, 3> weights{0.2126, 0.7152, 0.0722};
    double out = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = static_cast<double>(std::stoi(digits.substr(i * 2, 2), nullptr, 16)) / 255;
        out += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return out;
}

double contrast(std::string_view a, std::string_view b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// The tokens of one block: "--txt: #17222a;".
std::map<std::string, std::string> tokens(std::string_view block) {
    std::map<std::string, std::string> out;
    for (std::size_t at = block.find("--"); at != std::string_view::npos; at = block.find("--", at + 2)) {
        const std::size_t colon = block.find(':', at);
        const std::size_t end = block.find(';', at);
        if (colon == std::string_view::npos || end == std::string_view::npos || end < colon) continue;
        std::string value(block.substr(colon + 1, end - colon - 1));
        value.erase(0, value.find_first_not_of(' '));
        if (value.starts_with('#')) out.emplace(block.substr(at + 2, colon - at - 2), value);
    }
    return out;
}

struct Pair {
    std::string_view front, behind;
    double least;
};
constexpr double text = 4.5;
constexpr double shape = 3;
constexpr std::array<Pair, 27> pairs{{
    {"txt", "fond", text},     {"txt", "bloc", text},       {"doux", "fond", text}, {"doux", "bloc", text},
    {"lien", "fond", text},    {"lien", "bloc", text},      {"ec", "e", text},      {"ok", "okf", text},
    {"ko", "kof", text},       {"at", "atf", text},         {"ko", "fond", text},   {"ko", "bloc", text},
    {"txt", "kof", text},      {"boutonc", "bouton", text}, {"fait", "fond", text}, {"bord", "fond", shape},
    {"bord", "bloc", shape},   {"vue", "fond", shape},      {"vue", "bloc", shape}, {"fait", "bloc", shape},
    {"prevu", "fond", shape},  {"ko", "c0", shape},         {"fait", "c0", shape},  {"bouton", "fond", shape},
    {"bouton", "bloc", shape}, {"c3", "fond", shape},       {"c4", "fond", shape},
}};

void check(const std::map<std::string, std::string>& colours) {
    for (const Pair& pair : pairs) {
        CAPTURE(pair.front, pair.behind);
        REQUIRE(colours.contains(std::string(pair.front)));
        REQUIRE(colours.contains(std::string(pair.behind)));
        CHECK(contrast(colours.at(std::string(pair.front)), colours.at(std::string(pair.behind))) >= pair.least);
    }
}

}  // namespace

TEST_CASE("contrast is that of WCAG") {
    CHECK(std::abs(contrast("#000000", "#ffffff") - 21) < 0.01);
    CHECK(std::abs(contrast("#777777", "#ffffff") - 4.48) < 0.01);
}

TEST_CASE("the colours of the style sheet are readable, in light and in dark") {
    const std::string_view css = clausier::core::asset("web/assets/app.css");
    const std::size_t light = css.find(":root {");
    const std::size_t dark = css.find(":root {", light + 1);
    REQUIRE(dark != std::string_view::npos);
    check(tokens(css.substr(light, css.find('}', light) - light)));
    check(tokens(css.substr(dark, css.find('}', dark) - dark)));
}
