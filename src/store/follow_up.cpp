// Queries on contacts, exchanges and tasks.
#include "clausier/store/follow_up.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "follow_up_rows.hpp"

namespace clausier::store {
namespace {

using domain::Contact;
using domain::Exchange;
using domain::Id;
using domain::Subject;
using domain::SubjectKind;
using domain::SubjectName;
using domain::Task;

[[noreturn]] void refuse_stale() {
    throw core::Error(core::ErrorKind::conflict, "",
                      "quelqu’un d’autre a enregistré depuis votre lecture\u00a0; relisez puis recommencez");
}

// The row rule of what a query of names finds.
std::string visible_of(const domain::Viewer& viewer, SubjectKind kind) {
    switch (kind) {
        case SubjectKind::enquiry:
            return visible_enquiries(viewer, "e.id");
        case SubjectKind::market:
            return visible_markets(viewer, "m.id");
        case SubjectKind::lot:
            return visible_lots(viewer, "l.id");
        case SubjectKind::organisation:
            break;
    }
    return visible_organisations(viewer, "k.id");
}

// Throws Error(forbidden) unless the viewer may follow up the subject.
void require_subject(Transaction& tx, Subject subject) {
    const std::string visible = visible_subjects(tx.viewer(), "q.kind", "q.id");
    if (visible == "1") return;
    if (!tx.value<bool>(fmt::format("SELECT EXISTS (SELECT 1 FROM (SELECT ? AS kind, ? AS id) q WHERE {})", visible),
                        subject.kind, subject.id))
        throw core::Error(core::ErrorKind::forbidden, "",
                          "vous ne suivez pas cette fiche\u00a0; demandez à l’OPCS ou à l’acheteur qui la suit");
}

constexpr std::string_view organisation_name = R"(
SELECT k.id, CASE WHEN k.name <> '' THEN k.name ELSE k.identifier END, ''
FROM organisations o JOIN organisations k ON k.id = coalesce(o.merged_into, o.id) WHERE o.id = ?)";
constexpr std::string_view enquiry_name = R"(
SELECT e.id, e.object, CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM enquiries e JOIN organisations o ON o.id = e.buyer_id WHERE e.id = ?)";
constexpr std::string_view market_name = R"(
SELECT m.id, CASE WHEN m.object <> '' THEN m.object ELSE m.reference END,
       CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM markets m JOIN organisations o ON o.id = m.buyer_id WHERE m.id = ?)";
constexpr std::string_view lot_name = R"(
SELECT l.id,
       CASE WHEN l.number <> '' THEN 'Lot ' || l.number ELSE '' END
         || CASE WHEN l.number <> '' AND l.title || m.object <> '' THEN ' – ' ELSE '' END
         || CASE WHEN l.title <> '' THEN l.title WHEN m.object <> '' THEN m.object
                 WHEN l.number = '' THEN m.reference ELSE '' END,
       CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM lots l JOIN markets m ON m.id = l.market_id JOIN organisations o ON o.id = m.buyer_id WHERE l.id = ?)";

std::string_view name_query(SubjectKind kind) {
    switch (kind) {
        case SubjectKind::enquiry:
            return enquiry_name;
        case SubjectKind::market:
            return market_name;
        case SubjectKind::lot:
            return lot_name;
        case SubjectKind::organisation:
            break;
    }
    return organisation_name;
}

// Whose contacts may help as well: (kind, id), each once.
constexpr std::string_view related_to_enquiry = "SELECT 'organisation', buyer_id FROM enquiries WHERE id = ?1";
constexpr std::string_view related_to_market = R"(
SELECT 'organisation', buyer_id FROM markets WHERE id = ?1
UNION SELECT 'organisation', h.organisation_id FROM lot_holders h JOIN lots l ON l.id = h.lot_id WHERE l.market_id = ?1)";
constexpr std::string_view related_to_lot = R"(
SELECT 'marche', market_id FROM lots WHERE id = ?1
UNION SELECT 'organisation', m.buyer_id FROM lots l JOIN markets m ON m.id = l.market_id WHERE l.id = ?1
UNION SELECT 'organisation', organisation_id FROM lot_holders WHERE lot_id = ?1)";

