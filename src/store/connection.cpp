// The driver at work: opening, preparing, copying, and its faults in French.
#include "connection.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <stdexcept>

#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {
namespace {

// Statements that a connection keeps prepared.
constexpr std::size_t most_kept = 1000;

using core::Error;
using core::ErrorKind;

int open_flags(Access access) {
    switch (access) {
        case Access::create:
            return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;
        case Access::write:
            return SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
        case Access::read:
            break;
    }
    return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
}

// The address of a file that nothing will change while it is open: the engine then needs no file beside it.
std::string immutable_address(const std::filesystem::path& path) {
    std::string out = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '?' || c == '#' || c == '%')
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out + "?immutable=1";
}

// A write-ahead log wants files beside the base even to be read. Where they can be neither found nor made, in a folder
// that cannot be written, the base is whole without them and nobody writes it.
SQLite::Database open_reading(const std::filesystem::path& path, int timeout) {
    const auto folder = std::filesystem::absolute(path).parent_path();
    const std::string log = path.string() + "-wal";
    std::error_code ignored;
    if (::access(folder.c_str(), W_OK) == 0 || std::filesystem::exists(log, ignored))
        return {path.string(), open_flags(Access::read), timeout};
    return {immutable_address(path), open_flags(Access::read) | SQLite::OPEN_URI, timeout};
}

