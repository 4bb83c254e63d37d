// Faults, marks and ranks of offers.
#include "clausier/domain/offer.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "value_faults.hpp"

namespace clausier::domain {
namespace {

using core::Fraction;
using core::Rounding;

const Mark* mark_of(const Offer& offer, Id<SubCriterion> criterion) {
    for (const Mark& mark : offer.marks)
        if (mark.criterion == criterion) return &mark;
    return nullptr;
}

// The sum of marks times weights, in marks; nothing while one is missing.
std::optional<Fraction> exact_mark(const MarkingGrid& grid, const Offer& offer) {
    if (grid.criteria.empty()) return std::nullopt;
    Fraction sum;
    for (const SubCriterion& criterion : grid.criteria) {
        const Mark* mark = mark_of(offer, criterion.id);
        if (!mark) return std::nullopt;
        sum = sum + Fraction(criterion.weight) * Fraction(mark->hundredths, 100);
    }
    return sum;
}

}  // namespace

std::vector<core::Issue> faults(const MarkingGrid& grid) {
    ValueFaults out;
    out.share("poids", grid.criteria.empty() ? std::nullopt : std::optional(grid.weight));
    if (grid.best < 1 || grid.best > 1000)
        out.refuse("note_max", "note_max", "la meilleure note est un nombre entier de 1 à 1 000\u00a0; corrigez-la");
    Fraction sum;
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        ValueFaults one("criteres." + std::to_string(i + 1) + ".");
        if (core::trim(grid.criteria[i].label).empty())
            one.refuse("libelle", "libelle_absent", "dites ce que ce sous-critère juge");
        one.share("poids", grid.criteria[i].weight);
        sum = sum + Fraction(grid.criteria[i].weight);
        out.add(std::move(one).take());
    }
    if (!grid.criteria.empty() && sum != Fraction(1))
        out.refuse("criteres." + std::to_string(grid.criteria.size()) + ".poids", "poids_total",
                   "les poids des sous-critères font " + core::french::percent(sum.to<core::Rate>(Rounding::nearest)) +
                       "\u00a0; corrigez-les pour qu’ils fassent 100\u00a0%");
    return std::move(out).take();
}

std::vector<core::Issue> faults(const Offer& offer, const MarkingGrid& grid) {
    ValueFaults out;
    if (core::trim(offer.company).empty()) out.refuse("entreprise", "entreprise_absente", "nommez l’entreprise");
    if (offer.identifier.scheme == "SIRET" && !offer.identifier.empty())
        if (const auto siret = core::Siret::parse(offer.identifier.text); !siret)
            out.refuse("siret", siret.error().code, siret.error().text);
    out.positive("montant", offer.amount);
    out.not_negative("heures", offer.hours);
    std::size_t known = 0;
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        const Mark* mark = mark_of(offer, grid.criteria[i].id);
        if (!mark) continue;
        ++known;
        if (mark->hundredths < 0 || mark->hundredths > grid.best * 100)
            out.refuse("notes." + std::to_string(i + 1), "note_hors_bornes",
                       "une note va de 0 à " + core::french::number(grid.best, 1) + "\u00a0; corrigez-la");
    }
    if (known != offer.marks.size())
        out.refuse("notes", "sous_critere_inconnu",
                   "une note porte deux fois sur un sous-critère, ou sur un sous-critère que la grille n’a "
                   "plus\u00a0; relisez la grille");
    return std::move(out).take();
}

std::vector<OfferScore> scores(const MarkingGrid& grid, const std::vector<Offer>& offers) {
    std::vector<OfferScore> out;
    for (const Offer& offer : offers) {
        OfferScore score{offer.id, std::nullopt, std::nullopt, std::nullopt};
        if (const auto exact = exact_mark(grid, offer)) {
            score.mark = exact->rounded(100, Rounding::nearest);
            // The whole award has 100 points.
            score.points =
                (Fraction(100) * Fraction(grid.weight) * *exact / Fraction(grid.best)).rounded(100, Rounding::nearest);
        }
        out.push_back(score);
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (!out[i].mark) continue;
        std::int64_t better = 0;
        for (std::size_t j = 0; j < out.size(); ++j)
            if (offers[j].lot == offers[i].lot && out[j].mark && *out[j].mark > *out[i].mark) ++better;
        out[i].rank = better + 1;
    }
    return out;
}

core::Hours binding_hours(core::Hours minimum, const std::optional<core::Hours>& offered) {
    return offered ? std::max(minimum, *offered) : minimum;
}

}  // namespace clausier::domain