std::string_view related_query(SubjectKind kind) {
    switch (kind) {
        case SubjectKind::enquiry:
            return related_to_enquiry;
        case SubjectKind::market:
            return related_to_market;
        case SubjectKind::lot:
            return related_to_lot;
        case SubjectKind::organisation:
            break;
    }
    return "";
}

}  // namespace

std::optional<SubjectName> FollowUps::name(Subject subject) {
    auto row =
        tx_.query(std::string(name_query(subject.kind)) + also(visible_of(tx_.viewer(), subject.kind)), subject.id);
    if (!row.step()) return std::nullopt;
    return SubjectName{{subject.kind, row.integer(0)}, row.text(1), row.text(2)};
}

std::vector<Contact> FollowUps::contacts_of(Subject subject) {
    const std::string sql =
        fmt::format("SELECT {} FROM contacts c WHERE c.subject_kind = ? AND c.subject_id = ?{} ORDER BY c.name, c.id",
                    contact_columns, also(visible_subjects(tx_.viewer(), "c.subject_kind", "c.subject_id")));
    std::vector<Contact> out;
    for (auto rows = tx_.query(sql, subject.kind, subject.id); rows.step();) out.push_back(read_contact(rows));
    return out;
}

std::vector<domain::ContactLine> FollowUps::related_to(Subject subject) {
    const std::string_view sql = related_query(subject.kind);
    std::vector<Subject> others;
    if (!sql.empty())
        for (auto rows = tx_.query(sql, subject.id); rows.step();) others.push_back(read_subject(rows, 0));
    std::vector<domain::ContactLine> out;
    for (const Subject other : others) {
        const auto about = name(other);
        if (!about) continue;
        for (Contact& contact : contacts_of(other)) out.push_back({std::move(contact), *about});
    }
    return out;
}

domain::FollowUp FollowUps::of(const SubjectName& about) {
    const std::string exchanges =
        fmt::format(R"(
SELECT {}, c.name FROM exchanges x LEFT JOIN contacts c ON c.id = x.contact_id
WHERE x.subject_kind = ? AND x.subject_id = ?{} ORDER BY x.held_on DESC, x.id DESC)",
                    exchange_columns, also(visible_subjects(tx_.viewer(), "x.subject_kind", "x.subject_id")));
    const std::string tasks =
        fmt::format(R"(
SELECT {} FROM tasks t WHERE t.subject_kind = ? AND t.subject_id = ?{}
ORDER BY t.done_on IS NOT NULL, t.done_on DESC, t.due_on IS NULL, t.due_on, t.id)",
                    task_columns, also(visible_subjects(tx_.viewer(), "t.subject_kind", "t.subject_id")));
    domain::FollowUp out;
    out.about = about;
    const Subject subject = about.subject;
    out.contacts = contacts_of(subject);
    out.related = related_to(subject);
    for (auto rows = tx_.query(exchanges, subject.kind, subject.id); rows.step();)
        out.exchanges.push_back(
            {read_exchange(rows), about, rows.get<std::optional<std::string>>(exchange_size).value_or("")});
    for (auto rows = tx_.query(tasks, subject.kind, subject.id); rows.step();) out.tasks.push_back(read_task(rows));
    return out;
}

