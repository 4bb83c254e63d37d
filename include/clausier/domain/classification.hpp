// Contracts that say nothing of their considerations, and what a person gives to several of them at once.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/clause_suggestion.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/domain/organisation.hpp"
#include "clausier/domain/sector.hpp"

namespace clausier::domain {

// A contract to classify. Texts are "" when not known.
struct UnclassifiedContract {
    Id<Lot> lot{};
    Id<Market> market{};
    std::string buyer;
    std::string reference;
    std::string lot_number;
    std::string object;  // of the market, then of the lot when it is another
    std::string cpv;
    std::optional<core::Euros> amount;
    int year = 0;  // of notification; 0 when not known
    std::optional<ClauseSuggestion> suggestion{};
};

// A page of them. `left` and `all`: how many remain, and how many there are, filled in or not, of
// the same buyer, year, sector, text and CPV.
struct UnclassifiedPage {
    std::vector<UnclassifiedContract> lines;
    std::int64_t left = 0;
    std::int64_t all = 0;
};

// What one contract is given.
struct ContractDecision {
    Id<Lot> lot{};
    ClauseDecision decision;
};

// A decision as files and commands write it: codes of clauses ("insertion, training:critere") or official words of the
// environment, "aucune" for no consideration; nothing for "". Faults of parse_lot_clauses() and
// parse_environmental_considerations().
core::Result<std::optional<ClauseDecision>> parse_decision(ClauseAxis axis, std::string_view text);
// What parse_decision() reads back.
std::string text_of(const ClauseDecision& decision);

// A classification as it was accepted, by whom and when.
struct Classification {
    Id<Classification> id{};
    core::Instant at{};
    std::string actor;
    ClauseAxis axis = ClauseAxis::social;
    std::int64_t contracts = 0;
    std::optional<core::Instant> undone_at;
};

// A contract of a classification.
struct ClassifiedContract {
    Id<Lot> lot{};
    Id<Market> market{};
    std::string reference;
    std::string lot_number;
    std::string object;
    std::string given;     // as people read it
    bool changed = false;  // by a hand or an import since: it stands in the way of undoing
};

struct ClassificationSheet {
    Classification classification;
    std::vector<ClassifiedContract> contracts;
};

// Contracts named one by one, each once: those to classify, and those that cannot be.
struct ChosenContracts {
    std::vector<UnclassifiedContract> lines;
    std::vector<Id<Lot>> filled;   // they say something already
    std::vector<Id<Lot>> unknown;  // there is no such contract
};

// What a classification made of what it was asked.
struct ClassificationOutcome {
    std::optional<Classification> made;  // absent when nothing was left to classify
    std::vector<Id<Lot>> filled;         // left out: they say something already
    std::vector<Id<Lot>> unknown;        // left out: there is no such contract
};

}  // namespace clausier::domain
