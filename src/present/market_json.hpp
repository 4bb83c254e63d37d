// What documents of markets and lots share.
#pragma once
#include <boost/json/array.hpp>
#include <string>

#include "clausier/domain/market.hpp"
#include "json_values.hpp"

namespace clausier::present {

// titulaires[]: type, id, nom.
json::array holders_json(const domain::Lot& lot);
// Their names, else their identifiers.
std::string holder_names(const domain::Lot& lot);

}  // namespace clausier::present
