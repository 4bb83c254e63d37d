// Values changed by options: given, emptied by --vider, or left as they are; and faults of fields told as faults of
// options.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "clausier/cli/input.hpp"
#include "clausier/domain/lot_clauses.hpp"

namespace clausier::cli {

inline constexpr OptionSpec kEmpty = {"--vider", "OPTION", "option dont la valeur est effacée (« montant »)",
                                      false,     {},       true};

// The options of fields that have another name: "marche" is given by --reference.
using FieldOptions = std::map<std::string, std::string, std::less<>>;

// Issues whose place is a field say the option that gives it: "duree_mois" is "option --duree-mois", "lots.2.montant"
// is "option --lot n° 2, montant". A place with a space is left as it is.
std::vector<core::Issue> options_of(std::vector<core::Issue> issues, const FieldOptions& names);

// Runs `action`, its faults told by option.
template <class Action>
auto by_option(const FieldOptions& names, Action&& action) {
    try {
        return action();
    } catch (const core::Error& error) {
        throw core::Error(error.kind(), options_of(error.issues(), names));
    }
}

// Sets a value when its option is given, empties it when --vider names it.
class Changes {
public:
    explicit Changes(const Arguments& arguments);
    void set(std::optional<core::Euros>& value, const char* option) { give(value, option, input_.euros(option)); }
    void set(std::optional<core::Hours>& value, const char* option) { give(value, option, input_.hours(option)); }
    void set(std::optional<core::Rate>& value, const char* option) { give(value, option, input_.percent(option)); }
    void set(std::optional<core::Date>& value, const char* option) { give(value, option, input_.date(option)); }
    void set(std::optional<std::int64_t>& value, const char* option) { give(value, option, input_.whole(option)); }
    void set(std::string& value, const char* option);
    // The flag makes it true.
    void set(bool& value, const char* option);
    // Each value of an option that may be given several times; together they replace the list.
    void set(std::vector<std::string>& values, const char* option);
    void set_social(std::optional<std::string>& value);
    void set_environmental(std::optional<std::string>& value);
    // What --clause gives, absent when neither it nor --vider clause does.
    std::optional<std::vector<domain::LotClause>> clauses();
    // A value that cannot be emptied.
    void must(core::Date& value, const char* option);
    // Throws UsageError with every value that cannot be read, and for a --vider that empties nothing.
    void check() const;

private:
    template <class T>
    void give(std::optional<T>& value, const char* option, std::optional<T> given) {
        if (empties(option)) value.reset();
        if (given) value = given;
    }
    bool empties(const char* option);

    const Arguments& arguments_;
    Input input_;
    std::vector<std::string> emptied_;
    std::vector<std::string> known_;
};

}  // namespace clausier::cli
