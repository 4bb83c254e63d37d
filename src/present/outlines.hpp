// The outlines of the départements of metropolitan France, read once from the npm package that draws them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clausier::present {

struct Outline {
    std::string department;  // "31", "2A"
    std::string path;        // the d of an SVG path, to a tenth of a unit
};

struct Outlines {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::vector<Outline> shapes;
};

// Throws std::logic_error when the package is not of the form expected.
const Outlines& outlines();

// A path of "m" (and the lines it implies) and "z" with its points rounded to a tenth; errors do not add up along it.
// Throws std::logic_error on any other command.
std::string rounded_path(std::string_view path);

}  // namespace clausier::present
