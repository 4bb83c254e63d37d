// What people decide that values of files mean when no list knows them: one decision for each distinct value.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/field.hpp"

namespace clausier::domain {

// What is done of the value: another is read in its stead, nothing is, or it stays as it is without a question.
enum class Ruling : std::uint8_t { replace, ignore, keep };
// "remplacer", "ignorer", "garder"; nothing when the code is none of them.
std::string_view code(Ruling ruling);
std::optional<Ruling> ruling(std::string_view code);

// The meaning of one value of a field. Case, accents and punctuation of the value do not count.
struct Decision {
    Field field = Field::ignored;
    std::string value;  // as a file writes it
    Ruling ruling = Ruling::keep;
    std::string meaning;              // what is read in its stead, "" unless replaced; a SIRET or a name for a buyer
    std::optional<core::Instant> at;  // when it was stored, nothing before
    std::string actor;
};

// Decisions by field and value, at most one for each.
class Decisions {
public:
    // Takes the place of the decision on the same value.
    void set(Decision decision);
    // nullptr when nothing was decided.
    [[nodiscard]] const Decision* find(Field field, std::string_view value) const;
    // By field, then by value.
    [[nodiscard]] std::vector<Decision> list() const;
    [[nodiscard]] bool empty() const { return decisions_.empty(); }

private:
    std::map<std::pair<Field, std::string>, Decision> decisions_;
};

// The form in which values are compared: core::fold(), or the value itself when folding leaves nothing.
std::string decision_key(std::string_view value);

// The field under which a value is decided: a second or third holder's scheme is decided as the first one's.
Field decided_field(Field field);
// Whether values of this field may be unknown, and asked about.
bool is_decidable(Field field);
// Whether an unknown value may stay as it is; a consideration may not, the official list being all there is.
bool may_keep(Field field);

// What an unknown value may mean: what to write as the meaning, and how a reader knows it.
struct ValueChoice {
    std::string value;
    std::string label;
};
// All that values of a field may mean, in the order of the official list; empty for buyers, who are known to the
// database alone, and for fields that are not decidable.
const std::vector<ValueChoice>& value_choices(Field field);

// The decision with its meaning in official spelling. Faults "champ_non_decidable", "decision_inconnue",
// "garder_impossible".
core::Result<Decision> checked(Decision decision);
// Reads « champ:valeur=code », « champ:valeur=ignorer » or « champ:valeur=garder »; faults "decision_syntaxe",
// "champ_inconnu" and those of checked().
core::Result<Decision> parse_decision(std::string_view text);

// A value that no list knows, as a file has it.
struct UnknownValue {
    Field field = Field::ignored;
    std::string value;                   // as first written
    std::string column;                  // the header it stands under
    std::int64_t count = 0;              // how many cells hold it
    std::uint64_t first_line = 0;        // the row's number in the file, from 1
    std::vector<ValueChoice> near;       // the likeliest meanings, best first
    std::optional<Decision> decision{};  // what was decided of it, and applied
};

struct UnknownValues {
    std::vector<UnknownValue> values;  // by field, then in the order of the file
    std::int64_t more = 0;             // cells whose value is one too many to be listed

    // How many of them nothing was decided of.
    [[nodiscard]] std::int64_t undecided() const;
};

}  // namespace clausier::domain
