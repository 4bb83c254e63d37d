// Calendar dates, without time zone: the day a contract was notified is a day.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/issue.hpp"

namespace clausier::core {

using Date = std::chrono::year_month_day;

// A date and what had to be corrected to read it.
struct ReadDate {
    Date date;
    // A code of what was unusual: "" or "date_fuseau" (a time zone was dropped), "date_heure" (a time was dropped).
    std::string_view remark;
};

// "2026-03-01" exactly. Fault "date_illisible".
Result<Date> parse_iso_date(std::string_view text);

// Every form field files hold: "2026-03-01", with a time or a zone ("2019-01-25+01:00"), "01/03/2026", "1-3-2026",
// "01.03.2026", "20260301", "1er mars 2026", "September, 16 2021 00:00:00", a spreadsheet's serial number when
// `serial` (days from 1899-12-30). A year outside 1950–2100 is the fault "date_annee" (the year 0218 is never guessed),
// the rest "date_illisible".
Result<ReadDate> parse_date(std::string_view text, bool serial = false);

// "2026-03-01".
std::string iso(Date date);

}  // namespace clausier::core
