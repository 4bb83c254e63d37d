// Writes calendars with libical.
#include "clausier/present/calendar.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <tuple>

#include "clausier/present/follow_up_views.hpp"

namespace clausier::present {
namespace {

struct Free {
    void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
    void operator()(char* text) const noexcept { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

// What a line of a calendar may hold: no control character.
std::string line(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return out;
}

icaltimetype day(core::Date date) {
    icaltimetype out = icaltime_null_date();
    out.year = static_cast<int>(date.year());
    out.month = static_cast<int>(static_cast<unsigned>(date.month()));
    out.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return out;
}

// A property in French.
icalproperty* french(icalproperty* property) {
    icalproperty_add_parameter(property, icalparameter_new_language("fr"));
    return property;
}

// One thing of the calendar, as every component tells it.
struct Item {
    std::string uid;
    std::string summary;
    std::string description;
    std::optional<core::Date> on;
    std::int64_t revision = 1;
};

class Writer {
public:
    Writer(core::Instant stamp, std::string_view name) : calendar_(icalcomponent_new_vcalendar()), stamp_(stamp) {
        const std::string title = line(name);
        add(*calendar_, icalproperty_new_prodid("-//Clausier//Clausier//FR"));
        add(*calendar_, icalproperty_new_version("2.0"));
        add(*calendar_, icalproperty_new_calscale("GREGORIAN"));
        add(*calendar_, french(icalproperty_new_name(title.c_str())));
        icalproperty* usual = icalproperty_new_x(title.c_str());
        icalproperty_set_x_name(usual, "X-WR-CALNAME");
        add(*calendar_, usual);
    }

    void todo(const Item& item) {
        Component out = common(icalcomponent_new_vtodo(), item, item.uid);
        if (item.on) add(*out, icalproperty_new_due(day(*item.on)));
        add(*out, icalproperty_new_status(ICAL_STATUS_NEEDSACTION));
        icalcomponent_add_component(calendar_.get(), out.release());
        if (item.on) event({item.uid + "-jour", item.summary, item.description, item.on, item.revision});
    }
    // All day long, without keeping the day busy.
    void event(const Item& item) {
        Component out = common(icalcomponent_new_vevent(), item, item.uid);
        add(*out, icalproperty_new_dtstart(day(*item.on)));
        add(*out, icalproperty_new_dtend(day(core::Date(std::chrono::sys_days(*item.on) + std::chrono::days(1)))));
        add(*out, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
        icalcomponent_add_component(calendar_.get(), out.release());
    }
    [[nodiscard]] std::string text() const {
        const std::unique_ptr<char, Free> out(icalcomponent_as_ical_string_r(calendar_.get()));
        return out.get();
    }

private:
    static void add(icalcomponent& component, icalproperty* property) {
        icalcomponent_add_property(&component, property);
    }
    Component common(icalcomponent* made, const Item& item, const std::string& uid) const {
        Component out(made);
        add(*out, icalproperty_new_uid((uid + "@clausier").c_str()));
        add(*out, icalproperty_new_dtstamp(icaltime_from_timet_with_zone(stamp_.time_since_epoch().count(), 0,
                                                                         icaltimezone_get_utc_timezone())));
        add(*out, icalproperty_new_sequence(static_cast<int>(item.revision - 1)));
        add(*out, french(icalproperty_new_summary(line(item.summary).c_str())));
        if (!item.description.empty()) add(*out, french(icalproperty_new_description(line(item.description).c_str())));
        return out;
    }

    Component calendar_;
    core::Instant stamp_;
};

std::string about(const std::string& name, const std::string& buyer) {
    return name + (name.empty() || buyer.empty() ? "" : " – ") + buyer;
}

template <class Lines, class Key>
void sort_by(Lines& lines, Key key) {
    std::sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace

std::string calendar(const domain::Agenda& agenda, core::Instant stamp, std::string_view name) {
    domain::Agenda sorted = agenda;
    sort_by(sorted.tasks, [](const domain::TaskLine& l) { return l.task.id; });
    sort_by(sorted.exchanges, [](const domain::ExchangeLine& l) { return l.exchange.id; });
    sort_by(sorted.deadlines, [](const domain::Deadline& d) { return std::tuple(d.enquiry, d.kind); });
    Writer writer(stamp, name);
    for (const domain::TaskLine& l : sorted.tasks)
        if (!l.task.done_on)
            writer.todo({"tache-" + std::to_string(l.task.id.value), l.task.title, about(l.about.name, l.about.buyer),
                         l.task.due_on, l.task.revision});
    for (const domain::ExchangeLine& l : sorted.exchanges)
        writer.event({"echange-" + std::to_string(l.exchange.id.value),
                      (says_its_kind(l.exchange) ? "" : std::string(domain::label(l.exchange.kind)) + "\u00a0: ") +
                          l.exchange.summary,
                      about(l.about.name, l.about.buyer), l.exchange.on, l.exchange.revision});
    for (const domain::Deadline& d : sorted.deadlines)
        writer.event({"dossier-" + std::to_string(d.enquiry.value) + "-" + std::string(domain::code(d.kind)),
                      std::string(domain::label(d.kind)) + "\u00a0: " + d.object, about(d.object, d.buyer), d.on, 1});
    return writer.text();
}

}  // namespace clausier::present
