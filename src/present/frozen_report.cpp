// Freezes reports and thaws them.
#include "clausier/present/frozen_report.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <map>
#include <set>

#include "clausier/core/french.hpp"
#include "clausier/present/document_json.hpp"
#include "clausier/present/spaser_report.hpp"
#include "enquiry_words.hpp"
#include "lot_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

constexpr std::string_view format = "clausier.rapport-spaser.1";

// The columns of a figure: which it is, then what may change.
constexpr std::array<std::string_view, 5> key_columns{"acheteur", "annee", "ventilation", "valeur_ventilee",
                                                      "indicateur"};
constexpr std::array<std::string_view, 7> value_columns{"nombre",       "renseignes", "tous",  "montant",
                                                        "montant_tous", "structures", "valeur"};

std::size_t column(const DataTable& table, std::string_view key) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].key == key) return i;
    throw core::Error(core::ErrorKind::invalid, std::string(key), "cette colonne manque au rapport publié");
}

const DataTable& table_of(const FrozenReport& report, std::string_view name) {
    for (const DataTable& one : report.tables)
        if (one.name == name) return one;
    throw core::Error(core::ErrorKind::invalid, std::string(name), "ce tableau manque au rapport publié");
}

using Row = std::vector<std::string>;
std::map<Row, const Row*> by_key(const DataTable& table) {
    std::map<Row, const Row*> out;
    for (const Row& row : table.rows) {
        Row key;
        for (const std::string_view one : key_columns) key.push_back(row.at(column(table, one)));
        out.emplace(std::move(key), &row);
    }
    return out;
}

// What is written for a cell of a table when the row is not there.
std::string cell(const DataTable& table, const Row* row, std::string_view key) {
    return row ? row->at(column(table, key)) : std::string();
}

}  // namespace

FrozenReport freeze(const domain::SpaserReport& report, const std::string& author) {
    return {spaser_report(report, author), spaser_tables(report), report.year, domain::options_text(report.options)};
}

std::string frozen_text(const FrozenReport& report) {
    json::array tables;
    for (const DataTable& one : report.tables) tables.emplace_back(data_json(one));
    return json::serialize(json::object{{"format", format},
                                        {"annee", report.year},
                                        {"options", report.options},
                                        {"document", document_json(report.document)},
                                        {"tableaux", std::move(tables)}});
}

FrozenReport thaw(std::string_view text) {
    FrozenReport out;
    try {
        const json::value value = json::parse(text);
        if (value.at("format").as_string() != format)
            throw core::Error(core::ErrorKind::invalid, "format", "ce rapport a été publié par un autre programme");
        out.year = json::value_to<int>(value.at("annee"));
        out.options = std::string(value.at("options").as_string());
        out.document = read_document(value.at("document"));
        for (const json::value& one : value.at("tableaux").as_array()) out.tables.push_back(read_data(one));
    } catch (const core::Error&) {
        throw;
    } catch (const std::exception&) {
        throw core::Error(core::ErrorKind::invalid, "", "ce contenu n’est pas celui d’un rapport publié");
    }
    return out;
}

std::vector<core::OutSheet> workbook(const FrozenReport& report) {
    std::vector<core::OutSheet> out;
    for (const DataTable& one : report.tables) out.push_back(out_sheet(one));
    return out;
}

