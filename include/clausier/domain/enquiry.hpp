// A dossier: a buyer's request before the award, its lots, its scenarios, and the state it has reached.
#pragma once
#include <array>
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
inline constexpr std::array all_enquiry_states = {
    EnquiryState::requested,       EnquiryState::studied,         EnquiryState::recommended,
    EnquiryState::accepted,        EnquiryState::modified,        EnquiryState::refused,
    EnquiryState::in_consultation, EnquiryState::offers_analysed, EnquiryState::awarded};
// "sollicite", "etudie", "preconise", "accepte", "modifie", "refuse", "en_consultation", "offres_analysees",
// "attribue".
std::string_view code(EnquiryState state);
// "sollicité", "étudié", "préconisé"…: what people read.
std::string_view label(EnquiryState state);
std::optional<EnquiryState> enquiry_state(std::string_view code);

struct Scenario;

// The lots a dossier may have.
inline constexpr std::size_t kMostLots = 100;
class Reference;

// The estimate is what the buyer thinks the lot will cost; `maximum` when it is the ceiling of a framework agreement.
// An abandoned lot (« sans suite », « infructueux ») asks for nothing more and does not go into the market.
struct EnquiryLot {
    Id<EnquiryLot> id{};
    std::string number;
    std::string title;
    std::string trade;  // key, label or alias; "" to be found from the title or the CPV
    std::string cpv;
    std::optional<core::Euros> estimate;
    bool maximum = false;
    bool abandoned = false;
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
    std::optional<Id<Scenario>> chosen;       // what is recommended, then what the buyer has kept
    std::optional<Id<Scenario>> recommended;  // what was chosen on the day it was recommended; none before
    std::optional<Id<Market>> market;         // made at the award
    std::optional<Id<Organisation>> opcs;     // the OPCS that answers the buyer
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
    // What it says of a lot; not decided when it does not name it.
    [[nodiscard]] ScenarioLot choice(Id<EnquiryLot> lot) const;
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
    std::string opcs{};  // the name of the one that answers, "" without
    // The chosen scenario, nullptr when none is.
    [[nodiscard]] const Scenario* chosen() const;
};

// What stands in the way of keeping it, each fault in the field it names (the names of enquiry_fields.hpp): "acheteur",
// "objet", "cpv", "duree_mois", "besoin_estime", "departement", "publics", "modalites", "date_publication" (before the
// request), "date_reponses" (before the consultation or its publication); for the lot of rank n, from 1,
// "lots.n.lot", "lots.n.intitule", "lots.n.montant", "lots.n.cpv"; for a scenario "nom", "taux", "part_mo",
// "cout_horaire", "lots" and, n being the lot's rank in the dossier, "lots.n.clause", "lots.n.taux", "lots.n.part_mo",
// "lots.n.cout_horaire", "lots.n.heures".
std::vector<core::Issue> faults(const Enquiry& enquiry);
std::vector<core::Issue> faults(const std::vector<EnquiryLot>& lots);
std::vector<core::Issue> faults(const Scenario& scenario, const std::vector<EnquiryLot>& lots);

// The lots of a dossier once a buyer's table has been read. A lot of the same number is the same lot, or of the same
// title when the table has no number: it keeps its id and takes what the table says. New ones come after the others,
// and those without a number take the next free one. With `only`, lots that the table does not have go, and its order
// holds.
std::vector<EnquiryLot> merged_lots(std::vector<EnquiryLot> kept, const std::vector<EnquiryLot>& read, bool only);

// How far a state is on the way, from 0; the three answers of the buyer are equally far.
int progress(EnquiryState state);
// Whether one comes before the other on the way of a dossier; accepted, modified and refused stand side by side.
bool before(EnquiryState one, EnquiryState other);
// Whether the buyer has said yes, as it is or modified: what was accepted does not change any more.
bool agreed(EnquiryState state);
// The states a dossier may go to: those before, to take back a step, and those ahead, whose data may be there already,
// but never beyond the buyer's answer before it is given; refused, by any dossier that is not answered, and nothing is
// ahead of it. An awarded dossier goes nowhere.
std::vector<EnquiryState> next_states(EnquiryState state);
// What a step is judged by besides the dossier. `condition_required`: the social condition is mandatory for its
// purchase; false while the adviser is not sure.
struct StepFacts {
    core::Date today{};
    bool condition_required = false;
};
StepFacts step_facts(const Enquiry& enquiry, const Reference& reference, core::Date today);
// What is missing to be in `target`, everything that the states on the way to it demand included; each Issue names the
// field and says what to do: those of faults(), and "scenario", "motif_refus", "motif_exception", "date_consultation",
// "date_reponses", "grille", "lots.n.offres", "lots.n.notes", "lots.n.offre_retenue". A refusal asks for its reason
// alone. Empty when the step can be taken, as going back can, unless from a refusal to what was never recommended.
// Throws Error(conflict) when `target` is not among next_states().
std::vector<core::Issue> missing(const EnquirySheet& sheet, EnquiryState target, const StepFacts& facts);

}  // namespace clausier::domain
