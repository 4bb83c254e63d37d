// The kinds that rest on the work inside a purchase: hours, how well they are done, training; then those that rest on
// what is bought.
#include <algorithm>

#include "adviser_parts.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/calculation_spending.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

constexpr std::string_view doubt = " (valeur à vérifier)";

bool is_concession(const KindQuestion& question) { return question.advice.type == PurchaseType::concession; }

std::string share_sentence(const LabourContent& labour) {
    return labour.trade->label + "\u00a0: la main-d’œuvre fait " + french::percent(labour.share.value) + " du montant" +
           std::string(labour.share.citation.verified ? "" : doubt) + ".";
}

// « Lots où la main-d’œuvre pèse le plus : lot 5, Nettoyage et propreté (80 %) ; … et 2 autres. »
std::string lots_sentence(const LabourContent& labour) {
    constexpr std::size_t most = 2;
    std::string out = "Lots où la main-d’œuvre pèse le plus\u00a0: ";
    bool sure = true;
    for (std::size_t i = 0; i < std::min(most, labour.rich_lots.size()); ++i) {
        const LabourLot& lot = labour.rich_lots[i];
        out += (i > 0 ? "\u00a0; " : "") + lot.name + ", " + lot.trade->label + " (" +
               french::percent(lot.share.value) + ")";
        sure = sure && lot.share.citation.verified;
    }
    if (labour.rich_lots.size() > most) out += "\u00a0; et " + french::count(labour.rich_lots.size() - most, "autre");
    return out + (sure ? "." : " (valeurs à vérifier).");
}

// Where staff go from one holder to the next, hours are new only beyond those who stay.
void check_takeover(KindAdvice& kind, const LabourContent& labour) {
    const auto cleaning = [](const Trade* trade) { return trade && trade->key == "cleaning"; };
    if (cleaning(labour.trade) || std::any_of(labour.rich_lots.begin(), labour.rich_lots.end(),
                                              [&](const LabourLot& lot) { return cleaning(lot.trade); }))
        kind.checks.emplace_back(
            "Reprise de personnel\u00a0: si le titulaire reprend les salariés en place, calculez ce qui "
            "reste à recruter (calculette «\u00a0Reprise de personnel\u00a0»).");
}

std::string hours_sentence(const AmountResult& hours) {
    const Estimate& estimate = hours.estimate;
    return "Ordre de grandeur pour tout le besoin, au taux d’effort de " + french::percent(hours.effort) +
           "\u00a0: " + french::hours(estimate.hours) + ", soit " +
           french::number((estimate.equivalents.days_centi + 50) / 100, 1) + "\u00a0jours ou " +
           french::number((estimate.equivalents.weeks_centi + 50) / 100, 1) +
           "\u00a0semaines\u00a0; à calculer lot "
           "par lot.";
}

// Hours that few structures nearby could carry are still done by direct hiring.
void check_supply(KindAdvice& kind, const Advice& advice) {
    for (const auto* supply : {&advice.insertion_supply, &advice.disability_supply})
        if (*supply && (*supply)->advice == SupplyAdvice::none) {
            kind.checks.push_back(
                "Peu de structures à proximité\u00a0: ce n’est pas une raison d’écarter la clause, l’embauche directe "
                "n’en demande aucune.");
            return;
        }
}

void check_duration(KindAdvice& kind, const KindQuestion& question) {
    const auto& months = question.advice.purchase.duration_months;
    if (!months) {
        kind.checks.push_back("Donnez la durée\u00a0: elle dit si un recrutement est réaliste.");
        return;
    }
    const auto bound = question.reference.count("adviser.min_months", question.advice.on);
    if (*months >= bound.value) return;
    kind.fit = std::max(kind.fit, Fit::possible);
    kind.checks.push_back("Moins de " + french::number(bound.value, 1) +
                          "\u00a0mois\u00a0: préférez la mise à disposition de personnel (AI, ETTI, GEIQ) à un "
                          "recrutement.");
}

