// Scores of headers against aliases, and of values against kinds of value.
#include "header_match.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr int neighbour_share = 85;  // of the alias's weight, in percent, for the same words in another order
constexpr int confirmed = 10;        // points when the values agree
constexpr int contradicted = -50;    // points when they do not
constexpr std::size_t values_needed = 2;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How much of the header is the alias, in percent: twice the words in common over the words of both (Dice), times the
// share of the alias's words that are there, so that « Montant HT » is no « Montant maximum HT ».
int words_in_common(const std::vector<std::string>& header, const std::vector<std::string>& alias) {
    if (header.empty() || alias.empty()) return 0;
    const auto common = std::count_if(alias.begin(), alias.end(), [&](const std::string& word) {
        return std::find(header.begin(), header.end(), word) != header.end();
    });
    const auto both = static_cast<std::ptrdiff_t>(header.size() + alias.size());
    return static_cast<int>(
        std::min<std::ptrdiff_t>(100, 200 * common * common / both / static_cast<std::ptrdiff_t>(alias.size())));
}

bool excluded(const Header& header, Field field, const Profile& profile) {
    return std::any_of(profile.exclusions.begin(), profile.exclusions.end(), [&](const Exclusion& exclusion) {
        return exclusion.field == field &&
               std::find(header.words.begin(), header.words.end(), exclusion.word) != header.words.end();
    });
}

bool is_flag(std::string_view text) {
    static constexpr std::array<std::string_view, 15> known = {
        "oui", "non", "non renseigne", "true", "false", "0", "1", "x", "o", "n", "pme", "eti", "ge", "tpe", "mic"};
    return std::find(known.begin(), known.end(), core::fold(text)) != known.end();
}

bool looks_like(ValueKind kind, const core::Cell& cell) {
    const std::string_view text = core::trim(cell.text);
    const bool number = cell.kind == core::CellKind::number;
    switch (kind) {
        case ValueKind::text:
            return true;
        case ValueKind::name:
            return std::any_of(text.begin(), text.end(), is_letter) && cell.kind != core::CellKind::date;
        case ValueKind::identifier:
            return std::count_if(text.begin(), text.end(), is_digit) >= 5;
        case ValueKind::date:
            return cell.kind == core::CellKind::date || core::parse_date(text, number).has_value();
        case ValueKind::amount:
            return cell.kind != core::CellKind::date && core::parse_euros(text, true).has_value();
        case ValueKind::count:
            return !text.empty() && is_digit(text.front()) && cell.kind != core::CellKind::date;
        case ValueKind::percent:
        case ValueKind::hours:
            return cell.kind != core::CellKind::date && core::parse_percent(text, true).has_value();
        case ValueKind::cpv:
            return core::Cpv::parse(text).has_value();
        case ValueKind::flag:
            return cell.kind == core::CellKind::boolean || is_flag(text);
    }
    return true;
}

}  // namespace

Header read_header(std::string_view text) { return {core::fold(text), header_words(text)}; }

std::vector<Suggestion> header_suggestions(const Header& header, const Profile& profile) {
    std::array<Suggestion, field_count> best{};
    for (const Alias& alias : profile.aliases) {
        const bool known = header.folded == alias.folded;
        int score = known ? alias.weight
                          : words_in_common(header.words, alias.words) * alias.weight / 100 * neighbour_share / 100;
        if (excluded(header, alias.field, profile)) score /= 2;
        Suggestion& kept = best[static_cast<std::size_t>(alias.field)];
        if (score > kept.score) kept = {alias.field, score, known};
    }
    std::vector<Suggestion> found;
    std::copy_if(best.begin(), best.end(), std::back_inserter(found),
                 [](const Suggestion& s) { return s.score >= asked_score; });
    std::stable_sort(found.begin(), found.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.score > b.score; });
    return found;
}

int value_evidence(ValueKind kind, const std::vector<core::Cell>& values) {
    if (kind == ValueKind::text || values.size() < values_needed) return 0;
    const auto alike = static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [&](const core::Cell& cell) { return looks_like(kind, cell); }));
    if (alike * 5 >= values.size() * 4) return kind == ValueKind::name ? 0 : confirmed;
    return alike * 5 <= values.size() ? contradicted : 0;
}

bool are_fractions(const std::vector<core::Cell>& values) {
    bool seen = false;
    for (const core::Cell& cell : values) {
        if (cell.text.find('%') != std::string_view::npos) return false;
        const auto rate = core::parse_percent(cell.text, true);
        if (!rate) continue;
        if (rate->parts() > core::Rate::scale / 100) return false;
        // Only a value under 1 tells: a column of 1 is one percent as well as one hundred.
        seen = seen || (rate->parts() > 0 && rate->parts() < core::Rate::scale / 100);
    }
    return seen;
}

std::int64_t header_unit(std::string_view header) {
    if (header.find("k€") != std::string_view::npos || header.find("K€") != std::string_view::npos) return 1000;
    for (const std::string& word : header_words(header))
        if (word == "keur" || word == "keuro" || word == "millier") return 1000;
    return 1;
}

}  // namespace clausier::domain
