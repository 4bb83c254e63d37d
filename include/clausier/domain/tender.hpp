// Turns the rows of a recognised tender table into records of awarded lots, and says what it did with every row.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/domain/import_decision.hpp"
#include "clausier/domain/mapping.hpp"
#include "clausier/domain/tender_record.hpp"

namespace clausier::domain {

// What the user says of the whole file.
struct TenderOptions {
    TenderParty buyer;  // of the rows that name none; empty: such rows are rejected
    OrganisationKind buyer_kind = OrganisationKind::unknown;
    std::optional<int> year;          // of the file; part of a derived reference where a row has no date
    std::optional<core::Date> today;  // dates after it are remarked
    std::string market_title;         // of a file about one market whose rows do not name it
    std::string market_reference;     // the same
    Decisions decisions;              // on values that no list knows
    std::vector<TenderParty> buyers;  // already known: a name of the file that comes near one is asked about
};

// A buyer as the option --acheteur gives it: a SIRET, or a name.
TenderParty parse_buyer(std::string_view text);

// `header` is the header row itself, which is not among the rows read.
enum class RowStatus : std::uint8_t { header, kept, ignored, rejected };

// What became of one row. Everything it points to is valid until the next row is read.
struct RowReading {
    RowStatus status = RowStatus::ignored;
    // Why the row is ignored ("vide", "titre", "en_tete" again, "section", "total", "groupe") or rejected
    // ("acheteur_absent", "ligne_incomplete"); "" when kept.
    std::string_view reason;
    std::string_view text;                  // the same in one French sentence
    std::span<const TenderRecord> records;  // one or more when kept, else none
    std::span<const core::Issue> issues;    // on this row, or on the group of rows it ends
};

struct RowCounts {
    std::uint64_t read = 0, kept = 0, ignored = 0, rejected = 0;  // read = kept + ignored + rejected, always
};

class TenderReader {
public:
    TenderReader(Mapping mapping, TenderOptions options);
    ~TenderReader();
    TenderReader(TenderReader&&) noexcept;
    TenderReader& operator=(TenderReader&&) noexcept;

    // Rows come in the file's order, from its first one.
    const RowReading& read(const core::Row& row);
    // After the last row: the remarks on a group that was still open.
    std::span<const core::Issue> finish();
    [[nodiscard]] const RowCounts& counts() const;
    // The values met so far that no list knows, decided or not.
    [[nodiscard]] UnknownValues unknown() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::domain