std::vector<FigureChange> figure_changes(const FrozenReport& published, const FrozenReport& today) {
    const DataTable& before = table_of(published, "indicateurs");
    const DataTable& after = table_of(today, "indicateurs");
    const auto old_rows = by_key(before);
    const auto new_rows = by_key(after);
    std::map<Row, std::pair<const Row*, const Row*>> all;
    for (const auto& [key, row] : old_rows) all[key].first = row;
    for (const auto& [key, row] : new_rows) all[key].second = row;
    std::vector<FigureChange> out;
    std::set<Row> told;  // denominators, which indicators share
    for (const auto& [key, rows] : all) {
        const DataTable& table = rows.second ? after : before;
        const Row* row = rows.second ? rows.second : rows.first;
        for (const std::string_view name : value_columns) {
            const std::string was = cell(before, rows.first, name);
            const std::string is = cell(after, rows.second, name);
            if (was == is) continue;
            FigureChange one{key[0], key[1],
                             key[4], cell(table, row, "libelle"),
                             key[3], before.columns.at(column(before, name)).title,
                             was,    is};
            if (name.ends_with("tous") && cell(table, row, "unite") != "depenses") {
                if (!told.insert({key[0], key[1], key[2], key[3], std::string(name), was, is}).second) continue;
                one.indicator.clear();
                one.label = "Contrats comptés";
            }
            out.push_back(std::move(one));
        }
    }
    return out;
}

Answer answer(const FrozenReport& report) {
    Answer out;
    out.title = report.document.title;
    out.rows = "indicateurs";
    const DataTable& figures = table_of(report, "indicateurs");
    json::array rows;
    for (const Row& row : figures.rows) {
        json::object one;
        for (std::size_t i = 0; i < row.size(); ++i)
            one[figures.columns[i].key] = row[i].empty() ? json::value(nullptr) : json::value(row[i]);
        rows.emplace_back(std::move(one));
    }
    out.document =
        json::object{{"titre", report.document.title}, {"annee", report.year},
                     {"options", report.options},      {"fait_le", instant_text(report.document.made_at)},
                     {"indicateurs", std::move(rows)}, {"blocs", document_json(report.document).at("blocs")}};
    return out;
}

Answer answer(const std::vector<domain::PublishedReport>& reports) {
    Answer out;
    out.rows = "publications";
    out.title = core::french::count(reports.size(), "rapport publié", "rapports publiés");
    out.table.columns = {"N°", "Acheteur", "Année", "Version", "Publié le", "Empreinte"};
    out.numeric = {true, false, true, true, false, false};
    json::array rows;
    constexpr std::size_t shown_digits = 12;
    for (const domain::PublishedReport& one : reports) {
        rows.push_back({{"id", one.id.value},
                        {"acheteur_id", one.buyer.value},
                        {"acheteur", one.buyer_name},
                        {"annee", one.year},
                        {"version", one.version},
                        {"titre", one.title},
                        {"options", one.options},
                        {"empreinte", one.sha256},
                        {"date", instant_text(one.at)},
                        {"par", actor_text(one.actor)},
                        {"note", one.note}});
        out.table.rows.push_back({std::to_string(one.id.value), one.buyer_name, std::to_string(one.year),
                                  std::to_string(one.version), instant_text(one.at).substr(0, 10),
                                  one.sha256.substr(0, shown_digits)});
    }
    out.document = json::object{{"publications", std::move(rows)}};
    return out;
}

Answer answer(const std::vector<FigureChange>& changes) {
    Answer out;
    out.rows = "ecarts";
    out.title = changes.empty() ? "Aucun chiffre n’a changé depuis la publication"
                                : core::french::count(changes.size(), "chiffre changé", "chiffres changés") +
                                      " depuis la publication";
    out.table.columns = {"Acheteur", "Année", "Indicateur", "Part", "Chiffre", "Publié", "Aujourd’hui"};
    out.numeric = {false, true, false, false, false, true, true};
    json::array rows;
    for (const FigureChange& one : changes) {
        rows.push_back({{"acheteur", one.buyer},
                        {"annee", one.year},
                        {"indicateur", one.indicator},
                        {"libelle", one.label},
                        {"part", one.part},
                        {"chiffre", one.figure},
                        {"publie", one.published},
                        {"aujourdhui", one.today}});
        out.table.rows.push_back({one.buyer, one.year, one.indicator, one.part, one.figure, one.published, one.today});
    }
    out.document = json::object{{"ecarts", std::move(rows)}};
    return out;
}

}  // namespace clausier::present
