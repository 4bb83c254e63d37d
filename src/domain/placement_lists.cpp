// The lists that placements speak in: contracts, and what a person was at the entry.
#include <algorithm>

#include "clausier/core/asset.hpp"
#include "clausier/domain/placement.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view contracts_file = "data/codes/contract_types.csv";
constexpr std::string_view profiles_file = "data/codes/entry_profiles.csv";

std::vector<ContractType> read_contracts() {
    DataFile data(core::asset(contracts_file), contracts_file, {"code", "label", "permanent", "note"});
    std::vector<ContractType> out;
    for (std::size_t row = 0; row < data.size(); ++row)
        out.push_back({data.unique(row, "code"), data.required(row, "label"), data.yes(row, "permanent")});
    data.finish();
    return out;
}

std::vector<EntryValue> read_values() {
    DataFile data(core::asset(profiles_file), profiles_file, {"facet", "code", "label", "note"});
    std::vector<EntryValue> out;
    for (std::size_t row = 0; row < data.size(); ++row)
        out.push_back({data.one_of(row, "facet", {"sex", "age", "diploma", "situation"}), data.unique(row, "code"),
                       data.required(row, "label")});
    data.finish();
    return out;
}

// Whole years on a day.
int age_on(core::Date born_on, core::Date day) {
    const int years = static_cast<int>(day.year()) - static_cast<int>(born_on.year());
    const bool before_birthday =
        day.month() < born_on.month() || (day.month() == born_on.month() && day.day() < born_on.day());
    return before_birthday ? years - 1 : years;
}

}  // namespace

const std::vector<ContractType>& contract_types() {
    static const std::vector<ContractType> types = read_contracts();
    return types;
}

const ContractType* contract_type(std::string_view code) {
    const auto& all = contract_types();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ContractType& one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<EntryValue>& entry_values() {
    static const std::vector<EntryValue> values = read_values();
    return values;
}

const EntryValue* entry_value(std::string_view facet, std::string_view code) {
    const auto& all = entry_values();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const EntryValue& one) { return one.facet == facet && one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

std::string age_band(core::Date born_on, core::Date day) {
    constexpr int young = 26;
    constexpr int middle = 41;
    constexpr int senior = 51;
    const int age = age_on(born_on, day);
    if (age < young) return "under_26";
    if (age < middle) return "26_40";
    return age < senior ? "41_50" : "over_50";
}

}  // namespace clausier::domain
