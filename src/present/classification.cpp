// Writes contracts to classify and classifications.
#include "clausier/present/classification.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "json_values.hpp"
#include "lot_words.hpp"
#include "market_view_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

std::string contracts(std::int64_t n) { return french::count(static_cast<std::uint64_t>(n), "contrat"); }

std::string lot_label(const std::string& reference, const std::string& number) {
    return number.empty() ? reference : reference + ", lot\u00a0" + number;
}

std::string amount(const std::optional<core::Euros>& value) { return value ? french::euros(*value) : ""; }

json::array ids_json(const std::vector<domain::Id<domain::Lot>>& ids) {
    json::array out;
    for (const auto& id : ids) out.emplace_back(id.value);
    return out;
}

json::object line_json(const domain::UnclassifiedContract& line) {
    const auto& suggestion = line.suggestion;
    return {{"lot_id", line.lot.value},
            {"marche_id", line.market.value},
            {"acheteur", line.buyer},
            {"marche", line.reference},
            {"lot", line.lot_number},
            {"objet", line.object},
            {"cpv", line.cpv},
            {"annee", line.year == 0 ? json::value() : json::value(line.year)},
            {"montant", json_of(line.amount)},
            {"suggestion", suggestion ? json::value(domain::text_of(suggestion->decision)) : json::value()},
            {"suggestion_libelle", suggestion ? suggestion->decision.label() : ""},
            {"raison", suggestion ? suggestion->reason : ""},
            {"decision", ""}};
}

std::string state(const domain::Classification& one) {
    return one.undone_at ? "annulé le " + day_text(*one.undone_at) : "en place";
}

}  // namespace

std::string progress_phrase(const domain::UnclassifiedPage& page) {
    return contracts(page.left) + (page.left > 1 ? " restent" : " reste") + " à classer sur " +
           french::number(page.all, 1);
}

json::value progress_gauge(const domain::UnclassifiedPage& page) {
    const std::int64_t done = page.all - page.left;
    return gauge(done, page.all,
                 french::number(done, 1) + " sur " + contracts(page.all) + (done > 1 ? " renseignés" : " renseigné"));
}

Answer answer(const domain::UnclassifiedPage& page, domain::ClauseAxis axis) {
    Answer out;
    out.title = progress_phrase(page) + " (" + std::string(label(axis)) + ")";
    out.rows = "lignes";
    out.table.columns = {"Lot n°", "Acheteur", "Marché", "Objet", "CPV", "Montant HT", "Suggestion", "Raison"};
    out.numeric = {true, false, false, false, false, true, false, false};
    json::array lines;
    for (const domain::UnclassifiedContract& line : page.lines) {
        lines.push_back(line_json(line));
        out.table.rows.push_back({std::to_string(line.lot.value), line.buyer,
                                  lot_label(line.reference, line.lot_number), line.object, line.cpv,
                                  amount(line.amount), line.suggestion ? line.suggestion->decision.label() : "",
                                  line.suggestion ? line.suggestion->reason : ""});
    }
    out.document = json::object{
        {"considerations", code(axis)}, {"restent", page.left}, {"contrats", page.all}, {"lignes", std::move(lines)}};
    return out;
}

Answer answer(const domain::ClassificationSheet& sheet) {
    const domain::Classification& one = sheet.classification;
    Answer out;
    out.title = "Classement n°\u00a0" + std::to_string(one.id.value) + " du " + day_text(one.at) + ", " + state(one);
    out.rows = "lignes";
    out.table.columns = {"Lot n°", "Marché", "Objet", "Donné", "Changé depuis"};
    out.numeric = {true, false, false, false, false};
    json::array lines;
    for (const domain::ClassifiedContract& line : sheet.contracts) {
        lines.push_back(json::object{{"lot_id", line.lot.value},
                                     {"marche_id", line.market.value},
                                     {"marche", line.reference},
                                     {"lot", line.lot_number},
                                     {"objet", line.object},
                                     {"donne", line.given},
                                     {"change", line.changed}});
        out.table.rows.push_back({std::to_string(line.lot.value), lot_label(line.reference, line.lot_number),
                                  line.object, line.given, line.changed ? "oui" : ""});
    }
    out.document =
        json::object{{"classement", one.id.value},
                     {"date", instant_text(one.at)},
                     {"par", one.actor},
                     {"considerations", code(one.axis)},
                     {"contrats", one.contracts},
                     {"annule_le", one.undone_at ? json::value(instant_text(*one.undone_at)) : json::value()},
                     {"lignes", std::move(lines)}};
    return out;
}

