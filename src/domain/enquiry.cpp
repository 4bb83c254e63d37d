// Codes and words of the states of a dossier, and what is found in its sheet.
#include "clausier/domain/enquiry.hpp"

namespace clausier::domain {
namespace {

struct StateWords {
    EnquiryState state;
    std::string_view code;
    std::string_view label;
};

constexpr std::array states = {
    StateWords{EnquiryState::requested, "sollicite", "sollicité"},
    StateWords{EnquiryState::studied, "etudie", "étudié"},
    StateWords{EnquiryState::recommended, "preconise", "préconisé"},
    StateWords{EnquiryState::accepted, "accepte", "accepté"},
    StateWords{EnquiryState::modified, "modifie", "modifié"},
    StateWords{EnquiryState::refused, "refuse", "refusé"},
    StateWords{EnquiryState::in_consultation, "en_consultation", "en consultation"},
    StateWords{EnquiryState::offers_analysed, "offres_analysees", "offres analysées"},
    StateWords{EnquiryState::awarded, "attribue", "attribué"},
};

const StateWords& words(EnquiryState state) {
    for (const StateWords& one : states)
        if (one.state == state) return one;
    return states.front();
}

}  // namespace

std::string_view code(EnquiryState state) { return words(state).code; }
std::string_view label(EnquiryState state) { return words(state).label; }

std::optional<EnquiryState> enquiry_state(std::string_view code) {
    for (const StateWords& one : states)
        if (one.code == code) return one.state;
    return std::nullopt;
}

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
