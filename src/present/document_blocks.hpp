// The blocks of a document as the partial « document » draws them.
#pragma once
#include <boost/json/array.hpp>

#include "clausier/present/document.hpp"

namespace clausier::present {

// How figures come: charts drawn by the page's own partials, or pictures held in the page.
enum class FigureForm { chart, picture };

boost::json::array document_blocks(const Document& document, FigureForm form);

}  // namespace clausier::present
