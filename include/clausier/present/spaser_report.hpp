// The SPASER report: the whole of it as a document, and its figures as tables.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "clausier/domain/spaser_report.hpp"
#include "clausier/present/data_table.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// Rows of an annex that the document prints; the workbook and the open files hold them all, and the document says so.
inline constexpr std::size_t kPrintedContracts = 200;

// « Rapport SPASER 2026 : Commune de Valbrume ».
std::string report_title(const domain::SpaserReport& report);

// Nine chapters: the buyer, perimeter and method, the social, environmental and economic axes, execution, targets and
// what was done, contracts counted, open files. A shared scheme gives one set of chapters a buyer. Every rate stands
// with its number, its amount, on all, on those filled in, and the fill rate. `author`: the instance.
Document spaser_report(const domain::SpaserReport& report, const std::string& author);

// "indicateurs", "cibles", "contrats", "exclus", "methode": every figure, target, contract counted, contract left out,
// and how it was counted. No name of a referent stands in them.
std::vector<DataTable> spaser_tables(const domain::SpaserReport& report);

}  // namespace clausier::present
