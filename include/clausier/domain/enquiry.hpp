// A dossier: a buyer's request before the award, its lots, its scenarios, and the state it has reached.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/domain/offer.hpp"
#include "clausier/domain/purchase.hpp"

namespace clausier::domain {

enum class EnquiryState {
    requested,
    studied,
    recommended,
    accepted,
    modified,
    refused,
    in_consultation,
    offers_analysed,
    awarded
};
// "sollicite", "etudie", "preconise", "accepte", "modifie", "refuse", "en_consultation", "offres_analysees", "attribue".
std::string_view code(EnquiryState state);
// "sollicité", "étudié", "préconisé"…: what people read.
std::string_view label(EnquiryState state);
std::optional<EnquiryState> enquiry_state(std::string_view code);

struct Scenario;

// The estimate is what the buyer thinks the lot will cost; `maximum` when it is the ceiling of a framework agreement.
struct EnquiryLot {
    Id<EnquiryLot> id{};
    std::string number;
    std::string title;
    std::string trade;  // key, label or alias; "" to be found from the title or the CPV
    std::string cpv;
    std::optional<core::Euros> estimate;
    bool maximum = false;
    bool operator==(const EnquiryLot&) const = default;
};

// Texts are "" when not known; publics and modalities are codes of the lists. `revision` counts the writes.
struct Enquiry {
    Id<Enquiry> id{};
    Id<Organisation> buyer{};
    Purchase purchase;
    EnquiryState state = EnquiryState::requested;
    std::string owner;  // the facilitator in charge, by name
    core::Date requested_on{};
    std::optional<core::Date> question_due_on;     // the buyer waits for the answer
    std::optional<core::Date> publication_due_on;  // the consultation is to be published
    std::optional<core::Date> answers_due_on;      // bidders must have answered
    std::vector<std::string> publics;
    std::vector<std::string> modalities;
    std::string refusal_reason;
    std::string exception_reason;  // why the mandatory social condition is not applied
    std::string note;
    std::optional<Id<Scenario>> chosen;  // what is recommended, then what the buyer has kept
    std::optional<Id<Market>> market;    // made at the award
    std::int64_t revision = 0;
};

// What a scenario says of one lot. A figure left out is the scenario's, then the reference value's.
struct ScenarioLot {
    Id<EnquiryLot> lot{};
    std::string clause_kind;  // a code of clause_kinds; "" = not decided yet, "none" = no clause on this lot
    std::optional<core::Rate> labour_share;
    std::optional<core::Rate> effort;
    std::optional<core::Euros> hourly_cost;
    std::optional<core::Hours> hours;  // decided by hand, in the stead of the calculation
    bool operator==(const ScenarioLot&) const = default;
};

// One way to answer; several are kept side by side. Lots that it does not name are not decided.
struct Scenario {
    Id<Scenario> id{};
    Id<Enquiry> enquiry{};
    std::string name;
    LotHypotheses hypotheses;
    std::vector<ScenarioLot> lots;
    std::int64_t revision = 0;
};

// A passage from one state to another.
struct EnquiryEvent {
    core::Instant at{};
    std::string actor;
    EnquiryState from = EnquiryState::requested;
    EnquiryState to = EnquiryState::requested;
    std::string note;
};

// A dossier with everything that belongs to it. Lots by their order, scenarios in the order they were made, events and
// offers oldest first.
struct EnquirySheet {
    Enquiry enquiry;
    Organisation buyer;
    std::vector<EnquiryLot> lots;
    std::vector<Scenario> scenarios;
    std::vector<EnquiryEvent> events;
    MarkingGrid grid;
    std::vector<Offer> offers;
    // The chosen scenario, nullptr when none is.
    [[nodiscard]] const Scenario* chosen() const;
};

// What stands in the way of keeping it, each fault in the field it names: "acheteur", "objet", "cpv", "duree_mois",
// "besoin_estime", "departement", "publics", "modalites"; for the lot of rank n, from 1, "lots.n.intitule",
// "lots.n.montant", "lots.n.cpv"; for a scenario "nom", "taux", "part_mo", "cout_horaire", "lots.n.clause"…
std::vector<core::Issue> faults(const Enquiry& enquiry);
std::vector<core::Issue> faults(const std::vector<EnquiryLot>& lots);
std::vector<core::Issue> faults(const Scenario& scenario, const std::vector<EnquiryLot>& lots);

// The states a dossier may go to: those ahead, whose data may be there already, and those before, to take back a step;
// refused only from recommended. An awarded dossier goes nowhere.
std::vector<EnquiryState> next_states(EnquiryState state);
// What is missing to be in `target`, everything that the states on the way to it demand included; each Issue names the
// field and says what to do. Empty when the step can be taken. Conflict when `target` is not among next_states().
std::vector<core::Issue> missing(const EnquirySheet& sheet, EnquiryState target);

}  // namespace clausier::domain
