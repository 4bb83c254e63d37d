// A week holds each thing once, on its day or among what is late.
#include "clausier/domain/week.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

TaskLine task(std::int64_t id, const char* due, const char* done = nullptr) {
    TaskLine out;
    out.task.id = {id};
    if (due) out.task.due_on = day(due);
    if (done) out.task.done_on = day(done);
    return out;
}

ExchangeLine exchange(std::int64_t id, const char* on) {
    ExchangeLine out;
    out.exchange.id = {id};
    out.exchange.on = day(on);
    return out;
}

std::string ids(const std::vector<TaskLine>& lines) {
    std::string out;
    for (const TaskLine& line : lines) out += std::to_string(line.task.id.value) + " ";
    return out;
}

std::string dates(EnquiryState state) {
    Enquiry enquiry;
    enquiry.state = state;
    enquiry.question_due_on = day("2026-11-18");
    enquiry.publication_due_on = day("2026-11-20");
    enquiry.answers_due_on = day("2026-12-20");
    std::string out;
    for (const Deadline& deadline : awaited_deadlines(enquiry, "Commune de Valbrume"))
        out += std::string(code(deadline.kind)) + " ";
    return out;
}

}  // namespace

TEST_CASE("a week goes from Monday to Sunday, over the ends of months and years") {
    CHECK(monday_of(day("2026-11-21")) == day("2026-11-16"));
    CHECK(monday_of(day("2026-11-16")) == day("2026-11-16"));
    CHECK(monday_of(day("2026-11-22")) == day("2026-11-16"));
    CHECK(monday_of(day("2027-01-01")) == day("2026-12-28"));
    CHECK(monday_of(day("2028-02-29")) == day("2028-02-28"));
    const Week week = week_of(day("2027-01-01"), day("2027-01-01"), {});
    CHECK(week.monday() == day("2026-12-28"));
    CHECK(week.sunday() == day("2027-01-03"));
    CHECK(week.contains_today());
    CHECK(week.empty());
}

TEST_CASE("each task stands once: late, on its day, or without date") {
    Agenda agenda;
    agenda.tasks = {task(1, "2026-11-20"),                // late: yesterday
                    task(2, "2026-11-20", "2026-11-20"),  // done in time, shown on its day
                    task(3, "2026-11-21"),
                    task(4, "2026-11-23"),
                    task(5, nullptr),
                    task(6, nullptr, "2026-11-20"),
                    task(7, "2026-10-01")};
    const Week week = week_of(day("2026-11-21"), day("2026-11-21"), agenda);
    CHECK(ids(week.late) == "7 1 ");
    CHECK(ids(week.undated) == "5 ");
    CHECK(ids(week.days[4].tasks) == "2 ");
    CHECK(ids(week.days[5].tasks) == "3 ");
    std::size_t placed = 0;
    for (const WeekDay& each : week.days) placed += each.tasks.size();
    CHECK(placed == 2);
    CHECK_FALSE(week.empty());
    // What is late stays so whatever week is looked at.
    CHECK(ids(week_of(day("2026-12-01"), day("2026-11-21"), agenda).late) == "7 1 ");
}

TEST_CASE("exchanges past and to come stand on their day, those of other weeks do not") {
    Agenda agenda;
    agenda.exchanges = {exchange(2, "2026-11-16"), exchange(1, "2026-11-16"), exchange(3, "2026-11-22"),
                        exchange(4, "2026-11-15"), exchange(5, "2026-11-23")};
    const Week week = week_of(day("2026-11-18"), day("2026-11-18"), agenda);
    REQUIRE(week.days[0].exchanges.size() == 2);
    CHECK(week.days[0].exchanges[0].exchange.id.value == 1);
    CHECK(week.days[6].exchanges.size() == 1);
    CHECK(week.days[3].exchanges.empty());
}

TEST_CASE("a dossier awaits the dates that its state has not gone beyond") {
    CHECK(dates(EnquiryState::requested) == "question publication reponses ");
    CHECK(dates(EnquiryState::studied) == "question publication reponses ");
    CHECK(dates(EnquiryState::recommended) == "publication reponses ");
    CHECK(dates(EnquiryState::accepted) == "publication reponses ");
    CHECK(dates(EnquiryState::in_consultation) == "reponses ");
    CHECK(dates(EnquiryState::offers_analysed).empty());
    CHECK(dates(EnquiryState::refused).empty());
    CHECK(dates(EnquiryState::awarded).empty());
}

TEST_CASE("an awaited date that has passed is told before the days") {
    Agenda agenda;
    agenda.deadlines = {{{2}, DeadlineKind::publication, day("2026-11-20"), "École", "Valbrume", ""},
                        {{1}, DeadlineKind::question, day("2026-11-18"), "École", "Valbrume", ""},
                        {{1}, DeadlineKind::answers, day("2026-12-20"), "École", "Valbrume", ""}};
    const Week week = week_of(day("2026-11-19"), day("2026-11-19"), agenda);
    REQUIRE(week.passed.size() == 1);
    CHECK(week.passed[0].on == day("2026-11-18"));
    REQUIRE(week.days[4].deadlines.size() == 1);
    CHECK(label(week.days[4].deadlines[0].kind) == "Publication");
}
