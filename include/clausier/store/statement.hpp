// One prepared query: values bound in, typed columns read out. No word of the driver.
#pragma once
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "clausier/core/clock.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::store {

struct Prepared;

// How a C++ type stands in a column: bind() writes it, get() reads it. Quantities are their integer of parts, dates and
// instants ISO texts, enums their code.
template <class T>
struct Sql;

// A query of a connection, given back to its cache when destroyed. It must not outlive its transaction. Every call may
// throw Error(unavailable) when the database is busy or the disk full, Error(conflict) or Error(invalid) when a
// constraint refuses the row.
class Statement {
public:
    explicit Statement(std::unique_ptr<Prepared> prepared);

    // Parameters are numbered from 1.
    void bind_null(int index);
    void bind_integer(int index, std::int64_t value);
    void bind_text(int index, std::string_view value);
    // Without a copy: the text must live until the statement has run.
    void bind_borrowed(int index, const std::string& value);

    // The next row; false at the end.
    bool step();
    // Runs a statement that gives no row; tells how many rows it changed. The bindings are then forgotten, so that it
    // can be bound and run again.
    std::int64_t run();

    // Columns are numbered from 0.
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    // The same text without a copy, until the next row.
    [[nodiscard]] std::string_view view(int column) const;
    template <class T>
    [[nodiscard]] T get(int column) const {
        return Sql<T>::get(*this, column);
    }

    template <class... Args>
    void bind_all(const Args&... args) {
        int index = 0;
        (Sql<std::decay_t<Args>>::bind(*this, ++index, args), ...);
    }

private:
    struct GiveBack {
        void operator()(Prepared* prepared) const noexcept;
    };
    std::unique_ptr<Prepared, GiveBack> prepared_;
};

// "2026-03-01T08:30:00Z", and back. Reading anything else throws Error(invalid).
std::string instant_text(core::Instant instant);
core::Instant read_instant(std::string_view text);

template <std::integral T>
requires(!std::same_as<T, bool>) struct Sql<T> {
    static void bind(Statement& s, int i, T value) { s.bind_integer(i, static_cast<std::int64_t>(value)); }
    static T get(const Statement& s, int c) { return static_cast<T>(s.integer(c)); }
};

template <>
struct Sql<bool> {
    static void bind(Statement& s, int i, bool value) { s.bind_integer(i, value ? 1 : 0); }
    static bool get(const Statement& s, int c) { return s.integer(c) != 0; }
};

template <>
struct Sql<std::string> {
    static void bind(Statement& s, int i, const std::string& value) { s.bind_text(i, value); }
    static std::string get(const Statement& s, int c) { return s.text(c); }
};

template <>
struct Sql<std::string_view> {
    static void bind(Statement& s, int i, std::string_view value) { s.bind_text(i, value); }
};

template <>
struct Sql<const char*> : Sql<std::string_view> {};

template <class Unit>
struct Sql<core::Quantity<Unit>> {
    static void bind(Statement& s, int i, core::Quantity<Unit> value) { s.bind_integer(i, value.parts()); }
    static core::Quantity<Unit> get(const Statement& s, int c) { return core::Quantity<Unit>::of(s.integer(c)); }
};

template <class T>
struct Sql<domain::Id<T>> {
    static void bind(Statement& s, int i, domain::Id<T> value) { s.bind_integer(i, value.value); }
    static domain::Id<T> get(const Statement& s, int c) { return {s.integer(c)}; }
};

template <>
struct Sql<core::Date> {
    static void bind(Statement& s, int i, core::Date value) { s.bind_text(i, core::iso(value)); }
    static core::Date get(const Statement& s, int c) { return core::parse_iso_date(s.text(c)).value(); }
};

template <>
struct Sql<core::Instant> {
    static void bind(Statement& s, int i, core::Instant value) { s.bind_text(i, instant_text(value)); }
    static core::Instant get(const Statement& s, int c) { return read_instant(s.text(c)); }
};

// An enum whose namespace has code(E).
template <class E>
requires std::is_enum_v<E>
struct Sql<E> {
    static void bind(Statement& s, int i, E value) { s.bind_text(i, code(value)); }
};

template <class T>
struct Sql<std::optional<T>> {
    static void bind(Statement& s, int i, const std::optional<T>& value) {
        if (value)
            Sql<T>::bind(s, i, *value);
        else
            s.bind_null(i);
    }
    static std::optional<T> get(const Statement& s, int c) {
        if (s.is_null(c)) return std::nullopt;
        return Sql<T>::get(s, c);
    }
};

}  // namespace clausier::store
