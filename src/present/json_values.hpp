// How what is known or not stands in JSON: a decimal is a string, what is not known is null.
#pragma once
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"

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

// An empty text is null, which closes the section of a template.
inline json::value text_or_null(std::string_view text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

}  // namespace clausier::present
