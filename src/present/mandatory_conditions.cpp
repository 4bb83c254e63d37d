// Writes where markets stand towards the mandatory condition.
#include "clausier/present/mandatory_conditions.hpp"

#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "json_values.hpp"
#include "lot_words.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::ConditionState;

std::string markets(std::int64_t n) { return french::count(static_cast<std::uint64_t>(n), "marché"); }

std::string joined(const std::vector<std::string>& sentences) {
    std::string out;
    for (const std::string& one : sentences) out += (out.empty() ? "" : " ") + one;
    return out;
}

std::string joined(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& one : issues) out += (out.empty() ? "" : "\u00a0; ") + one.text;
    return out;
}

std::string object_of(const domain::Market& market) { return market.object.empty() ? market.reference : market.object; }

std::string day(const std::optional<core::Date>& date) { return date ? french::date(*date) : ""; }
std::string euros(const std::optional<core::Euros>& value) { return value ? french::euros(*value) : ""; }

std::string_view class_of(ConditionState state) {
    switch (state) {
        case ConditionState::conforming:
        case ConditionState::exception:
            return "valide";
        case ConditionState::without:
            return "alerte";
        case ConditionState::to_check:
            return "attente";
        case ConditionState::not_subject:
        case ConditionState::excluded:
            break;
    }
    return "";
}

// A case without the word that opens its sentence.
std::string case_text(std::string_view text) {
    constexpr std::string_view opening = "Exception\u00a0: ";
    return std::string(text.starts_with(opening) ? text.substr(opening.size()) : text);
}

json::array states_json(const domain::ConditionCounts& counts) {
    json::array out;
    for (const ConditionState state : domain::all_condition_states)
        out.push_back(json::object{{"etat", code(state)},
                                   {"libelle", label(state)},
                                   {"marches", counts.of(state).markets},
                                   {"lots", counts.of(state).lots}});
    return out;
}

json::object line_json(const domain::ConditionLine& line) {
    const domain::Market& m = line.market;
    const domain::MarketCondition& c = line.condition;
    return {{"marche_id", m.id.value},
            {"acheteur", line.buyer},
            {"marche", m.reference},
            {"objet", m.object},
            {"date_consultation", json_of(m.consultation_on)},
            {"date_notification", json_of(m.notified_on)},
            {"besoin_estime", json_of(m.estimated_need)},
            {"type", code(c.type)},
            {"etat", code(c.state)},
            {"libelle", label(c.state)},
            {"pourquoi", joined(c.why)},
            {"manque", joined(c.missing)},
            {"lots", c.lots},
            {"lots_avec_condition", c.lots_with_condition},
            {"motif", line.exception ? json::value(line.exception->statement) : json::value()},
            {"motif_texte", line.exception ? line.exception->motive : ""}};
}

json::value kept_json(const std::optional<domain::KeptException>& kept) {
    if (!kept) return nullptr;
    return json::object{{"cle", kept->exception.statement},
                        {"texte", kept->exception.motive},
                        {"date", instant_text(kept->at)},
                        {"par", kept->actor}};
}

template <class List, class Write>
json::array array_of(const List& list, Write write) {
    json::array out;
    for (const auto& one : list) out.push_back(write(one));
    return out;
}

}  // namespace

Answer answer(const domain::ConditionPage& page) {
    Answer out;
    out.title = condition_phrase(page.counts);
    out.rows = "lignes";
    out.table.columns = {"Marché n°", "Acheteur", "Objet", "Consultation", "Besoin estimé HT", "État", "Pourquoi"};
    out.numeric = {true, false, false, false, true, false, false};
    for (const domain::ConditionLine& line : page.lines)
        out.table.rows.push_back(
            {std::to_string(line.market.id.value), line.buyer, object_of(line.market), day(line.market.consultation_on),
             euros(line.market.estimated_need), std::string(label(line.condition.state)),
             line.condition.why.empty() ? joined(line.condition.missing) : line.condition.why.front()});
    const domain::ConditionCount subject = page.counts.subject();
    out.document = json::object{{"etats", states_json(page.counts)},
                                {"soumis", json::object{{"marches", subject.markets}, {"lots", subject.lots}}},
                                {"total", page.total},
                                {"lignes", array_of(page.lines, line_json)}};
    return out;
}

