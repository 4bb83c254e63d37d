// Draws the figures of documents.
#include "document_figure.hpp"

#include "chart_parts.hpp"
#include "clausier/present/chart.hpp"

namespace clausier::present {
namespace {

// 17 cm by 16 cm, or 25 cm by 13 cm.
struct Room {
    std::int64_t width;
    std::int64_t height;
};
constexpr Room kPortrait{640, 600};
constexpr Room kLandscape{950, 490};
// Pixels of the PNG for one of the page: 192 an inch.
constexpr int kSharpness = 2;

}  // namespace

std::optional<Picture> picture(const Figure& figure, bool landscape, const Rasteriser& raster) {
    if (figure.chart.empty()) return std::nullopt;
    Picture out;
    out.svg = svg(figure.chart);
    std::int64_t width = figure.chart.at("largeur").as_int64();
    std::int64_t height = figure.chart.at("hauteur").as_int64() + legend_height(figure.chart);
    if (out.svg.empty() || width <= 0 || height <= 0) return std::nullopt;
    const Room room = landscape ? kLandscape : kPortrait;
    if (width > room.width) {
        height = height * room.width / width;
        width = room.width;
    }
    if (height > room.height) {
        width = width * room.height / height;
        height = room.height;
    }
    out.width = static_cast<int>(width);
    out.height = static_cast<int>(height);
    if (raster) out.png = raster(out.svg, out.width * kSharpness).value_or("");
    return out;
}

}  // namespace clausier::present
