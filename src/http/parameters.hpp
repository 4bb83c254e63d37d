// A field value followed by parameters: "multipart/form-data; boundary=x", "form-data; name=\"a\"".
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/http/message.hpp"

namespace clausier::http {

struct Parametered {
    std::string value;  // what stands before the first semicolon
    std::vector<Header> parameters;

    [[nodiscard]] const std::string* find(std::string_view name) const;
};

// Nothing when it is malformed or a parameter comes twice. Quoted values are unquoted.
std::optional<Parametered> parse_parameters(std::string_view text);

}  // namespace clausier::http
