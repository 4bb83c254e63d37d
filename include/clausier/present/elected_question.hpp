// A question that an elected member asks of contracts (« question d’élu »), answered on one page: the question in
// words, the day, the table, the picture, the method and the contracts behind.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/indicator.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/data_table.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// A value of the rows or of the columns: its code and what people read of it.
struct QuestionValue {
    std::string code;
    std::string label;
};

// Contracts by rows and columns; `parts` are in the numerator of the indicator, `all` in any case (the same without an
// indicator). Shapes: parts[row][column]. Without columns there is one, of empty label.
struct ElectedQuestion {
    const domain::IndicatorInfo* indicator = nullptr;  // nullptr: contracts are counted
    std::string scope;                                 // « notifiés en 2025 par la Commune de Valbrume »
    domain::Dimension by_rows{};
    std::optional<domain::Dimension> by_columns;
    std::vector<QuestionValue> rows;
    std::vector<QuestionValue> columns;
    std::vector<std::vector<domain::Counted>> parts;
    std::vector<std::vector<domain::Counted>> all;
    std::vector<std::string> method;
    DataTable contracts;               // those counted, the first ones at least
    std::int64_t contracts_total = 0;  // of all of them
    core::Date on{};
    std::string author{};  // the instance
    core::Instant made_at{};
};

// « Combien de contrats …, par secteur et par année ? »
std::string question_text(const ElectedQuestion& question);
// One page of A4: beyond a few rows and columns the others are summed, and of the contracts the first are named.
Document document(const ElectedQuestion& question);
// question, date, indicateur, lignes, colonnes, total{contrats, montant, tous, tous_montant, taux_nombre,
// taux_montant}, cases[] (ligne, ligne_libelle, colonne, colonne_libelle, contrats, montant, sans_montant, tous,
// tous_montant, taux_nombre, taux_montant), methode[], contrats[], contrats_total.
Answer answer(const ElectedQuestion& question);
// The cells and the contracts, for a workbook.
std::vector<DataTable> question_tables(const ElectedQuestion& question);

}  // namespace clausier::present
