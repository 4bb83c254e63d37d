// The database: opened, brought up to date, and lent out in transactions, one writer and many readers.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/viewer.hpp"
#include "clausier/store/migrate.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Connection;

struct DatabaseOptions {
    // How long a transaction waits for another's lock, in this process or another.
    std::chrono::milliseconds busy_timeout{5000};
    // The steps to apply; tests give others than the program's own.
    std::vector<Migration> steps = migrations();
    // Refuse to create.
    bool must_exist = false;
    // Whether a copy is made before the first step on a database that holds something.
    bool copy_before_steps = true;
    // Nothing of the base is written: no creation, no step; it may stand on a disk that cannot be written. write() then
    // throws Error(unavailable).
    bool read_only = false;
    // Reads every page before anything is done, and refuses a broken file: Error(invalid), with how to restore.
    bool check_pages = false;
};

class Database {
public:
    // Opens the file, creates it when absent, and migrates it; ":memory:" is a database of its own, on which only one
    // transaction can be open. Before the first step on a database that holds something, a copy is made beside it under
    // "<file>.avant-NNN". Throws Error(invalid) when the file is not a clausier database, Error(conflict) when it comes
    // from a newer program, Error(not_found) when it must exist and does not, Error(unavailable) when it is locked or
    // cannot be opened. With `read_only`, Error(conflict) when a step is still to be applied.
    explicit Database(const std::filesystem::path& path, const DatabaseOptions& options = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // The same database as somebody sees it: every transaction it lends knows its viewer, and queries leave out the
    // rows that are not theirs. It must not outlive this one.
    [[nodiscard]] Database as(domain::Viewer viewer);

    // Throw Error(unavailable) when the database stays locked longer than the busy timeout. A thread that already holds
    // the writer must not ask for it again: std::logic_error.
    [[nodiscard]] Transaction read(std::optional<Attachment> attachment = {});
    [[nodiscard]] Transaction write(std::optional<Attachment> attachment = {});

    // What is broken in the file, each a sentence of the engine; empty when it is sound.
    [[nodiscard]] std::vector<std::string> integrity();

    // Leaves nothing in the file nor in its log of what was deleted: the log emptied, the file written anew. Throws
    // Error(unavailable) while somebody still reads an older state; what was deleted stays deleted, and the next call
    // does the rest.
    void scrub();

    [[nodiscard]] bool in_memory() const;
    [[nodiscard]] bool read_only() const;
    [[nodiscard]] const std::filesystem::path& path() const;
    // Where the files named by the database stand: "<file>.pieces". Empty for ":memory:".
    [[nodiscard]] std::filesystem::path pieces_folder() const;

    // Copies the database as it stands at this moment into a closed file, while others go on writing. `done` and
    // `total` are pages. Throws Error(invalid) « annulé » when `progress` answers false.
    void copy_to(const std::filesystem::path& file,
                 const std::function<bool(std::uint64_t, std::uint64_t)>& progress = {});

private:
    struct State;
    Database(std::shared_ptr<State> state, domain::Viewer viewer);
    Transaction on_writer(Transaction::Kind kind, std::optional<Attachment> attachment);
    void bring_up_to_date(const DatabaseOptions& options);
    std::shared_ptr<State> state_;
    std::shared_ptr<const domain::Viewer> viewer_;
};

}  // namespace clausier::store
