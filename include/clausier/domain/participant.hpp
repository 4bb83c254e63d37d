// Participants: the people for whom clauses exist, known by a pseudonym; their names stand apart.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::domain {

// A text that names a person. Nothing writes it by itself: who needs it says so by reveal().
class PersonalText {
public:
    PersonalText() = default;
    explicit PersonalText(std::string text) : text_(std::move(text)) {}
    [[nodiscard]] const std::string& reveal() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    bool operator==(const PersonalText&) const = default;

private:
    std::string text_;
};

struct PersonNames {
    PersonalText family;
    PersonalText given;
    std::optional<core::Date> born_on;
    bool operator==(const PersonNames&) const = default;
};

// Why the names of a participant are no longer kept.
enum class Gone { retention, erasure, merge };
// "conservation", "effacement", "fusion".
std::string_view code(Gone why);
std::string_view label(Gone why);
std::optional<Gone> gone(std::string_view code);

// The record that everything else names. It outlives the names: figures stay.
struct Participant {
    Id<Participant> id{};
    std::string pseudonym;
    Id<Organisation> opcs{};         // who follows the person
    Id<Organisation> declared_by{};  // the structure, company, prescriber or OPCS that declared the person
    core::Date created_on{};
    std::optional<core::Date> path_ended_on;  // the end of the last path; absent: still in it
    std::optional<Id<Participant>> merged_into;
    std::optional<core::Date> gone_on;  // the day the names were removed
    std::optional<Gone> gone_because;
    std::int64_t revision = 0;
};

// A line of a list: a participant with the names of its organisations, and what is kept besides.
struct ParticipantLine {
    Participant participant;
    std::string opcs;
    std::string declared_by;
    bool named = false;      // names are kept
    bool held = false;       // a hold forbids to remove them today
    std::int64_t twins = 0;  // others of the same OPCS that are the same person, by their names
};

// What is typed to declare a person. `disabled_worker` (RQTH): absent when it was not asked.
struct PersonDraft {
    PersonNames names;
    std::optional<bool> disabled_worker;
    Id<Organisation> opcs{};
    Id<Organisation> declared_by{};
};

// Spaces at both ends and runs of them undone.
void tidy(PersonNames& names);

// Faults in the fields "nom", "prenom", "naissance"; none repeats what was typed. A social security number is refused
// wherever it stands. `today`: nobody is born after it; dates themselves begin in 1950 (core/dates).
std::vector<core::Issue> faults(const PersonNames& names, core::Date today);

}  // namespace clausier::domain
