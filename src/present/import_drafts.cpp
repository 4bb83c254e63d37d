// Gives imports in progress and decisions their documents.
#include "clausier/present/import_drafts.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/imports.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
using domain::info;

std::string instant(core::Instant at) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
}

std::string day_of(core::Instant at) {
    return core::french::date(core::Date(std::chrono::floor<std::chrono::days>(at)));
}

json::array texts(const std::vector<std::string>& list) {
    json::array out;
    for (const std::string& text : list) out.emplace_back(text);
    return out;
}

json::object field(domain::Field known) { return {{"champ", info(known).key}, {"champ_libelle", info(known).label}}; }

json::object column(const domain::ColumnPreview& preview) {
    json::object out{{"numero", preview.index + 1}, {"lettre", preview.letters}, {"libelle", preview.header}};
    for (auto& [key, value] : field(preview.field)) out[key] = value;
    out["score"] = preview.score;
    out["origine"] = domain::text(preview.how);
    out["a_decider"] = preview.undecided();
    out["exemples"] = texts(preview.samples);
    json::array suggestions;
    for (const domain::Suggestion& suggestion : preview.suggestions)
        suggestions.emplace_back(json::object{{"champ", info(suggestion.field).key},
                                              {"libelle", info(suggestion.field).label},
                                              {"score", suggestion.score}});
    out["propositions"] = std::move(suggestions);
    return out;
}

json::object decision_json(const domain::Decision& decision) {
    json::object out = field(decision.field);
    out["valeur"] = decision.value;
    out["decision"] = domain::code(decision.ruling);
    out["sens"] = decision.meaning;
    out["decide_le"] = decision.at ? json::value(instant(*decision.at)) : json::value(nullptr);
    out["par"] = decision.actor;
    return out;
}

json::array issues(const std::vector<core::Issue>& list) {
    json::array out;
    for (const core::Issue& issue : list)
        out.emplace_back(json::object{{"code", issue.code}, {"ou", issue.where}, {"texte", issue.text}});
    return out;
}

json::object draft_json(const domain::ImportDraft& draft) {
    json::object out{{"import", draft.id},
                     {"fichier", draft.file},
                     {"etape", domain::text(draft.step)},
                     {"en_repos", domain::is_at_rest(draft.step)},
                     {"expire_le", instant(draft.expires_at)},
                     {"lu", draft.done},
                     {"total", draft.total},
                     {"devant", draft.ahead},
                     {"feuilles", texts(draft.sheets)},
                     {"feuille", draft.choices.sheet},
                     {"ligne_entetes", draft.header_row},
                     {"profil", draft.profile},
                     {"profil_libelle", draft.profile_label}};
    json::array columns;
    for (const domain::ColumnPreview& preview : draft.columns) columns.emplace_back(column(preview));
    out["colonnes"] = std::move(columns);
    out["champs_absents"] = draft.missing;
    out["acheteur_a_donner"] = draft.needs_buyer;
    out["peut_etre_lu"] = draft.can_be_read();
    out["valeurs"] = unknown_json(draft.unknown);
    out["valeurs_non_listees"] = draft.unknown.more;
    out["remarques"] = issues(draft.remarks);
    out["erreurs"] = issues(draft.faults);
    out["enregistrements_entiers"] = draft.complete;
    out["bilan"] = draft.outcome ? answer(*draft.outcome).document : json::value(nullptr);
    return out;
}

}  // namespace

json::array unknown_json(const domain::UnknownValues& unknown) {
    json::array out;
    for (const domain::UnknownValue& value : unknown.values) {
        json::object one = field(value.field);
        one["valeur"] = value.value;
        one["colonne"] = value.column;
        one["nombre"] = value.count;
        one["premiere_ligne"] = value.first_line;
        json::array near;
        for (const domain::ValueChoice& choice : value.near)
            near.emplace_back(json::object{{"code", choice.value}, {"libelle", choice.label}});
        one["propositions"] = std::move(near);
        one["peut_etre_gardee"] = domain::may_keep(value.field);
        one["decision"] = value.decision ? json::value(decision_json(*value.decision)) : json::value(nullptr);
        out.emplace_back(std::move(one));
    }
    return out;
}

Answer answer(const domain::ImportDraft& draft) {
    Answer out;
    out.document = draft_json(draft);
    out.rows = "colonnes";
    out.title = "Import de " + draft.file + ", étape « " + std::string(domain::text(draft.step)) + " »";
    out.table.columns = {"Colonne", "Libellé", "Champ", "Exemples"};
    out.numeric = {false, false, false, false};
    for (const domain::ColumnPreview& preview : draft.columns)
        out.table.rows.push_back({preview.letters, preview.header, std::string(info(preview.field).label),
                                  fmt::format("{}", fmt::join(preview.samples, " · "))});
    out.remarks = draft.remarks;
    return out;
}

Answer answer(const std::vector<domain::Decision>& decisions) {
    Answer out;
    json::array list;
    out.rows = "decisions";
    out.title = "Décisions sur les valeurs inconnues";
    out.table.columns = {"Champ", "Valeur", "Décision", "Lue", "Décidé le", "Par"};
    out.numeric = {false, false, false, false, false, false};
    for (const domain::Decision& decision : decisions) {
        list.emplace_back(decision_json(decision));
        out.table.rows.push_back({std::string(info(decision.field).label), decision.value,
                                  std::string(domain::code(decision.ruling)), decision.meaning,
                                  decision.at ? day_of(*decision.at) : "", decision.actor});
    }
    if (decisions.empty())
        out.lines.push_back("Aucune décision : « clausier importer » dit les valeurs qu’il ne connaît pas.");
    out.document = json::object{{"decisions", std::move(list)}};
    return out;
}

std::vector<core::OutCell> line_cells(std::uint64_t line, std::uint64_t header_row,
                                      const std::map<std::uint64_t, domain::LineRemarks>& remarks) {
    using core::Style;
    if (line == header_row)
        return {{std::string("Sort de la ligne"), Style::header}, {std::string("Erreurs et remarques"), Style::header}};
    const auto found = remarks.find(line);
    if (found == remarks.end()) return {{std::string("retenue")}};
    const domain::LineRemarks& said = found->second;
    const std::string fate = said.kept ? "retenue" : said.rejected ? "rejetée" : "ignorée";
    std::vector<core::OutCell> out{{fate, said.rejected ? Style::error : Style::plain}};
    std::string text;
    for (const core::Issue& issue : said.issues) text += (text.empty() ? "" : "\n") + issue.sentence();
    if (!text.empty()) out.push_back({text, said.rejected ? Style::error : Style::warning});
    return out;
}

}  // namespace clausier::present
