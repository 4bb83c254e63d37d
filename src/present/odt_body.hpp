// The body of an ODT: content.xml, and the pictures it shows.
#pragma once
#include <string>
#include <vector>

#include "clausier/present/document.hpp"

namespace clausier::present {

struct OdtImage {
    std::string name;  // in Pictures
    std::string type;
    std::string bytes;
};

struct OdtBody {
    std::string xml;
    std::vector<OdtImage> images;
};

OdtBody odt_body(const Document& document, const Rasteriser& raster);

}  // namespace clausier::present
