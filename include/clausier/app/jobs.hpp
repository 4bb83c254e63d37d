// Care of the database: backups and their return, its checks, and the works done by themselves once a day.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/progress.hpp"

namespace clausier::app {

// Copies the database, its pieces and the key of the installation as they stand, while others work, and reads the copy
// again; told in the journal, so that the copy holds it too. Gives a warning for each piece lost or altered. Throws
// Error(conflict) when `to` exists, Error(unavailable) when the disk refuses, Error(invalid) when progress cancels.
std::vector<core::Issue> backup(const Session& session, store::Database& base, const std::filesystem::path& to,
                                const core::Progress& progress = {});

// Puts a backup in the place of `to`, once known to be sound; `replace` allows it to overwrite. People erased after
// the backup was made are erased again, by the list of the base that stood there or of `erased_in`; the sessions of
// accounts are ended; the journal tells of it. `to` is unchanged when it throws: Error(not_found), Error(invalid),
// Error(conflict) or Error(unavailable). Gives a warning for each piece that the backup has lost or altered, and when
// the base that stood there cannot be read.
std::vector<core::Issue> restore(const Session& session, const std::filesystem::path& from,
                                 const std::filesystem::path& to, bool replace,
                                 const std::optional<std::filesystem::path>& erased_in = {});

// What is wrong with a base: its pages and links, its pieces by their fingerprints, the chain of its journal.
std::vector<core::Issue> faults_of_base(store::Database& base);

// One work that is done once a day. `run` tells what it did in a few French words, or nothing where there was nothing
// to do; what it throws is told, and the work tried again later.
struct DailyJob {
    std::string_view name;     // "journal"
    std::string_view summary;  // what it does, in French
    std::function<std::string(const Session& session, store::Database& base)> run;
};

// What the program does by itself, in its order. The mails of the outbox are not among them: they do not wait a day.
std::vector<DailyJob> daily_jobs();

// How a work stands. `last`: the day it was done, whichever program did it.
struct JobRun {
    std::string_view name;
    std::string_view summary;
    std::optional<core::Date> last;
    std::string said;
    bool done = false;    // by this call
    bool failed = false;  // in this call; `said` tells why
};

std::vector<JobRun> job_runs(store::Database& base, const std::vector<DailyJob>& jobs);
// Does those not done today, or `all`. Never throws for a work that fails: it does not keep the next ones from being
// done.
std::vector<JobRun> run_daily_jobs(const Session& session, store::Database& base, const std::vector<DailyJob>& jobs,
                                   bool all = false);

}  // namespace clausier::app
