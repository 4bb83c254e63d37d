// The methods of calculation that have a page of their own: one row each, with its fields.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "clausier/domain/reference.hpp"
#include "clausier/present/answer.hpp"
#include "form_reader.hpp"

namespace clausier::web {

// One field of a method. `row` is the row of the answer's table that shows its value when it is the one sought.
struct MethodField {
    std::string_view name;    // "part_mo"
    std::string_view option;  // "part-mo", as errors of the calculation name it
    std::string_view label;
    std::string_view help = {};
    std::string_view row = {};
    std::string_view reference = {};  // a key whose value is shown as help
    // Values to choose from: "a|b", and what they are called.
    std::string_view choices = {};
    std::string_view choice_labels = {};
};

struct Method {
    std::string_view path;   // "/calcul/effort"
    std::string_view label;  // in the navigation
    std::string_view title;
    std::string_view formula;  // one sentence
    std::vector<MethodField> fields;
    std::string_view row;  // announced when every field is filled in
    present::Answer (*run)(FormReader& reader, const domain::Reference& reference, core::Date on);
    std::string_view example;  // a query that gives a result
    bool simulation = false;
};

std::span<const Method> methods();

}  // namespace clausier::web
