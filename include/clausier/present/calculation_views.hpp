// What the pages of calculations show, and the documents of the calculations that only they make.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "clausier/domain/company.hpp"
#include "clausier/domain/tender_study.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// The document of the hours of a tender (present/hours.hpp), then jours_total, semaines_total, etp_total,
// etp_reference, comparaison[] (taux, heures) and avertissements[] (lot, code, texte).
Answer answer(const domain::TenderStudy& study);

// lots[] (intitule, heures_dues, heures_couvertes, heures_manquantes), embauches[] (intitule, nombre, heures_mois,
// mois, part_comptee, heures), heures_dues, heures_produites, heures_manquantes, heures_en_plus, etapes[].
Answer answer(const domain::CompanyPlan& plan);

// annonce {avant, chiffre, suite}, cles[] (libelle, valeur), lots[] (id, intitule, and montant, heures, jours, formule,
// remarque or null; avertissements[]), explications[] (intitule, etapes[], hypotheses[] of nom, valeur, origine),
// total (libelle, which says of how many lots, montant, heures, jours), ouvert (whether the explanations stand open),
// a_verifier (or null), a_comparer, comparaison (a bar chart).
boost::json::object study_view(const domain::TenderStudy& study);

// Of each lot, in its order: « part 70 % (MEF Sud 77) · coût 35,20 € (Insee 2020) », what reference values stand for
// what was left empty; "" when none does.
std::string reference_line(const domain::LotHours& lot);

// What a calculation of one result shows: annonce {avant, chiffre, suite}, titre, grandeurs[] (libelle, valeur),
// etapes[], avertissements[]. `sought` is the row of the answer's table that is announced; the first when it has none
// such.
boost::json::object result_view(const Answer& answer, std::string_view sought);

// annonce, lots[] (intitule, dues, couvertes, manquantes, couverture: a gauge), total, etapes[].
boost::json::object company_view(const domain::CompanyPlan& plan);

}  // namespace clausier::present
