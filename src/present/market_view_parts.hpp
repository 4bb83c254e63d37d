// Parts that the views of markets and of lots share.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "clausier/domain/market_fields.hpp"

namespace clausier::present {

// A bar as the partial « jauge » draws it, with valeur, max and texte; null when there is nothing to measure by.
boost::json::value gauge(std::int64_t value, std::int64_t most, std::string text);

// Who holds a lot: organisation (its number), nom, identifiant, suite (what separates it from the next).
boost::json::array holder_views(const domain::Lot& lot);

// nom, libelle, valeur of the fields that are filled in.
boost::json::array field_views(const std::vector<domain::FieldText>& fields);

}  // namespace clausier::present
