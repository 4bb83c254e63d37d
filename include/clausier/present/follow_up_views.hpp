// Contacts, exchanges, tasks and weeks as pages show them. Every key is always there.
#pragma once
#include <boost/json/object.hpp>
#include <string>

#include "clausier/domain/week.hpp"

namespace clausier::present {

// "/suivi/marche/12", and the sheet of the subject: "/marches/12", "/lots/3", "/dossiers/4", "/organisations/5".
std::string follow_up_url(domain::Subject subject);
std::string sheet_url(domain::Subject subject);

// Whether its summary begins by the word of its kind, which then need not stand before it: « Appel de la mairie ».
bool says_its_kind(const domain::Exchange& exchange);

// « Semaine du 16 au 22 novembre 2026 », « Semaine du 28 décembre 2026 au 3 janvier 2027 ».
std::string week_title(const domain::Week& week);

// genre, numero, nom, acheteur, quoi (« marché »), fiche (its address), suivi (this page's), contacts[] and
// contacts_lies[] (id, nom, fonction, telephone, courriel, note, de (what it belongs to)),
// echanges[] (id, nature, date, a_venir (bool), resume, compte_rendu[] (lines), a_un_compte_rendu, contact, referent),
// taches[] (id, titre, referent, echeance, en_retard (« en retard de 3 jours » or ""), faite (bool), faite_le).
boost::json::object follow_up_view(const domain::FollowUp& follow_up, core::Date today);

// titre (week_title()), en_cours (bool), vide (bool), retards[] and sans_date[] (tasks),
// passees[] (deadlines), a_du_retard (bool), a_du_sans_date (bool), jours[] (nom (« lundi 16 novembre »), aujourdhui,
// vide, echeances[], echanges[], taches[]). A task: id, titre, referent, echeance, en_retard, faite, quoi, acheteur,
// lien (its follow-up); an exchange: id, nature, a_venir, resume, contact, referent, quoi, acheteur, lien; a deadline:
// nature, date, depassee (bool), quoi, acheteur, referent, lien.
boost::json::object week_view(const domain::Week& week);

}  // namespace clausier::present