Answer answer(const domain::MarketConditionSheet& sheet) {
    const domain::MarketCondition& c = sheet.condition;
    Answer out;
    out.title = object_of(sheet.sheet.market) + "\u00a0: " + std::string(label(c.state));
    out.table.columns = {"Condition sociale obligatoire", "Valeur"};
    out.numeric = {false, false};
    out.table.rows = {
        {"État", std::string(label(c.state))},
        {"Lots avec condition", french::number(c.lots_with_condition, 1) + " sur " + french::number(c.lots, 1)}};
    if (sheet.exception) out.table.rows.push_back({"Motif enregistré", sheet.exception->exception.motive});
    for (const std::string& why : c.why) out.lines.push_back(why);
    for (const core::Issue& one : c.missing) out.lines.push_back("À vérifier\u00a0: " + one.text + ".");
    out.document = json::object{
        {"marche_id", sheet.sheet.market.id.value},
        {"marche", sheet.sheet.market.reference},
        {"acheteur", sheet.sheet.buyer.label()},
        {"type", code(c.type)},
        {"etat", code(c.state)},
        {"libelle", label(c.state)},
        {"pourquoi", array_of(c.why, [](const std::string& why) { return json::value(why); })},
        {"manque", array_of(c.missing,
                            [](const core::Issue& one) {
                                return json::object{{"champ", one.where}, {"texte", one.text}};
                            })},
        {"lots", c.lots},
        {"lots_avec_condition", c.lots_with_condition},
        {"seuils", array_of(c.law.thresholds,
                            [](const domain::UsedThreshold& one) {
                                return json::object{{"libelle", one.label}, {"montant", json_of(one.amount.value)}};
                            })},
        {"exceptions", array_of(c.law.exceptions,
                                [](const domain::ConditionException& one) {
                                    return json::object{{"cle", one.statement.key},
                                                        {"texte", one.statement.text},
                                                        {"article", one.statement.article},
                                                        {"verifie", one.statement.citation.verified},
                                                        {"apparente", one.apparent}};
                                })},
        {"motif", kept_json(sheet.exception)},
        {"revision", sheet.sheet.market.revision}};
    return out;
}

std::string condition_phrase(const domain::ConditionCounts& counts) {
    const auto of = [&](ConditionState state) { return counts.of(state).markets; };
    const std::int64_t subject = counts.subject().markets;
    std::string out;
    if (subject == 0) {
        out = "Aucun marché n’est soumis à la condition sociale obligatoire";
    } else {
        const std::int64_t with = of(ConditionState::conforming);
        const auto rate = core::mul_div(with, 100, subject, core::Rounding::nearest);
        out = markets(with) + " sur " + french::number(subject, 1) + (subject > 1 ? " soumis" : " soumis") +
              (with > 1 ? " ont" : " a") + " une condition sociale (" + french::number(rate, 1) + "\u00a0%)";
    }
    const std::int64_t excepted = of(ConditionState::exception);
    const std::int64_t doubtful = of(ConditionState::to_check);
    out += "\u00a0; " + french::number(excepted, 1) + (excepted > 1 ? " ont" : " a") + " une exception motivée, " +
           french::number(doubtful, 1) + (doubtful > 1 ? " sont" : " est") + " à vérifier";
    return out;
}

json::object conditions_view(const domain::ConditionPage& page) {
    json::array states;
    for (const ConditionState state : domain::all_condition_states)
        states.push_back(json::object{{"code", code(state)},
                                      {"libelle", label(state)},
                                      {"marches", french::number(page.counts.of(state).markets, 1)},
                                      {"lots", french::number(page.counts.of(state).lots, 1)}});
    json::array lines;
    for (const domain::ConditionLine& line : page.lines)
        lines.push_back(json::object{{"url", "/marches/" + std::to_string(line.market.id.value) + "/condition"},
                                     {"objet", object_of(line.market)},
                                     {"acheteur", line.buyer},
                                     {"consultation", day(line.market.consultation_on)},
                                     {"besoin", euros(line.market.estimated_need)},
                                     {"etat", label(line.condition.state)},
                                     {"classe", class_of(line.condition.state)},
                                     {"pourquoi", line.condition.why.empty() ? "" : line.condition.why.front()},
                                     {"manque", text_or_null(joined(line.condition.missing))}});
    return {{"etats", std::move(states)},
            {"phrase", condition_phrase(page.counts)},
            {"lignes", std::move(lines)},
            {"vide", page.lines.empty()}};
}

json::object condition_view(const domain::MarketConditionSheet& sheet, const domain::Reference& reference,
                            core::Date today) {
    const domain::MarketCondition& c = sheet.condition;
    json::value kept;
    if (sheet.exception)
        kept = json::object{
            {"cas", case_text(domain::legal_statement(sheet.exception->exception.statement, reference, today).text)},
            {"texte", sheet.exception->exception.motive},
            {"quand", day_text(sheet.exception->at)},
            {"par", sheet.exception->actor}};
    const auto text = [](const std::string& one) { return json::object{{"texte", one}}; };
    const bool settled = c.state == ConditionState::not_subject || c.state == ConditionState::excluded;
    return {{"etat", label(c.state)},
            {"classe", class_of(c.state)},
            {"pourquoi", array_of(c.why, text)},
            {"manque", array_of(c.missing, [&](const core::Issue& one) { return text(one.text); })},
            {"a_un_manque", !c.missing.empty()},
            {"motif", std::move(kept)},
            {"peut_motiver", !settled || sheet.exception.has_value()},
            {"dispenses", array_of(c.law.exceptions, [&](const domain::ConditionException& one) {
                 return json::object{{"texte", case_text(one.statement.text)},
                                     {"a_verifier", !one.statement.citation.verified},
                                     {"apparente", one.apparent},
                                     {"pourquoi", one.why}};
             })}};
}

std::vector<std::pair<std::string, std::string>> exception_options(domain::PurchaseType type,
                                                                   const domain::Reference& reference,
                                                                   core::Date today) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::string& key : domain::condition_exception_keys(type))
        out.emplace_back(key, case_text(domain::legal_statement(key, reference, today).text));
    return out;
}

}  // namespace clausier::present
