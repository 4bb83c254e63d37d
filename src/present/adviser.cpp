// Gives the adviser's answer its document, its table and its blocks.
#include "clausier/present/adviser.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "adviser_words.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

json::array texts(const std::vector<std::string>& list) { return json::array(list.begin(), list.end()); }

json::object rule_json(const domain::LegalStatement& rule) {
    return {{"cle", rule.key},
            {"texte", rule.text},
            {"article", rule.article},
            {"source", rule.citation.source},
            {"url", rule.citation.url},
            {"depuis", json_of(rule.valid_from)},
            {"relu_le", json_of(rule.citation.checked_on)},
            {"verifie", rule.citation.verified},
            {"note", rule.citation.note}};
}

json::array rules_json(const std::vector<domain::LegalStatement>& rules) {
    json::array out;
    for (const domain::LegalStatement& rule : rules) out.push_back(rule_json(rule));
    return out;
}

json::object condition_json(const domain::MandatoryCondition& condition) {
    json::array thresholds;
    for (const domain::UsedThreshold& one : condition.thresholds)
        thresholds.push_back({{"cle", one.amount.key},
                              {"libelle", one.label},
                              {"montant", core::decimal(one.amount.value)},
                              {"source", one.amount.citation.source},
                              {"verifie", one.amount.citation.verified}});
    json::array exceptions;
    for (const domain::ConditionException& one : condition.exceptions)
        exceptions.push_back({{"regle", rule_json(one.statement)}, {"apparente", one.apparent}, {"pourquoi", one.why}});
    json::array missing;
    for (const core::Issue& issue : condition.missing)
        missing.push_back({{"champ", issue.where}, {"texte", issue.text}});
    return {{"statut", domain::code(condition.status)},
            {"libelle", domain::label(condition.status)},
            {"pourquoi", texts(condition.why)},
            {"seuils", std::move(thresholds)},
            {"regles", rules_json(condition.statements)},
            {"exceptions", std::move(exceptions)},
            {"manque", std::move(missing)}};
}

json::object purchase_json(const domain::Purchase& p) {
    return {{"objet", p.object},
            {"cpv", p.cpv},
            {"type", domain::code(p.type)},
            {"categorie", domain::code(p.buyer_category)},
            {"defense", p.defence},
            {"departement", p.department},
            {"besoin_estime", json_of(p.estimated_need)},
            {"duree_mois", json_of(p.duration_months)},
            {"date_consultation", json_of(p.consultation_on)},
            {"siae", json_of(p.insertion.structures)},
            {"siae_ca", json_of(p.insertion.mean_turnover)},
            {"ea_esat", json_of(p.disability.structures)},
            {"ea_esat_ca", json_of(p.disability.mean_turnover)}};
}

json::value labour_json(const std::optional<domain::LabourContent>& labour) {
    if (!labour) return nullptr;
    json::array lots;
    for (const domain::LabourLot& lot : labour->rich_lots)
        lots.push_back({{"lot", lot.name}, {"metier", lot.trade->label}, {"part_mo", core::percent(lot.share.value)}});
    json::array warnings;
    for (const core::Issue& issue : labour->warnings) warnings.emplace_back(issue.text);
    return json::object{
        {"metier", labour->trade ? json::value(labour->trade->label) : json::value(nullptr)},
        {"part_mo", labour->trade ? json::value(core::percent(labour->share.value)) : json::value(nullptr)},
        {"lots", std::move(lots)},
        {"verifie", labour->share.citation.verified},
        {"heures", labour->hours ? json::value(core::decimal(labour->hours->estimate.hours)) : json::value(nullptr)},
        {"avertissements", std::move(warnings)}};
}

json::value supply_json(const std::optional<domain::SupplyResult>& supply) {
    if (!supply) return nullptr;
    return json::object{{"recommandation", domain::supply_advice_name(supply->advice)},
                        {"dependance_pct", json_of(supply->dependency)}};
}

json::object kind_json(const domain::KindAdvice& kind) {
    return {{"code", kind.kind},
            {"libelle", kind.label},
            {"avis", domain::code(kind.fit)},
            {"articles", texts(kind.articles)},
            {"pourquoi", texts(kind.why)},
            {"a_verifier", texts(kind.checks)},
            {"regles", rules_json(kind.statements)}};
}

