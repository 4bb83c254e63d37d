// Walks an entry in the order of the formats, whatever they spell it with.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/decp/entry.hpp"

namespace clausier::decp {

// As the schemas spell a change of a subcontract, each in its own way.
inline constexpr std::string_view json_change_item = "modificationActeSousTraitance";
inline constexpr std::string_view xml_change_item = "modificationActesSousTraitance";

// What spells an entry: one call for each thing the format has, in order.
class Layout {
public:
    virtual ~Layout() = default;
    // A value; `bare` is a number or a boolean.
    virtual void value(std::string_view name, std::string_view text, bool bare) = 0;
    virtual void open(std::string_view name) = 0;
    virtual void close(std::string_view name) = 0;
    // A list of words, each an `item`.
    virtual void words(std::string_view name, std::string_view item, const std::vector<std::string>& all) = 0;
    // A list of objects, each an `item`.
    virtual void open_list(std::string_view name) = 0;
    virtual void open_item(std::string_view item) = 0;
    virtual void close_item(std::string_view item) = 0;
    virtual void close_list(std::string_view name) = 0;
};

// Values left empty are passed over. `change_item` is what the format calls a change of a subcontract.
void lay_out(const Entry& entry, Layout& layout, std::string_view change_item);

}  // namespace clausier::decp
