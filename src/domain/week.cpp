// Puts each thing on its day.
#include "clausier/domain/week.hpp"

#include <algorithm>
#include <tuple>

namespace clausier::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 3> deadline_codes{"question", "publication", "reponses"};
constexpr std::array<std::string_view, 3> deadline_labels{"Réponse à l’acheteur", "Publication", "Remise des offres"};

// Whether the state has not come to what the date is for.
bool awaits(EnquiryState state, DeadlineKind kind) {
    static constexpr std::array<EnquiryState, 3> ends{EnquiryState::recommended, EnquiryState::in_consultation,
                                                      EnquiryState::offers_analysed};
    return state != EnquiryState::refused && before(state, ends.at(static_cast<std::size_t>(kind)));
}

void sort(std::vector<Deadline>& all) {
    std::sort(all.begin(), all.end(), [](const Deadline& a, const Deadline& b) {
        return std::tie(a.on, a.enquiry, a.kind) < std::tie(b.on, b.enquiry, b.kind);
    });
}

void sort(std::vector<ExchangeLine>& all) {
    std::sort(all.begin(), all.end(), [](const ExchangeLine& a, const ExchangeLine& b) {
        return std::tie(a.exchange.on, a.exchange.id) < std::tie(b.exchange.on, b.exchange.id);
    });
}

// Those to be done before those done.
void sort(std::vector<TaskLine>& all) {
    std::sort(all.begin(), all.end(), [](const TaskLine& a, const TaskLine& b) {
        const auto key = [](const Task& task) {
            return std::tuple(task.due_on.value_or(core::Date{}), task.done_on.has_value(), task.id);
        };
        return key(a.task) < key(b.task);
    });
}

WeekDay* day_of(Week& week, core::Date date) {
    if (date < week.monday() || date > week.sunday()) return nullptr;
    return &week.days.at(static_cast<std::size_t>((sys_days(date) - sys_days(week.monday())).count()));
}

void place(Week& week, TaskLine line) {
    if (late(line.task, week.today)) {
        week.late.push_back(std::move(line));
    } else if (!line.task.due_on) {
        if (!line.task.done_on) week.undated.push_back(std::move(line));
    } else if (WeekDay* day = day_of(week, *line.task.due_on)) {
        day->tasks.push_back(std::move(line));
    }
}

void place(Week& week, Deadline deadline) {
    if (deadline.on < week.today)
        week.passed.push_back(std::move(deadline));
    else if (WeekDay* day = day_of(week, deadline.on))
        day->deadlines.push_back(std::move(deadline));
}

}  // namespace

std::string_view code(DeadlineKind kind) { return deadline_codes.at(static_cast<std::size_t>(kind)); }
std::string_view label(DeadlineKind kind) { return deadline_labels.at(static_cast<std::size_t>(kind)); }

std::vector<Deadline> awaited_deadlines(const Enquiry& enquiry, const std::string& buyer) {
    std::vector<Deadline> out;
    const auto add = [&](DeadlineKind kind, const std::optional<core::Date>& on) {
        if (on && awaits(enquiry.state, kind))
            out.push_back({enquiry.id, kind, *on, enquiry.purchase.object, buyer, enquiry.owner});
    };
    add(DeadlineKind::question, enquiry.question_due_on);
    add(DeadlineKind::publication, enquiry.publication_due_on);
    add(DeadlineKind::answers, enquiry.answers_due_on);
    return out;
}

bool Week::empty() const {
    return passed.empty() && late.empty() && undated.empty() &&
           std::all_of(days.begin(), days.end(), [](const WeekDay& day) { return day.empty(); });
}

core::Date monday_of(core::Date day) {
    const sys_days at(day);
    return core::Date(at - days(std::chrono::weekday(at).iso_encoding() - 1));
}

Week week_of(core::Date day, core::Date today, Agenda agenda) {
    Week week;
    week.today = today;
    const sys_days monday(monday_of(day));
    for (std::size_t i = 0; i < week.days.size(); ++i)
        week.days.at(i).date = core::Date(monday + days(static_cast<std::int64_t>(i)));
    for (TaskLine& line : agenda.tasks) place(week, std::move(line));
    for (Deadline& deadline : agenda.deadlines) place(week, std::move(deadline));
    for (ExchangeLine& line : agenda.exchanges)
        if (WeekDay* at = day_of(week, line.exchange.on)) at->exchanges.push_back(std::move(line));
    sort(week.passed);
    sort(week.late);
    sort(week.undated);
    for (WeekDay& each : week.days) {
        sort(each.deadlines);
        sort(each.exchanges);
        sort(each.tasks);
    }
    return week;
}

}  // namespace clausier::domain