Answer answer(const domain::ClassificationOutcome& outcome, domain::ClauseAxis axis) {
    Answer out;
    const std::int64_t made = outcome.made ? outcome.made->contracts : 0;
    out.title = contracts(made) + (made > 1 ? " classés" : " classé") +
                (outcome.made ? " (classement n°\u00a0" + std::to_string(outcome.made->id.value) + ")" : "");
    const auto told = [&](const std::vector<domain::Id<domain::Lot>>& lots, std::string_view why) {
        if (lots.empty()) return;
        std::string numbers;
        for (const auto& lot : lots) numbers += (numbers.empty() ? "" : ", ") + std::to_string(lot.value);
        out.remarks.push_back(
            core::warning("contrat_laisse", "lots laissés de côté, " + std::string(why) + "\u00a0: " + numbers));
    };
    told(outcome.filled, "ils disent déjà quelque chose");
    told(outcome.unknown, "ils n’existent pas");
    out.document = json::object{{"classement", outcome.made ? json::value(outcome.made->id.value) : json::value()},
                                {"considerations", code(axis)},
                                {"contrats", made},
                                {"deja_renseignes", ids_json(outcome.filled)},
                                {"inconnus", ids_json(outcome.unknown)}};
    return out;
}

json::array unclassified_views(const std::vector<domain::UnclassifiedContract>& lines) {
    json::array out;
    for (const domain::UnclassifiedContract& line : lines)
        out.push_back(
            json::object{{"id", line.lot.value},
                         {"lot_url", "/lots/" + std::to_string(line.lot.value)},
                         {"objet", line.object.empty() ? lot_label(line.reference, line.lot_number) : line.object},
                         {"acheteur", line.buyer},
                         {"cpv", line.cpv},
                         {"montant", amount(line.amount)},
                         {"annee", line.year == 0 ? "" : std::to_string(line.year)},
                         {"a_suggestion", line.suggestion.has_value()},
                         {"suggestion", line.suggestion ? line.suggestion->decision.label() : ""},
                         {"raison", line.suggestion ? line.suggestion->reason : ""},
                         {"ecrite", line.suggestion && line.suggestion->is_written}});
    return out;
}

namespace {

json::object brief(const domain::Classification& one) {
    return {{"id", one.id.value},
            {"quand", day_text(one.at)},
            {"par", one.actor},
            {"considerations", label(one.axis)},
            {"contrats", contracts(one.contracts)},
            {"annule", one.undone_at.has_value()},
            {"etat", state(one)},
            {"url", "/spaser/classer/" + std::to_string(one.id.value)}};
}

}  // namespace

json::array classification_views(const std::vector<domain::Classification>& list) {
    json::array out;
    for (const domain::Classification& one : list) out.push_back(brief(one));
    return out;
}

json::object classification_view(const domain::ClassificationSheet& sheet) {
    json::object out = brief(sheet.classification);
    json::array lines;
    for (const domain::ClassifiedContract& line : sheet.contracts)
        lines.push_back(json::object{{"lot_url", "/lots/" + std::to_string(line.lot.value)},
                                     {"marche", lot_label(line.reference, line.lot_number)},
                                     {"objet", line.object},
                                     {"donne", line.given},
                                     {"change", line.changed}});
    const bool blocked = std::any_of(sheet.contracts.begin(), sheet.contracts.end(),
                                     [](const domain::ClassifiedContract& line) { return line.changed; });
    out["lignes"] = std::move(lines);
    out["bloque"] = blocked;
    out["annulable"] = !blocked && !sheet.classification.undone_at;
    return out;
}

}  // namespace clausier::present
