// Where a dossier may go, and what it lacks to go there.
#include <fmt/format.h>

#include <algorithm>

#include "adviser_parts.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/enquiry.hpp"
#include "clausier/domain/enquiry_study.hpp"

namespace clausier::domain {
namespace {

using Issues = std::vector<core::Issue>;

// What one state asks, gathered over the states on the way.
class Needs {
public:
    Needs(const EnquirySheet& sheet, const StepFacts& facts) : sheet_(sheet), enquiry_(sheet.enquiry), facts_(facts) {}

    void studied() {
        if (enquiry_.buyer.empty()) lack("acheteur", "acheteur_absent", "dites qui achète");
        if (core::trim(enquiry_.purchase.object).empty()) lack("objet", "objet_absent", "écrivez l’objet de l’achat");
        const bool estimated = std::any_of(sheet_.lots.begin(), sheet_.lots.end(),
                                           [](const EnquiryLot& lot) { return lot.estimate.has_value(); });
        if (!estimated)
            lack("lots", "lots_sans_montant",
                 "donnez au moins un lot et son montant estimé\u00a0: sans lui, rien ne se calcule");
    }

    void recommended() {
        const Scenario* chosen = sheet_.chosen();
        if (!chosen)
            return lack("scenario", "scenario_absent",
                        "choisissez le scénario que vous préconisez\u00a0; faites-en un s’il n’y en a pas");
        bool insertion = false;
        bool condition = false;
        each_lot([&](const EnquiryLot& lot, const std::string& place) {
            const ScenarioLot choice = chosen->choice(lot.id);
            if (choice.clause_kind.empty())
                return lack(place + "clause", "lot_non_decide",
                            fmt::format("{} n’est pas décidé dans «\u00a0{}\u00a0»\u00a0; choisissez sa clause, ou "
                                        "aucune",
                                        name(lot), chosen->name));
            insertion = insertion || choice.clause_kind.starts_with("insertion");
            condition = condition || is_execution_condition(choice.clause_kind);
            if (bears_hours(choice.clause_kind) && !choice.hours &&
                hours_obstacle(figures_of(lot, choice, enquiry_.purchase), chosen->hypotheses))
                lack(place + "heures", "heures_absentes",
                     fmt::format("{} porte une clause d’heures qui ne se calcule pas\u00a0; donnez son montant et son "
                                 "métier ou sa part de main-d’œuvre, ou ses heures",
                                 name(lot)));
        });
        if (insertion && enquiry_.publics.empty())
            lack("publics", "publics_absents", "choisissez au moins un public visé par la clause d’insertion");
        if (facts_.condition_required && !condition && core::trim(enquiry_.exception_reason).empty())
            lack("motif_exception", "motif_exception_absent",
                 "la condition sociale est obligatoire pour cet achat et aucun lot ne porte de clause sociale ni n’est "
                 "réservé\u00a0; mettez-en une, ou écrivez le motif de l’exception");
    }

    // Of the buyer: the scenario kept tells whether the recommendation was followed.
    void answer(EnquiryState target) {
        const auto recommended = enquiry_.recommended ? enquiry_.recommended : enquiry_.chosen;
        const bool same = recommended == enquiry_.chosen;
        if (target == EnquiryState::accepted && !same)
            lack("scenario", "scenario_autre",
                 "le scénario choisi n’est plus celui qui était préconisé\u00a0; passez à «\u00a0modifié\u00a0», ou "
                 "choisissez-le de nouveau");
        if (target == EnquiryState::modified && same)
            lack("scenario", "scenario_meme",
                 "le scénario choisi est celui qui était préconisé\u00a0; choisissez celui que l’acheteur retient, ou "
                 "passez à «\u00a0accepté\u00a0»");
        if (target == EnquiryState::refused && core::trim(enquiry_.refusal_reason).empty())
            lack("motif_refus", "motif_absent", "écrivez pourquoi l’acheteur refuse ou renonce");
    }

    void in_consultation() {
        if (!enquiry_.purchase.consultation_on)
            lack("date_consultation", "date_absente", "donnez le jour où la consultation est lancée");
        else if (facts_.today < *enquiry_.purchase.consultation_on)
            lack("date_consultation", "date_a_venir",
                 fmt::format("la consultation n’est lancée que le {}\u00a0; attendez ce jour, ou corrigez-le",
                             core::french::date(*enquiry_.purchase.consultation_on)));
        if (!enquiry_.answers_due_on)
            lack("date_reponses", "date_absente", "donnez le jour où les offres doivent être remises");
        // Bidders must have read how they will be marked.
        const Scenario* chosen = sheet_.chosen();
        bool marked = false;
        each_lot([&](const EnquiryLot& lot, const std::string&) {
            marked = marked || (chosen && has_criterion(chosen->choice(lot.id).clause_kind));
        });
        if (marked && (sheet_.grid.criteria.empty() || !faults(sheet_.grid).empty()))
            lack("grille", "grille_absente",
                 "un lot porte un critère social\u00a0: écrivez la grille de notation avant la consultation, le poids "
                 "du critère, et des sous-critères qui font 100\u00a0%");
    }

    void offers_analysed() {
        const Scenario* chosen = sheet_.chosen();
        if (!chosen) return;
        each_lot([&](const EnquiryLot& lot, const std::string& place) {
            if (!has_criterion(chosen->choice(lot.id).clause_kind)) return;
            bool offers = false;
            for (const Offer& offer : sheet_.offers) {
                if (offer.lot != lot.id) continue;
                offers = true;
                if (!scores(sheet_.grid, {offer}).front().mark)
                    lack(place + "notes", "notes_absentes",
                         fmt::format("l’offre «\u00a0{}\u00a0» sur {} n’a pas toutes ses notes\u00a0; complétez-les",
                                     offer.company, name(lot)));
            }
            if (!offers)
                lack(place + "offres", "offres_absentes",
                     fmt::format("{} porte un critère social et n’a pas d’offre\u00a0; saisissez-les, ou dites le lot "
                                 "sans suite",
                                 name(lot)));
        });
    }

