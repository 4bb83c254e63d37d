// Dates and times as spreadsheets store them, into the ISO texts of core::Cell, computed with integers alone.
#pragma once
#include <string>
#include <string_view>

#include "number_format.hpp"

namespace clausier::sheets {

// Each function appends to `out` and answers true, or leaves `out` alone and answers false: the cell then keeps what
// the file stores. Seconds are rounded to the nearest, half up.

// A serial number of days. 1900 system: 1 is 1900-01-01 and 61 is 1900-03-01, while 60, a 29 February that never was,
// stays a number; 1904 system: 0 is 1904-01-01. "2026-03-01" without a time part, "2026-03-01T08:30:00" with one,
// "08:30:00" for a moment before day 1, and "151:40:00" for elapsed time, which alone may be negative.
bool append_serial(std::string& out, std::string_view stored, NumberShape shape, bool epoch_1904);

// "2026-03-01", "2026-03-01T08:30", "2026-03-01T08:30:00.5", "08:30:00": with a Z or without. Midnight is the day
// alone.
bool append_iso(std::string& out, std::string_view stored);

// "PT12H30M00S", "-P1DT2H", "PT0.5S" into "12:30:00"; years and months, whose length varies, are not read.
bool append_duration(std::string& out, std::string_view stored);

}  // namespace clausier::sheets
