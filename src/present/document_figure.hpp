// A document's figure as a picture, and the size it has on the page.
#pragma once
#include <optional>
#include <string>

#include "clausier/present/document.hpp"

namespace clausier::present {

// Pixels of 1/96 inch, within the width of an A4 page.
struct Picture {
    std::string svg;
    std::string png{};  // empty without rasteriser
    int width = 0;
    int height = 0;
};

// Nothing when there is no chart or when it is empty: its words stand for it.
std::optional<Picture> picture(const Figure& figure, bool landscape, const Rasteriser& raster = {});

}  // namespace clausier::present
