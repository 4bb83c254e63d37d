// Turns answers into rows.
#include "clausier/present/tables.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "clausier/core/dates.hpp"
#include "clausier/core/table.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
using core::CellKind;

// Names of things: they may look like decimals or dates and are neither.
constexpr std::array<std::string_view, 16> kNames = {
    "marche",     "lot",     "objet", "intitule",  "cle",       "titre",  "nom",      "acheteur",
    "titulaires", "libelle", "code",  "reference", "telephone", "resume", "referent", "entreprise"};

bool is_name(std::string_view key) { return std::find(kNames.begin(), kNames.end(), key) != kNames.end(); }

std::string cell_text(const json::value& value) {
    if (value.is_null()) return "";
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_bool()) return value.get_bool() ? "true" : "false";
    if (value.is_array()) {
        std::string out;
        for (const json::value& item : value.get_array()) out += (out.empty() ? "" : " | ") + cell_text(item);
        return out;
    }
    return json::serialize(value);
}

// As cell_text, but a thing that has a name is called by it.
std::string readable_text(const json::value& value) {
    if (const json::array* list = value.if_array()) {
        std::string out;
        for (const json::value& item : *list) out += (out.empty() ? "" : ", ") + readable_text(item);
        return out;
    }
    if (const json::object* object = value.if_object())
        for (const char* key : {"nom", "libelle", "id"})
            if (const json::value* name = object->if_contains(key))
                if (std::string text = cell_text(*name); !text.empty()) return text;
    return cell_text(value);
}

bool is_decimal(std::string_view text) {
    const std::size_t start = text.starts_with("-") ? 1 : 0;
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && dot > start && dot + 1 < text.size() &&
           text.find_first_not_of("0123456789.", start) == std::string_view::npos &&
           text.find('.', dot + 1) == std::string_view::npos;
}

std::vector<std::string> keys_of(const std::vector<const json::object*>& objects) {
    std::vector<std::string> keys;
    for (const json::object* object : objects)
        for (const auto& [key, value] : *object)
            if (std::find(keys.begin(), keys.end(), std::string_view(key)) == keys.end()) keys.emplace_back(key);
    return keys;
}

