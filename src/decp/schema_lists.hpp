// The values that the formats of 2022 admit, from data/codes/decp_schema.csv.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clausier::decp {

class SchemaList {
public:
    void add(std::string_view value) { values_.emplace_back(value); }
    // Compared exactly, as the schemas do.
    [[nodiscard]] bool contains(std::string_view value) const;
    // « a », « b », « c ».
    [[nodiscard]] std::string listing() const;
    [[nodiscard]] const std::vector<std::string>& values() const { return values_; }

private:
    std::vector<std::string> values_;
};

// A list as markets, or as concessions, have it. Throws Error(invalid) when the data has none of that name.
const SchemaList& schema_list(std::string_view name, bool concession);

// How many characters a text in UTF-8 has.
std::size_t characters(std::string_view text);

}  // namespace clausier::decp
