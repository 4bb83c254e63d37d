// What a buyer paid its suppliers in a year, and the share of inclusive purchases in it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/organisation.hpp"
#include "clausier/domain/structure.hpp"

namespace clausier::domain {

// A line of a file of purchases. Texts are "" when the line does not say.
struct PurchaseLine {
    std::uint64_t line = 0;
    std::string supplier;
    std::string siret;
    core::Euros amount;
    std::string category;
    std::string unit;  // the buying entity
};

// The file of purchases of a buyer and a year: rows_read = rows_kept + rows_rejected.
struct PurchaseFile {
    Id<PurchaseFile> id{};
    Id<Organisation> buyer{};
    int year = 0;
    std::string file_name;
    std::string file_sha256;
    std::string sheet;  // of the workbook; "" for the first one
    core::Instant at{};
    std::string actor;
    std::int64_t rows_read = 0;
    std::int64_t rows_kept = 0;
    std::int64_t rows_rejected = 0;
};

// A line left out of the file, and why.
struct PurchaseReject {
    std::uint64_t line = 0;
    std::string code;
    std::string message;
    bool operator==(const PurchaseReject&) const = default;
};

// What a buyer paid in a year: typed with its source, or the sum of its file of purchases, which `source` then says.
struct AnnualSpending {
    core::Euros mandated;
    std::string source;
    bool from_purchases = false;
};

// Where what buyers spent over years comes from: typed, the sums of files of purchases, or some of both.
enum class SpendingOrigin { typed, purchases, both };
// "saisie", "achats", "saisie_et_achats".
std::string_view code(SpendingOrigin origin);
// « dépense saisie », « somme du fichier d’achats »…
std::string_view label(SpendingOrigin origin);

// What buyers spent over years, all together: the denominator of the coverage rate.
struct SpendingSum {
    core::Euros amount;
    SpendingOrigin origin = SpendingOrigin::typed;
    bool operator==(const SpendingSum&) const = default;
};

// A buyer and a year with a file of purchases, a typed spending or both; without a file `file.id` is empty.
struct PurchaseYear {
    PurchaseFile file;
    Organisation buyer;
    std::optional<AnnualSpending> spending;
};

// The structure a supplier is, and how it stands. Purchases know no day: structures are judged on the last day of the
// year, or today while it runs.
struct SupplierMatch {
    const Structure* structure = nullptr;
    Standing standing;
    bool inclusive = false;
    bool shared = false;  // several structures have this SIRET
};
core::Date judged_on(int year, core::Date today);
// The one that counts among those of a SIRET: an inclusive one first, one that is approved, then the oldest. Without
// candidates `structure` is nullptr. They live longer.
SupplierMatch match(const std::vector<Structure>& candidates, core::Date day, core::Date today);
using StructuresBySiret = std::unordered_map<std::string, std::vector<Structure>>;
SupplierMatch match(const StructuresBySiret& known, const std::string& siret, core::Date day, core::Date today);

// Lines, distinct suppliers (by SIRET, else by name) and euros.
struct Spent {
    std::int64_t lines = 0;
    std::int64_t suppliers = 0;
    core::Euros amount;
};
// Part ÷ whole in euros, rounded to nearest; absent when nothing was spent.
std::optional<core::Rate> rate(const Spent& part, const Spent& whole);

// A category, a buying entity or a kind of structure with what was spent there.
struct SpentGroup {
    std::string name;  // "" when the lines do not say
    Spent all;
    Spent inclusive;
};

struct PurchaseShare {
    core::Date on{};  // the day structures are judged on
    Spent all;
    Spent with_siret;
    Spent inclusive;
    Spent insertion;
    Spent handicap;
    Spent approved;  // inclusive by a dated convention; the rest is deemed so
    Spent shared;    // inclusive by a SIRET of several structures
    Spent ess;       // ESS structures, inclusive or not
    Spent esus;
    std::vector<SpentGroup> by_kind;      // inclusive kinds met, by amount; `all` and `inclusive` are the same
    std::vector<SpentGroup> by_category;  // the 40 largest, then « (autres) »
    std::vector<SpentGroup> by_unit;      // likewise
};
PurchaseShare purchase_share(const std::vector<PurchaseLine>& lines, const StructuresBySiret& known, int year,
                             core::Date today);

// A file of purchases with what it tells.
struct PurchaseSheet {
    PurchaseYear year;
    PurchaseShare share;
    std::vector<PurchaseReject> rejects;
    std::vector<core::Issue> remarks;  // on lines that are kept; of a file that has just been read
};

// What is said beside a line of the user's own file: « OUI », « NON », « SIRET absent », then the family, the kind and
// the name of the structure, and whether it is approved (« oui », « réputée », « non »), "" without structure.
struct PurchaseNote {
    std::string inclusive, family, kind, name, approved;
};
PurchaseNote note_of(const PurchaseLine& line, const SupplierMatch& found);
// « oui », « réputée » or « non ».
std::string_view approval_word(const Standing& standing);

}  // namespace clausier::domain
