// Reading data/codes/*.csv and finding entries in them.
#include "clausier/domain/code_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "clausier/core/asset.hpp"
#include "clausier/core/text.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

using Columns = std::vector<std::string_view>;

// The entries of one list: `read` makes one from a row. Throws when the file or a row is broken.
template <class T, class Read>
std::vector<T> read_list(std::string_view name, const Columns& columns, Read read) {
    const auto file = fmt::format("data/codes/{}.csv", name);
    DataFile data(core::asset(file), file, columns);
    std::vector<T> entries;
    for (std::size_t row = 0; row < data.size(); ++row) entries.push_back(read(data, row));
    data.finish();
    return entries;
}

std::optional<int> read_months(DataFile& data, std::size_t row, std::string_view column) {
    const auto& text = data.text(row, column);
    if (text.empty()) return std::nullopt;
    int months = 0;
    const auto* end = text.data() + text.size();
    if (const auto read = std::from_chars(text.data(), end, months); read.ec != std::errc() || read.ptr != end)
        data.fault(row, column, "donnee_nombre", fmt::format("« {} » n’est pas un nombre de mois.", text));
    return months;
}

std::vector<Region> read_regions() {
    return read_list<Region>("regions", {"code", "name"}, [](DataFile& data, std::size_t row) {
        return Region{data.unique(row, "code"), data.required(row, "name")};
    });
}

std::vector<Department> read_departments() {
    return read_list<Department>("departments", {"code", "name", "region_code"}, [](DataFile& data, std::size_t row) {
        return Department{data.unique(row, "code"), data.required(row, "name"), data.text(row, "region_code")};
    });
}

std::vector<StructureKind> read_structure_kinds() {
    return read_list<StructureKind>(
        "structure_kinds", {"code", "label", "family", "is_siae", "valid_from", "valid_to", "note", "source"},
        [](DataFile& data, std::size_t row) {
            return StructureKind{data.unique(row, "code"),
                                 data.required(row, "label"),
                                 data.one_of(row, "family", {"insertion", "handicap", "ess", "other"}),
                                 data.yes(row, "is_siae"),
                                 data.date(row, "valid_from"),
                                 data.date(row, "valid_to"),
                                 data.text(row, "note"),
                                 data.text(row, "source")};
        });
}

std::vector<ClauseKind> read_clause_kinds() {
    return read_list<ClauseKind>(
        "clause_kinds", {"code", "label", "article", "decp", "hours", "criterion", "verified", "note"},
        [](DataFile& data, std::size_t row) {
            return ClauseKind{data.unique(row, "code"),  data.required(row, "label"), data.text(row, "article"),
                              data.list(row, "decp"),    data.yes(row, "hours"),      data.yes(row, "criterion"),
                              data.yes(row, "verified"), data.text(row, "note")};
        });
}

std::vector<Public> read_publics() {
    return read_list<Public>("publics", {"code", "label", "valid_from", "valid_to", "note", "source", "proof_age"},
                             [](DataFile& data, std::size_t row) {
                                 return Public{data.unique(row, "code"),     data.required(row, "label"),
                                               data.date(row, "valid_from"), data.date(row, "valid_to"),
                                               data.text(row, "note"),       data.text(row, "source"),
                                               data.text(row, "proof_age")};
                             });
}

std::vector<Modality> read_modalities() {
    return read_list<Modality>(
        "modalities", {"code", "label", "family", "structure_kinds", "note"}, [](DataFile& data, std::size_t row) {
            return Modality{data.unique(row, "code"), data.required(row, "label"),
                            data.one_of(row, "family", {"direct", "secondment", "subcontracting"}),
                            data.list(row, "structure_kinds"), data.text(row, "note")};
        });
}

std::vector<EligibilityCriterion> read_criteria() {
    return read_list<EligibilityCriterion>(
        "eligibility_criteria", {"code", "label", "level", "proof", "proof_months", "note", "proof_age"},
        [](DataFile& data, std::size_t row) {
            return EligibilityCriterion{data.unique(row, "code"),
                                        data.required(row, "label"),
                                        data.one_of(row, "level", {"1", "2"}) == "1" ? 1 : 2,
                                        data.required(row, "proof"),
                                        read_months(data, row, "proof_months"),
                                        data.text(row, "note"),
                                        data.text(row, "proof_age")};
        });
}

std::vector<BuyerKind> read_buyer_kinds() {
    return read_list<BuyerKind>(
        "buyer_kinds", {"code", "label", "is_public", "in_decp", "note"}, [](DataFile& data, std::size_t row) {
            return BuyerKind{data.unique(row, "code"), data.required(row, "label"), data.yes(row, "is_public"),
                             data.yes(row, "in_decp"), data.text(row, "note")};
        });
}

