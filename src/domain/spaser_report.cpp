// The options of a report as text.
#include "clausier/domain/spaser_report.hpp"

#include <array>
#include <stdexcept>

#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

// An option: its key, and the word of each choice in the order of its enumeration.
struct Option {
    std::string_view key;
    std::array<std::string_view, 3> words;
};
constexpr std::array<Option, 6> option_words{{{"montant", {"initial", "modifie", ""}},
                                              {"repartition", {"entier", "par_titulaire", ""}},
                                              {"accords", {"cadres", "subsequents", "tous"}},
                                              {"agrement", {"notification", "aujourdhui", ""}},
                                              {"sous_traitants", {"non", "oui", ""}},
                                              {"concessions", {"non", "oui", ""}}}};

std::array<std::size_t, 6> choices_of(const IndicatorOptions& o) {
    return {
        static_cast<std::size_t>(o.amount),   static_cast<std::size_t>(o.share), static_cast<std::size_t>(o.framework),
        static_cast<std::size_t>(o.approval), o.subcontractors ? 1U : 0U,        o.concessions ? 1U : 0U};
}

std::optional<std::size_t> choice_of(const Option& option, std::string_view word) {
    for (std::size_t i = 0; i < option.words.size(); ++i)
        if (!word.empty() && option.words.at(i) == word) return i;
    return std::nullopt;
}

}  // namespace

std::string options_text(const IndicatorOptions& options) {
    const auto chosen = choices_of(options);
    std::string out;
    for (std::size_t i = 0; i < option_words.size(); ++i) {
        if (i > 0) out += ';';
        out += option_words.at(i).key;
        out += '=';
        out += option_words.at(i).words.at(chosen.at(i));
    }
    return out;
}

std::optional<IndicatorOptions> options_of(std::string_view text) {
    std::array<std::size_t, 6> chosen{};
    const auto parts = core::split(text, ';');
    if (parts.size() != option_words.size()) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Option& option = option_words.at(i);
        if (!parts[i].starts_with(option.key) || parts[i].substr(option.key.size(), 1) != "=") return std::nullopt;
        const auto found = choice_of(option, parts[i].substr(option.key.size() + 1));
        if (!found) return std::nullopt;
        chosen.at(i) = *found;
    }
    return IndicatorOptions{static_cast<AmountRule>(chosen[0]),
                            static_cast<ShareRule>(chosen[1]),
                            static_cast<FrameworkRule>(chosen[2]),
                            static_cast<ApprovalRule>(chosen[3]),
                            chosen[4] == 1,
                            chosen[5] == 1};
}

const IndicatorValue& ReportFigures::of(std::string_view code) const {
    for (const IndicatorValue& value : values)
        if (value.code == code) return value;
    throw std::logic_error("no figure of " + std::string(code));
}

}  // namespace clausier::domain
