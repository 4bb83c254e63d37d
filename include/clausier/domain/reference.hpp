// The figures that law or usage sets, dated, cited and layered: no rule holds such a figure itself.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/grid.hpp"
#include "clausier/domain/reference_value.hpp"

namespace clausier::domain {

// A figure together with where it came from; `key` names it in the reference.
template <class T>
struct Cited {
    T value{};
    std::string key;
    Citation citation;
};

// All the reference values, national ones first and a territory's own over them. A value holds from its first day to
// the eve of the next row of its key; a local value that holds wins over the national one.
class Reference {
public:
    Reference() = default;
    // Throws Error(conflict) when two values share key, layer and first day, or a key changes unit.
    Reference(std::vector<ReferenceValue> values, std::vector<Grid> grids);
    // The values shipped with the program, read from data/reference/*.csv. Throws Error(invalid) naming file and line.
    static Reference national();

    // Lays values over those there. Throws like the constructor; nothing is added then.
    void add_layer(std::vector<ReferenceValue> values);

    // The value that holds on a day. Throw Error(not_found) with a near key when the key is unknown or holds no value
    // yet on that day, Error(invalid) when its unit is another: percent for a rate, any money for euros, days, months,
    // years or count for a count.
    [[nodiscard]] const ReferenceValue& value(std::string_view key, core::Date on) const;
    // The same, nullptr instead of Error(not_found).
    [[nodiscard]] const ReferenceValue* find(std::string_view key, core::Date on) const;
    [[nodiscard]] Cited<core::Rate> rate(std::string_view key, core::Date on) const;
    [[nodiscard]] Cited<core::Euros> euros(std::string_view key, core::Date on) const;
    [[nodiscard]] Cited<core::Hours> hours(std::string_view key, core::Date on) const;
    [[nodiscard]] Cited<core::Date> date(std::string_view key, core::Date on) const;
    [[nodiscard]] Cited<std::int64_t> count(std::string_view key, core::Date on) const;
    // Any number as an exact fraction of its whole unit: 0.25 FTE is 1/4, 5 % is 1/20.
    [[nodiscard]] Cited<core::Fraction> number(std::string_view key, core::Date on) const;

    // The grid that holds on a day. Throws Error(not_found) with a near name.
    [[nodiscard]] const Grid& grid(std::string_view name, core::Date on) const;

    // The values that hold on a day, by key, for the keys beginning with `prefix`. Pointers last as long as this and
    // until the next layer.
    [[nodiscard]] std::vector<const ReferenceValue*> list(std::string_view prefix, core::Date on) const;
    // Every row of one key: national then local, oldest first. Throws Error(not_found) with a near key.
    [[nodiscard]] std::vector<const ReferenceValue*> history(std::string_view key) const;
    // Every key, once, in order.
    [[nodiscard]] std::vector<std::string_view> keys() const;
    [[nodiscard]] const std::vector<Grid>& grids() const { return grids_; }

    // The values in force on `on` that nobody has checked for alert.reference_age months. Throws like count() when
    // that key is unknown.
    [[nodiscard]] std::vector<const ReferenceValue*> stale(core::Date on) const;

    // One local value from texts, label and unit taken from the national value when left out; nothing and Issues when
    // it cannot be. A new key is allowed in a family that exists ("labour_share.…"). Code reference_famille.
    [[nodiscard]] std::optional<ReferenceValue> read_local(ReferenceTexts texts, const Place& place,
                                                           std::vector<core::Issue>& issues) const;

    // Every figure on a line of its own, in one order only: the text behind the digest.
    [[nodiscard]] std::string canonical() const;
    // SHA-256 of the canonical text: tells on which figures an old calculation stood. Kept, since every calculation
    // says it.
    [[nodiscard]] std::string digest() const;

private:
    [[nodiscard]] const ReferenceValue& value_in(std::string_view key, core::Date on, bool fits(Unit),
                                                 std::string_view wanted) const;

    std::vector<ReferenceValue> values_;  // by key, layer, first day
    std::vector<Grid> grids_;             // by name, first day
    std::string digest_;                  // of what stands above; empty when nothing does
};

}  // namespace clausier::domain
