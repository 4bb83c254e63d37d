// Commitments: what a holder owes on a lot, kept as a history that is never overwritten.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/calculation.hpp"
#include "clausier/domain/calculation_spending.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::domain {

enum class CommitmentUnit { hours, people, euros, actions };
inline constexpr std::array all_commitment_units = {CommitmentUnit::hours, CommitmentUnit::people,
                                                    CommitmentUnit::euros, CommitmentUnit::actions};
// "heures", "personnes", "euros", "actions".
std::string_view code(CommitmentUnit unit);
// « heures », « personnes », « euros », « actions ».
std::string_view label(CommitmentUnit unit);
std::optional<CommitmentUnit> commitment_unit(std::string_view code);

// A quantity of the unit of its commitment, in hundredths: 1/100 h, cents, 1/100 person.
struct CommittedUnit {
    static constexpr std::int64_t scale = 100;
};
using Committed = core::Quantity<CommittedUnit>;
inline Committed committed(core::Hours hours) { return Committed::of(hours.parts()); }
inline core::Hours hours_of(Committed quantity) { return core::Hours::of(quantity.parts()); }
// « 1 200 h », « 3 personnes », « 12,50 € », « 1 action ».
std::string said(Committed quantity, CommitmentUnit unit);

// What one version says. Its quantity is never negative: the kind tells whether it adds, replaces or takes away.
//   minimum: asked by the market; offered: by the bid, binding when higher; amended: by a written amendment, replaces
//   all that was due before it but transfers and carries; tranche, renewal: adds once confirmed;
//   invoiced: due by F4 on what is invoiced to date (the last one counts, of a framework agreement);
//   forecast: what a framework agreement may come to, shown beside and never due;
//   transferred_out, transferred_in: moved between members of a consortium;
//   carried_in: a surplus of another lot, which takes from what is due here; carried_out: it is used up there, and adds
//   to what must be done here, so that an hour never counts twice.
enum class VersionKind {
    minimum,
    offered,
    amended,
    tranche,
    renewal,
    invoiced,
    forecast,
    transferred_out,
    transferred_in,
    carried_in,
    carried_out
};
inline constexpr std::array all_version_kinds = {
    VersionKind::minimum,        VersionKind::offered,    VersionKind::amended,    VersionKind::tranche,
    VersionKind::renewal,        VersionKind::invoiced,   VersionKind::forecast,   VersionKind::transferred_out,
    VersionKind::transferred_in, VersionKind::carried_in, VersionKind::carried_out};
// "minimum", "offre", "avenant", "tranche", "reconduction", "facture", "prevision", "cede", "recu", "report_entrant",
// "report_sortant".
std::string_view code(VersionKind kind);
// « minimum demandé », « offre », « avenant », « tranche optionnelle », « reconduction », « facturé »…
std::string_view label(VersionKind kind);
std::optional<VersionKind> version_kind(std::string_view code);

// One line of the history. Texts are "" when not known.
struct CommitmentVersion {
    int rank = 0;  // from 1, in the order of writing
    VersionKind kind = VersionKind::minimum;
    Committed quantity;
    std::optional<core::Euros> invoiced;  // of the kind invoiced: the whole amount invoiced to date, excl. tax
    core::Date since{};                   // the first day it holds
    bool confirmed = true;                // a tranche or a renewal counts only then
    std::optional<int> replaces;          // a wrong version, which counts no more on any day
    std::string reason;
    std::string reference;                // of the document: amendment, order, agreement
    std::optional<core::Date> agreed_on;  // of the written agreement of a transfer or a carry
    bool taken_over = false;              // came with an opening import (« repris »)
    core::Instant at{};
    std::string actor;  // "compte/3"
    bool operator==(const CommitmentVersion&) const = default;
};

// F4 of a framework agreement: one hour a whole tranche invoiced, from a threshold.
struct InvoiceRule {
    core::Euros tranche;
    core::Euros threshold;
    ThresholdMode mode = ThresholdMode::trigger;
    bool operator==(const InvoiceRule&) const = default;
};

// The goal of a commitment that is the whole of what is due, not a sub-goal.
inline constexpr std::string_view whole_goal = "whole";

struct Commitment {
    Id<Commitment> id{};
    Id<Lot> lot{};
    std::optional<Id<Organisation>> holder;  // a member of a consortium; absent: the lot as a whole
    CommitmentUnit unit = CommitmentUnit::hours;
    std::string goal{whole_goal};          // or a code of sub_goals
    std::optional<Id<Commitment>> parent;  // of a sub-goal: the commitment it is a part of
    std::optional<core::Rate> share;       // of a sub-goal: what part of what its parent owes (F10)
    std::optional<InvoiceRule> on_invoices;
    std::vector<CommitmentVersion> versions;  // by rank
    std::int64_t revision = 0;
    [[nodiscard]] bool whole() const { return goal == whole_goal; }
};

// One version and what it did to what is due that day, 0 when it does not count; `why` says so in French.
struct DueLine {
    int rank = 0;
    bool counts = false;
    Committed effect;  // signed
    std::string why;
};
struct Due {
    Committed amount;                   // never negative
    std::optional<Committed> forecast;  // of a framework agreement, beside what is due
    std::vector<DueLine> lines;         // of every version, by rank; the effects of those that count, and the part of
                                        // its parent, sum to `amount` unless more is taken away than is due
    std::vector<Step> steps;
};
// What is due on a day: max(minimum, offered), or the last amendment; plus confirmed tranches and renewals since; the
// last invoiced figure when it is higher; plus and minus transfers and carries. `parent`: what its parent owes that
// day, for a sub-goal that is a share of it (its own versions of kind minimum, offered and amended then win).
Due due(const Commitment& commitment, core::Date on, std::optional<Committed> parent = std::nullopt);

// The quantity of a version of kind invoiced: F4 of the amount invoiced to date, in hours.
Committed invoiced_quantity(const InvoiceRule& rule, core::Euros invoiced, const Reference& reference, core::Date on);

// Faults in "unite", "objectif", "part" (a share outside 0–100 %, of no parent), "tranche", "seuil".
std::vector<core::Issue> faults(const Commitment& commitment);
// Faults of one more version: "quantite", "depuis", "reference", "convenu_le" (a transfer or a carry needs the date and
// the reference of its written agreement), "motif" (an amendment or a replacement needs one), "remplace", "facture".
// More taken away than is due that day is refused, where it is known (`parent` as due() has it).
std::vector<core::Issue> faults(const CommitmentVersion& version, const Commitment& commitment,
                                std::optional<Committed> parent = std::nullopt);

}  // namespace clausier::domain
