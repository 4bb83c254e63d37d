// Reads typed values from the arguments, collecting every fault before any is told.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/cli/command.hpp"
#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::cli {

class Input {
public:
    explicit Input(const Arguments& arguments) : arguments_(arguments) {}

    // Each gives nothing when the option is absent or faulty; faults are kept with "option --x" as their place.
    std::optional<core::Euros> euros(std::string_view option);
    std::optional<core::Hours> hours(std::string_view option);
    std::optional<core::Rate> percent(std::string_view option);
    // 0 or more.
    std::optional<std::int64_t> whole(std::string_view option);
    std::optional<std::int64_t> year(std::string_view option);  // 1950 to 2100
    // The code of a département, also from a postcode.
    std::optional<std::string> department(std::string_view option);
    std::optional<core::Fraction> number(std::string_view option);
    std::optional<core::Date> date(std::string_view option);
    // Numbers separated by "," or, so that decimals may have a comma, by ";".
    std::vector<core::Fraction> numbers(std::string_view option);

    // Throws UsageError with every fault met so far.
    void check() const;

private:
    template <class T>
    std::optional<T> keep(std::string_view option, core::Result<T> result);

    const Arguments& arguments_;
    std::vector<core::Issue> issues_;
};

}  // namespace clausier::cli
