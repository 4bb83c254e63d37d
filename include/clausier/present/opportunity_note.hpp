// The opportunity note: one page for the buyer, made during the call.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/adviser.hpp"
#include "clausier/domain/enquiry_study.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// What a note is written from. `study`: of the scenario that answers, nullptr when none is made yet. `structures`: the
// names of those that could do the work, none known when empty: the note then gives the counts declared. `clause`: a
// ready text, in few lines; a short one is written when empty.
struct OpportunityNote {
    const domain::EnquirySheet& sheet;
    const domain::ScenarioStudy* study = nullptr;
    const domain::Advice& advice;
    std::vector<std::string> structures{};
    std::vector<Block> clause{};
    std::string author{};  // the instance
    core::Instant made_at{};
};

// The study a note is written from: of the scenario asked for, else of the chosen one, else the first; nullptr when
// there is none. Throws Error(not_found) when the dossier has not the one asked for.
const domain::ScenarioStudy* study_for_note(const domain::EnquirySheet& sheet,
                                            const std::vector<domain::ScenarioStudy>& studies,
                                            std::optional<domain::Id<domain::Scenario>> asked);

// Fits one page of A4: lots with a clause come first, and beyond six rows the others are summed; lots without a clause
// stand in one row, those abandoned are left out.
Document opportunity_note(const OpportunityNote& note);

// dossier, objet, acheteur, etat, date, scenario (its name, or null), heures, jours, semaines, etp, lots[] (lot,
// intitule, montant, clause, heures, jours, remarques[]), structures (noms[], siae, ea_esat), a_faire[],
// echeances[] (nom, date) and conseil (the adviser's document).
Answer answer(const OpportunityNote& note);

}  // namespace clausier::present
