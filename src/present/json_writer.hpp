// JSON written straight into a text, for the documents that are asked for thousands of times a second.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::present {

// Objects and arrays are opened and closed by the caller, in order. Names are written as they are: plain letters.
class JsonWriter {
public:
    // `expected`: bytes.
    explicit JsonWriter(std::size_t expected = 1024) { out_.reserve(expected); }

    // The whole document, or an element of an array, opens without a name.
    JsonWriter& open(char bracket, std::string_view name = {});
    JsonWriter& close(char bracket);

    JsonWriter& add(std::string_view name, std::string_view value);
    JsonWriter& add(std::string_view name, const char* value) { return add(name, std::string_view(value)); }
    JsonWriter& add(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
    JsonWriter& add(std::string_view name, std::int64_t value);
    // Decimals are strings.
    JsonWriter& add(std::string_view name, core::Euros value) { return add(name, core::decimal(value)); }
    JsonWriter& add(std::string_view name, core::Hours value) { return add(name, core::decimal(value)); }
    JsonWriter& add(std::string_view name, core::Rate value) { return add(name, core::percent(value)); }
    JsonWriter& add(std::string_view name, core::Date value) { return add(name, core::iso(value)); }
    // null when absent.
    template <class T>
    JsonWriter& add(std::string_view name, const std::optional<T>& value) {
        return value ? add(name, *value) : raw(name, "null");
    }

    [[nodiscard]] std::string text() && { return std::move(out_); }

private:
    JsonWriter& raw(std::string_view name, std::string_view value);
    void begin(std::string_view name);
    void quote(std::string_view text);

    std::string out_;
    bool first_ = true;  // nothing stands yet in what is open
};

}  // namespace clausier::present
