// What answers about people share.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "clausier/domain/person_record.hpp"
#include "json_values.hpp"

namespace clausier::present {

json::object person_json(const domain::ParticipantLine& line);
json::array holds_json(const std::vector<domain::Hold>& holds);
json::array transfers_json(const std::vector<domain::PersonTransfer>& transfers);

}  // namespace clausier::present
