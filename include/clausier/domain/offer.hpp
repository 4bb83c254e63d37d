// Offers on the lots of a dossier: what bidders commit to, and how the social criterion marks them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/codes.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::domain {

struct EnquiryLot;

// A part of the social criterion; the weights of a grid sum to 100 %.
struct SubCriterion {
    Id<SubCriterion> id{};
    std::string label;
    core::Rate weight;
    std::string expected;  // what earns the best mark
    bool operator==(const SubCriterion&) const = default;
};

// The social criterion of a dossier: its weight among all the criteria of the award, and the best mark.
struct MarkingGrid {
    core::Rate weight;
    std::int64_t best = 10;
    std::vector<SubCriterion> criteria;
    bool operator==(const MarkingGrid&) const = default;
};

// A mark in hundredths, from 0 to the grid's best, with why.
struct Mark {
    Id<SubCriterion> criterion{};
    std::int64_t hundredths = 0;
    std::string justification;
    bool operator==(const Mark&) const = default;
};

struct Offer {
    Id<Offer> id{};
    Id<EnquiryLot> lot{};
    std::string company;
    core::Identifier identifier;  // may be empty
    std::optional<core::Euros> amount;
    std::optional<core::Hours> hours;  // offered; absent: the minimum
    std::vector<Mark> marks;
    bool kept = false;  // the offer that wins the lot
    std::int64_t revision = 0;
};

// The mark of an offer by the grid, in hundredths of a mark, and in hundredths of a point of the whole award (its
// weight times mark ÷ best), both rounded once, half up; absent while a sub-criterion has no mark. Rank 1 is the best
// of its lot; equal marks share a rank.
struct OfferScore {
    Id<Offer> offer{};
    std::optional<std::int64_t> mark;
    std::optional<std::int64_t> points;
    std::optional<std::int64_t> rank;
};

// Faults of a grid ("criteres.n.libelle", "criteres.n.poids", "poids", "note_max") and of an offer ("entreprise",
// "siret", "montant", "heures", "notes.n").
std::vector<core::Issue> faults(const MarkingGrid& grid);
std::vector<core::Issue> faults(const Offer& offer, const MarkingGrid& grid);

// One score an offer, in their order.
std::vector<OfferScore> scores(const MarkingGrid& grid, const std::vector<Offer>& offers);

// The hours that bind: the greater of the minimum and what was offered.
core::Hours binding_hours(core::Hours minimum, const std::optional<core::Hours>& offered);

}  // namespace clausier::domain
