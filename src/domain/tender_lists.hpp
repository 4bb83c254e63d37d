// The words an import compares cells with: official lists of DECP, and the words of data/codes/import_words.csv.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "clausier/domain/field.hpp"

namespace clausier::domain {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

// One list of data/codes/decp_lists.csv. It remembers what it was asked: columns repeat themselves.
class CodeList {
public:
    // Throws Error(invalid) when the data has no list of that name.
    explicit CodeList(std::string_view name);

    // The rank in the list of the entry this text spells or is a variant of, whatever the accents and the case.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view text);
    [[nodiscard]] const std::string& official(std::size_t rank) const { return officials_[rank]; }
    [[nodiscard]] std::size_t size() const { return officials_.size(); }
    // The rank of the entry that the text comes near: it holds all the words of the entry or of one of its variants,
    // the longest, or stands in it, or is spelt nearly so.
    [[nodiscard]] std::optional<std::size_t> near(std::string_view text) const;
    // The entries, for a sentence: « a », « b »…
    [[nodiscard]] std::string listing() const;

private:
    std::vector<std::string> officials_;
    TextMap<std::size_t> by_fold_;
    TextMap<std::optional<std::size_t>> asked_;
};

// The list that values of a field are of; "" when there is none, or when nothing is kept of them.
std::string_view list_of(Field field);

// The words of data/codes/import_words.csv, read once.
struct ImportWords {
    static const ImportWords& embedded();

    // False for most cells: neither a marker nor a prefix of one begins so.
    [[nodiscard]] bool may_mark(std::string_view text) const {
        return !text.empty() && first_bytes[static_cast<unsigned char>(text.front())];
    }
    // "MQ", "NC", "non renseigné": the cell says that there is nothing.
    [[nodiscard]] bool is_marker(std::string_view text) const;
    // The text begins with this word or these words.
    [[nodiscard]] bool begins_total(std::string_view folded) const;
    // The same in a table of lots, where taxes and provisions are no lots either.
    [[nodiscard]] bool begins_lot_total(std::string_view folded) const;
    [[nodiscard]] bool begins_bracket(std::string_view folded) const;

    TextSet markers;                      // folded, or as written when folding leaves nothing
    std::array<bool, 256> first_bytes{};  // of markers and of their prefixes, to pass over most cells quickly
    std::size_t longest_marker = 0;
    std::vector<std::string> marker_prefixes;
    std::vector<std::string> totals;
    std::vector<std::string> lot_totals;
    std::vector<std::string> brackets;
    std::vector<std::int64_t> doubtful_months;
    std::unordered_set<std::int64_t> fake_amounts;  // euros
    std::unordered_set<std::int64_t> test_amounts;  // cents
    TextSet test_words;                             // folded names of no one
    std::int64_t amount_min_cents = 0;
    std::int64_t amount_max_cents = 0;
    std::size_t repeated_digits = 0;
};

}  // namespace clausier::domain
