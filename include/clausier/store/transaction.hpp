// A transaction: everything asked of the database between a beginning and an end.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/domain/viewer.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

class Connection;

// Another database file seen beside the main one during a transaction, its tables under `name.`.
struct Attachment {
    std::filesystem::path path;
    std::string name;
};

// Everything between a beginning and commit() happens or nothing does; without commit() it is rolled back. A read
// transaction sees one state throughout. It belongs to one thread and must not outlive its Database.
class Transaction {
public:
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // A query to step through.
    template <class... Args>
    [[nodiscard]] Statement query(std::string_view sql, const Args&... args) {
        Statement statement = prepare(sql);
        statement.bind_all(args...);
        return statement;
    }
    // Runs one statement; tells how many rows it changed.
    template <class... Args>
    std::int64_t run(std::string_view sql, const Args&... args) {
        Statement statement = query(sql, args...);
        return statement.run();
    }
    // The first column of the first row, or nothing when there is no row.
    template <class T, class... Args>
    [[nodiscard]] std::optional<T> maybe(std::string_view sql, const Args&... args) {
        Statement statement = query(sql, args...);
        if (!statement.step()) return std::nullopt;
        return statement.template get<T>(0);
    }
    // The same where there is always a row.
    template <class T, class... Args>
    [[nodiscard]] T value(std::string_view sql, const Args&... args) {
        return maybe<T>(sql, args...).value();
    }
    // Several statements, without values.
    void script(std::string_view sql);
    // The greatest id that a table has ever given: ids above it are free.
    [[nodiscard]] std::int64_t last_id(std::string_view table);

    // Whom the rows are for (Database::as).
    [[nodiscard]] const domain::Viewer& viewer() const { return *viewer_; }

    // Once it returns, the writes are kept whatever happens. Throws Error(unavailable) when they could not be; nothing
    // is then kept.
    void commit();

private:
    friend class Database;
    enum class Kind { read, write };
    // What becomes of the connection at the end.
    using GiveBack = std::function<void(std::unique_ptr<Connection>)>;
    Transaction(std::unique_ptr<Connection> connection, Kind kind, std::optional<Attachment> attachment,
                std::shared_ptr<const domain::Viewer> viewer, GiveBack give_back);
    Statement prepare(std::string_view sql);
    void end() noexcept;

    std::unique_ptr<Connection> connection_;
    std::optional<Attachment> attachment_;
    std::shared_ptr<const domain::Viewer> viewer_;
    GiveBack give_back_;
};

}  // namespace clausier::store
