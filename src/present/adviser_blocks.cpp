// The adviser's answer as a few paragraphs of a document.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adviser_words.hpp"
#include "clausier/present/adviser.hpp"

namespace clausier::present {
namespace {

// A condition in two lines: its answer, what settled it in the end, what is missing, and its article.
ListItem condition_item(std::string_view name, const domain::MandatoryCondition& condition,
                        const std::vector<core::Issue>& told) {
    const domain::LegalStatement& law = condition.statements.front();
    std::string rest = fmt::format("\u00a0: {}.", domain::label(condition.status));
    if (!condition.why.empty() &&
        (condition.status != domain::ConditionStatus::required || !condition.thresholds.empty()))
        rest += " " + condition.why.back();
    for (const core::Issue& issue : told) rest += " Il manque une donnée\u00a0: " + issue.text + ".";
    if (!law.article.empty()) rest += fmt::format(" ({}, {})", article_text(law.article), statement_state(law));
    for (const domain::LegalStatement& other : condition.statements)
        if (condition.status == domain::ConditionStatus::required && other.key.ends_with(".criterion"))
            rest += fmt::format(" {} ({}, {})", other.text, article_text(other.article), statement_state(other));
    return {{Run{std::string(name), true, false}, Run{rest, false, false}}, {}};
}

// What the environmental condition misses and the social one does not.
std::vector<core::Issue> not_told(const domain::Advice& advice) {
    std::vector<core::Issue> out;
    for (const core::Issue& issue : advice.environmental.missing)
        if (std::find(advice.social.missing.begin(), advice.social.missing.end(), issue) == advice.social.missing.end())
            out.push_back(issue);
    return out;
}

// « Clause d’insertion, recommandée (article L. 2112-2). Pourquoi. Aussi : … »
Paragraph kinds_paragraph(const domain::Advice& advice, std::size_t kinds) {
    const domain::KindAdvice* first = domain::first_advised(advice);
    if (!first) return {{Run{beginning(advice), false, false}}, false};
    std::string rest = fmt::format(", {} ({}).", domain::label(first->fit), articles_of(*first));
    if (!first->why.empty()) rest += " " + first->why.front();
    std::vector<std::string> others;
    for (const domain::KindAdvice& kind : advice.kinds) {
        if (kind.fit > domain::Fit::possible || others.size() + 1 >= kinds) break;
        if (&kind != first)
            others.push_back(fmt::format("{}, {} ({})", kind.label, domain::label(kind.fit), articles_of(kind)));
    }
    if (!others.empty()) rest += fmt::format(" Aussi\u00a0: {}.", fmt::join(others, "\u00a0; "));
    return {{Run{"Clause qui convient\u00a0: " + first->label, true, false}, Run{rest, false, false}}, false};
}

}  // namespace

std::string exception_line(const domain::ConditionException& exception) {
    std::string text = exception.statement.text;
    if (const std::size_t colon = text.find(": "); colon != std::string::npos) text.erase(0, colon + 2);
    return fmt::format("Exception apparente, à motiver par écrit\u00a0: {} {} ({}, {})", text, exception.why,
                       article_text(exception.statement.article), statement_state(exception.statement));
}

std::vector<Block> advice_blocks(const domain::Advice& advice, std::size_t kinds) {
    List list;
    list.items.push_back(condition_item("Condition sociale", advice.social, advice.social.missing));
    for (const domain::ConditionException& one : advice.social.exceptions)
        if (one.apparent) list.items.push_back({{Run{exception_line(one), false, false}}, {}});
    list.items.push_back(condition_item("Condition environnementale", advice.environmental, not_told(advice)));
    return {list, kinds_paragraph(advice, kinds)};
}

}  // namespace clausier::present
