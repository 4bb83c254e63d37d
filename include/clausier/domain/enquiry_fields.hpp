// The values of a dossier and of its parts, named and written as people read them.
#pragma once
#include <string>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/enquiry.hpp"

namespace clausier::domain {

// `name` is that of forms, documents and faults ("besoin_estime", "lots.2.montant"); `text` is "" when the value is not
// filled in.
struct EnquiryField {
    std::string name;
    std::string label;
    std::string text;
};

// acheteur and opcs (left to the caller), objet, cpv, type, categorie_acheteur, defense, departement, besoin_estime,
// duree_mois, date_consultation, siae, siae_chiffre_affaires, ea_esat, ea_esat_chiffre_affaires, charge (the owner),
// date_demande, date_question, date_publication, date_reponses, publics, modalites, motif_refus, motif_exception, note.
std::vector<EnquiryField> enquiry_fields(const Enquiry& enquiry);
// For the lot of rank n, from 1: lots.n.lot, intitule, metier, cpv, montant, maximum, sans_suite.
std::vector<EnquiryField> enquiry_fields(const std::vector<EnquiryLot>& lots);
// nom, part_mo, taux, cout_horaire, arrondi; for the lot of rank n of the dossier, lots.n.clause, part_mo, taux,
// cout_horaire, heures.
std::vector<EnquiryField> enquiry_fields(const Scenario& scenario, const std::vector<EnquiryLot>& lots);
// poids, note_max; for the sub-criterion of rank n, criteres.n.libelle, poids, attendu.
std::vector<EnquiryField> enquiry_fields(const MarkingGrid& grid);
// entreprise, siret, montant, heures, retenue; for the sub-criterion of rank n, notes.n and notes.n.justification.
std::vector<EnquiryField> enquiry_fields(const Offer& offer, const MarkingGrid& grid);

// The names of the fields in which two states of one thing differ, joined by ", ". A field that one of them has not is
// empty there.
std::string changed_fields(const std::vector<EnquiryField>& before, const std::vector<EnquiryField>& after);

// Two people changed one thing: an Issue for each field in which what is kept and what was typed differ, with both, and
// without its label: the form or the command that shows it says the field.
std::vector<core::Issue> conflict_issues(const std::vector<EnquiryField>& kept, const std::vector<EnquiryField>& typed);

}  // namespace clausier::domain
