// What the number format of an xlsx cell says the number is: a plain number, a day, a moment, or elapsed time.
#pragma once
#include <cstdint>
#include <string_view>

namespace clausier::sheets {

enum class NumberShape : std::uint8_t {
    number,
    day,      // shows a year, a month or a day, and no time
    moment,   // shows a time of day, with or without a date
    elapsed,  // shows hours, minutes or seconds that go on counting: [h]:mm
};

// The format of an id below 164 that the workbook does not define: 14–22, 27–36, 45–47 and 50–58 are dates and times.
NumberShape built_in_shape(std::uint32_t id);

// A format code as the file stores it ("dd/mm/yyyy;@"), read outside quotes, brackets and escapes.
NumberShape shape_of_code(std::string_view code);

}  // namespace clausier::sheets
