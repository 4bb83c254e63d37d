// How a family of tender tables is laid out: the names its columns bear, and what its rows are.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/field.hpp"

namespace clausier::domain {

// What one data row is.
enum class RecordKind : std::uint8_t {
    lot,            // an awarded lot; its text may hold the lot's number
    decp,           // an awarded lot known by (buyer, id), one row per holder
    single_market,  // a lot of the one market the file is about
};

// A name a column may bear. `weight` is how surely it means the field, in percent.
struct Alias {
    std::string folded;
    std::vector<std::string> words;
    Field field = Field::ignored;
    int weight = 100;
};

// A column known by its place among equal headers, `offset` columns further; it counts only where the header stands
// exactly `total` times.
struct Position {
    std::string folded;
    Field field = Field::ignored;
    std::size_t occurrence = 1;
    std::size_t total = 1;
    std::size_t offset = 0;
};

// A word that makes a header doubtful for a field: "ttc" for an amount excluding tax.
struct Exclusion {
    std::string word;
    Field field = Field::ignored;
};

struct Profile {
    std::string name;  // the file's name without its ending: "table-region"
    std::string label;
    std::string description;
    RecordKind record = RecordKind::lot;
    bool sections = false;         // rows such as « Tranche 2 » and « SERVICES » hold for the rows that follow
    std::int64_t amount_unit = 1;  // euros that a unit of the amounts stands for: 1 or 1 000
    std::vector<std::vector<Field>> required;  // of each group one field at least must be found
    std::vector<Alias> aliases;
    std::vector<Position> positions;
    std::vector<Exclusion> exclusions;

    // Reads a profile file (kind,field,text,weight,note). Throws Error(invalid) naming the line of what is wrong.
    static Profile parse(std::string_view csv, std::string_view name);
};

// The profiles shipped with the program, by name.
const std::vector<Profile>& profiles();

// Throws Error(not_found) with the nearest name when there is none of that name.
const Profile& profile(std::string_view name);

// The words of a header that tell columns apart: folded, without articles, in the singular; "n°" is "numero".
std::vector<std::string> header_words(std::string_view text);

}  // namespace clausier::domain
