// The answer to an elected member's question for programs and workbooks.
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/elected_question.hpp"
#include "elected_question_parts.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

using domain::Counted;

json::value rate_json(std::int64_t part, std::int64_t whole) { return json_of(domain::rate_of(part, whole)); }

json::object counts_json(const Counted& part, const Counted& all) {
    return {{"contrats", part.contracts},
            {"montant", json_of(part.amount)},
            {"sans_montant", part.without_amount},
            {"tous", all.contracts},
            {"tous_montant", json_of(all.amount)},
            {"taux_nombre", rate_json(part.contracts, all.contracts)},
            {"taux_montant", rate_json(part.amount.parts(), all.amount.parts())}};
}

json::array cells_json(const ElectedQuestion& question) {
    json::array out;
    for (std::size_t r = 0; r < question.rows.size(); ++r)
        for (std::size_t c = 0; c < question.columns.size(); ++c) {
            if (question.all[r][c].contracts == 0) continue;
            json::object row{{"ligne", question.rows[r].code},
                             {"ligne_libelle", question.rows[r].label},
                             {"colonne", question.columns[c].code},
                             {"colonne_libelle", question.columns[c].label}};
            for (auto& [key, value] : counts_json(question.parts[r][c], question.all[r][c])) row[key] = value;
            out.push_back(std::move(row));
        }
    return out;
}

json::array contracts_json(const DataTable& contracts) {
    json::array out;
    for (const auto& row : contracts.rows) {
        json::object one;
        for (std::size_t i = 0; i < contracts.columns.size(); ++i) one[contracts.columns[i].key] = row[i];
        out.push_back(std::move(one));
    }
    return out;
}

std::string text_of(const json::value& value) {
    if (value.is_null()) return "";
    return value.is_string() ? std::string(value.get_string()) : std::to_string(value.to_number<std::int64_t>());
}

}  // namespace

void add(Counted& sum, const Counted& one) {
    sum.contracts += one.contracts;
    sum.without_amount += one.without_amount;
    sum.amount += one.amount;
}

Counted total_of(const std::vector<std::vector<Counted>>& cells) {
    Counted out;
    for (const auto& row : cells)
        for (const Counted& one : row) add(out, one);
    return out;
}

std::string contract_cell(const DataColumn& column, const std::string& text) {
    if (column.type == DataType::euros)
        if (const auto amount = core::parse_euros(text)) return core::french::euros(*amount);
    if (column.type == DataType::date)
        if (const auto date = core::parse_iso_date(text)) return core::french::date(*date);
    return text;
}

Answer answer(const ElectedQuestion& question) {
    json::array method;
    for (const std::string& sentence : question.method) method.emplace_back(sentence);
    Answer out;
    out.title = "Question d’élu";
    out.rows = "cases";
    out.document = json::object{
        {"question", question_text(question)},
        {"date", core::iso(question.on)},
        {"indicateur", question.indicator ? json::value(question.indicator->code) : json::value(nullptr)},
        {"lignes", domain::code(question.by_rows)},
        {"colonnes", question.by_columns ? json::value(domain::code(*question.by_columns)) : json::value(nullptr)},
        {"total", counts_json(total_of(question.parts), total_of(question.all))},
        {"cases", cells_json(question)},
        {"methode", std::move(method)},
        {"contrats", contracts_json(question.contracts)},
        {"contrats_total", question.contracts_total}};
    return out;
}

std::vector<DataTable> question_tables(const ElectedQuestion& question) {
    DataTable cells{"reponse",
                    "Réponse",
                    {{"ligne_libelle", std::string(domain::label(question.by_rows)), DataType::text},
                     {"colonne_libelle",
                      question.by_columns ? std::string(domain::label(*question.by_columns)) : std::string("Colonne"),
                      DataType::text},
                     {"contrats", "Contrats", DataType::integer},
                     {"montant", "Montant HT (€)", DataType::euros},
                     {"sans_montant", "Sans montant compté", DataType::integer},
                     {"tous", "Tous les contrats", DataType::integer},
                     {"tous_montant", "Montant de tous (€)", DataType::euros},
                     {"taux_nombre", "Part en nombre", DataType::percent},
                     {"taux_montant", "Part en montant", DataType::percent}},
                    {}};
    for (const json::value& cell : cells_json(question)) {
        std::vector<std::string> row;
        for (const DataColumn& column : cells.columns) row.push_back(text_of(cell.as_object().at(column.key)));
        cells.rows.push_back(std::move(row));
    }
    DataTable method{"methode", "Méthode", {{"texte", "Texte", DataType::text}}, {}};
    method.rows.push_back({question_text(question)});
    method.rows.push_back({"Chiffres au " + core::french::date(question.on)});
    for (const std::string& sentence : question.method) method.rows.push_back({sentence});
    return {std::move(cells), question.contracts, std::move(method)};
}

}  // namespace clausier::present