KindAdvice insertion(const KindQuestion& question) {
    const Advice& advice = question.advice;
    KindAdvice kind =
        begin_kind(question, "insertion", {is_concession(question) ? "kind.insertion.concession" : "kind.insertion"});
    if (!advice.labour) {
        const bool supplies = advice.type == PurchaseType::supplies;
        kind.fit = supplies ? Fit::unsuitable : Fit::to_check;
        kind.why.emplace_back(supplies ? "Une fourniture seule porte peu de travail à confier."
                                       : "Ni l’objet ni le CPV ne disent le métier, donc la part de main-d’œuvre.");
        kind.checks.emplace_back(
            supplies ? "Regardez la pose, la livraison et l’entretien\u00a0: des heures peuvent y être confiées."
                     : "Précisez l’objet ou le CPV, ou calculez les heures lot par lot dans la calculette.");
        return kind;
    }
    const LabourContent& labour = *advice.labour;
    kind.fit = labour.rich ? Fit::recommended : Fit::possible;
    if (labour.trade) kind.why.push_back(share_sentence(labour));
    if (!labour.rich_lots.empty()) kind.why.push_back(lots_sentence(labour));
    check_takeover(kind, labour);
    if (labour.hours) {
        kind.why.push_back(hours_sentence(*labour.hours));
        for (const core::Issue& warning : labour.warnings) {
            kind.fit = std::max(kind.fit, Fit::possible);
            kind.checks.push_back("Heures\u00a0: " + warning.text + ".");
        }
    } else if (labour.trade) {
        kind.checks.emplace_back(
            "Donnez la valeur estimée du besoin\u00a0: elle donne l’ordre de grandeur des heures.");
    }
    if (advice.social.status == ConditionStatus::required)
        kind.why.emplace_back("C’est une condition d’exécution relative à l’emploi, comme la loi en demande une ici.");
    check_duration(kind, question);
    check_supply(kind, advice);
    return kind;
}

KindAdvice criterion(const KindQuestion& question, const KindAdvice& insertion) {
    KindAdvice kind =
        begin_kind(question, "social_criterion",
                   {is_concession(question) ? "kind.social_criterion.concession" : "kind.social_criterion"});
    if (insertion.fit <= Fit::possible) {
        kind.fit = Fit::possible;
        kind.why.emplace_back(
            "Il départage les offres sur la qualité de l’insertion\u00a0: accueil, encadrement, "
            "formation, suite donnée.");
    } else {
        kind.why.emplace_back("Sans heures de travail à confier, il faut un autre aspect social lié à l’objet.");
    }
    kind.checks.emplace_back(
        "Annoncez le critère, son poids et ses sous-critères dans le règlement de la consultation.");
    return kind;
}

KindAdvice both(const KindQuestion& question, const KindAdvice& insertion) {
    KindAdvice kind = begin_kind(question, "insertion_and_criterion", {"kind.insertion_and_criterion"});
    kind.fit = insertion.fit;
    const auto& labour = question.advice.labour;
    const auto year = question.reference.hours("fte.general", question.advice.on);
    const bool large = labour && labour->hours && labour->hours->estimate.hours >= year.value;
    if (insertion.fit == Fit::recommended && !large) kind.fit = Fit::possible;
    if (large)
        kind.why.push_back("Plus d’une année de travail (" + french::hours(year.value) +
                           std::string(year.citation.verified ? "" : ", valeur à vérifier") +
                           ")\u00a0: la qualité de la mise en œuvre mérite d’être jugée.");
    else
        kind.why.emplace_back("Sous une année de travail, la clause seule suffit le plus souvent.");
    kind.checks.emplace_back(
        "Le minimum d’heures reste dans la clause\u00a0; le critère juge la manière, et l’offre "
        "engage si elle propose plus.");
    return kind;
}