    void awarded() {
        bool any = false;
        each_lot([&](const EnquiryLot& lot, const std::string& place) {
            any = true;
            const Scenario* chosen = sheet_.chosen();
            if (chosen && chosen->choice(lot.id).clause_kind == "none") return;
            const bool kept = std::any_of(sheet_.offers.begin(), sheet_.offers.end(),
                                          [&](const Offer& offer) { return offer.lot == lot.id && offer.kept; });
            if (!kept)
                lack(place + "offre_retenue", "offre_absente",
                     fmt::format("aucune offre n’est retenue pour {}\u00a0; retenez-en une, ou dites le lot sans suite",
                                 name(lot)));
        });
        if (!any)
            lack("lots", "lots_sans_suite", "tous les lots sont sans suite\u00a0: il n’y a pas de marché à attribuer");
    }

    Issues take() && { return std::move(issues_); }

private:
    static std::string name(const EnquiryLot& lot) {
        return lot.number.empty() ? fmt::format("le lot «\u00a0{}\u00a0»", lot.title)
                                  : fmt::format("le lot {}", lot.number);
    }
    void lack(std::string where, std::string_view code, std::string text) {
        issues_.push_back({core::Severity::error, std::string(code), std::move(where), std::move(text)});
    }
    // Those that are not abandoned, with the beginning of their fields' names.
    template <class Work>
    void each_lot(Work work) {
        for (std::size_t i = 0; i < sheet_.lots.size(); ++i)
            if (!sheet_.lots[i].abandoned) work(sheet_.lots[i], fmt::format("lots.{}.", i + 1));
    }

    const EnquirySheet& sheet_;
    const Enquiry& enquiry_;
    const StepFacts& facts_;
    Issues issues_;
};

[[noreturn]] void refuse_way(EnquiryState from, EnquiryState target) {
    std::string text =
        fmt::format("un dossier «\u00a0{}\u00a0» ne passe pas à «\u00a0{}\u00a0»", label(from), label(target));
    if (from == EnquiryState::awarded)
        text += "\u00a0; il est devenu un marché, modifiez celui-ci";
    else if (from == target)
        text += "\u00a0; il y est déjà";
    else if (before(from, EnquiryState::accepted))
        text += "\u00a0; notez d’abord ce que répond l’acheteur";
    else
        text += "\u00a0; revenez d’abord à «\u00a0préconisé\u00a0»";
    throw core::Error(core::ErrorKind::conflict, "etat", text);
}

}  // namespace

int progress(EnquiryState state) {
    switch (state) {
        case EnquiryState::requested:
            return 0;
        case EnquiryState::studied:
            return 1;
        case EnquiryState::recommended:
            return 2;
        case EnquiryState::accepted:
        case EnquiryState::modified:
        case EnquiryState::refused:
            return 3;
        case EnquiryState::in_consultation:
            return 4;
        case EnquiryState::offers_analysed:
            return 5;
        case EnquiryState::awarded:
            break;
    }
    return 6;
}

bool before(EnquiryState one, EnquiryState other) { return progress(one) < progress(other); }

bool agreed(EnquiryState state) { return !before(state, EnquiryState::accepted) && state != EnquiryState::refused; }

StepFacts step_facts(const Enquiry& enquiry, const Reference& reference, core::Date today) {
    const Purchase& purchase = enquiry.purchase;
    const auto condition = social_condition(purchase, type_of(purchase), reference, today);
    return {today, condition.status == ConditionStatus::required};
}

std::vector<EnquiryState> next_states(EnquiryState state) {
    std::vector<EnquiryState> out;
    if (state == EnquiryState::awarded) return out;
    const int answer = progress(EnquiryState::accepted);
    for (const EnquiryState other : all_enquiry_states) {
        if (progress(other) == progress(state)) continue;
        if (other == EnquiryState::refused && !before(state, EnquiryState::accepted)) continue;
        if (before(state, other) &&
            (state == EnquiryState::refused || (progress(state) < answer && progress(other) > answer)))
            continue;
        out.push_back(other);
    }
    return out;
}

std::vector<core::Issue> missing(const EnquirySheet& sheet, EnquiryState target, const StepFacts& facts) {
    const EnquiryState from = sheet.enquiry.state;
    const auto next = next_states(from);
    if (std::find(next.begin(), next.end(), target) == next.end()) refuse_way(from, target);
    Needs needs(sheet, facts);
    // What was refused before it was recommended has not shown what later states ask.
    const bool shown = from != EnquiryState::refused || sheet.enquiry.recommended;
    const bool back = before(target, from) && shown;
    const auto passes = [&](EnquiryState state) {
        return !back && target != EnquiryState::refused && progress(target) >= progress(state);
    };
    if (passes(EnquiryState::studied)) needs.studied();
    if (passes(EnquiryState::recommended)) needs.recommended();
    needs.answer(target);
    if (passes(EnquiryState::in_consultation)) needs.in_consultation();
    if (passes(EnquiryState::offers_analysed)) needs.offers_analysed();
    if (passes(EnquiryState::awarded)) needs.awarded();
    return std::move(needs).take();
}

}  // namespace clausier::domain
