// How a transaction begins and ends on its connection.
#include "clausier/store/transaction.hpp"

#include "connection.hpp"

namespace clausier::store {

Transaction::Transaction(std::unique_ptr<Connection> connection, Kind kind, std::optional<Attachment> attachment,
                         std::shared_ptr<const domain::Viewer> viewer, GiveBack give_back)
    : connection_(std::move(connection)),
      attachment_(std::move(attachment)),
      viewer_(std::move(viewer)),
      give_back_(std::move(give_back)) {
    try {
        connection_->refuse_writes(kind == Kind::read && !attachment_);
        if (attachment_) connection_->attach(attachment_->path, attachment_->name);
        if (kind == Kind::write)
            connection_->script("BEGIN IMMEDIATE");
        else
            connection_->begin_reading();
    } catch (...) {
        end();
        throw;
    }
}

Transaction::Transaction(Transaction&&) noexcept = default;

Transaction::~Transaction() {
    if (connection_) end();
}

void Transaction::end() noexcept {
    connection_->roll_back();
    if (attachment_) connection_->detach(attachment_->name);
    give_back_(std::move(connection_));
}

Statement Transaction::prepare(std::string_view sql) { return Statement(connection_->take(sql)); }

void Transaction::script(std::string_view sql) { connection_->script(std::string(sql)); }

std::int64_t Transaction::last_id(std::string_view table) {
    return maybe<std::int64_t>("SELECT seq FROM sqlite_sequence WHERE name = ?", table).value_or(0);
}

void Transaction::commit() { connection_->script("COMMIT"); }

}  // namespace clausier::store
