// Values of the JSON of essential data, read whatever the nesting and the spelling of the file.
#pragma once
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/import_remarks.hpp"

namespace clausier::domain {

using Names = std::initializer_list<std::string_view>;

// Fault "json_illisible".
core::Result<boost::json::value> parse_essential(std::string_view json);

// The objects of a list: those of an array, of an array of {"modification": {…}}, of {"modification": […]}, or one
// alone. `wrappers` are the names that only wrap.
void each_item(const boost::json::value& value, std::span<const std::string_view> wrappers,
               const std::function<void(const boost::json::object&)>& visit);

// Reads the members of one object by any of their names. What cannot be read is absent, with an Issue.
class MemberReader {
public:
    MemberReader(const boost::json::object& object, std::vector<core::Issue>& issues)
        : object_(object), issues_(issues) {}

    // The member as a text, white space collapsed; "" when absent, null, or a marker of missing data.
    [[nodiscard]] std::string text(Names names) const;
    [[nodiscard]] std::optional<core::Date> date(Names names) const;
    [[nodiscard]] std::optional<std::int64_t> months(Names names) const;
    // An amount of which zero and less mean nothing, unless `any`.
    [[nodiscard]] std::optional<core::Euros> amount(Names names, bool any = false) const;
    // An organisation: the scheme in its official spelling, the code without spaces.
    [[nodiscard]] core::Identifier identifier() const;
    [[nodiscard]] const boost::json::value* member(Names names) const;

private:
    void remark(Remark kind, std::string_view name, std::string_view text) const;

    const boost::json::object& object_;
    std::vector<core::Issue>& issues_;
};

}  // namespace clausier::domain