core::Table flat(const Answer& answer) {
    const std::vector<const json::object*> objects = row_objects(answer);
    core::Table table;
    table.columns = keys_of(objects);
    for (const json::object* object : objects) {
        std::vector<std::string> row;
        for (const std::string& column : table.columns) {
            const json::value* value = object->if_contains(column);
            row.push_back(value ? cell_text(*value) : "");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

TypedCell typed(std::string_view key, const json::value& value) {
    if (value.is_null()) return {};
    if (value.is_number()) return {CellKind::number, json::serialize(value)};
    if (value.is_bool()) return {CellKind::boolean, value.get_bool() ? "true" : "false"};
    std::string text = readable_text(value);
    if (text.empty()) return {};
    if (value.is_string() && !is_name(key)) {
        if (is_decimal(text)) return {CellKind::number, std::move(text)};
        if (core::parse_iso_date(text)) return {CellKind::date, std::move(text)};
    }
    return {CellKind::text, std::move(text)};
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

struct Title {
    std::string_view key;
    std::string_view text;
};

// What capitals and spaces alone would not make readable; part_mo and taux are numbers of percent in documents.
constexpr std::array<Title, 47> kTitles = {{{"acheteur_id", "Identifiant de l’acheteur"},
                                            {"annee", "Année"},
                                            {"besoin_estime", "Besoin estimé HT (€)"},
                                            {"categorie_acheteur", "Catégorie d’acheteur"},
                                            {"clause_libelle", "Clause"},
                                            {"clauses", "Clausés"},
                                            {"considerations_sociales", "Considérations sociales"},
                                            {"cout_horaire", "Coût horaire (€)"},
                                            {"cpv", "CPV"},
                                            {"date_demande", "Demandé le"},
                                            {"date_notification", "Notifié le"},
                                            {"demandes", "Demandés"},
                                            {"departement", "Département"},
                                            {"duree_mois", "Durée (mois)"},
                                            {"echeance", "Prochaine échéance"},
                                            {"echeance_nature", "Nature de l’échéance"},
                                            {"etat", "État"},
                                            {"etat_libelle", "État, en clair"},
                                            {"etp", "ETP"},
                                            {"etudies", "Étudiés"},
                                            {"heures_brutes", "Heures avant arrondi"},
                                            {"heures_decidees", "Heures décidées"},
                                            {"heures_engagees", "Heures engagées"},
                                            {"heures_minimum", "Heures exigées"},
                                            {"heures_proposees", "Heures proposées"},
                                            {"hypotheses", "Hypothèses"},
                                            {"intitule", "Intitulé"},
                                            {"libelle", "Libellé"},
                                            {"lot_id", "Id du lot"},
                                            {"lots_a_decider", "Lots à décider"},
                                            {"lots_avec_clause", "Lots avec clause"},
                                            {"marche", "Marché"},
                                            {"marche_derive", "Référence dérivée"},
                                            {"marche_id", "Id du marché"},
                                            {"metier", "Métier"},
                                            {"montant", "Montant HT (€)"},
                                            {"montant_estime", "Montant estimé HT (€)"},
                                            {"montant_max", "Montant maximum HT (€)"},
                                            {"montant_min", "Montant minimum HT (€)"},
                                            {"offre_id", "Id de l’offre"},
                                            {"part_mo", "Part de main-d’œuvre (%)"},
                                            {"referent", "Suivi par"},
                                            {"refuses", "Refusés"},
                                            {"scenario_retenu", "Id du scénario retenu"},
                                            {"taux", "Taux d’effort (%)"},
                                            {"taux_clausables", "Clausables, % des étudiés"},
                                            {"taux_clauses", "Clausés, % des étudiés"}}};

}  // namespace

std::vector<const json::object*> row_objects(const Answer& answer) {
    std::vector<const json::object*> out;
    const auto collect = [&](const json::array& list) {
        for (const json::value& item : list)
            if (item.is_object()) out.push_back(&item.get_object());
    };
    if (answer.document.is_array())
        collect(answer.document.get_array());
    else if (!answer.rows.empty())
        collect(answer.document.at(answer.rows).as_array());
    else if (answer.document.is_object())
        out.push_back(&answer.document.get_object());
    return out;
}

std::string csv(const Answer& answer) { return core::to_csv(flat(answer)); }

std::string csv_fr(const Answer& answer) {
    core::Table table = flat(answer);
    for (auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            if (is_decimal(row[i]) && !is_name(table.columns[i])) row[i][row[i].find('.')] = ',';
    return "\xEF\xBB\xBF" + core::to_csv(table, ';', core::CsvSafety::guarded);
}

TypedTable typed_table(const Answer& answer) {
    const std::vector<const json::object*> objects = row_objects(answer);
    const std::vector<std::string> keys = keys_of(objects);
    TypedTable out;
    for (const std::string& key : keys) out.titles.push_back(column_title(key));
    std::vector<std::size_t> needed;
    for (const std::string& title : out.titles) needed.push_back(characters(title));
    for (const json::object* object : objects) {
        std::vector<TypedCell>& row = out.rows.emplace_back();
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const json::value* value = object->if_contains(keys[i]);
            row.push_back(value ? typed(keys[i], *value) : TypedCell{});
            needed[i] = std::max(needed[i], characters(row.back().text));
        }
    }
    for (const std::size_t width : needed)
        out.widths.push_back(static_cast<int>(std::clamp<std::size_t>(width + 2, 8, 60)));
    return out;
}

std::string column_title(std::string_view key) {
    const auto* known =
        std::find_if(kTitles.begin(), kTitles.end(), [&](const Title& title) { return title.key == key; });
    if (known != kTitles.end()) return std::string(known->text);
    std::string out(key);
    std::replace(out.begin(), out.end(), '_', ' ');
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

}  // namespace clausier::present
