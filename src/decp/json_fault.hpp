// Where a JSON document breaks off, and why, in the terms of an editor.
#pragma once
#include <boost/json/error.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "fault.hpp"

namespace clausier::decp {

class Position {
public:
    void pass(std::string_view text);
    [[nodiscard]] std::uint64_t byte() const { return byte_; }
    void tell(Fault& fault) const;

private:
    std::uint64_t byte_ = 0, line_ = 1, column_ = 1;
};

// `rest` is what follows the fault in what was read.
std::string json_reason(const boost::json::error_code& code, std::string_view rest);

}  // namespace clausier::decp
