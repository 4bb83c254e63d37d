// The lists of codes the trade speaks in: places, structures, clauses, publics, modalities, CPV divisions, trades.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"

namespace clausier::domain {

struct Region {
    std::string code;
    std::string name;
};

// A département, or an overseas collectivity, which belongs to no region (empty region_code).
struct Department {
    std::string code;
    std::string name;
    std::string region_code;
};

// A kind of structure of the directory; `family` is insertion, handicap, ess or other. `siae` as L5132-4 counts them.
struct StructureKind {
    std::string code;
    std::string label;
    std::string family;
    bool siae = false;
    std::optional<core::Date> valid_from;
    std::optional<core::Date> valid_to;
    std::string note;
    std::string source;
};

// A kind of social consideration, and the words DECP has for it: none when it is not filled in. `hours`: what it asks
// is measured in hours; `criterion`: offers are marked on it.
struct ClauseKind {
    std::string code;
    std::string label;
    std::string article;
    std::vector<std::string> decp;
    bool hours = false;
    bool criterion = false;
    bool verified = false;
    std::string note;
};

// A public an insertion clause is meant for.
struct Public {
    std::string code;
    std::string label;
    std::optional<core::Date> valid_from;
    std::optional<core::Date> valid_to;
    std::string note;
    std::string source;
    std::string proof_age;  // the age of its proof is the reference "proof_age." and this; "": no limit
};

// A way of doing the hours; `family` is direct, secondment or subcontracting.
struct Modality {
    std::string code;
    std::string label;
    std::string family;
    std::vector<std::string> structure_kinds;
    std::string note;
};

// A criterion of eligibility to the IAE, of level 1 or 2, and how old its proof may be (nothing: no limit of age).
struct EligibilityCriterion {
    std::string code;
    std::string label;
    int level = 1;
    std::string proof;
    std::optional<int> proof_months;
    std::string note;
    std::string proof_age;  // as that of a public, and above proof_months
};

// A kind of buyer; `in_decp` tells whether its clauses count in DECP and SPASER.
struct BuyerKind {
    std::string code;
    std::string label;
    bool is_public = false;
    bool in_decp = false;
    std::string note;
};

// The first two digits of a CPV; `sector` is works, supplies or services.
struct CpvDivision {
    std::string code;
    std::string name;
    std::string sector;
};

// A trade, the reference keys of its labour share and hourly cost, the CPV codes and the words that point to it.
struct Trade {
    std::string key;
    std::string label;
    std::string labour_share_key;
    std::string hourly_cost_key;
    std::vector<std::string> cpv_prefixes;
    std::vector<std::string> aliases;
    std::vector<std::string> words;  // label and aliases, folded
};

// All the lists, as data/codes holds them.
struct CodeLists {
    // The lists shipped with the program, read once. Throws Error(invalid) naming file and line when a list is broken.
    static const CodeLists& embedded();

    // Each returns nullptr when there is no such entry. Codes are compared exactly; names, labels and aliases without
    // case nor accents.
    [[nodiscard]] const Region* region(std::string_view code) const;
    [[nodiscard]] const Department* department(std::string_view code_or_name) const;
    [[nodiscard]] const StructureKind* structure_kind(std::string_view code) const;
    [[nodiscard]] const ClauseKind* clause_kind(std::string_view code) const;
    [[nodiscard]] const Public* public_kind(std::string_view code) const;
    [[nodiscard]] const Modality* modality(std::string_view code) const;
    [[nodiscard]] const EligibilityCriterion* criterion(std::string_view code) const;
    [[nodiscard]] const BuyerKind* buyer_kind(std::string_view code) const;
    // From a division ("45") or a whole CPV code.
    [[nodiscard]] const CpvDivision* cpv_division(std::string_view code) const;
    // A trade by its key, label or one of its aliases.
    [[nodiscard]] const Trade* trade(std::string_view name) const;
    // The trade a lot's title points to by its longest word or words known, else its CPV by its longest prefix.
    // A suggestion, to be shown as such.
    [[nodiscard]] const Trade* suggest_trade(std::string_view title, std::string_view cpv) const;

    // The kinds of structure that exist on a day.
    [[nodiscard]] std::vector<const StructureKind*> structure_kinds_on(core::Date day) const;

    std::vector<Region> regions;
    std::vector<Department> departments;
    std::vector<StructureKind> structure_kinds;
    std::vector<ClauseKind> clause_kinds;
    std::vector<Public> publics;
    std::vector<Modality> modalities;
    std::vector<EligibilityCriterion> eligibility_criteria;
    std::vector<BuyerKind> buyer_kinds;
    std::vector<CpvDivision> cpv_divisions;
    std::vector<Trade> trades;
};

}  // namespace clausier::domain