std::vector<CpvDivision> read_cpv_divisions() {
    return read_list<CpvDivision>("cpv_divisions", {"code", "name", "sector"}, [](DataFile& data, std::size_t row) {
        return CpvDivision{data.unique(row, "code"), data.required(row, "name"),
                           data.one_of(row, "sector", {"works", "supplies", "services"})};
    });
}

std::vector<Trade> read_trades() {
    const Columns columns{"key", "label", "labour_share_key", "hourly_cost_key", "cpv_prefixes", "aliases"};
    return read_list<Trade>("trades", columns, [](DataFile& data, std::size_t row) {
        Trade trade{data.unique(row, "key"),
                    data.required(row, "label"),
                    data.required(row, "labour_share_key"),
                    data.required(row, "hourly_cost_key"),
                    data.list(row, "cpv_prefixes"),
                    data.list(row, "aliases"),
                    {}};
        trade.words.push_back(core::fold(trade.label));
        for (const auto& alias : trade.aliases) trade.words.push_back(core::fold(alias));
        return trade;
    });
}

template <class T, class Test>
const T* first(const std::vector<T>& entries, Test test) {
    const auto found = std::find_if(entries.begin(), entries.end(), test);
    return found == entries.end() ? nullptr : &*found;
}

template <class T>
const T* by_code(const std::vector<T>& entries, std::string_view code) {
    return first(entries, [code](const T& entry) { return entry.code == code; });
}

// Whether the words stand whole in the text; both folded, so that only spaces part words.
bool has_words(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

// How many characters of the folded title the trade's longest name covers; 0 when none stands in it.
std::size_t match(const Trade& trade, std::string_view title) {
    std::size_t longest = 0;
    for (const auto& words : trade.words)
        if (words.size() > longest && has_words(title, words)) longest = words.size();
    return longest;
}

// How many digits of the CPV the trade's longest prefix covers.
std::size_t match_cpv(const Trade& trade, std::string_view cpv) {
    std::size_t longest = 0;
    for (const auto& prefix : trade.cpv_prefixes)
        if (cpv.substr(0, prefix.size()) == prefix) longest = std::max(longest, prefix.size());
    return longest;
}

// The first trade with the best score, if any scores.
template <class Score>
const Trade* best(const std::vector<Trade>& trades, Score score) {
    const Trade* found = nullptr;
    std::size_t most = 0;
    for (const auto& trade : trades) {
        const std::size_t points = score(trade);
        if (points <= most) continue;
        most = points;
        found = &trade;
    }
    return found;
}

}  // namespace

const CodeLists& CodeLists::embedded() {
    static const CodeLists lists{read_regions(),       read_departments(), read_structure_kinds(), read_clause_kinds(),
                                 read_publics(),       read_modalities(),  read_criteria(),        read_buyer_kinds(),
                                 read_cpv_divisions(), read_trades()};
    return lists;
}

const Region* CodeLists::region(std::string_view code) const { return by_code(regions, code); }

const Department* CodeLists::department(std::string_view code_or_name) const {
    if (const auto* found = by_code(departments, code_or_name)) return found;
    const auto name = core::fold(code_or_name);
    return first(departments, [&](const Department& entry) { return core::fold(entry.name) == name; });
}

const StructureKind* CodeLists::structure_kind(std::string_view code) const { return by_code(structure_kinds, code); }
const ClauseKind* CodeLists::clause_kind(std::string_view code) const { return by_code(clause_kinds, code); }
const Public* CodeLists::public_kind(std::string_view code) const { return by_code(publics, code); }
const Modality* CodeLists::modality(std::string_view code) const { return by_code(modalities, code); }
const BuyerKind* CodeLists::buyer_kind(std::string_view code) const { return by_code(buyer_kinds, code); }

const EligibilityCriterion* CodeLists::criterion(std::string_view code) const {
    return by_code(eligibility_criteria, code);
}

const CpvDivision* CodeLists::cpv_division(std::string_view code) const {
    return by_code(cpv_divisions, code.substr(0, 2));
}

const Trade* CodeLists::trade(std::string_view name) const {
    if (const auto* found = first(trades, [name](const Trade& entry) { return entry.key == name; })) return found;
    const auto folded = core::fold(name);
    return first(trades, [&](const Trade& entry) {
        return std::find(entry.words.begin(), entry.words.end(), folded) != entry.words.end();
    });
}

const Trade* CodeLists::suggest_trade(std::string_view title, std::string_view cpv) const {
    const auto folded = core::fold(title);
    if (const auto* found = best(trades, [&](const Trade& trade) { return match(trade, folded); })) return found;
    return best(trades, [&](const Trade& trade) { return match_cpv(trade, cpv); });
}

std::vector<const StructureKind*> CodeLists::structure_kinds_on(core::Date day) const {
    std::vector<const StructureKind*> found;
    for (const auto& kind : structure_kinds)
        if ((!kind.valid_from || *kind.valid_from <= day) && (!kind.valid_to || day <= *kind.valid_to))
            found.push_back(&kind);
    return found;
}

}  // namespace clausier::domain
