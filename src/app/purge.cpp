// Names whose time has come, and copies of the base that still hold them.
#include <algorithm>
#include <filesystem>
#include <map>

#include "clausier/app/privacy.hpp"
#include "clausier/app/references.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/retention_holds.hpp"
#include "person_rows.hpp"
#include "scrubbing.hpp"

namespace clausier::app {
namespace {

using domain::Participant;

constexpr std::chrono::days upcoming_days(92);

using HoldsByPerson = std::map<std::int64_t, std::vector<domain::Hold>>;

HoldsByPerson by_person(const std::vector<domain::Hold>& holds) {
    HoldsByPerson out;
    for (const domain::Hold& hold : holds) out[hold.participant.value].push_back(hold);
    return out;
}

// « base.sqlite.avant-011 », and what a program of SQLite left beside it.
bool is_copy(const std::filesystem::path& base, const std::filesystem::path& file) {
    const std::string prefix = base.filename().string() + ".avant-";
    const std::string name = file.filename().string();
    if (!name.starts_with(prefix) || name.size() < prefix.size() + 3) return false;
    const std::string rest = name.substr(prefix.size());
    if (!std::all_of(rest.begin(), rest.begin() + 3, [](char c) { return c >= '0' && c <= '9'; })) return false;
    const std::string suffix = rest.substr(3);
    return suffix.empty() || suffix == "-wal" || suffix == "-shm";
}

core::Date day_of(std::filesystem::file_time_type time) {
    const auto instant = std::chrono::file_clock::to_sys(time);
    return core::Date(std::chrono::floor<std::chrono::days>(instant));
}

// A file written in the last `days` days is kept.
std::vector<std::filesystem::path> old_copies(const store::Database& base, core::Date today, std::int64_t days) {
    std::vector<std::filesystem::path> out;
    if (base.in_memory()) return out;
    auto folder = base.path().parent_path();
    if (folder.empty()) folder = ".";
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (!is_copy(base.path(), entry.path())) continue;
        const auto written = entry.last_write_time(failed);
        if (failed) continue;  // gone since, or not to be judged
        if (std::chrono::sys_days(today) - std::chrono::sys_days(day_of(written)) > std::chrono::days(days))
            out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

// Whether the names would go today without the hold.
bool is_held(const PlannedRemoval& planned, const domain::RetentionRules& rules, core::Date today) {
    return !domain::due(planned.removal, today) && planned.removal.because &&
           domain::due(domain::removal(planned.participant.path_ended_on, {}, rules, today), today);
}

PurgePlan plan(store::Transaction& tx, const std::vector<Participant>& named, const domain::RetentionRules& rules,
               core::Date today) {
    PurgePlan out;
    out.rules = rules;
    out.holds = store::RetentionHolds(tx).standing(today);
    HoldsByPerson holds = by_person(out.holds);
    const core::Date soon(std::chrono::sys_days(today) + upcoming_days);
    for (const Participant& person : named) {
        PlannedRemoval planned{person, domain::removal(person.path_ended_on, holds[person.id.value], rules, today)};
        if (!person.path_ended_on) ++out.open;
        if (domain::due(planned.removal, today))
            out.due.push_back(std::move(planned));
        else if (is_held(planned, rules, today))
            out.held.push_back(std::move(planned));
        else if (planned.removal.on && *planned.removal.on <= soon)
            out.upcoming.push_back(std::move(planned));
    }
    std::sort(out.upcoming.begin(), out.upcoming.end(),
              [](const PlannedRemoval& a, const PlannedRemoval& b) { return *a.removal.on < *b.removal.on; });
    return out;
}

std::int64_t remove_due(const Session& session, store::Database& whole, const domain::RetentionRules& rules) {
    store::Transaction tx = whole.write();
    store::Participants store(tx);
    const core::Date today = session.clock.today();
    const PurgePlan planned = plan(tx, store.named(), rules, today);
    for (const PlannedRemoval& one : planned.due) {
        forget_person(tx, session, one.participant, domain::Gone::retention, "");
        tell_person(tx, session, "purger", one.participant);
    }
    if (!planned.due.empty()) mark_for_scrubbing(tx);
    tx.commit();
    return static_cast<std::int64_t>(planned.due.size());
}

}  // namespace

PurgePlan purge_plan(const Session& session, store::Database& base) {
    const core::Date today = session.clock.today();
    const domain::RetentionRules rules = domain::retention_rules(reference(base), today);
    store::Transaction tx = base.read();
    PurgePlan out = plan(tx, store::Participants(tx).named(), rules, today);
    for (const auto& file : old_copies(base, today, rules.copy_days)) out.copies.push_back(file.filename().string());
    return out;
}

Purged purge(const Session& session, store::Database& base) {
    const core::Date today = session.clock.today();
    const domain::RetentionRules rules = domain::retention_rules(reference(base), today);
    store::Database whole = unscoped(base);
    Purged out;
    out.people = remove_due(session, whole, rules);
    for (const auto& file : old_copies(base, today, rules.copy_days)) {
        std::error_code failed;
        if (std::filesystem::remove(file, failed))
            ++out.copies;
        else
            out.remarks.push_back({core::Severity::warning, "copie_restante", file.string(),
                                   "cette ancienne copie de la base n’a pas pu être supprimée ; supprimez-la"});
    }
    if (out.copies > 0) {
        store::Transaction tx = whole.write();
        store::Journal(tx).append(
            {session.clock.now(), session.actor, "rgpd.purger_copies", "base", std::to_string(out.copies)});
        tx.commit();
    }
    for (core::Issue& issue : scrub_if_marked(whole)) out.remarks.push_back(std::move(issue));
    return out;
}

}  // namespace clausier::app
