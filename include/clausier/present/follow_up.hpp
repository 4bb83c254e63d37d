// Contacts, exchanges, tasks and weeks as documents and tables. Every key is always there.
#pragma once
#include "clausier/domain/week.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// genre ("organisation", "dossier", "marche", "lot"), numero, nom, acheteur, then contacts[], contacts_lies[],
// echanges[] and taches[] as below.
Answer answer(const domain::FollowUp& follow_up, core::Date today);
// contacts[]: contact_id, nom, fonction, telephone, courriel, note, genre, numero, objet (what it belongs to),
// revision; those of the subject, then those related to it.
Answer contacts_answer(const domain::FollowUp& follow_up);
// echanges[]: echange_id, date, nature ("appel", "reunion", "visite", "message"), resume, compte_rendu, contact_id,
// contact, referent, a_venir (bool), revision.
Answer exchanges_answer(const domain::FollowUp& follow_up, core::Date today);
// taches[]: tache_id, titre, referent, echeance, faite_le, en_retard (bool), revision.
Answer tasks_answer(const domain::FollowUp& follow_up, core::Date today);

// lundi, dimanche, jour (today), referent, referents[], elements[]: date, nature ("tache", "echange", "echeance"), etat
// ("en_retard", "a_faire", "faite", "a_venir", "passe"), libelle, genre, numero (of the subject), objet, acheteur,
// referent, id (of the task or the exchange, null for a deadline). Late ones first, then by day, those without date
// last.
Answer answer(const domain::Week& week);

}  // namespace clausier::present
