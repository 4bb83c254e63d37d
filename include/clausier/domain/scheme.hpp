// Schemes of responsible purchasing (SPASER) and their targets: what a buyer promised, by indicator and year.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/indicator.hpp"
#include "clausier/domain/market_fields.hpp"
#include "clausier/domain/organisation.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// A scheme, of one buyer or shared by several; both years are within it.
struct Scheme {
    Id<Scheme> id{};
    std::string title;
    int first_year = 0;
    int last_year = 0;
    std::string edition;  // « 2e édition, adoptée le 12 mars 2024 »
    std::string url;      // where it is published
    std::string note;
    std::vector<Id<Organisation>> buyers;
    std::int64_t revision = 0;

    [[nodiscard]] bool shared() const { return buyers.size() > 1; }
};

// What a target is a figure of: number and amount are rates on all contracts (1/10 000), contracts and euros what is in
// the numerator (one, cents), value the indicator's own (1/100 of its unit).
enum class TargetMeasure { number, amount, contracts, euros, value };
inline constexpr TargetMeasure target_measures[] = {
    TargetMeasure::number, TargetMeasure::amount, TargetMeasure::contracts, TargetMeasure::euros, TargetMeasure::value};
// "nombre", "montant", "contrats", "euros", "valeur".
std::string_view code(TargetMeasure measure);
// « part en nombre », « part en montant », « nombre de contrats », « montant », « valeur ».
std::string_view label(TargetMeasure measure);
std::optional<TargetMeasure> target_measure(std::string_view code);
// Those that an indicator of that unit has.
std::vector<TargetMeasure> measures_of(std::string_view unit);

struct Target {
    Id<Target> id{};
    Id<Scheme> scheme{};
    std::string indicator;  // a code of indicators()
    TargetMeasure measure = TargetMeasure::number;
    int year = 0;
    std::int64_t parts = 0;
    std::string note;
    std::int64_t revision = 0;
};

// A scheme with its targets and who shares it.
struct SchemeSheet {
    Scheme scheme;
    std::vector<Organisation> buyers;
    std::vector<Target> targets;
};

// « 30 % », « 3 M€ », « 57 869 h », « 300 » as parts of that measure. Faults as those of the number, and "cible_taux"
// over 100 %.
core::Result<std::int64_t> parse_target(TargetMeasure measure, std::string_view text);
// As people read it; `unit` is that of the indicator.
std::string target_text(TargetMeasure measure, std::string_view unit, std::int64_t parts);
// As it is typed again: « 30 », « 3000000 ».
std::string target_typed(TargetMeasure measure, std::int64_t parts);
// What was done, in the parts of the measure; nothing when the figure is not available.
std::optional<std::int64_t> achieved(TargetMeasure measure, const IndicatorValue& value);

void tidy(Scheme& scheme);
void tidy(Target& target);
// Faults in the fields "titre", "premiere_annee", "derniere_annee", "edition", "url", "note", "acheteurs".
std::vector<core::Issue> faults(const Scheme& scheme);
// In "indicateur", "mesure", "annee" (within the scheme), "valeur", "note".
std::vector<core::Issue> faults(const Target& target, const Scheme& scheme);
std::vector<FieldText> field_texts(const Scheme& scheme);
std::vector<FieldText> field_texts(const Target& target);

// A figure of a national plan beside which an indicator is read; its note says when it binds nobody any more.
struct HistoricMark {
    std::string indicator;
    core::Rate rate;
    std::string label;
    std::string source;
    std::string note;
    bool verified = false;
    std::optional<core::Date> until{};  // the last day of the plan, where it has one

    // Whether the plan still ran in that year.
    [[nodiscard]] bool stands_in(int year) const { return !until || year <= static_cast<int>(until->year()); }
};
// Those of the reference values « target.… » known on that day, expired or not.
std::vector<HistoricMark> historic_marks(const Reference& reference, core::Date on);

}  // namespace clausier::domain
