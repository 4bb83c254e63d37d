// F12: the largest remainder.
#include "clausier/domain/split.hpp"

#include <algorithm>
#include <numeric>

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

using core::Error;
using core::ErrorKind;
using core::Fraction;
using core::Hours;
using core::Rounding;

Fraction sum_of(const std::vector<Fraction>& weights) {
    if (weights.empty()) throw Error(ErrorKind::invalid, "option --parts", "aucune part ; donnez par exemple 3,2,2");
    Fraction sum(0);
    for (const Fraction& weight : weights) {
        if (weight < Fraction(0))
            throw Error(ErrorKind::invalid, "option --parts", "une part ne peut pas être négative ; corrigez-la");
        sum = sum + weight;
    }
    if (sum == Fraction(0))
        throw Error(ErrorKind::invalid, "option --parts", "toutes les parts sont nulles ; donnez au moins une part");
    return sum;
}

}  // namespace

SplitResult split(Hours total, const std::vector<Fraction>& weights, Hours step) {
    require_positive(total, "option --total", true);
    require_positive(step, "option --pas");
    const Fraction sum = sum_of(weights);
    const std::int64_t steps = total.parts() / step.parts();
    std::vector<std::int64_t> shares;
    std::vector<Fraction> remainders;
    std::int64_t given = 0;
    for (const Fraction& weight : weights) {
        const Fraction quota = Fraction(steps) * weight / sum;
        shares.push_back(quota.rounded(1, Rounding::down));
        remainders.push_back(quota - Fraction(shares.back()));
        given += shares.back();
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    const auto left_over = static_cast<std::size_t>(steps - given);
    for (std::size_t i = 0; i < left_over; ++i) ++shares[order[i]];

    SplitResult out;
    for (const std::int64_t share : shares) out.parts.push_back(Hours::of(share * step.parts()));
    const Hours rest = total - Hours::of(steps * step.parts());
    // A part without weight never receives anything.
    std::size_t taker = left_over < order.size() ? left_over : 0;
    while (weights[order[taker]] == Fraction(0)) taker = (taker + 1) % order.size();
    out.parts[order[taker]] += rest;

    out.steps.push_back({"Répartition au plus fort reste",
                         core::french::hours(total) + " par pas de " + core::french::hours(step) + " : " +
                             core::french::count(static_cast<std::uint64_t>(steps), "pas", "pas") + ", dont " +
                             std::to_string(left_over) + " au plus fort reste"});
    if (rest.parts() > 0)
        out.steps.push_back({"Reste inférieur à un pas",
                             core::french::hours(rest) + " à la part n° " + std::to_string(order[taker] + 1)});
    return out;
}

}  // namespace clausier::domain
