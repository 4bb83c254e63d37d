// What each member of a consortium owes, split by what each invoices, and what members move between them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/commitment.hpp"

namespace clausier::domain {

// What a consortium is (« groupement »): each answers for its part, or each for the whole.
enum class Liability { single, joint, several };
// "seul", "conjoint", "solidaire".
std::string_view code(Liability liability);
// « titulaire seul », « groupement conjoint », « groupement solidaire ».
std::string_view label(Liability liability);
std::optional<Liability> liability(std::string_view code);

struct HolderShare {
    Id<Organisation> holder{};
    core::Euros invoiced;  // or the amount it is to invoice
    bool leader = false;   // mandataire
    bool operator==(const HolderShare&) const = default;
};
struct HolderDue {
    Id<Organisation> holder{};
    Committed owes;         // its part: parts always sum to the whole
    Committed answers_for;  // the whole of it in a « groupement solidaire », its part otherwise
};
// Largest remainder by what is invoiced (F12), to whole hours; equal parts while nothing is invoiced. Throws
// Error(invalid) when there is no holder or an amount is negative.
std::vector<HolderDue> split_due(Committed whole, const std::vector<HolderShare>& shares, Liability liability);

// A transfer between two members: two versions, one of each commitment, of the same quantity, day and agreement.
struct Transfer {
    Committed quantity;
    core::Date since{};
    core::Date agreed_on{};
    std::string reference;
    std::string reason;
};
struct TransferVersions {
    CommitmentVersion out;
    CommitmentVersion in;
};
// Throws Error(invalid) with the faults of either (commitments of other lots, units or goals; more than is due).
TransferVersions transfer(const Transfer& transfer, const Commitment& from, const Commitment& to);
// A surplus of one lot carried to another, by written agreement: carried_out of the first, carried_in of the second.
// `surplus`: what the first has validated beyond what it owes. Throws Error(invalid) with the faults.
TransferVersions carry(const Transfer& transfer, const Commitment& from, const Commitment& to, Committed surplus);

}  // namespace clausier::domain
