// Reads and writes the clauses of a lot, and sums them up in the words of DECP.
#include "clausier/domain/lot_clauses.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/text.hpp"
#include "clausier/domain/social_state.hpp"
#include "contract_words.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kNotFilled = "not_filled";
constexpr std::string_view kInsertionServices = "insertion_services";
constexpr std::string_view kClause = "Clause sociale";
constexpr std::string_view kCriterion = "Critère social";
constexpr std::string_view kReserved = "Marché réservé";
constexpr std::string_view kReservedConcession = "Concession réservée";

std::string kind_codes() {
    std::string out;
    for (const ClauseKind* kind : lot_clause_kinds()) out += (out.empty() ? "" : ", ") + kind->code;
    return out;
}

core::Result<LotClause> parse_one(std::string_view word) {
    const std::size_t colon = word.find(':');
    const std::string_view code = core::trim(word.substr(0, colon));
    const ClauseKind* kind = CodeLists::embedded().clause_kind(code);
    if (!kind || kind->code == kNotFilled)
        return core::fault("clause_inconnue", fmt::format("« {} » n’est pas une sorte de clause ; choisissez parmi {}",
                                                          code, kind_codes()));
    LotClause out{kind->code, ClauseForm::clause};
    if (colon == std::string_view::npos) return out;
    const auto form = clause_form(core::trim(word.substr(colon + 1)));
    if (!form || (!has_forms(*kind) && *form != ClauseForm::clause))
        return core::fault("clause_forme", has_forms(*kind)
                                               ? fmt::format("« {} » : écrivez {}:clause, {}:critere ou {}:les_deux",
                                                             word, code, code, code)
                                               : fmt::format("« {} » n’a qu’une forme ; écrivez {}", word, code));
    out.form = *form;
    return out;
}

// The words of one clause.
std::vector<std::string> words_of(const LotClause& clause, const SummaryRules& rules) {
    const ClauseKind* kind = CodeLists::embedded().clause_kind(clause.kind);
    if (!kind) return {};
    if (kind->code == kInsertionServices) return {rules.insertion_services};
    std::vector<std::string> out;
    for (const std::string& word : kind->decp) {
        if (has_forms(*kind) && clause.form == ClauseForm::clause && word == kCriterion) continue;
        if (has_forms(*kind) && clause.form == ClauseForm::criterion && word == kClause) continue;
        out.push_back(word == kReserved && rules.concession ? std::string(kReservedConcession) : word);
    }
    return out;
}

}  // namespace

std::string_view code(ClauseForm form) {
    static constexpr std::string_view codes[] = {"clause", "critere", "les_deux"};
    return codes[static_cast<std::size_t>(form)];
}

std::string_view label(ClauseForm form) {
    static constexpr std::string_view labels[] = {"condition d’exécution", "critère",
                                                  "condition d’exécution et critère"};
    return labels[static_cast<std::size_t>(form)];
}

std::optional<ClauseForm> clause_form(std::string_view wanted) {
    for (const ClauseForm one : all_clause_forms)
        if (code(one) == wanted) return one;
    return std::nullopt;
}

// A kind marked as a criterion is always one; the others whose words hold both say which they are.
bool has_forms(const ClauseKind& kind) { return kind.decp.size() > 1 && !kind.criterion; }

std::vector<const ClauseKind*> lot_clause_kinds() {
    std::vector<const ClauseKind*> out;
    for (const ClauseKind& kind : CodeLists::embedded().clause_kinds)
        if (kind.code != kNotFilled) out.push_back(&kind);
    std::stable_partition(out.begin(), out.end(), [](const ClauseKind* kind) { return kind->code != kNone; });
    return out;
}

const LotClause& no_clause() {
    static const LotClause none{std::string(kNone), ClauseForm::clause};
    return none;
}

core::Result<std::vector<LotClause>> parse_lot_clauses(std::string_view text) {
    std::vector<LotClause> said;
    for (const std::string_view part : core::split(text, ',')) {
        if (core::trim(part).empty()) continue;
        const auto one = parse_one(core::trim(part));
        if (!one) return one.error();
        const auto same = std::find_if(said.begin(), said.end(), [&](const auto& c) { return c.kind == one->kind; });
        if (same != said.end() && same->form != one->form)
            return core::fault("clause_forme", fmt::format("« {} » est donnée sous deux formes ; écrivez {}:les_deux",
                                                           one->kind, one->kind));
        if (same == said.end()) said.push_back(*one);
    }
    std::vector<LotClause> out;
    for (const ClauseKind* kind : lot_clause_kinds())
        for (const LotClause& clause : said)
            if (clause.kind == kind->code) out.push_back(clause);
    if (out.size() > 1 && out.back() == no_clause())
        return core::fault("clauses_contraires",
                           "« aucune considération » exclut les autres clauses ; gardez l’une ou les autres");
    return out;
}

std::string text_of(const std::vector<LotClause>& clauses) {
    std::string out;
    for (const LotClause& clause : clauses) {
        out += (out.empty() ? "" : ", ") + clause.kind;
        if (clause.form != ClauseForm::clause) out += fmt::format(":{}", code(clause.form));
    }
    return out;
}

std::string label_of(const std::vector<LotClause>& clauses) {
    std::string out;
    for (const LotClause& clause : clauses) {
        const ClauseKind* kind = CodeLists::embedded().clause_kind(clause.kind);
        out += (out.empty() ? "" : "\u00a0; ") + (kind ? kind->label : clause.kind);
        if (kind && has_forms(*kind)) out += fmt::format(" ({})", label(clause.form));
    }
    return out;
}

std::string SummaryRules::default_insertion_services() {
    return CodeLists::embedded().clause_kind(kInsertionServices)->decp.front();
}

SummaryRules SummaryRules::of(std::string_view nature, const std::string& words) {
    SummaryRules out;
    out.concession = is_concession(nature);
    if (!words.empty()) out.insertion_services = words;
    return out;
}

std::vector<std::string> insertion_services_words() {
    return {std::string(kClause), std::string(kCriterion), std::string(kReserved)};
}

std::optional<std::string> summary_of(const std::vector<LotClause>& clauses, const SummaryRules& rules) {
    std::string words;
    for (const LotClause& clause : clauses)
        for (const std::string& word : words_of(clause, rules)) words += (words.empty() ? "" : ", ") + word;
    return parse_social_considerations(words).value();
}

}  // namespace clausier::domain
