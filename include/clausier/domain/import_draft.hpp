// An import in progress, step by step, as the person who makes it sees it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/import_outcome.hpp"
#include "clausier/domain/mapping.hpp"

namespace clausier::domain {

// deposited and reading pass by themselves into columns, values or check; values is passed over when nothing is
// unknown; applying into applied. abandoned and failed are ends too.
enum class ImportStep : std::uint8_t {
    deposited,
    reading,
    columns,
    values,
    check,
    applying,
    applied,
    abandoned,
    failed
};
// "déposé", "lecture", "colonnes", "valeurs", "vérification", "application", "appliqué", "abandonné", "échoué".
std::string_view text(ImportStep step);
// Whether the import waits for a person, or is over: nothing changes by itself.
bool is_at_rest(ImportStep step);

// What a person decides of the whole file.
struct ImportChoices {
    std::string sheet{};                        // by name; "": the first one that is not hidden
    std::optional<std::uint64_t> header_row{};  // the row's number in the file
    std::string profile{};                      // "": the best one
    std::vector<Choice> columns{};
    std::string buyer{};        // name or SIRET, of the rows that name none
    std::optional<int> year{};  // of the rows without a date
    std::string market_title{};
    std::string market_reference{};
    bool keep_before_fault = false;  // of essential data that break off: the complete records before
};

// One column as it is shown before the file is read.
struct ColumnPreview {
    std::size_t index = 0;  // from 0
    std::string letters;    // as a spreadsheet calls it
    std::string header;
    std::vector<std::string> samples;  // the first different values, at most five, each cut to be read
    Field field = Field::ignored;      // what it is taken for
    int score = 0;                     // percent
    How how = How::none;
    std::vector<Suggestion> suggestions;  // what it may be, best first; only where a question is open
    [[nodiscard]] bool undecided() const { return field == Field::ignored && !suggestions.empty(); }
};
std::vector<ColumnPreview> column_previews(const Mapping& mapping);

struct ImportDraft {
    std::string id;  // beyond guessing
    std::string file;
    std::string actor;
    ImportStep step = ImportStep::deposited;
    core::Instant deposited_at{};
    core::Instant expires_at{};
    std::uint64_t done = 0, total = 0;  // bytes of the file read so far
    std::uint64_t ahead = 0;            // works to be done before this one's
    std::vector<std::string> sheets;
    ImportChoices choices;

    // From the step columns on.
    std::string profile;
    std::string profile_label;
    std::uint64_t header_row = 0;
    std::vector<ColumnPreview> columns;
    std::string missing;       // the required fields that no column gives, "" when the file can be read
    bool needs_buyer = false;  // no column names a buyer, and none is chosen

    // From the step values on.
    UnknownValues unknown;
    std::vector<core::Issue> remarks;  // on the file as a whole

    std::optional<ImportOutcome> outcome;  // from the step check on
    std::vector<core::Issue> faults;       // why the last work was refused
    std::uint64_t complete = 0;            // records that stand whole before the fault, and may be kept alone

    [[nodiscard]] bool can_be_read() const { return !columns.empty() && missing.empty() && !needs_buyer; }
};

}  // namespace clausier::domain
