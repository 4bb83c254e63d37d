// Unknown values, remembered as they are written so that columns that repeat themselves cost little.
#include "unlisted_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t most_listed = 200;       // distinct values of one field: more are no questions for a person
constexpr std::size_t most_remembered = 4096;  // a free-text column must not fill the memory
constexpr std::size_t most_near = 3;
constexpr std::size_t longest_compared = 200;   // bytes of a text that may come near another
constexpr std::size_t significant_letters = 4;  // of a word that makes one name part of another

constexpr std::size_t understood = static_cast<std::size_t>(-1);
constexpr std::size_t unlisted = static_cast<std::size_t>(-2);

std::vector<ValueChoice> near_choices(Field field, std::string_view value) {
    if (value.size() > longest_compared) return {};
    const std::vector<ValueChoice>& choices = value_choices(field);
    if (const std::string_view list = list_of(field); !list.empty()) {
        const auto rank = CodeList(list).near(value);
        return rank ? std::vector{choices[*rank]} : std::vector<ValueChoice>();
    }
    std::vector<std::string_view> names;
    for (const ValueChoice& choice : choices) names.push_back(choice.label);
    const std::string_view near = core::nearest(value, names);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!near.empty() && names[i] == near) return {choices[i]};
    return {};
}

// Whether all the words of one name stand in the other, one of them long enough to tell.
bool is_part(const std::string& part, const std::string& whole) {
    const std::string spaced = fmt::format(" {} ", whole);
    bool telling = false;
    for (const std::string_view word : core::split(part, ' ')) {
        if (spaced.find(fmt::format(" {} ", word)) == std::string::npos) return false;
        telling = telling || word.size() > significant_letters;
    }
    return telling;
}

}  // namespace

UnlistedValues::UnlistedValues(Decisions decisions, std::vector<TenderParty> buyers)
    : decisions_(std::move(decisions)) {
    for (const TenderParty& buyer : buyers) {
        if (buyer.name.empty()) continue;
        const bool identified = !buyer.identifier.empty();
        buyers_.push_back({core::fold(buyer.name),
                           {identified ? buyer.identifier.text : buyer.name,
                            identified ? fmt::format("{} ({})", buyer.name, buyer.identifier.text) : buyer.name},
                           identified});
    }
}

std::size_t UnlistedValues::enter(Field field, std::string_view value, std::string_view column, std::uint64_t line,
                                  const Judge& judge) {
    const Decision* decision = decisions_.find(field, value);
    auto near = judge(value);
    if (!decision && !near) return understood;
    const std::string key = decision_key(value);
    const auto known = std::find_if(values_.begin(), values_.end(), [&](const UnknownValue& other) {
        return other.field == field && decision_key(other.value) == key;
    });
    if (known != values_.end()) return static_cast<std::size_t>(known - values_.begin());
    std::size_t& listed = listed_[static_cast<std::size_t>(field)];
    // A decision is applied however many values there are.
    if (listed >= most_listed && !decision) return unlisted;
    ++listed;
    UnknownValue& entered = values_.emplace_back();
    entered.field = field;
    entered.value = core::collapse(value);
    entered.column = column;
    entered.first_line = line;
    entered.near = std::move(near).value_or(Near());
    if (decision) entered.decision = *decision;
    return values_.size() - 1;
}

const Decision* UnlistedValues::judge(Field field, std::string_view value, std::string_view column, std::uint64_t line,
                                      const Judge& judge) {
    field = decided_field(field);
    TextMap<std::size_t>& asked = asked_[static_cast<std::size_t>(field)];
    auto found = asked.find(value);
    const std::size_t at = found != asked.end() ? found->second : enter(field, value, column, line, judge);
    if (found == asked.end() && asked.size() < most_remembered) asked.emplace(value, at);
    if (at == understood) return nullptr;
    if (at == unlisted) {
        ++more_;
        return nullptr;
    }
    ++values_[at].count;
    return values_[at].decision ? &*values_[at].decision : nullptr;
}

const Decision* UnlistedValues::met(Field field, std::string_view value, std::string_view column, std::uint64_t line) {
    if (!is_decidable(field)) return nullptr;
    return judge(field, value, column, line,
                 [field](std::string_view text) { return std::optional(near_choices(field, text)); });
}

const Decision* UnlistedValues::trade(std::string_view value, std::string_view column, std::uint64_t line) {
    return judge(Field::trade, value, column, line, [](std::string_view text) -> std::optional<Near> {
        const CodeLists& lists = CodeLists::embedded();
        if (lists.trade(text)) return std::nullopt;
        const Trade* near = lists.suggest_trade(text, {});
        return near ? Near{{near->key, near->label}} : near_choices(Field::trade, text);
    });
}

const Decision* UnlistedValues::place(std::string_view value, std::string_view column, std::uint64_t line) {
    return judge(Field::place_code, value, column, line, [](std::string_view text) -> std::optional<Near> {
        if (core::parse_department(text)) return std::nullopt;
        return near_choices(Field::place_code, text);
    });
}

const Decision* UnlistedValues::buyer(std::string_view name, std::string_view column, std::uint64_t line) {
    if (buyers_.empty() && decisions_.empty()) return nullptr;
    return judge(Field::buyer_name, name, column, line, [this](std::string_view text) { return near_buyers(text); });
}

std::optional<UnlistedValues::Near> UnlistedValues::near_buyers(std::string_view name) const {
    if (name.size() > longest_compared) return std::nullopt;
    const std::string wanted = core::fold(name);
    Near near;
    std::vector<std::string_view> names;
    for (const Buyer& buyer : buyers_) {
        if (buyer.folded == wanted) {
            if (!buyer.identified) return std::nullopt;
            near.push_back(buyer.choice);
        }
        names.push_back(buyer.folded);
    }
    if (near.empty()) {
        const std::string_view nearest = core::nearest(wanted, names);
        for (const Buyer& buyer : buyers_) {
            const bool is_near = (!nearest.empty() && buyer.folded == nearest) || is_part(wanted, buyer.folded) ||
                                 is_part(buyer.folded, wanted);
            if (is_near && near.size() < most_near) near.push_back(buyer.choice);
        }
    }
    if (near.empty()) return std::nullopt;
    return near;
}

UnknownValues UnlistedValues::list() const {
    UnknownValues out{values_, more_};
    std::stable_sort(out.values.begin(), out.values.end(),
                     [](const UnknownValue& a, const UnknownValue& b) { return a.field < b.field; });
    return out;
}

}  // namespace clausier::domain
