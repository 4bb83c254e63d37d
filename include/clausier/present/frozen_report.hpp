// A report frozen: document, tables and options as one JSON text, from which every format is made again.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/spaser_report.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/data_table.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

struct FrozenReport {
    Document document;
    std::vector<DataTable> tables;
    int year = 0;
    std::string options;  // domain::options_text()
};
FrozenReport freeze(const domain::SpaserReport& report, const std::string& author);

// The text that is kept and whose fingerprint is published: the same report gives the same text.
std::string frozen_text(const FrozenReport& report);
// Back from it. Throws Error(invalid) when it is none.
FrozenReport thaw(std::string_view text);

// A Frictionless data package (zip): each table as CSV, its Table Schema in datapackage.json, and a word on the whole.
// `fingerprint`: of the publication, "" when there is none.
std::string data_package(const FrozenReport& report, const std::string& fingerprint);
// The sheets of the workbook: Indicateurs, Cibles, Contrats comptés, Exclus, Méthode.
std::vector<core::OutSheet> workbook(const FrozenReport& report);

// A figure that was published and is another today. "" where one of the two has none. What indicators share, the number
// and the amount of all contracts, is told once, without an indicator.
struct FigureChange {
    std::string buyer, year, indicator, label, part, figure;
    std::string published, today;
};
std::vector<FigureChange> figure_changes(const FrozenReport& published, const FrozenReport& today);

// titre, annee, options, fait_le, document (blocs as document_view()), tableaux[] (nom, titre, lignes).
Answer answer(const FrozenReport& report);
// publications[] (id, acheteur_id, acheteur, annee, version, titre, options, empreinte, date, par, note).
Answer answer(const std::vector<domain::PublishedReport>& reports);
// ecarts[] (acheteur, annee, indicateur, libelle, part, chiffre, publie, aujourdhui).
Answer answer(const std::vector<FigureChange>& changes);

}  // namespace clausier::present
