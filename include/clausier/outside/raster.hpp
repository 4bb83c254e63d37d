// SVG drawn as PNG by rsvg-convert, when the machine has it.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/outside/program.hpp"

namespace clausier::outside {

// Draws an SVG as a PNG of `width` pixels; empty when rsvg-convert is not found in `path`. A call gives nothing when
// the picture could not be drawn within 20 s and 1 GiB: documents then say it in words.
std::function<std::optional<std::string>(std::string_view svg, int width)> rasteriser(
    const std::string& path = search_path());

}  // namespace clausier::outside
