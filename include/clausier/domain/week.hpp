// A week of work, Monday to Sunday: what is late, and what each day holds.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/enquiry.hpp"
#include "clausier/domain/follow_up.hpp"

namespace clausier::domain {

// The dates by which something of an open dossier must be done.
enum class DeadlineKind { question, publication, answers };
// "question", "publication", "reponses".
std::string_view code(DeadlineKind kind);
// « Réponse à l’acheteur », « Publication », « Remise des offres ».
std::string_view label(DeadlineKind kind);

struct Deadline {
    Id<Enquiry> enquiry{};
    DeadlineKind kind = DeadlineKind::question;
    core::Date on{};
    std::string object;
    std::string buyer;
    std::string owner;
};

// The dates that the state of a dossier still waits for: the answer to the question until it is recommended, the
// publication until the consultation is launched, the bidders' answers until the offers are analysed.
std::vector<Deadline> awaited_deadlines(const Enquiry& enquiry, const std::string& buyer);

struct TaskLine {
    Task task;
    SubjectName about;
};

// What is kept between two days, in no given order.
struct Agenda {
    std::vector<TaskLine> tasks;
    std::vector<ExchangeLine> exchanges;
    std::vector<Deadline> deadlines;
};

struct WeekDay {
    core::Date date{};
    std::vector<Deadline> deadlines;
    std::vector<ExchangeLine> exchanges;
    std::vector<TaskLine> tasks;
    [[nodiscard]] bool empty() const { return deadlines.empty() && exchanges.empty() && tasks.empty(); }
};

// What is late is told once, before the days; each list in the order of dates.
struct Week {
    core::Date today{};
    std::string owner;                // whose week, "" for everybody's
    std::vector<std::string> owners;  // everybody known, by name
    std::vector<Deadline> passed;     // awaited dates before today
    std::vector<TaskLine> late;
    std::array<WeekDay, 7> days;
    std::vector<TaskLine> undated;

    [[nodiscard]] core::Date monday() const { return days.front().date; }
    [[nodiscard]] core::Date sunday() const { return days.back().date; }
    [[nodiscard]] bool contains_today() const { return monday() <= today && today <= sunday(); }
    [[nodiscard]] bool empty() const;
};

core::Date monday_of(core::Date day);

// The week of `day`; what the agenda holds of other weeks is passed over unless it is late.
Week week_of(core::Date day, core::Date today, Agenda agenda);

}  // namespace clausier::domain
