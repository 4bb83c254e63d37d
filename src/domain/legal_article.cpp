// Citing articles, with what was verified and what was not.
#include "clausier/domain/legal_article.hpp"

#include <algorithm>
#include <vector>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/legal_statement.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view to_verify = " (à vérifier sur Légifrance)";

std::vector<std::string> listed(std::string_view articles) {
    std::vector<std::string> out;
    for (const std::string_view one : core::split(articles, ','))
        if (const std::string_view trimmed = core::trim(one); !trimmed.empty()) out.emplace_back(trimmed);
    return out;
}

bool cites(std::string_view articles, std::string_view article) {
    const auto all = listed(articles);
    return std::find(all.begin(), all.end(), article) != all.end();
}

}  // namespace

bool article_verified(std::string_view article) {
    const auto& kinds = CodeLists::embedded().clause_kinds;
    const auto& sentences = legal_statements();
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const ClauseKind& one) { return one.verified && cites(one.article, article); }) ||
           std::any_of(sentences.begin(), sentences.end(),
                       [&](const LegalStatement& one) { return one.citation.verified && cites(one.article, article); });
}

std::string cited(std::string_view articles) {
    const auto all = listed(articles);
    if (all.empty()) return "";
    if (core::french::articles(all.front()) == all.front()) return std::string(articles);
    const bool none = std::none_of(all.begin(), all.end(), article_verified);
    std::string out = all.size() > 1 ? "articles" : "article";
    for (std::size_t i = 0; i < all.size(); ++i) {
        out += i == 0 ? "\u00a0" : i + 1 == all.size() ? " et " : ", ";
        out += core::french::articles(all[i]);
        if (!none && !article_verified(all[i])) out += to_verify;
    }
    out += " du code de la commande publique";
    if (none) out += to_verify;
    return out;
}

}  // namespace clausier::domain
