// Backs up, restores, checks, and does each day what is due.
#include "clausier/app/jobs.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "clausier/app/installation_key.hpp"
#include "clausier/app/journal.hpp"
#include "clausier/app/login.hpp"
#include "clausier/app/privacy.hpp"
#include "clausier/store/api_tokens.hpp"
#include "clausier/store/backup.hpp"
#include "clausier/store/invitations.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/settings.hpp"
#include "clausier/store/user_sessions.hpp"

namespace clausier::app {
namespace {

std::filesystem::path key_of(const std::filesystem::path& base) { return base.string() + ".cle"; }

void tell(const Session& session, store::Database& base, std::string_view action, std::string_view detail) {
    store::Transaction tx = base.write();
    store::Journal(tx).append({session.clock.now(), session.actor, std::string(action), "base", std::string(detail)});
    tx.commit();
}

// A new file, its owner's alone from the first byte, whole or not at all.
void write_secret(const std::filesystem::path& to, std::string_view text) {
    ::unlink(to.c_str());  // left by a program that was killed
    const int out = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    const bool written =
        out >= 0 && ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(out) == 0;
    if (out >= 0) ::close(out);
    if (written) return;
    ::unlink(to.c_str());
    throw core::Error(
        core::ErrorKind::unavailable, "clé « " + to.string() + " »",
        "la clé ne peut pas être copiée\u00a0; vérifiez la place libre et le droit d’écrire dans ce dossier");
}

// A key is complete or absent, and never readable by others, even while it is copied.
void copy_key(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (!std::filesystem::exists(from)) return;
    std::ifstream in(from, std::ios::binary);
    const std::string key{std::istreambuf_iterator<char>(in), {}};
    const std::filesystem::path partial = to.string() + ".partiel";
    write_secret(partial, key);
    std::filesystem::rename(partial, to);
}

}  // namespace

std::vector<core::Issue> backup(const Session& session, store::Database& base, const std::filesystem::path& to,
                                const core::Progress& progress) {
    if (!base.read_only() && !std::filesystem::exists(to)) tell(session, base, "base.sauvegarder", "");
    std::vector<core::Issue> lost = store::backup(base, to, progress);
    if (!base.in_memory()) copy_key(key_of(base.path()), key_of(to));
    return lost;
}

namespace {

// The erasures that a base knows.
std::vector<domain::Erasure> erasures_of(const std::filesystem::path& path) {
    store::DatabaseOptions options;
    options.read_only = true;
    store::Database base(path, options);
    return erasures(base);
}

// Those of the base that `to` is, unless there is none; a warning when it cannot be read.
std::vector<domain::Erasure> erasures_to_replay(const std::filesystem::path& to,
                                                const std::optional<std::filesystem::path>& erased_in,
                                                std::vector<core::Issue>& told) {
    if (erased_in) return erasures_of(*erased_in);
    if (!std::filesystem::exists(to)) return {};
    try {
        return erasures_of(to);
    } catch (const core::Error&) {
        told.push_back(core::warning("effacements_non_rejoues",
                                     "la base remplacée ne se lit pas : effacez de nouveau les personnes effacées "
                                     "depuis la sauvegarde (clausier rgpd effacer)"));
        return {};
    }
}

// Whoever was in before comes in again by a password: a token ended or a link used since the backup must not serve
// anew.
void end_what_opened(const Session& session, store::Database& restored) {
    const core::Instant now = session.clock.now();
    store::Transaction tx = restored.write();
    store::UserSessions(tx).forget(now + std::chrono::years(1));
    store::ApiTokens(tx).end_everybodys(now);
    store::Invitations(tx).spend_everybodys(now);
    store::Journal(tx).append({now, session.actor, "base.restaurer", "base", ""});
    tx.commit();
}

}  // namespace

std::vector<core::Issue> restore(const Session& session, const std::filesystem::path& from,
                                 const std::filesystem::path& to, bool replace,
                                 const std::optional<std::filesystem::path>& erased_in) {
    std::vector<core::Issue> told;
    const auto amend = [&](store::Database& restored) {
        replay_erasures(session, erasures_to_replay(to, erased_in, told), restored);
        end_what_opened(session, restored);
    };
    const std::vector<core::Issue> lost =
        store::restore(from, to, replace ? store::Overwrite::yes : store::Overwrite::no, amend);
    told.insert(told.end(), lost.begin(), lost.end());
    copy_key(key_of(from), key_of(to));
    return told;
}

std::vector<core::Issue> faults_of_base(store::Database& base) {
    std::vector<core::Issue> out;
    for (const std::string& sentence : base.integrity()) {
        out.push_back(core::fault("base_abimee", sentence));
        out.back().where = "fichier de la base";
    }
    const auto pieces = store::faulty_pieces(base);
    out.insert(out.end(), pieces.begin(), pieces.end());
    if (const auto check = check_journal(base); check.fault) out.push_back(journal_fault(*check.fault));
    return out;
}

std::vector<DailyJob> daily_jobs() {
    return {{"rgpd", "efface les noms et la santé dont la durée de conservation est passée",
             [](const Session& session, store::Database& base) {
                 const Purged gone = purge(session, base);
                 return gone.people + gone.copies == 0
                            ? std::string()
                            : fmt::format("fiches sans nom : {}, copies retirées : {}", gone.people, gone.copies);
             }},
            {"journal", "oublie les lignes du journal plus vieilles que leur durée de conservation",
             [](const Session& session, store::Database& base) {
                 const std::int64_t gone = purge_journal(session, base, journal_kept_from(base, session.clock));
                 return gone == 0 ? std::string() : fmt::format("lignes oubliées : {}", gone);
             }},
            {"connexions", "oublie les sessions, les invitations et les essais de connexion finis",
             [](const Session& session, store::Database& base) {
                 const std::int64_t gone = forget_ended(base, session.clock);
                 return gone == 0 ? std::string() : fmt::format("lignes oubliées : {}", gone);
             }}};
}

namespace {

// The setting of a work: the day it was done, then what it said.
std::string setting_of(const DailyJob& job) { return "travaux." + std::string(job.name); }

JobRun stored_run(store::Database& base, const DailyJob& job) {
    JobRun out{job.name, job.summary, std::nullopt, {}};
    store::Transaction tx = base.read();
    const std::string text = store::Settings(tx).get(setting_of(job)).value_or("");
    const std::size_t space = text.find(' ');
    if (const auto day = core::parse_iso_date(text.substr(0, space))) out.last = *day;
    if (space != std::string::npos) out.said = text.substr(space + 1);
    return out;
}

// A day to come was written by a clock that has been set right since: the work is not put off until then.
bool is_due(const JobRun& run, core::Date today) {
    return !run.last || *run.last < today ||
           std::chrono::sys_days(*run.last) > std::chrono::sys_days(today) + std::chrono::days(1);
}

void do_job(const Session& session, store::Database& base, const DailyJob& job, JobRun& run) {
    try {
        run.said = job.run(session, base);
        run.last = session.clock.today();
        store::Transaction tx = base.write();
        store::Settings(tx).set(setting_of(job), core::iso(*run.last) + " " + run.said);
        tx.commit();
        run.done = true;
    } catch (const std::exception& fault) {
        run.failed = true;
        run.said = fault.what();
    }
}

}  // namespace

std::vector<JobRun> job_runs(store::Database& base, const std::vector<DailyJob>& jobs) {
    std::vector<JobRun> out;
    for (const DailyJob& job : jobs) out.push_back(stored_run(base, job));
    return out;
}

std::vector<JobRun> run_daily_jobs(const Session& session, store::Database& base, const std::vector<DailyJob>& jobs,
                                   bool all) {
    std::vector<JobRun> out = job_runs(base, jobs);
    for (std::size_t i = 0; i < jobs.size(); ++i)
        if (all || is_due(out[i], session.clock.today())) do_job(session, base, jobs[i], out[i]);
    return out;
}

}  // namespace clausier::app