bool verified(const domain::KindAdvice& kind) {
    return std::all_of(kind.statements.begin(), kind.statements.end(),
                       [](const domain::LegalStatement& rule) { return rule.citation.verified; });
}

// For a column whose head says « Articles »: short, so that what is left to verify is never cut off.
std::string articles_cell(const domain::KindAdvice& kind) {
    std::vector<std::string> out;
    for (const std::string& article : kind.articles) out.push_back(french::articles(article));
    return fmt::format("{}{}", fmt::join(out, ", "), verified(kind) ? "" : ", à vérifier");
}

}  // namespace

std::string article_text(std::string_view articles) {
    std::vector<std::string> out;
    for (std::string_view one : core::split(articles, ',')) {
        one = core::trim(one);
        const bool of_code =
            one.size() > 1 && (one[0] == 'L' || one[0] == 'R' || one[0] == 'D') && one[1] >= '0' && one[1] <= '9';
        if (!of_code) return std::string(articles);
        out.push_back(french::articles(one));
    }
    if (out.size() == 1) return "article\u00a0" + out.front();
    const std::string last = out.back();
    out.pop_back();
    return fmt::format("articles\u00a0{} et {}", fmt::join(out, ", "), last);
}

std::string articles_of(const domain::KindAdvice& kind) {
    return article_text(fmt::format("{}", fmt::join(kind.articles, ","))) +
           (verified(kind) ? "" : ", à vérifier sur Légifrance");
}

std::string beginning(const domain::Advice& advice) {
    if (const domain::KindAdvice* first = domain::first_advised(advice))
        return fmt::format("D’abord\u00a0: {} ({}).", first->label, domain::label(first->fit));
    if (advice.missing.empty()) return "Aucune clause ne se détache\u00a0: voyez ce que chacune demande de vérifier.";
    std::vector<std::string> texts;
    for (const core::Issue& issue : advice.missing) texts.push_back(issue.text);
    return fmt::format("Pour conseiller une clause, il manque\u00a0: {}.", fmt::join(texts, "\u00a0; "));
}

std::string_view statement_state(const domain::LegalStatement& statement) {
    return statement.citation.verified ? "vérifié" : "à vérifier sur Légifrance";
}

std::string condition_line(std::string_view name, const domain::MandatoryCondition& condition) {
    std::string out = fmt::format("{}\u00a0: {}.", name, domain::label(condition.status));
    for (const std::string& why : condition.why) out += " " + why;
    for (const core::Issue& issue : condition.missing) out += " Il manque une donnée\u00a0: " + issue.text + ".";
    return out;
}

Answer answer(const domain::Advice& advice) {
    Answer out;
    out.title = "Conseil pour cet achat";
    out.rows = "clauses";
    out.table.columns = {"Clause", "Avis", "Articles", "Pourquoi"};
    out.numeric = {false, false, false, false};
    json::array kinds;
    for (const domain::KindAdvice& kind : advice.kinds) {
        kinds.push_back(kind_json(kind));
        out.table.rows.push_back({kind.label, std::string(domain::label(kind.fit)), articles_cell(kind),
                                  fmt::format("{}", fmt::join(kind.why, " "))});
    }
    out.lines = {condition_line("Condition sociale", advice.social)};
    for (const domain::ConditionException& one : advice.social.exceptions)
        if (one.apparent) out.lines.push_back(exception_line(one));
    out.lines.push_back(condition_line("Condition environnementale", advice.environmental));
    out.lines.push_back(beginning(advice));
    const domain::KindAdvice* first = domain::first_advised(advice);
    json::array missing;
    for (const core::Issue& issue : advice.missing) missing.push_back({{"champ", issue.where}, {"texte", issue.text}});
    out.document = json::object{{"date", core::iso(advice.on)},
                                {"achat", purchase_json(advice.purchase)},
                                {"type_retenu", domain::code(advice.type)},
                                {"condition_sociale", condition_json(advice.social)},
                                {"condition_environnementale", condition_json(advice.environmental)},
                                {"main_d_oeuvre", labour_json(advice.labour)},
                                {"offre_locale", json::object{{"siae", supply_json(advice.insertion_supply)},
                                                              {"ea_esat", supply_json(advice.disability_supply)}}},
                                {"premiere", first ? json::value(first->kind) : json::value(nullptr)},
                                {"manque", std::move(missing)},
                                {"clauses", std::move(kinds)},
                                {"reference", advice.reference_digest}};
    return out;
}

}  // namespace clausier::present