// fold(text): so that a search passes over accents and case.
void sql_fold(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (text == nullptr) return sqlite3_result_null(context);
    const std::string folded = core::fold({text, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

// The driver's own words are English and name tables: the number of its fault stands for them.
std::string numbered(const SQLite::Exception& fault, std::string_view sentence) {
    const int extended = fault.getExtendedErrorCode();
    return fmt::format("{} (code {})", sentence, extended > 0 ? extended : fault.getErrorCode());
}

[[noreturn]] void refuse_constraint(const SQLite::Exception& fault) {
    switch (fault.getExtendedErrorCode()) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            throw Error(ErrorKind::conflict, "base",
                        "un enregistrement de même clé existe déjà\u00a0; relisez avant d’enregistrer");
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            throw Error(ErrorKind::conflict, "base",
                        "l’enregistrement est lié à un autre qui n’existe plus ou qui s’en sert ; relisez avant "
                        "d’enregistrer");
        case SQLITE_CONSTRAINT_NOTNULL:
            throw Error(ErrorKind::invalid, "base", "une valeur obligatoire manque\u00a0; remplissez-la");
        default:
            throw Error(ErrorKind::invalid, "base",
                        numbered(fault, "une valeur n’est pas de celles que la base admet\u00a0; corrigez-la"));
    }
}

std::string_view unreachable(int code) {
    switch (code) {
        case SQLITE_CANTOPEN:
            return "elle ne peut pas être ouverte\u00a0; vérifiez son chemin, son dossier et vos droits";
        case SQLITE_NOMEM:
            return "la mémoire manque et rien n’a été enregistré\u00a0; fermez d’autres programmes puis recommencez";
        case SQLITE_IOERR:
            return "le disque a refusé une lecture ou une écriture\u00a0; vérifiez-le, puis recommencez";
        default:
            return "elle ne peut pas être écrite\u00a0; vérifiez vos droits sur le fichier et sur son dossier";
    }
}

// The driver counts its memory under one lock for the whole process, which readers on two threads would wait for.
void count_no_memory() {
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(done);
}

}  // namespace

void refuse(const SQLite::Exception& fault) {
    switch (fault.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            throw Error(ErrorKind::unavailable, "",
                        "La base est occupée par un autre travail ; réessayez dans un instant.");
        case SQLITE_FULL:
            throw Error(ErrorKind::unavailable, "",
                        "Le disque est plein et rien n’a été enregistré ; libérez de la place puis recommencez.");
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            throw Error(ErrorKind::invalid, "base",
                        "le fichier n’est pas une base clausier, ou il est abîmé ; vérifiez le chemin ou restaurez une "
                        "sauvegarde");
        case SQLITE_CONSTRAINT:
            refuse_constraint(fault);
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_NOMEM:
            throw Error(ErrorKind::unavailable, "base", numbered(fault, unreachable(fault.getErrorCode())));
        case SQLITE_TOOBIG:
            throw Error(ErrorKind::invalid, "base", "une valeur est trop longue\u00a0; raccourcissez-la");
        default:
            throw std::logic_error(fmt::format("store: {}", fault.what()));
    }
}

void Prepared::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

void Prepared::reset() noexcept {
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    has_row = done = false;
}

Connection::Connection(const std::filesystem::path& path, Access access, std::chrono::milliseconds busy_timeout)
    : database_(guarded([&] {
          count_no_memory();
          const int timeout = static_cast<int>(busy_timeout.count());
          if (access == Access::read) return open_reading(path, timeout);
          return SQLite::Database(path.string(), open_flags(access), timeout);
      })) {
    guarded([&] {
        database_.createFunction("fold", 1, true, nullptr, sql_fold);
        database_.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    });
}

void Connection::configure() {
    script(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA journal_size_limit = 67108864; PRAGMA secure_delete = ON");
}

void Connection::script(const std::string& sql) {
    guarded([&] { database_.exec(sql); });
}

std::unique_ptr<Prepared> Connection::take(std::string_view sql) {
    return guarded([&] {
        const auto known = cache_.find(sql);
        if (known != cache_.end() && known->second) return std::move(known->second);
        sqlite3_stmt* made = nullptr;
        const int outcome = sqlite3_prepare_v3(database_.getHandle(), sql.data(), static_cast<int>(sql.size()),
                                               SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        if (outcome != SQLITE_OK) throw SQLite::Exception(database_.getHandle(), outcome);
        auto prepared = std::make_unique<Prepared>(Prepared{this, std::string(sql), {}});
        prepared->statement.reset(made);
        prepared->columns = sqlite3_column_count(made);
        return prepared;
    });
}

void Connection::give_back(std::unique_ptr<Prepared> prepared) noexcept {
    try {
        prepared->reset();
        // Row rules of many viewers make many texts: rather begin again than keep them all.
        if (cache_.size() >= most_kept && !cache_.contains(prepared->sql)) cache_.clear();
        cache_[prepared->sql] = std::move(prepared);
    } catch (const std::exception&) {
        // The cache only saves time: a statement it cannot take is prepared again.
    }
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(database_.getHandle()) == 0; }

void Connection::run_kept(std::string_view sql) {
    Statement kept(take(sql));
    kept.run();
}

void Connection::begin_reading() { run_kept("BEGIN"); }

void Connection::roll_back() noexcept {
    if (!in_transaction()) return;
    try {
        run_kept("ROLLBACK");
    } catch (const std::exception&) {
        database_.tryExec("ROLLBACK");
    }
}

void Connection::refuse_writes(bool refused) {
    if (refused == writes_refused_) return;
    script(refused ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
    writes_refused_ = refused;
}

void Connection::attach(const std::filesystem::path& file, const std::string& name) {
    Statement statement(take("ATTACH DATABASE ? AS " + name));
    statement.bind_text(1, file.string());
    statement.run();
}

void Connection::detach(const std::string& name) noexcept { database_.tryExec("DETACH DATABASE " + name); }

void Connection::copy_to(Connection& target, const std::function<bool(std::uint64_t, std::uint64_t)>& progress) {
    guarded([&] {
        SQLite::Backup backup(target.database_, database_);
        constexpr int pages_at_a_time = 1024;
        int outcome = SQLITE_OK;
        while (outcome != SQLITE_DONE) {
            outcome = backup.executeStep(pages_at_a_time);
            if (outcome == SQLITE_BUSY || outcome == SQLITE_LOCKED) throw SQLite::Exception("backup", outcome);
            const auto total = static_cast<std::uint64_t>(backup.getTotalPageCount());
            const auto left = static_cast<std::uint64_t>(backup.getRemainingPageCount());
            if (progress && !progress(total - left, total))
                throw Error(ErrorKind::invalid, "", "La copie de la base a été annulée ; rien n’a été écrit.");
        }
    });
}

}  // namespace clausier::store
