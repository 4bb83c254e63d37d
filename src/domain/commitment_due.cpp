// What is due on a day, version by version.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/commitment.hpp"
#include "clausier/domain/sub_goal.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using Versions = std::vector<CommitmentVersion>;

bool later(const CommitmentVersion& one, const CommitmentVersion& other) {
    return one.since != other.since ? one.since > other.since : one.rank > other.rank;
}

class DueFinder {
public:
    DueFinder(const Commitment& commitment, core::Date on, std::optional<Committed> parent)
        : commitment_(commitment), on_(on), parent_(parent) {
        for (const CommitmentVersion& v : commitment.versions) due_.lines.push_back({v.rank, false, {}, ""});
    }

    Due found() && {
        set_aside();
        take_base();
        add_confirmed();
        raise_to_invoiced();
        move_agreed();
        take_forecast();
        end();
        return std::move(due_);
    }

private:
    DueLine& line(const CommitmentVersion& v) {
        return *std::find_if(due_.lines.begin(), due_.lines.end(), [&](const DueLine& l) { return l.rank == v.rank; });
    }
    void leave(const CommitmentVersion& v, std::string why) { line(v).why = std::move(why); }
    void count(const CommitmentVersion& v, Committed effect, std::string why) {
        line(v) = {v.rank, true, effect, std::move(why)};
        due_.amount += effect;
        step(v, effect);
    }
    void step(const CommitmentVersion& v, Committed effect) {
        std::string name(label(v.kind));
        if (v.taken_over) name += " (repris)";
        due_.steps.push_back(
            {name, fmt::format("{}{} depuis le {}", effect < Committed() ? "− " : "",
                               said(effect < Committed() ? Committed() - effect : effect, commitment_.unit),
                               french::date(v.since))});
    }

    // Versions that say nothing that day: replaced, or not begun.
    void set_aside() {
        for (const CommitmentVersion& v : commitment_.versions) {
            const auto replacing = std::find_if(
                commitment_.versions.begin(), commitment_.versions.end(),
                [&](const CommitmentVersion& other) { return other.replaces && *other.replaces == v.rank; });
            if (replacing != commitment_.versions.end())
                leave(v, fmt::format("remplacée par la version n° {}", replacing->rank));
            else if (v.since > on_)
                leave(v, fmt::format("ne vaut qu’à partir du {}", french::date(v.since)));
            else
                live_.push_back(&v);
        }
    }
    [[nodiscard]] const CommitmentVersion* last(VersionKind kind) const {
        const CommitmentVersion* found = nullptr;
        for (const CommitmentVersion* v : live_)
            if (v->kind == kind && (!found || later(*v, *found))) found = v;
        return found;
    }

    void take_base() {
        amended_ = last(VersionKind::amended);
        const CommitmentVersion* minimum = last(VersionKind::minimum);
        const CommitmentVersion* offered = last(VersionKind::offered);
        const CommitmentVersion* base = amended_;
        if (!base) base = offered && (!minimum || offered->quantity > minimum->quantity) ? offered : minimum;
        if (base)
            count(*base, base->quantity, amended_ ? "remplace ce qui était dû avant lui" : "la plus haute des deux");
        else if (parent_ && commitment_.share)
            take_part();
        for (const CommitmentVersion* v : live_) {
            if (v == base) continue;
            if (v->kind == VersionKind::minimum || v->kind == VersionKind::offered)
                leave(*v, amended_ ? "remplacée par un avenant" : "une autre l’emporte");
            else if (v->kind == VersionKind::amended)
                leave(*v, "remplacée par un avenant plus récent");
        }
        if (base && !amended_ && !(minimum && offered)) line(*base).why = "seule à dire ce qui est dû";
    }
    void take_part() {
        due_.amount = part_of(*parent_, *commitment_.share);
        due_.steps.push_back({goal_label(commitment_.goal),
                              fmt::format("{} × {} = {}", french::percent(*commitment_.share),
                                          said(*parent_, commitment_.unit), said(due_.amount, commitment_.unit))});
    }
    void add_confirmed() {
        for (const CommitmentVersion* v : live_) {
            if (v->kind != VersionKind::tranche && v->kind != VersionKind::renewal) continue;
            if (amended_ && later(*amended_, *v))
                leave(*v, "comprise dans l’avenant");
            else if (v->confirmed)
                count(*v, v->quantity, "confirmée : s’ajoute");
            else
                leave(*v, "non confirmée : ne compte pas encore");
        }
    }
    void raise_to_invoiced() {
        const CommitmentVersion* invoiced = last(VersionKind::invoiced);
        for (const CommitmentVersion* v : live_)
            if (v->kind == VersionKind::invoiced && v != invoiced)
                leave(*v, "un montant facturé plus récent est connu");
        if (!invoiced) return;
        if (invoiced->quantity > due_.amount)
            count(*invoiced, invoiced->quantity - due_.amount, "le facturé rend due la différence");
        else
            leave(*invoiced, "ce qui est facturé ne dépasse pas ce qui est déjà dû");
    }
    void move_agreed() {
        for (const CommitmentVersion* v : live_) {
            const Committed minus = Committed() - v->quantity;
            switch (v->kind) {
                case VersionKind::transferred_in:
                    count(*v, v->quantity, "s’ajoute, par accord");
                    break;
                case VersionKind::transferred_out:
                    count(*v, minus, "se retire, par accord");
                    break;
                case VersionKind::carried_out:
                    count(*v, v->quantity, "le surplus sert ailleurs");
                    break;
                case VersionKind::carried_in:
                    count(*v, minus, "le surplus d’ailleurs compte ici");
                    break;
                default:
                    break;
            }
        }
    }
    void take_forecast() {
        const CommitmentVersion* forecast = last(VersionKind::forecast);
        for (const CommitmentVersion* v : live_)
            if (v->kind == VersionKind::forecast)
                leave(*v, v == forecast ? "une prévision n’est jamais due" : "une prévision plus récente est connue");
        if (forecast) due_.forecast = forecast->quantity;
    }
    void end() {
        if (due_.amount < Committed()) {
            due_.amount = Committed();
            due_.steps.push_back({"Plancher", "ce qui est dû n’est jamais négatif"});
        }
        due_.steps.push_back({"Dû le " + french::date(on_), said(due_.amount, commitment_.unit)});
        if (due_.forecast) due_.steps.push_back({"Prévision, à côté", said(*due_.forecast, commitment_.unit)});
    }

    const Commitment& commitment_;
    core::Date on_;
    std::optional<Committed> parent_;
    std::vector<const CommitmentVersion*> live_;
    const CommitmentVersion* amended_ = nullptr;
    Due due_;
};

}  // namespace

Due due(const Commitment& commitment, core::Date on, std::optional<Committed> parent) {
    return DueFinder(commitment, on, parent).found();
}

}  // namespace clausier::domain
