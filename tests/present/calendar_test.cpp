// Calendars are read back whole by libical, folded as they must be, and no text adds a line to them.
#include "clausier/present/calendar.hpp"

#include <libical/ical.h>

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <set>

#include "clausier/core/text.hpp"

using namespace clausier;

namespace {

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Parsed = std::unique_ptr<icalcomponent, Free>;

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
const core::Instant now = std::chrono::sys_days(day("2026-11-21")) + std::chrono::hours(10);

domain::TaskLine task(std::int64_t id, std::string title, const char* due) {
    domain::TaskLine out;
    out.task.id = {id};
    out.task.title = std::move(title);
    out.task.revision = 3;
    if (due) out.task.due_on = day(due);
    out.about = {{domain::SubjectKind::market, 1}, "École des Tilleuls", "Commune de Valbrume"};
    return out;
}

domain::ExchangeLine exchange(std::int64_t id, std::string summary, const char* on) {
    domain::ExchangeLine out;
    out.exchange.id = {id};
    out.exchange.kind = domain::ExchangeKind::site_visit;
    out.exchange.on = day(on);
    out.exchange.summary = std::move(summary);
    out.exchange.report = "Secret du compte rendu";
    out.exchange.revision = 1;
    out.contact = "Camille Essai";
    return out;
}

Parsed parse(const std::string& text) {
    Parsed out(icalparser_parse_string(text.c_str()));
    REQUIRE(out);
    CHECK(icalcomponent_count_errors(out.get()) == 0);
    CHECK(icalrestriction_check(out.get()) == 1);
    return out;
}

// "VTODO VEVENT": what stands inside.
std::string kinds(icalcomponent* calendar) {
    std::string out;
    for (auto* at = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT); at;
         at = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT))
        out += (out.empty() ? "" : " ") + std::string(icalcomponent_kind_to_string(icalcomponent_isa(at)));
    return out;
}

icalcomponent* nth(icalcomponent* calendar, int n) {
    auto* at = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (int i = 0; i < n; ++i) at = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT);
    return at;
}

void check_lines(const std::string& text) {
    CHECK(text.ends_with("END:VCALENDAR\r\n"));
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        const std::string line = text.substr(at, end - at);
        CAPTURE(line);
        CHECK(line.size() <= 75);
        CHECK(core::is_utf8(line));
        CHECK(line.find_first_of("\r\n") == std::string::npos);
        at = end + 2;
    }
}

}  // namespace

TEST_CASE("a task is a VTODO with its day, and an event that lasts that day") {
    domain::Agenda agenda;
    agenda.tasks = {task(12, "Rappeler l’acheteur", "2026-11-30")};
    const std::string text = present::calendar(agenda, now, "Clauses de Valbrume");
    const Parsed calendar = parse(text);
    CHECK(kinds(calendar.get()) == "VTODO VEVENT");
    CHECK(text.find("DUE;VALUE=DATE:20261130\r\n") != std::string::npos);
    CHECK(text.find("DTSTART;VALUE=DATE:20261130\r\n") != std::string::npos);
    CHECK(text.find("DTEND;VALUE=DATE:20261201\r\n") != std::string::npos);
    CHECK(text.find("DTSTAMP:20261121T100000Z\r\n") != std::string::npos);
    CHECK(text.find("UID:tache-12@clausier\r\n") != std::string::npos);
    CHECK(text.find("SEQUENCE:2\r\n") != std::string::npos);
    CHECK(text.find("SUMMARY;LANGUAGE=fr:Rappeler l’acheteur\r\n") != std::string::npos);
    CHECK(text.find("X-WR-CALNAME:Clauses de Valbrume\r\n") != std::string::npos);
    CHECK(std::string(icalcomponent_get_description(nth(calendar.get(), 0))) ==
          "École des Tilleuls – Commune de Valbrume");
}

