// Views of the adviser's answer.
#include "clausier/present/adviser_views.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <boost/json/array.hpp>

#include "adviser_words.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/adviser.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

json::object rule_view(const domain::LegalStatement& rule) {
    const domain::Citation& citation = rule.citation;
    return {{"texte", rule.text},
            {"article", text_or_null(article_text(rule.article))},
            {"source", citation.source},
            {"lien", text_or_null(citation.url)},
            {"relu_le", citation.checked_on ? json::value(french::date(*citation.checked_on)) : json::value(nullptr)},
            {"verifie", citation.verified},
            {"etat", statement_state(rule)}};
}

json::array rules_view(const std::vector<domain::LegalStatement>& rules) {
    json::array out;
    for (const domain::LegalStatement& rule : rules) out.push_back(rule_view(rule));
    return out;
}

std::string_view look(domain::ConditionStatus status) {
    static constexpr std::string_view looks[] = {"alerte", "valide", "valide", "attente"};
    return looks[static_cast<std::size_t>(status)];
}

json::object condition_view(std::string_view id, std::string_view title, const domain::MandatoryCondition& condition) {
    json::array missing;
    for (const core::Issue& issue : condition.missing)
        missing.push_back({{"champ", issue.where}, {"texte", issue.text}});
    json::array thresholds;
    for (const domain::UsedThreshold& one : condition.thresholds)
        thresholds.push_back({{"libelle", one.label},
                              {"montant", french::euros(one.amount.value)},
                              {"lien", "/references/" + one.amount.key},
                              {"source", one.amount.citation.source},
                              {"verifie", one.amount.citation.verified},
                              {"etat", one.amount.citation.verified ? "vérifié" : "à vérifier"}});
    json::array exceptions;
    for (const domain::ConditionException& one : condition.exceptions)
        exceptions.push_back(
            {{"apparente", one.apparent}, {"pourquoi", text_or_null(one.why)}, {"regle", rule_view(one.statement)}});
    return {{"id", id},
            {"titre", title},
            {"statut", domain::label(condition.status)},
            {"classe", look(condition.status)},
            {"pourquoi", json::array(condition.why.begin(), condition.why.end())},
            {"manques", std::move(missing)},
            {"a_des_seuils", !thresholds.empty()},
            {"seuils", std::move(thresholds)},
            {"a_des_exceptions", !exceptions.empty()},
            {"exceptions", std::move(exceptions)},
            {"regles", rules_view(condition.statements)}};
}

json::object kind_view(const domain::KindAdvice& kind) {
    return {{"id", "clause_" + kind.kind},
            {"libelle", kind.label},
            {"articles", articles_of(kind)},
            {"pourquoi", json::array(kind.why.begin(), kind.why.end())},
            {"a_des_verifications", !kind.checks.empty()},
            {"verifications", json::array(kind.checks.begin(), kind.checks.end())},
            {"regles", rules_view(kind.statements)}};
}

std::string_view group_title(domain::Fit fit) {
    static constexpr std::string_view titles[] = {"Clauses recommandées", "Clauses possibles", "Clauses à vérifier",
                                                  "Clauses inadaptées"};
    return titles[static_cast<std::size_t>(fit)];
}

json::array groups_view(const std::vector<domain::KindAdvice>& kinds) {
    json::array out;
    for (const domain::Fit fit :
         {domain::Fit::recommended, domain::Fit::possible, domain::Fit::to_check, domain::Fit::unsuitable}) {
        json::array group;
        for (const domain::KindAdvice& kind : kinds)
            if (kind.fit == fit) group.push_back(kind_view(kind));
        if (group.empty()) continue;
        out.push_back({{"id", "avis_" + std::string(domain::code(fit))},
                       {"titre", group_title(fit)},
                       {"ouvert", fit == domain::Fit::recommended},
                       {"clauses", std::move(group)}});
    }
    return out;
}

json::object announcement(const domain::Advice& advice) {
    return {{"avant", "Condition sociale obligatoire\u00a0: "},
            {"chiffre", domain::label(advice.social.status)},
            {"suite", ". " + beginning(advice)}};
}

}  // namespace

json::object advice_view(const domain::Advice& advice) {
    return {{"annonce", announcement(advice)},
            {"conditions",
             json::array{condition_view("sociale", "Condition sociale d’exécution", advice.social),
                         condition_view("environnementale", "Condition environnementale", advice.environmental)}},
            {"groupes", groups_view(advice.kinds)}};
}

}  // namespace clausier::present
