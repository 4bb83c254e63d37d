// What some days hold: tasks, exchanges, and the deadlines of dossiers.
#include <fmt/format.h>

#include <map>

#include "clausier/store/follow_up.hpp"
#include "clausier/store/visibility.hpp"
#include "follow_up_rows.hpp"

namespace clausier::store {
namespace {

using domain::Subject;
using domain::SubjectName;

// The names of subjects, each asked for once.
class Names {
public:
    explicit Names(FollowUps& store) : store_(store) {}
    const SubjectName& of(Subject subject) {
        const auto [at, fresh] = known_.try_emplace(subject);
        if (fresh) at->second = store_.name(subject).value_or(SubjectName{subject, "", ""});
        return at->second;
    }

private:
    FollowUps& store_;
    std::map<Subject, SubjectName> known_;
};

// What a deadline is made from.
domain::Enquiry read_dates(const Statement& row) {
    domain::Enquiry out;
    out.id = row.get<domain::Id<domain::Enquiry>>(0);
    out.state = domain::enquiry_state(row.text(1)).value();
    out.purchase.object = row.text(2);
    out.owner = row.text(3);
    out.question_due_on = row.get<std::optional<core::Date>>(4);
    out.publication_due_on = row.get<std::optional<core::Date>>(5);
    out.answers_due_on = row.get<std::optional<core::Date>>(6);
    return out;
}

}  // namespace

domain::Agenda FollowUps::agenda(core::Date from, core::Date to, const std::string& owner) {
    const std::string tasks =
        fmt::format(R"(
SELECT {} FROM tasks t
WHERE (?1 = '' OR t.owner = ?1) AND (t.due_on IS NULL OR t.due_on <= ?3) AND (t.done_on IS NULL OR t.due_on >= ?2){})",
                    task_columns, also(visible_subjects(tx_.viewer(), "t.subject_kind", "t.subject_id")));
    const std::string exchanges =
        fmt::format(R"(
SELECT {}, c.name FROM exchanges x LEFT JOIN contacts c ON c.id = x.contact_id
WHERE (?1 = '' OR x.owner = ?1) AND x.held_on BETWEEN ?2 AND ?3{})",
                    exchange_columns, also(visible_subjects(tx_.viewer(), "x.subject_kind", "x.subject_id")));
    domain::Agenda out;
    Names names(*this);
    for (auto rows = tx_.query(tasks, owner, from, to); rows.step();) {
        domain::Task task = read_task(rows);
        const Subject subject = task.subject;
        out.tasks.push_back({std::move(task), names.of(subject)});
    }
    for (auto rows = tx_.query(exchanges, owner, from, to); rows.step();) {
        domain::Exchange exchange = read_exchange(rows);
        const Subject subject = exchange.subject;
        out.exchanges.push_back(
            {std::move(exchange), names.of(subject), rows.get<std::optional<std::string>>(exchange_size).value_or("")});
    }
    auto rows = tx_.query(fmt::format(R"(
SELECT e.id, e.state, e.object, e.owner, e.question_due_on, e.publication_due_on, e.answers_due_on,
       CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM enquiries e JOIN organisations o ON o.id = e.buyer_id
WHERE (?1 = '' OR e.owner = ?1) AND e.state NOT IN ('refuse', 'attribue')
  AND (e.question_due_on <= ?2 OR e.publication_due_on <= ?2 OR e.answers_due_on <= ?2){})",
                                      also(visible_enquiries(tx_.viewer(), "e.id"))),
                          owner, to);
    while (rows.step())
        for (domain::Deadline& deadline : domain::awaited_deadlines(read_dates(rows), rows.text(7)))
            if (deadline.on <= to) out.deadlines.push_back(std::move(deadline));
    return out;
}

std::vector<std::string> FollowUps::owners() {
    std::vector<std::string> out;
    auto rows = tx_.query(fmt::format(R"(
SELECT t.owner FROM tasks t WHERE t.owner <> ''{} UNION SELECT x.owner FROM exchanges x WHERE x.owner <> ''{}
UNION SELECT e.owner FROM enquiries e WHERE e.owner <> ''{} ORDER BY 1)",
                                      also(visible_subjects(tx_.viewer(), "t.subject_kind", "t.subject_id")),
                                      also(visible_subjects(tx_.viewer(), "x.subject_kind", "x.subject_id")),
                                      also(visible_enquiries(tx_.viewer(), "e.id"))));
    while (rows.step()) out.push_back(rows.text(0));
    return out;
}

}  // namespace clausier::store
