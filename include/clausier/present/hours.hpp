// The hours of a tender as a document, as a page to print, and as rows of a workbook.
#pragma once
#include <string>

#include "clausier/domain/lot_hours.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// lots[] (acheteur, marche, lot, intitule, montant, part_mo, taux, cout_horaire, heures, heures_brutes, jours,
// semaines, etp, formule, hypotheses, remarque), lots_calcules, lots_sans_heures, montant_total, heures_total,
// reference (digest).
Answer answer(const domain::TenderHours& tender);

// A page of its own (no outside file, no script), ready to print: the lots, their formula in numbers, the total, and
// the reference values used with their sources. `title` names the tender; `on` dates it.
std::string hours_page(const domain::TenderHours& tender, std::string_view title, core::Date on);

}  // namespace clausier::present
