// Bound values and read columns, and how instants are written.
#include "clausier/store/statement.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

#include "connection.hpp"

namespace clausier::store {

Statement::Statement(std::unique_ptr<Prepared> prepared) : prepared_(prepared.release()) {}

void Statement::GiveBack::operator()(Prepared* prepared) const noexcept {
    prepared->home->give_back(std::unique_ptr<Prepared>(prepared));
}

namespace {

sqlite3_stmt* handle(const Prepared& prepared) { return prepared.statement.get(); }

void check(const Prepared& prepared, int outcome) {
    if (outcome != SQLITE_OK) refuse(SQLite::Exception(sqlite3_db_handle(handle(prepared)), outcome));
}

// The handle, where there is such a column to read.
sqlite3_stmt* at(const Prepared& prepared, int column) {
    if (!prepared.has_row || column < 0 || column >= prepared.columns)
        throw std::logic_error("store: no such column, or no row to read it from");
    return handle(prepared);
}

// The next row, if any.
bool advance(Prepared& prepared) {
    if (prepared.done) throw std::logic_error("store: a statement stepped beyond its end");
    const int outcome = sqlite3_step(handle(prepared));
    prepared.has_row = outcome == SQLITE_ROW;
    prepared.done = outcome == SQLITE_DONE;
    if (!prepared.has_row && !prepared.done) check(prepared, outcome);
    return prepared.has_row;
}

}  // namespace

void Statement::bind_null(int index) { check(*prepared_, sqlite3_bind_null(handle(*prepared_), index)); }

void Statement::bind_integer(int index, std::int64_t value) {
    check(*prepared_, sqlite3_bind_int64(handle(*prepared_), index, value));
}

void Statement::bind_text(int index, std::string_view value) {
    // A text without an address would be NULL.
    check(*prepared_, sqlite3_bind_text64(handle(*prepared_), index, value.empty() ? "" : value.data(), value.size(),
                                          SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_borrowed(int index, const std::string& value) {
    check(*prepared_,
          sqlite3_bind_text64(handle(*prepared_), index, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

bool Statement::step() { return advance(*prepared_); }

std::int64_t Statement::run() {
    if (advance(*prepared_))
        throw std::logic_error("store: a statement that gives rows was run as one that gives none");
    const std::int64_t changed = sqlite3_changes64(sqlite3_db_handle(handle(*prepared_)));
    prepared_->reset();
    return changed;
}

bool Statement::is_null(int column) const { return sqlite3_column_type(at(*prepared_, column), column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(at(*prepared_, column), column); }

std::string Statement::text(int column) const { return std::string(view(column)); }

std::string_view Statement::view(int column) const {
    sqlite3_stmt* const row = at(*prepared_, column);
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    if (text == nullptr) return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

std::string instant_text(core::Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time(instant - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", core::iso(core::Date(day)), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

core::Instant read_instant(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00T00:00:00Z";
    const auto number = [&](std::size_t at) {
        const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 100; };
        return digit(at) * 10 + digit(at + 1);
    };
    if (text.size() == shape.size() && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z' &&
        number(11) < 24 && number(14) < 60 && number(17) < 60)
        return std::chrono::sys_days(core::parse_iso_date(text.substr(0, 10)).value()) +
               std::chrono::hours(number(11)) + std::chrono::minutes(number(14)) + std::chrono::seconds(number(17));
    throw core::Error(core::ErrorKind::invalid, "base",
                      fmt::format("l’instant « {} » est illisible ; restaurez une sauvegarde", text));
}

}  // namespace clausier::store
