// Reads what is yes or no, parts of a whole, counts and lists of official words.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "consideration_words.hpp"
#include "tender_values.hpp"

namespace clausier::domain {
namespace {

struct FlagWord {
    std::string_view word;
    bool meaning;
    bool usual;  // as tables in French or the format of 2022 write it
};
constexpr std::array<FlagWord, 22> flag_words = {{
    {"oui", true, true},  {"non", false, true}, {"true", true, true},  {"false", false, true}, {"pme", true, true},
    {"eti", false, true}, {"ge", false, true},  {"tpe", true, true},   {"mic", true, true},    {"1", true, false},
    {"0", false, false},  {"1 0", true, false}, {"0 0", false, false}, {"vrai", true, false},  {"faux", false, false},
    {"o", true, false},   {"n", false, false},  {"x", true, false},    {"yes", true, false},   {"no", false, false},
    {"t", true, false},   {"f", false, false},
}};

}  // namespace

std::optional<bool> TenderValues::flag(Field field) {
    const std::string_view given = value(field);
    if (given.empty()) return std::nullopt;
    if (given == "true" || given == "oui") return true;
    if (given == "false" || given == "non") return false;
    const std::string folded = core::fold(given);
    const auto known =
        std::find_if(flag_words.begin(), flag_words.end(), [&](const FlagWord& entry) { return entry.word == folded; });
    if (known == flag_words.end()) {
        remark(field, Remark::flag_unreadable,
               fmt::format("« {} » ne dit ni oui ni non ; la donnée est laissée vide", excerpt(given)));
        return std::nullopt;
    }
    if (!known->usual)
        remark(field, Remark::flag_spelling, fmt::format("« {} » est lu {}", given, known->meaning ? "oui" : "non"));
    return known->meaning;
}

std::optional<core::Rate> TenderValues::share(Field field) {
    const std::string_view given = value(field);
    if (given.empty()) return std::nullopt;
    const bool percent = given.find('%') != std::string_view::npos;
    auto parts = core::parse_scaled(given, percent ? core::Rate::scale / 100 : core::Rate::scale, true);
    if (parts && !percent && *parts > core::Rate::scale) {
        parts = core::parse_scaled(given, core::Rate::scale / 100, true);
        if (parts && *parts <= core::Rate::scale)
            remark(field, Remark::rate_doubtful,
                   fmt::format("« {} » est lu {} ; le format attend une fraction de 0 à 1", excerpt(given),
                               core::french::percent(core::Rate::of(*parts))));
    }
    if (parts && *parts >= 0 && *parts <= core::Rate::scale) return core::Rate::of(*parts);
    remark(field, Remark::number_unreadable,
           fmt::format("« {} » n’est pas une part ; écrivez un nombre de 0 à 1", excerpt(given)));
    return std::nullopt;
}

std::optional<std::int64_t> TenderValues::count(Field field) {
    const std::string_view given = value(field);
    if (given.empty()) return std::nullopt;
    const auto read = core::parse_scaled(given, 1, raw(field).kind == core::CellKind::number || given.ends_with(".0"));
    if (read && *read >= 0) return *read;
    remark(field, Remark::number_unreadable,
           fmt::format("« {} » n’est pas un nombre entier ; la donnée est laissée vide", excerpt(given)));
    return std::nullopt;
}

std::optional<core::Euros> TenderValues::aid(Field field) {
    const std::string_view given = value(field);
    if (given.empty()) return std::nullopt;
    if (const auto read = core::parse_scaled(given, core::Euros::scale, true); read && *read >= 0)
        return core::Euros::of(*read);
    remark(field, Remark::amount_unreadable,
           fmt::format("« {} » n’est pas un montant ; il est laissé inconnu", excerpt(given)));
    return std::nullopt;
}

void TenderValues::words(Field field, CodeList& list, std::string& out) {
    out.clear();
    const std::string_view given = value(field);
    if (given.empty()) return;
    if (const auto rank = list.find(given)) {
        out = list.official(*rank);
        return;
    }
    WordsRead& last = words_[static_cast<std::size_t>(field)];
    if (given == last.given) {
        out = last.joined;
        return;
    }
    std::vector<bool> said(list.size());
    std::string unknown;
    for (const std::string& word : consideration_words(given)) {
        if (ImportWords::embedded().is_marker(word)) continue;
        if (const auto rank = list.find(word)) {
            said[*rank] = true;
            continue;
        }
        unknown += fmt::format(", {}", word);
        remark(field, Remark::outside_list,
               fmt::format("« {} » n’est pas de la liste ({}) ; il est gardé tel quel", excerpt(word), list.listing()));
    }
    for (std::size_t i = 0; i < said.size(); ++i)
        if (said[i]) out += fmt::format("{}{}", out.empty() ? "" : ", ", list.official(i));
    if (unknown.empty()) {
        last.given = given;
        last.joined = out;
    } else {
        out += out.empty() ? std::string_view(unknown).substr(2) : std::string_view(unknown);
    }
}

core::Identifier TenderValues::identifier(Field id, Field scheme) {
    TenderParty party;
    read_identifier(id, scheme, true, party.identifier);
    return party.identifier;
}

}  // namespace clausier::domain
