// How the formats of 2022 lay a entry out: each value with its name, its shape and whether it is required. What is
// written and what is checked come from these tables alone.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/decp/entry.hpp"

namespace clausier::decp {

// `identifier`: 1 to 16 characters; `text`: as long as `longest`; `rank`: a number from 1; `amount`: 1 or more;
// `free_amount`: 0 or more; `share`: 0 to 1.
enum class Shape { text, identifier, siret, cpv, boolean, rank, months, date, amount, free_amount, share };

// Whether JSON writes it without quotes.
bool is_bare(Shape shape);

// One value. `name` is "objet", or "lieuExecution.code" for one of an object; `list` names its list of decp_schema.csv;
// `longest` is in characters, 0 for no limit.
template <class T>
struct Field {
    std::string_view name;
    std::string_view label;  // « le nombre d’offres reçues »
    std::string T::*value;
    Shape shape;
    bool required = true;
    std::string_view list = {};
    std::size_t longest = 0;
};

// A list of words: `name` holds `item`s; `none`, when there, excludes the others.
struct WordsField {
    std::string_view name, item, label;
    std::vector<std::string> Entry::*value;
    std::string_view none;
};

std::span<const Field<Entry>> entry_fields(bool concession);
std::span<const WordsField> words_fields(bool concession);
std::span<const Field<Party>> party_fields();
std::span<const Field<Modification>> modification_fields(bool concession);
std::span<const Field<Subcontract>> subcontract_fields();
std::span<const Field<Subcontract>> subcontract_change_fields();
std::span<const Field<ExecutionYear>> year_fields();
std::span<const Field<Tariff>> tariff_fields();

}  // namespace clausier::decp