KindAdvice training(const KindQuestion& question) {
    const Advice& advice = question.advice;
    KindAdvice kind = begin_kind(question, "training", {"kind.training"});
    if (advice.type == PurchaseType::supplies) {
        kind.fit = Fit::unsuitable;
        kind.why.emplace_back("Une fourniture seule porte peu de travail à confier.");
        return kind;
    }
    if (advice.labour) kind.fit = Fit::possible;
    if (const auto& need = advice.purchase.estimated_need)
        kind.why.push_back("La grille «\u00a0formation\u00a0» donne " +
                           french::hours(question.reference.grid("formation", advice.on).step(*need).hours) +
                           " pour ce montant.");
    kind.why.emplace_back("Elle vise des jeunes ou des demandeurs d’emploi à qualifier, en alternance ou en stage.");
    kind.checks.emplace_back("Dites si les heures de formation comptent avec les heures travaillées.");
    return kind;
}

// A kind that goes by what is bought. It comes first when the law asks for a condition and hours do not fit.
KindAdvice by_scope(const KindQuestion& question, std::string_view code, std::string_view statement,
                    std::string_view check) {
    const Advice& advice = question.advice;
    KindAdvice kind = begin_kind(question, code, {statement});
    const std::string family = scope_of(code, advice.purchase.cpv);
    if (advice.purchase.cpv.empty()) {
        kind.why.emplace_back("Le CPV n’est pas donné\u00a0: la famille d’achat n’est pas connue.");
    } else if (family.empty()) {
        kind.why.emplace_back("Cette famille d’achat y est rarement liée.");
    } else {
        kind.fit = Fit::possible;
        kind.why.push_back("La famille d’achat s’y prête\u00a0: " + family + ".");
    }
    kind.checks.emplace_back(check);
    return kind;
}

KindAdvice equality(const KindQuestion& question) {
    KindAdvice kind = begin_kind(question, "equality", {"kind.equality"});
    const Advice& advice = question.advice;
    kind.fit = advice.labour || advice.type != PurchaseType::unknown ? Fit::possible : Fit::to_check;
    kind.why.emplace_back("Elle se lie à tout achat qui fait travailler des équipes.");
    kind.checks.emplace_back(
        "Demandez des preuves mesurables sur les équipes du marché, pas sur l’entreprise entière.");
    return kind;
}

}  // namespace

std::vector<KindAdvice> work_kinds(const KindQuestion& question) {
    KindAdvice hours = insertion(question);
    std::vector<KindAdvice> out;
    // Both come before the clause alone only when they are the better advice, for a duration that is known.
    KindAdvice together = both(question, hours);
    const bool better = together.fit == Fit::recommended && question.advice.purchase.duration_months;
    if (better) out.push_back(together);
    out.push_back(hours);
    if (!better) out.push_back(std::move(together));
    out.push_back(criterion(question, hours));
    out.push_back(training(question));
    return out;
}

std::vector<KindAdvice> other_kinds(const KindQuestion& question) {
    std::vector<KindAdvice> out{
        by_scope(question, "accessibility", "kind.accessibility",
                 "Vérifiez ce que les règles d’accessibilité imposent déjà\u00a0: la clause doit aller au-delà."),
        by_scope(question, "due_diligence", "kind.due_diligence",
                 "Nommez les étapes de fabrication visées et les preuves attendues."),
        by_scope(question, "fair_trade", "kind.fair_trade",
                 "Acceptez tout label équivalent\u00a0: n’en imposez pas un seul."),
        equality(question)};
    const Advice& advice = question.advice;
    if (advice.social.status != ConditionStatus::required || advice.type != PurchaseType::supplies) return out;
    for (KindAdvice& kind : out) {
        if (kind.fit != Fit::possible) continue;
        kind.fit = Fit::recommended;
        kind.why.emplace_back("La loi demande ici une condition sociale, et des heures d’insertion s’y prêtent mal.");
    }
    return out;
}

}  // namespace clausier::domain