TEST_CASE("a task without date is a VTODO alone, one that is done is not told") {
    domain::Agenda agenda;
    agenda.tasks = {task(1, "Sans date", nullptr), task(2, "Faite", "2026-11-20")};
    agenda.tasks[1].task.done_on = day("2026-11-20");
    CHECK(kinds(parse(present::calendar(agenda, now, "x")).get()) == "VTODO");
}

TEST_CASE("appointments and deadlines are events, without contact nor report") {
    domain::Agenda agenda;
    agenda.exchanges = {exchange(4, "Chantier de l’école", "2026-12-01")};
    agenda.deadlines = {{{7}, domain::DeadlineKind::answers, day("2026-12-24"), "Gymnase", "Valbrume", ""}};
    const std::string text = present::calendar(agenda, now, "x");
    const Parsed calendar = parse(text);
    CHECK(kinds(calendar.get()) == "VEVENT VEVENT");
    CHECK(std::string(icalcomponent_get_summary(nth(calendar.get(), 0))) == "Visite\u00a0: Chantier de l’école");
    CHECK(std::string(icalcomponent_get_summary(nth(calendar.get(), 1))) == "Remise des offres\u00a0: Gymnase");
    CHECK(std::string(icalcomponent_get_uid(nth(calendar.get(), 1))) == "dossier-7-reponses@clausier");
    CHECK(text.find("Camille") == std::string::npos);
    CHECK(text.find("Secret") == std::string::npos);
}

TEST_CASE("the same agenda at the same moment is the same text, whatever the order it was found in") {
    domain::Agenda one;
    one.tasks = {task(1, "a", "2026-11-22"), task(2, "b", nullptr)};
    one.exchanges = {exchange(1, "c", "2026-11-22"), exchange(2, "d", "2026-11-23")};
    domain::Agenda other = one;
    std::swap(other.tasks[0], other.tasks[1]);
    std::swap(other.exchanges[0], other.exchanges[1]);
    CHECK(present::calendar(one, now, "x") == present::calendar(other, now, "x"));
    check_lines(present::calendar({}, now, "x"));
    CHECK(kinds(parse(present::calendar({}, now, "x")).get()).empty());
}

TEST_CASE("no text adds a line, a property or a component, and each comes back as it was") {
    const std::string texts[] = {
        "a\r\nBEGIN:VEVENT\r\nSUMMARY:injecté\r\nEND:VEVENT",
        "a\nX-INJECTE:oui",
        "virgule, point-virgule ; deux-points : et \\ barre \\n",
        "\"guillemets\" ;VALUE=BINARY:xx",
        "END:VTODO\tEND:VCALENDAR",
        std::string("coupé\0ici", 10),
        "é" + std::string(200, 'e') + "é€😀🧱 \u202E" + std::string(70, 'a') + "éééééééééé",
        "=1+1",
        std::string(5'000, 'x'),
    };
    for (const std::string& said : texts) {
        CAPTURE(said.substr(0, 60));
        domain::Agenda agenda;
        agenda.tasks = {task(1, said, "2026-11-22")};
        agenda.tasks[0].about = {{domain::SubjectKind::lot, 1}, said, said};
        agenda.exchanges = {exchange(2, said, "2026-11-22")};
        agenda.deadlines = {{{3}, domain::DeadlineKind::question, day("2026-11-22"), said, said, said}};
        const std::string text = present::calendar(agenda, now, said);
        check_lines(text);
        const Parsed calendar = parse(text);
        CHECK(kinds(calendar.get()) == "VTODO VEVENT VEVENT VEVENT");
        CHECK(text.find("\r\nX-INJECTE") == std::string::npos);
        std::string wanted = said;
        for (char& c : wanted)
            if (static_cast<unsigned char>(c) < 0x20) c = ' ';
        CHECK(std::string(icalcomponent_get_summary(nth(calendar.get(), 0))) == wanted);
        std::set<std::string> uids;
        for (int i = 0; i < 4; ++i) uids.insert(icalcomponent_get_uid(nth(calendar.get(), i)));
        CHECK(uids.size() == 4);
    }
}
