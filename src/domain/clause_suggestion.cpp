// Compares objects and CPV codes with data/codes/clause_suggestions.csv.
#include "clausier/domain/clause_suggestion.hpp"

#include <fmt/format.h>

#include <array>
#include <tuple>

#include "clausier/core/asset.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/social_state.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

constexpr std::array axes = {ClauseAxis::social, ClauseAxis::environmental};

struct Hint {
    bool is_word = false;  // of the object; else the beginning of a CPV
    std::string text;      // as the file has it
    std::string folded;    // of a word
    ClauseDecision decision;
    bool is_written = false;
    std::string reason;
};

ClauseDecision read_decision(DataFile& data, std::size_t row) {
    ClauseDecision out;
    if (const std::string& kind = data.text(row, "kind"); !kind.empty()) {
        const std::string& form = data.text(row, "form");
        const auto clauses = parse_lot_clauses(form.empty() ? kind : kind + ":" + form);
        if (clauses)
            out.clauses = *clauses;
        else
            data.fault(row, "kind", "donnee_hors_liste", clauses.error().text);
        return out;
    }
    out.axis = ClauseAxis::environmental;
    const auto words = parse_environmental_considerations(data.required(row, "environmental"));
    if (words)
        out.environmental = words->value_or("");
    else
        data.fault(row, "environmental", "donnee_hors_liste", words.error().text);
    return out;
}

std::vector<Hint> read_hints() {
    constexpr std::string_view file = "data/codes/clause_suggestions.csv";
    DataFile data(
        core::asset(file), file,
        {"match", "text", "kind", "form", "environmental", "strength", "reason", "source", "verified", "note"});
    std::vector<Hint> out;
    for (std::size_t row = 0; row < data.size(); ++row) {
        Hint hint;
        hint.is_word = data.one_of(row, "match", {"word", "cpv"}) == "word";
        hint.text = data.required(row, "text");
        if (hint.is_word) hint.folded = core::fold(hint.text);
        hint.decision = read_decision(data, row);
        hint.is_written = data.one_of(row, "strength", {"explicit", "usual"}) == "explicit";
        hint.reason = data.required(row, "reason");
        data.required(row, "source");
        data.yes(row, "verified");
        out.push_back(std::move(hint));
    }
    data.finish();
    return out;
}

// Whole words only: « esat » is not in « pesated ».
bool holds_words(const std::string& folded, const std::string& words) {
    for (std::size_t at = folded.find(words); at != std::string::npos; at = folded.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) return true;
    }
    return false;
}

std::string reason_of(const Hint& hint, std::string_view cpv) {
    return hint.is_word ? fmt::format("«\u00a0{}\u00a0» dans l’objet\u00a0: {}", hint.text, hint.reason)
                        : fmt::format("CPV {}\u00a0: {}", cpv, hint.reason);
}

}  // namespace

std::string_view code(ClauseAxis axis) { return axis == ClauseAxis::social ? "sociale" : "environnementale"; }

std::string_view label(ClauseAxis axis) {
    return axis == ClauseAxis::social ? "considération sociale" : "considération environnementale";
}

std::optional<ClauseAxis> clause_axis(std::string_view wanted) {
    for (const ClauseAxis one : axes)
        if (code(one) == wanted) return one;
    return std::nullopt;
}

std::string ClauseDecision::label() const { return axis == ClauseAxis::social ? label_of(clauses) : environmental; }

ClauseDecision no_consideration(ClauseAxis axis) {
    if (axis == ClauseAxis::social) return {axis, {no_clause()}, {}};
    return {axis, {}, no_environmental_consideration()};
}

std::optional<ClauseSuggestion> suggest_clause(ClauseAxis axis, std::string_view object, std::string_view cpv) {
    static const std::vector<Hint> hints = read_hints();
    const std::string folded = core::fold(object);
    const Hint* best = nullptr;
    const auto rank = [](const Hint& hint) { return std::tuple(hint.is_written, hint.is_word, hint.text.size()); };
    for (const Hint& hint : hints) {
        if (hint.decision.axis != axis) continue;
        if (hint.is_word ? !holds_words(folded, hint.folded) : !cpv.starts_with(hint.text)) continue;
        if (!best || rank(hint) > rank(*best)) best = &hint;
    }
    if (!best) return std::nullopt;
    return ClauseSuggestion{best->decision, reason_of(*best, cpv), best->is_written};
}

}  // namespace clausier::domain
