// Connections lent to transactions: one that writes, as many as needed that read.
#include "clausier/store/database.hpp"

#include <fmt/format.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "clausier/core/issue.hpp"
#include "connection.hpp"
#include "durable.hpp"

namespace clausier::store {

using core::Error;
using core::ErrorKind;

struct Database::State {
    std::filesystem::path path;
    bool in_memory = false;
    bool read_only = false;
    std::chrono::milliseconds busy_timeout{};
    std::mutex writer_guard;
    std::condition_variable writer_is_back;
    std::thread::id writer_thread;       // of whoever has the writer out
    std::unique_ptr<Connection> writer;  // nothing while it is out
    std::mutex readers_guard;
    std::vector<std::unique_ptr<Connection>> readers;

    std::unique_ptr<Connection> take_writer();
    void give_writer_back(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> take_reader();
};

namespace {

void check_pages(Transaction& look) {
    auto rows = look.query("PRAGMA quick_check(1)");
    if (!rows.step() || rows.text(0) == "ok") return;
    throw Error(ErrorKind::invalid, "",
                "le fichier de la base est abîmé ; gardez-en une copie, puis remettez la dernière sauvegarde par "
                "« clausier restaurer SAUVEGARDE --base … »");
}

}  // namespace

std::unique_ptr<Connection> Database::State::take_writer() {
    std::unique_lock lock(writer_guard);
    if (writer_thread == std::this_thread::get_id())
        throw std::logic_error("store: this thread already holds a transaction that nobody else may join");
    if (!writer_is_back.wait_for(lock, busy_timeout, [this] { return writer != nullptr; }))
        throw Error(ErrorKind::unavailable, "",
                    "La base est occupée par un autre travail ; réessayez dans un instant.");
    writer_thread = std::this_thread::get_id();
    return std::move(writer);
}

void Database::State::give_writer_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(writer_guard);
        writer = std::move(connection);
        writer_thread = {};
    }
    writer_is_back.notify_one();
}

std::unique_ptr<Connection> Database::State::take_reader() {
    {
        const std::lock_guard lock(readers_guard);
        if (!readers.empty()) {
            auto connection = std::move(readers.back());
            readers.pop_back();
            return connection;
        }
    }
    auto connection = std::make_unique<Connection>(path, read_only ? Access::read : Access::write, busy_timeout);
    if (!read_only) connection->configure();
    return connection;
}

Database::Database(const std::filesystem::path& path, const DatabaseOptions& options)
    : state_(std::make_shared<State>()), viewer_(std::make_shared<const domain::Viewer>(domain::Viewer::everything())) {
    state_->path = path;
    state_->in_memory = path == ":memory:";
    state_->read_only = options.read_only;
    state_->busy_timeout = options.busy_timeout;
    if ((options.must_exist || options.read_only) && !state_->in_memory && !std::filesystem::exists(path))
        throw Error(ErrorKind::not_found, path.string(),
                    "la base n’existe pas ; vérifiez le chemin, ou importez un fichier pour la créer");
    try {
        state_->writer =
            std::make_unique<Connection>(path, options.read_only ? Access::read : Access::create, options.busy_timeout);
        bring_up_to_date(options);
    } catch (const Error& error) {
        throw Error(error.kind(), path.string(), error.issues().front().text);
    }
}

Database::Database(std::shared_ptr<State> state, domain::Viewer viewer)
    : state_(std::move(state)), viewer_(std::make_shared<const domain::Viewer>(std::move(viewer))) {}

Database::~Database() = default;

Database Database::as(domain::Viewer viewer) { return {state_, std::move(viewer)}; }

