// The body of a DOCX: word/document.xml, and what its other parts must hold for it.
#pragma once
#include <string>
#include <vector>

#include "clausier/present/document.hpp"

namespace clausier::present {

struct DocxImage {
    std::string id;    // of its relationship
    std::string name;  // in word/media
    std::string bytes;
};

struct DocxBody {
    std::string xml;
    std::vector<DocxImage> images;
    // The level of each numbered list, in their order: each counts anew, as number 2 and following of numbering.xml.
    std::vector<int> numbered;
};

// Twips (1/20 point) between the margins of an A4 page.
int docx_width(const Document& document);

DocxBody docx_body(const Document& document, const Rasteriser& raster);

}  // namespace clausier::present
