// Parts of the document of hours that other documents hold too.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "clausier/domain/lot_hours.hpp"

namespace clausier::present {

// One lot of Answer answer(const domain::TenderHours&).
boost::json::object lot_hours_json(const domain::LotHours& lot);

// « Lot 2 : Peinture », or the title alone.
std::string lot_name(const domain::LotFigures& lot);

// « 200 000 € × 70 % × 5 % ÷ 35,20 € = 198,86 h → 199 h ». The lot has hours.
std::string hours_formula(const domain::LotHours& lot);

// « locale », « relue à sa source » or « à vérifier ».
std::string_view citation_state(const domain::Citation& citation);

}  // namespace clausier::present
