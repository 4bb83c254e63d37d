// An agenda as an iCalendar feed (RFC 5545), for the calendars of telephones and offices.
#pragma once
#include <string>
#include <string_view>

#include "clausier/core/clock.hpp"
#include "clausier/domain/week.hpp"

namespace clausier::present {

// The VCALENDAR called `name`, in UTF-8, its lines folded at 75 bytes and ended by CRLF. Each task still to be done is
// a VTODO and, when it has a date, an all-day VEVENT besides, for the many calendars that show no VTODO; exchanges and
// deadlines are all-day VEVENTs. UIDs stay the same from one reading to the next. No contact is named, no report told.
// The same agenda at the same `stamp` gives the same bytes.
std::string calendar(const domain::Agenda& agenda, core::Instant stamp, std::string_view name);

}  // namespace clausier::present
