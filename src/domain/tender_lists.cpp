// Reads the lists of words an import compares cells with.
#include "tender_lists.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/asset.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/core/table.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view lists_file = "data/codes/decp_lists.csv";
constexpr std::string_view words_file = "data/codes/import_words.csv";
constexpr std::size_t most_remembered = 4096;  // a free-text column must not fill the memory

constexpr std::array<std::pair<Field, std::string_view>, 8> listed{
    {{Field::nature, "nature"},
     {Field::section, "section"},
     {Field::procedure, "procedure"},
     {Field::place_type, "type_lieu"},
     {Field::buyer_scheme, "type_identifiant"},
     {Field::holder_scheme, "type_identifiant"},
     {Field::social, "considerations_sociales"},
     {Field::environmental, "considerations_environnementales"}}};

const core::Table& lists() {
    static const core::Table table = core::parse_csv(core::asset(lists_file), lists_file);
    return table;
}

bool begins(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
    });
}

std::int64_t number(std::string_view text, std::int64_t scale) { return core::parse_scaled(text, scale).value(); }

void note_first_byte(ImportWords& words, char c) {
    words.first_bytes[static_cast<unsigned char>(c)] = true;
    if (c >= 'a' && c <= 'z') words.first_bytes[static_cast<unsigned char>(c - 'a' + 'A')] = true;
}

void add_marker(ImportWords& words, const std::string& text) {
    const std::string folded = core::fold(text);
    words.markers.insert(folded.empty() ? text : folded);
    words.longest_marker = std::max(words.longest_marker, text.size());
    note_first_byte(words, text.front());
    if (!folded.empty()) note_first_byte(words, folded.front());
}

void add_bound(ImportWords& words, std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    const std::string_view value = text.substr(equals + 1);
    if (name == "amount_max")
        words.amount_max_cents = number(value, core::Euros::scale);
    else if (name == "amount_min")
        words.amount_min_cents = number(value, core::Euros::scale);
    else if (name == "amount_repeated_digits")
        words.repeated_digits = static_cast<std::size_t>(number(value, 1));
    else
        throw core::Error(core::ErrorKind::invalid, words_file, fmt::format("la borne « {} » n’existe pas", name));
}

ImportWords read_words() {
    const core::Table table = core::parse_csv(core::asset(words_file), words_file);
    const std::size_t list = table.column("list");
    const std::size_t text = table.column("text");
    ImportWords words;
    for (const auto& row : table.rows) {
        if (row[list] == "marker")
            add_marker(words, row[text]);
        else if (row[list] == "marker_prefix") {
            words.marker_prefixes.push_back(row[text] + " ");
            note_first_byte(words, row[text].front());
        } else if (row[list] == "total")
            words.totals.push_back(core::fold(row[text]));
        else if (row[list] == "lot_total")
            words.lot_totals.push_back(core::fold(row[text]));
        else if (row[list] == "bracket")
            words.brackets.push_back(core::fold(row[text]));
        else if (row[list] == "duration_doubtful")
            words.doubtful_months.push_back(number(row[text], 1));
        else if (row[list] == "amount_fake")
            words.fake_amounts.insert(number(row[text], 1));
        else if (row[list] == "test_amount")
            words.test_amounts.insert(number(row[text], core::Euros::scale));
        else if (row[list] == "test_word")
            words.test_words.insert(core::fold(row[text]));
        else if (row[list] == "bound")
            add_bound(words, row[text]);
        else
            throw core::Error(core::ErrorKind::invalid, words_file,
                              fmt::format("la liste « {} » n’existe pas", row[list]));
    }
    return words;
}

}  // namespace

std::string_view list_of(Field field) {
    for (const auto& [known, name] : listed)
        if (known == field) return name;
    return {};
}

CodeList::CodeList(std::string_view name) {
    const core::Table& table = lists();
    const std::size_t list = table.column("list");
    const std::size_t official = table.column("official");
    const std::size_t variant = table.column("variant");
    for (const auto& row : table.rows) {
        if (row[list] != name) continue;
        auto at = std::find(officials_.begin(), officials_.end(), row[official]);
        if (at == officials_.end()) at = officials_.insert(at, row[official]);
        const auto rank = static_cast<std::size_t>(at - officials_.begin());
        by_fold_.try_emplace(core::fold(row[official]), rank);
        if (!row[variant].empty()) by_fold_.try_emplace(core::fold(row[variant]), rank);
    }
    if (officials_.empty())
        throw core::Error(core::ErrorKind::invalid, lists_file, fmt::format("il n’y a pas de liste « {} »", name));
}

std::optional<std::size_t> CodeList::find(std::string_view text) {
    if (const auto known = asked_.find(text); known != asked_.end()) return known->second;
    const auto found = by_fold_.find(core::fold(text));
    const std::optional<std::size_t> rank = found == by_fold_.end() ? std::nullopt : std::optional(found->second);
    if (asked_.size() < most_remembered) asked_.emplace(text, rank);
    return rank;
}

std::optional<std::size_t> CodeList::near(std::string_view text) const {
    constexpr std::size_t telling = 4;  // letters of a text that is part of an entry
    const std::string wanted = core::fold(text);
    const auto spaced = [](std::string_view words) { return fmt::format(" {} ", words); };
    std::string_view longest;
    std::string_view whole;
    std::vector<std::string_view> spelt;
    for (const auto& [folded, rank] : by_fold_) {
        spelt.push_back(folded);
        if (folded.size() > longest.size() && spaced(wanted).find(spaced(folded)) != std::string::npos)
            longest = folded;
        const bool part = wanted.size() >= telling && spaced(folded).find(spaced(wanted)) != std::string::npos;
        if (part && (whole.empty() || folded.size() < whole.size())) whole = folded;
    }
    std::sort(spelt.begin(), spelt.end());
    const std::string_view found = !longest.empty() ? longest : !whole.empty() ? whole : core::nearest(wanted, spelt);
    if (found.empty()) return std::nullopt;
    return by_fold_.find(found)->second;
}

std::string CodeList::listing() const {
    std::string text;
    for (const std::string& official : officials_) text += fmt::format("{}« {} »", text.empty() ? "" : ", ", official);
    return text;
}

const ImportWords& ImportWords::embedded() {
    static const ImportWords words = read_words();
    return words;
}

bool ImportWords::is_marker(std::string_view text) const {
    if (!may_mark(text) || text.size() > longest_marker) return false;
    const std::string folded = core::fold(text);
    return folded.empty() ? markers.contains(text) : markers.contains(folded);
}

bool ImportWords::begins_total(std::string_view folded) const { return begins(folded, totals); }
bool ImportWords::begins_lot_total(std::string_view folded) const {
    return begins_total(folded) || begins(folded, lot_totals);
}
bool ImportWords::begins_bracket(std::string_view folded) const { return begins(folded, brackets); }

}  // namespace clausier::domain
