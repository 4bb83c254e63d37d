// Reads typed values from the fields of a form, collecting every fault with the name of its field.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/http/form.hpp"

namespace clausier::web {

class FormReader {
public:
    explicit FormReader(const http::Fields& fields) : fields_(fields) {}

    // The text of a field without the spaces around it; "" when absent.
    [[nodiscard]] std::string text(std::string_view name) const;
    // The texts of a field that may come several times, those that are empty left out.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    // Each gives nothing when the field is empty or faulty; faults bear the field's name as their place.
    std::optional<core::Euros> euros(std::string_view name);
    std::optional<core::Hours> hours(std::string_view name);
    std::optional<core::Rate> percent(std::string_view name);
    std::optional<std::int64_t> whole(std::string_view name);  // 0 or more
    std::optional<int> year(std::string_view name);            // 1950 to 2100
    std::optional<core::Date> date(std::string_view name);     // ISO, or as French people write it
    std::optional<core::Fraction> number(std::string_view name);
    // Numbers, or rates in percent, separated by "," or, so that decimals may have a comma, by ";".
    std::vector<core::Fraction> numbers(std::string_view name);
    std::vector<core::Rate> percents(std::string_view name);
    // A fault of another rule on a field.
    void refuse(std::string_view name, std::string_view text);
    // The fault « obligatoire » when the field is empty.
    void require(std::string_view name, std::string_view label);

    [[nodiscard]] bool sound() const { return issues_.empty(); }
    [[nodiscard]] const std::vector<core::Issue>& issues() const { return issues_; }

private:
    template <class T>
    std::optional<T> keep(std::string_view name, core::Result<T> result);

    const http::Fields& fields_;
    std::vector<core::Issue> issues_;
};

}  // namespace clausier::web
