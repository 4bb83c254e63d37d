// One connection of the driver and its prepared statements; only connection.cpp includes the driver's headers with it.
#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace clausier::store {

class Connection;

// A compiled statement. The driver's own class counts its references at each column read, which is half the time of
// reading many rows: the engine's handle is held alone.
struct Prepared {
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    Connection* home;
    std::string sql;
    std::unique_ptr<sqlite3_stmt, Finalize> statement;
    int columns = 0;
    bool has_row = false;
    bool done = false;

    // Ready to be run again, its values forgotten.
    void reset() noexcept;
};

// What a connection may do to the file: create it, write it when it is there, or only read it.
enum class Access { create, write, read };

// Errors of the driver leave as core::Error, see Statement.
class Connection {
public:
    Connection(const std::filesystem::path& path, Access access, std::chrono::milliseconds busy_timeout);

    // Settings that last as long as the connection: foreign keys checked, a commit acknowledged is on the disk. Turns
    // the file to write-ahead logging. What is deleted is overwritten.
    void configure();
    // Several statements without values.
    void script(const std::string& sql);
    // Out of the cache, or prepared anew.
    std::unique_ptr<Prepared> take(std::string_view sql);
    // Back into the cache, reset and without bindings.
    void give_back(std::unique_ptr<Prepared> prepared) noexcept;

    // Begins a transaction that only reads, by a statement prepared once.
    void begin_reading();
    [[nodiscard]] bool in_transaction() const;
    void roll_back() noexcept;
    // Writes refused, or allowed, from now on.
    void refuse_writes(bool refused);
    void attach(const std::filesystem::path& file, const std::string& name);
    void detach(const std::string& name) noexcept;
    // Every page of this database into `target`, which holds what this one held when the copy began.
    void copy_to(Connection& target, const std::function<bool(std::uint64_t, std::uint64_t)>& progress);

private:
    void run_kept(std::string_view sql);

    SQLite::Database database_;
    bool writes_refused_ = false;
    std::map<std::string, std::unique_ptr<Prepared>, std::less<>> cache_;
};

// The driver's fault as the Error a person reads.
[[noreturn]] void refuse(const SQLite::Exception& fault);

// Runs `work`, turning faults of the driver into Errors.
template <class Work>
decltype(auto) guarded(Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& fault) {
        refuse(fault);
    }
}

}  // namespace clausier::store
