// Markets, their lots, the companies that hold them, and the operations that group them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/essential_data.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::domain {

// Several markets that serve one project.
struct Operation {
    Id<Operation> id{};
    std::string name;
    std::string programme;          // ANRU…, "" when none
    std::string convention_number;  // "" when none
    std::int64_t revision = 0;
};

// The identity of a market is (buyer, reference). Texts are "" when not known. `revision` counts the writes: saving an
// older revision is a conflict.
struct Market {
    Id<Market> id{};
    Id<Organisation> buyer{};
    std::optional<Id<Operation>> operation;
    std::string reference;
    bool reference_derived = false;  // made by us from the content: the file had none
    std::string object;
    std::string nature;
    std::string procedure;
    std::string cpv;
    std::string place_code;
    std::string place_type;
    std::optional<core::Date> notified_on;
    std::optional<core::Date> published_on;
    std::optional<core::Date> consultation_on;
    std::optional<core::Euros> estimated_need;  // of the whole need, all lots
    std::optional<std::int64_t> duration_months;
    std::optional<std::string> considerations;  // absent = not filled in, which is never "none"
    std::optional<std::string> environmental;   // the environmental considerations, in the same way
    std::int64_t revision = 0;
};

// A company that owes the hours of a lot, as the list of a lot shows it.
struct Holder {
    Id<Organisation> organisation{};
    core::Identifier identifier;
    std::string name;
    std::string directory_name{};  // that the directory of structures has for its SIRET, when the file gives no name

    // The name; else the directory's, said to come from there; else the identifier.
    [[nodiscard]] std::string label() const;
};

// The part of a market on which the clause is computed. What an award can say for one lot alone (CPV, place, dates,
// considerations) stands here; the market's own is that of its latest record.
struct Lot {
    Id<Lot> id{};
    Id<Market> market{};
    std::string number;  // "" for the only lot of a market without lots
    std::string title;
    std::string section;  // "Services", "Fournitures", "Travaux" or ""
    std::string bracket;  // the amount bracket of the file, in its own words
    std::string cpv;
    std::string trade;
    std::string place_code;
    std::string place_type;
    std::optional<core::Date> notified_on;
    std::optional<std::int64_t> duration_months;
    std::optional<std::string> considerations;
    std::optional<std::string> environmental;
    std::optional<core::Euros> amount;  // awarded, excl. tax
    std::optional<core::Euros> amount_min;
    std::optional<core::Euros> amount_estimated;
    std::optional<core::Euros> amount_max;
    std::optional<core::Rate> labour_share;
    std::optional<core::Rate> effort;
    std::optional<core::Euros> hourly_cost;
    std::optional<core::Hours> hours;  // due
    EssentialData essential{};         // what else DECP says of it
    std::vector<Holder> holders;       // in rank order
    std::int64_t revision = 0;
};

// The département of a place of execution, or nothing when its type says it is a region or a country, or its code names
// none.
std::optional<std::string> department_of(std::string_view place_code, std::string_view place_type);

}  // namespace clausier::domain
