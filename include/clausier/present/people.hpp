// People as documents and tables: pseudonyms everywhere, names only in what was asked for by name.
#pragma once
#include <utility>
#include <vector>

#include "clausier/domain/person_record.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// personnes_total, personnes[] (pseudonyme, opcs, declaree_par, creee_le, fin_de_parcours, nom_garde, gel, doublons,
// nom_retire_le, motif_du_retrait).
Answer people_answer(const std::vector<domain::ParticipantLine>& lines, std::int64_t total);
// The same for one, with revision, reunie_a, doublons[] (pseudonyms), gels[], transferts[], retrait_prevu_le.
Answer answer(const domain::PersonSheet& sheet);
// pseudonyme, nom, prenom, naissance.
Answer names_answer(const std::string& pseudonym, const domain::PersonNames& names);
// propositions[] (ancienne, nouvelle, opcs): pairs of records that are one person.
Answer proposals_answer(const std::vector<std::pair<domain::Participant, domain::Participant>>& pairs);
// gels[] (gel_id, pseudonyme when known, nature, motif, jusqu_au, pose_le, pose_par, leve_le).
Answer holds_answer(const std::vector<domain::Hold>& holds);
// a_retirer[], a_venir[], geles[] (pseudonyme, retrait_le), en_parcours, copies[], regles.
Answer answer(const domain::PurgePlan& plan);

// All that is kept of a person, names and health included: what she is given. fiches[] as the sheet, with identite,
// travailleur_handicape and acces[] (date, acteur, action); autres_opcs[] (pseudonyme, opcs): whom else to ask.
Answer answer(const domain::PersonFile& file);
// The same to be printed; `controller` answers for it, `contact` is where she writes.
Document person_document(const domain::PersonFile& file, const std::string& controller, const std::string& contact);

// « dans son parcours », « parcours fini le 1er mars 2026 », « nom retiré le … : effacement demandé ».
std::string state_sentence(const domain::Participant& participant);

}  // namespace clausier::present
