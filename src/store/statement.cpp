// Bound values and read columns, and how instants are written.
#include "clausier/store/statement.hpp"

#include <fmt/format.h>

#include "connection.hpp"

namespace clausier::store {

Statement::Statement(std::unique_ptr<Prepared> prepared) : prepared_(prepared.release()) {}

void Statement::GiveBack::operator()(Prepared* prepared) const noexcept {
    prepared->home->give_back(std::unique_ptr<Prepared>(prepared));
}

void Statement::bind_null(int index) {
    guarded([&] { prepared_->statement.bind(index); });
}

void Statement::bind_integer(int index, std::int64_t value) {
    guarded([&] { prepared_->statement.bind(index, value); });
}

void Statement::bind_text(int index, std::string_view value) {
    guarded([&] { prepared_->statement.bind(index, std::string(value)); });
}

void Statement::bind_borrowed(int index, const std::string& value) {
    guarded([&] { prepared_->statement.bindNoCopy(index, value); });
}

bool Statement::step() {
    return guarded([&] { return prepared_->statement.executeStep(); });
}

std::int64_t Statement::run() {
    return guarded([&] {
        const std::int64_t changed = prepared_->statement.exec();
        prepared_->statement.reset();
        prepared_->statement.clearBindings();
        return changed;
    });
}

bool Statement::is_null(int column) const { return prepared_->statement.isColumnNull(column); }

std::int64_t Statement::integer(int column) const { return prepared_->statement.getColumn(column).getInt64(); }

std::string Statement::text(int column) const { return prepared_->statement.getColumn(column).getString(); }

std::string_view Statement::view(int column) const {
    const SQLite::Column value = prepared_->statement.getColumn(column);
    const char* text = value.getText();
    return {text, static_cast<std::size_t>(value.getBytes())};
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
