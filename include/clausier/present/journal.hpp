// The journal as documents, tables and what pages show of it.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/domain/journal.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// lignes_total, lignes[] (ligne, date, acteur, action, sujet, detail, empreinte).
Answer answer(const domain::JournalPage& page);
// intact, lignes, lignes_purgees, premiere, derniere (line, date; null without rows), derniere_empreinte, and, when the
// chain is broken, ligne_fautive and faute ("alteree", "disparue").
Answer answer(const domain::JournalCheck& check);

// ligne, quand (« 21 novembre 2026, 10:00:05 UTC »), acteur, action, sujet, lien (the page of the subject, or null),
// detail.
boost::json::array journal_views(const domain::JournalPage& page);
// intact, lignes, purgees, depuis, jusqua, empreinte (null for none); ligne (that of the break, or null), alteree.
boost::json::object journal_check_view(const domain::JournalCheck& check);

}  // namespace clausier::present
