// Codes and words of the states of a dossier, and what is found in its sheet.
#include "clausier/domain/enquiry.hpp"

#include <array>

#include "coded_words.hpp"

namespace clausier::domain {
namespace {

constexpr std::array states = {
    CodedWord<EnquiryState>{EnquiryState::requested, "sollicite", "sollicité"},
    CodedWord<EnquiryState>{EnquiryState::studied, "etudie", "étudié"},
    CodedWord<EnquiryState>{EnquiryState::recommended, "preconise", "préconisé"},
    CodedWord<EnquiryState>{EnquiryState::accepted, "accepte", "accepté"},
    CodedWord<EnquiryState>{EnquiryState::modified, "modifie", "modifié"},
    CodedWord<EnquiryState>{EnquiryState::refused, "refuse", "refusé"},
    CodedWord<EnquiryState>{EnquiryState::in_consultation, "en_consultation", "en consultation"},
    CodedWord<EnquiryState>{EnquiryState::offers_analysed, "offres_analysees", "offres analysées"},
    CodedWord<EnquiryState>{EnquiryState::awarded, "attribue", "attribué"},
};

}  // namespace

std::string_view code(EnquiryState state) { return word_of(states, state).code; }
std::string_view label(EnquiryState state) { return word_of(states, state).label; }
std::optional<EnquiryState> enquiry_state(std::string_view code) { return value_of_code(states, code); }

ScenarioLot Scenario::choice(Id<EnquiryLot> lot) const {
    for (const ScenarioLot& one : lots)
        if (one.lot == lot) return one;
    ScenarioLot undecided;
    undecided.lot = lot;
    return undecided;
}

const Scenario* EnquirySheet::chosen() const {
    if (!enquiry.chosen) return nullptr;
    for (const Scenario& one : scenarios)
        if (one.id == *enquiry.chosen) return &one;
    return nullptr;
}

}  // namespace clausier::domain
