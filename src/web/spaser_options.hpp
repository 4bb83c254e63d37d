// The choices of the SPASER pages, as tables: options of the calculation, filters, breakdowns, names of parameters.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/indicator.hpp"

namespace clausier::web {

struct OptionWord {
    std::string_view code, label;
};
// A way of counting; its first word is the one by default, its words stand in the order of their enumeration.
struct OptionChoice {
    std::string_view name, label;
    std::vector<OptionWord> words;
};
// montant, repartition, accords, agrement, sous_traitants, concessions: in the order of IndicatorOptions.
const std::vector<OptionChoice>& option_choices();

// What contracts may be narrowed to, and what figures may be broken down by; parameters and values bear their codes.
const std::vector<domain::Dimension>& filter_dimensions();
const std::vector<domain::Dimension>& breakdown_dimensions();
// Every way of a cross-tab.
const std::vector<domain::Dimension>& table_dimensions();
// « secteur, tranche ou annee ».
std::string dimension_words(const std::vector<domain::Dimension>& list);

// A parameter as people call it; the name itself when it is none.
std::string_view spaser_label(std::string_view name);

}  // namespace clausier::web