void Database::bring_up_to_date(const DatabaseOptions& options) {
    Connection& writer = *state_->writer;
    int version = 0;
    {
        Transaction look = on_writer(Transaction::Kind::read, {});
        check_schema(look, options.steps);
        version = schema_version(look);
        if (options.check_pages && version > 0) check_pages(look);
    }
    if (options.read_only) {
        if (version < static_cast<int>(options.steps.size()))
            throw Error(ErrorKind::conflict, "",
                        fmt::format("la base est d’une version plus ancienne (schéma {}, il en faut {}) et la lecture "
                                    "seule ne la change pas ; ouvrez-la une fois sans --lecture-seule",
                                    version, options.steps.size()));
        return;
    }
    // A new file has pages that hold many rows: large imports write and fetch fewer of them.
    writer.script("PRAGMA page_size = 8192");
    writer.configure();
    // Room for the indices of a large import.
    writer.script("PRAGMA cache_size = -16384");
    if (options.copy_before_steps && version > 0 && version < static_cast<int>(options.steps.size()) &&
        !state_->in_memory)
        copy_to(fmt::format("{}.avant-{:03}", state_->path.string(), version + 1));
    for (bool more = true; more;) {
        Transaction tx = write();
        more = migrate_once(tx, options.steps);
        tx.commit();
    }
}

Transaction Database::on_writer(Transaction::Kind kind, std::optional<Attachment> attachment) {
    return {state_->take_writer(), kind, std::move(attachment), viewer_,
            [state = state_.get()](auto connection) { state->give_writer_back(std::move(connection)); }};
}

Transaction Database::read(std::optional<Attachment> attachment) {
    if (state_->in_memory) return on_writer(Transaction::Kind::read, std::move(attachment));
    return {state_->take_reader(), Transaction::Kind::read, std::move(attachment), viewer_,
            [state = state_.get()](auto connection) {
                const std::lock_guard lock(state->readers_guard);
                state->readers.push_back(std::move(connection));
            }};
}

Transaction Database::write(std::optional<Attachment> attachment) {
    if (state_->read_only)
        throw Error(ErrorKind::unavailable, "",
                    "La base est ouverte en lecture seule : rien n’a été enregistré ; recommencez quand la maintenance "
                    "sera finie.");
    return on_writer(Transaction::Kind::write, std::move(attachment));
}

std::vector<std::string> Database::integrity() {
    Transaction tx = read();
    std::vector<std::string> faults;
    for (auto rows = tx.query("PRAGMA integrity_check"); rows.step();)
        if (auto text = rows.text(0); text != "ok") faults.push_back(std::move(text));
    for (auto rows = tx.query("PRAGMA foreign_key_check"); rows.step();)
        faults.push_back(fmt::format("foreign key of {} to {}", rows.text(0), rows.text(2)));
    return faults;
}

void Database::scrub() {
    auto give_back = [this](Connection* writer) { state_->give_writer_back(std::unique_ptr<Connection>(writer)); };
    const std::unique_ptr<Connection, decltype(give_back)> writer(state_->take_writer().release(), give_back);
    writer->refuse_writes(false);
    const auto empty_log = [&] {
        Statement log(writer->take("PRAGMA wal_checkpoint(TRUNCATE)"));
        if (log.step() && log.integer(0) != 0)
            throw Error(ErrorKind::unavailable, "",
                        "La base est lue par un autre travail et son fichier n’a pas pu être nettoyé ; recommencez "
                        "dans un instant.");
    };
    empty_log();
    writer->script("VACUUM");
    empty_log();
}

bool Database::in_memory() const { return state_->in_memory; }

bool Database::read_only() const { return state_->read_only; }

const std::filesystem::path& Database::path() const { return state_->path; }

std::filesystem::path Database::pieces_folder() const {
    if (state_->in_memory) return {};
    auto folder = state_->path;
    folder += ".pieces";
    return folder;
}

void Database::copy_to(const std::filesystem::path& file,
                       const std::function<bool(std::uint64_t, std::uint64_t)>& progress) {
    auto partial = file;
    partial += ".partiel";
    std::filesystem::remove(partial);
    try {
        Connection target(partial, Access::create, state_->busy_timeout);
        Transaction tx = read();
        // The snapshot begins with the first query and keeps the copy from starting again under writes.
        static_cast<void>(schema_version(tx));
        tx.connection_->copy_to(target, progress);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(partial, ignored);
        throw;
    }
    rename_durably(partial, file);
}

}  // namespace clausier::store