std::optional<Contact> FollowUps::find(Id<Contact> id) {
    auto row = tx_.query(fmt::format("SELECT {} FROM contacts c WHERE c.id = ?{}", contact_columns,
                                     also(visible_subjects(tx_.viewer(), "c.subject_kind", "c.subject_id"))),
                         id);
    return row.step() ? std::optional(read_contact(row)) : std::nullopt;
}
std::optional<Exchange> FollowUps::find(Id<Exchange> id) {
    auto row = tx_.query(fmt::format("SELECT {} FROM exchanges x WHERE x.id = ?{}", exchange_columns,
                                     also(visible_subjects(tx_.viewer(), "x.subject_kind", "x.subject_id"))),
                         id);
    return row.step() ? std::optional(read_exchange(row)) : std::nullopt;
}
std::optional<Task> FollowUps::find(Id<Task> id) {
    auto row = tx_.query(fmt::format("SELECT {} FROM tasks t WHERE t.id = ?{}", task_columns,
                                     also(visible_subjects(tx_.viewer(), "t.subject_kind", "t.subject_id"))),
                         id);
    return row.step() ? std::optional(read_task(row)) : std::nullopt;
}

Contact FollowUps::save(Contact c) {
    require_subject(tx_, c.subject);
    if (c.id.empty()) {
        c.id = tx_.value<Id<Contact>>(R"(
INSERT INTO contacts (subject_kind, subject_id, name, role, phone, email, note) VALUES (?, ?, ?, ?, ?, ?, ?)
RETURNING id)",
                                      c.subject.kind, c.subject.id, c.name, c.role, c.phone, c.email, c.note);
        c.revision = 1;
        return c;
    }
    if (tx_.run(R"(
UPDATE contacts SET name = ?, role = ?, phone = ?, email = ?, note = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                c.name, c.role, c.phone, c.email, c.note, c.id, c.revision) == 0)
        refuse_stale();
    ++c.revision;
    return c;
}

Exchange FollowUps::save(Exchange x) {
    require_subject(tx_, x.subject);
    if (x.id.empty()) {
        x.id = tx_.value<Id<Exchange>>(R"(
INSERT INTO exchanges (subject_kind, subject_id, kind, held_on, contact_id, owner, summary, report)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                       x.subject.kind, x.subject.id, x.kind, x.on, x.contact, x.owner, x.summary,
                                       x.report);
        x.revision = 1;
        return x;
    }
    if (tx_.run(R"(
UPDATE exchanges SET kind = ?, held_on = ?, contact_id = ?, owner = ?, summary = ?, report = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                x.kind, x.on, x.contact, x.owner, x.summary, x.report, x.id, x.revision) == 0)
        refuse_stale();
    ++x.revision;
    return x;
}

Task FollowUps::save(Task t) {
    require_subject(tx_, t.subject);
    if (t.id.empty()) {
        t.id = tx_.value<Id<Task>>(R"(
INSERT INTO tasks (subject_kind, subject_id, title, owner, due_on, done_on) VALUES (?, ?, ?, ?, ?, ?) RETURNING id)",
                                   t.subject.kind, t.subject.id, t.title, t.owner, t.due_on, t.done_on);
        t.revision = 1;
        return t;
    }
    if (tx_.run(R"(
UPDATE tasks SET title = ?, owner = ?, due_on = ?, done_on = ?, revision = revision + 1 WHERE id = ? AND revision = ?)",
                t.title, t.owner, t.due_on, t.done_on, t.id, t.revision) == 0)
        refuse_stale();
    ++t.revision;
    return t;
}

void FollowUps::remove(Id<Contact> id) { tx_.run("DELETE FROM contacts WHERE id = ?", id); }
void FollowUps::remove(Id<Exchange> id) { tx_.run("DELETE FROM exchanges WHERE id = ?", id); }
void FollowUps::remove(Id<Task> id) { tx_.run("DELETE FROM tasks WHERE id = ?", id); }

void FollowUps::move(Subject from, Subject into) {
    for (const std::string_view table : {"contacts", "exchanges", "tasks"})
        tx_.run(fmt::format("UPDATE {} SET subject_kind = ?, subject_id = ?, revision = revision + 1 "
                            "WHERE subject_kind = ? AND subject_id = ?",
                            table),
                into.kind, into.id, from.kind, from.id);
}

}  // namespace clausier::store
