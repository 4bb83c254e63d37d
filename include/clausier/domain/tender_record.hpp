// One awarded lot as one row of a file tells it, between the reading of the file and the store.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/essential_data.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::domain {

// An organisation as a file names it: identifier, name, or both.
struct TenderParty {
    core::Identifier identifier;  // SIRET in 14 digits when it is one; scheme "" when the file does not say
    std::string name;

    [[nodiscard]] bool empty() const { return identifier.empty() && name.empty(); }
};

// What one row adds to lists of its lot, other rows adding their own: canonical texts, "" for nothing.
struct LotAdditions {
    std::string modifications;
    std::string subcontracts;
    std::string subcontract_changes;

    [[nodiscard]] bool empty() const {
        return modifications.empty() && subcontracts.empty() && subcontract_changes.empty();
    }
};

// Whether a row describes the contract after a modification, which it then adds; `beside_another`: only when another
// row describes the contract otherwise.
enum class AmendedRow : std::uint8_t { no, yes, beside_another };

// Texts are UTF-8, trimmed, "" when the file says nothing; numbers and dates are absent when the file says nothing or
// when what it says could not be read (an Issue then tells). Several records may come from one row of the file (a cell
// that holds two lots), and several rows may speak of one lot (one per holder).
struct TenderRecord {
    std::uint64_t line = 0;                // the row's number in the file, from 1
    std::optional<std::int64_t> record{};  // its contract's rank in a file that has no lines, from 1

    // The market: (buyer, reference).
    TenderParty buyer;
    OrganisationKind buyer_kind = OrganisationKind::unknown;
    std::string reference;           // the market's id in the file, or one derived from its content
    bool reference_derived = false;  // the reference is ours, not the buyer's
    std::string object;
    std::string nature;
    std::string procedure;
    std::optional<core::Date> consultation_on;
    std::optional<core::Euros> estimated_need;  // of the whole need, all lots

    // The lot. "" is the number of a market without lots, which is then its own only lot.
    std::string lot_number;
    std::string lot_title;
    std::string cpv;         // 8 digits or ""
    std::string trade;       // a key of the trades, or the file's word
    std::string place_code;  // as given: département, commune or postcode
    std::string place_type;
    std::optional<core::Date> notified_on;
    std::optional<core::Date> published_on;
    std::optional<std::int64_t> duration_months;  // 0 or more
    // DECP words joined by ", " in the order of the official list; absent = not filled in, which is never "none".
    std::optional<std::string> considerations;
    std::optional<std::string> environmental;     // the environmental considerations, in the same way
    std::string section;                          // "Services", "Fournitures", "Travaux" or ""
    std::string bracket;                          // the amount bracket the file gives, in its own words
    std::string operation;                        // the name of the operation, "" when the file gives none
    std::optional<core::Euros> amount;            // awarded, excl. tax
    std::optional<core::Euros> amount_min;        // of a framework agreement
    std::optional<core::Euros> amount_estimated;  // before the award, or the estimate of a framework agreement
    std::optional<core::Euros> amount_max;
    std::optional<core::Rate> labour_share;  // 0 to 100 %
    std::optional<core::Rate> effort;        // 0 to 100 %
    std::optional<core::Euros> hourly_cost;  // more than 0
    std::optional<core::Hours> hours;        // due, 0 or more

    EssentialData essential;  // what else the file says of the lot
    LotAdditions added;
    AmendedRow amended = AmendedRow::no;  // such a row speaks for the lot only where no other does

    std::vector<TenderParty> holders;  // those this row names, none empty

    // Back to an empty record that keeps its memory, for the next row.
    void clear();
};

// How many things the record fills in, its holders not counted: of two records of one lot published the same day, the
// more complete wins.
int completeness(const TenderRecord& record);

}  // namespace clausier::domain
