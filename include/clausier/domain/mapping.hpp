// Which column of a tender table means what: found from headers and values, or decided by the user.
#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/rows.hpp"
#include "clausier/domain/profile.hpp"

namespace clausier::domain {

// Copies of the first rows of a file: what recognition looks at.
class Head {
public:
    // As many rows as recognition wants; more are not harmful.
    static constexpr std::size_t wanted = 60;

    void add(const core::Row& row);
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] core::Row row(std::size_t i) const { return {rows_[i].number, rows_[i].cells}; }

private:
    struct Held {
        std::uint64_t number;
        std::string bytes;
        std::vector<core::Cell> cells;
    };
    std::deque<Held> rows_;  // never moves a row: the cells point into its bytes
};

// Why a column has its field.
enum class How : std::uint8_t { none, header, near_header, position, chosen };
// In French: "libellé connu", "libellé voisin", "place du libellé", "choix de l’utilisateur", "libellé inconnu".
std::string_view text(How how);

struct Suggestion {
    Field field = Field::ignored;
    int score = 0;       // percent
    bool known = false;  // the header is one of the profile's names, word for word
};

// The scores, in percent, from which a column is taken without asking, and from which a field is suggested.
inline constexpr int automatic_score = 60;
inline constexpr int asked_score = 20;

struct Column {
    std::size_t index = 0;  // from 0
    std::string header;     // as written, white space collapsed
    Field field = Field::ignored;
    int score = 0;
    How how = How::none;
    std::vector<std::string> samples;     // the first different values, at most five
    std::vector<Suggestion> suggestions;  // best first; only where a question is open
    std::int64_t unit = 1;                // euros that a unit of an amount stands for
    bool fraction = false;                // rates are written 0.5 for 50 %

    [[nodiscard]] bool unresolved() const { return field == Field::ignored && !suggestions.empty(); }
};

struct Mapping {
    Profile profile;
    std::uint64_t header_row = 0;  // the row's number in the file
    int score = 0;                 // percent: how well the profile fits
    std::vector<Column> columns;   // all columns that have a header or values

    // The column of a field, nullptr when the file has none.
    [[nodiscard]] const Column* column(Field field) const;
    // The columns that await a decision.
    [[nodiscard]] std::vector<const Column*> unresolved() const;
};

// A decision of the user: the column of this header (or of this letter, "C", or number from 1) means this field. With
// `index` (from 0) the column is known by its place, whatever its header.
struct Choice {
    std::string header;
    Field field = Field::ignored;
    std::optional<std::size_t> index{};
};
// Reads « Libellé=champ ». Faults "colonne_syntaxe", "champ_inconnu".
core::Result<Choice> parse_choice(std::string_view text);

// Finds the header row among the first ten, the profile (the named one, or the best when the name is empty) and the
// field of each column; `header_row` is the row's number in the file when the user says it. Throws Error(invalid)
// naming the headers seen and the profiles when none fits, the missing fields when the named one does not, or the
// choice whose column is not in the file.
Mapping recognise(const Head& head, std::string_view profile_name = {}, std::span<const Choice> choices = {},
                  std::optional<std::uint64_t> header_row = {});
// The same among profiles of the caller's.
Mapping recognise(const Head& head, std::span<const Profile> candidates, std::span<const Choice> choices = {});

// What a table looks like, even when it cannot be read yet.
struct Recognition {
    Mapping mapping;      // the best there is
    std::string missing;  // the required fields that no column gives, in French; "" when the table can be read
};
// As recognise(), for a person who is shown the columns and decides: without a known header row, the row with the most
// texts is taken for it. `header_row` is the row's number in the file, when the person says it. Throws Error(invalid)
// when no row was read, when there is no such row among those, or no such column; Error(not_found) as profile().
Recognition look(const Head& head, std::string_view profile_name = {}, std::span<const Choice> choices = {},
                 std::optional<std::uint64_t> header_row = {});

}  // namespace clausier::domain
