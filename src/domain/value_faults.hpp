// Faults of values typed by hand, gathered, each in the field it names.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::domain {

class ValueFaults {
public:
    // The prefix stands before the name of every field: "lots.2.".
    explicit ValueFaults(std::string prefix = {}) : prefix_(std::move(prefix)) {}

    void refuse(std::string_view field, std::string_view code, std::string_view text);
    // More than 0, and within what sums can hold: at most 10^12 units.
    template <class Unit>
    void positive(std::string_view field, const std::optional<core::Quantity<Unit>>& value) {
        if (value && value->parts() <= 0) refuse_not_positive(field);
        if (value && value->parts() > kGreatest) refuse_too_great(field);
    }
    // 0 or more, and within the same.
    template <class Unit>
    void not_negative(std::string_view field, const std::optional<core::Quantity<Unit>>& value) {
        if (value && value->parts() < 0) refuse_negative(field);
        if (value && value->parts() > kGreatest) refuse_too_great(field);
    }
    // More than 0, and at most 100 %.
    void share(std::string_view field, const std::optional<core::Rate>& value);
    // 8 digits, or "".
    void cpv(std::string_view field, const std::string& code);
    void duration(std::string_view field, const std::optional<std::int64_t>& months);
    // At most so many characters.
    void length(std::string_view field, const std::string& text, std::size_t longest);

    void add(std::vector<core::Issue> issues);
    [[nodiscard]] std::vector<core::Issue> take() && { return std::move(issues_); }

private:
    void refuse_not_positive(std::string_view field);
    void refuse_negative(std::string_view field);
    void refuse_too_great(std::string_view field);
    static constexpr std::int64_t kGreatest = 100'000'000'000'000;  // parts: hundredths of a euro or of an hour

    std::string prefix_;
    std::vector<core::Issue> issues_;
};

}  // namespace clausier::domain
