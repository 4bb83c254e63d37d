// How what markets and lots keep stands in JSON: a decimal is a string, what is not known is null.
#pragma once
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::present {

namespace json = boost::json;

inline json::value json_of(core::Euros value) { return json::value(core::decimal(value)); }
inline json::value json_of(core::Hours value) { return json::value(core::decimal(value)); }
inline json::value json_of(core::Rate value) { return json::value(core::percent(value)); }
inline json::value json_of(core::Date value) { return json::value(core::iso(value)); }
inline json::value json_of(std::int64_t value) { return json::value(value); }
inline json::value json_of(const std::string& value) { return json::value(value); }
template <class T>
json::value json_of(const std::optional<T>& value) {
    return value ? json_of(*value) : json::value(nullptr);
}

// titulaires[]: type, id, nom.
json::array holders_json(const domain::Lot& lot);
// Their names, else their identifiers.
std::string holder_names(const domain::Lot& lot);

}  // namespace clausier::present
