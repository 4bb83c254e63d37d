// Reservations, and services whose object is insertion: never without named structures that have capacity.
#include <algorithm>

#include "adviser_parts.hpp"
#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

bool is_concession(const KindQuestion& question) { return question.advice.type == PurchaseType::concession; }

// A reservation of a concession rests on an article of its own.
KindAdvice begin_reservation(const KindQuestion& question, std::string_view kind, std::string_view statement) {
    if (!is_concession(question)) return begin_kind(question, kind, {statement, "kind.reserved.notice"});
    return begin_kind(question, kind, {"kind.reserved_concession"});
}

void require_structures(KindAdvice& kind) {
    kind.checks.emplace_back(
        "Nommez les structures qui répondraient, et vérifiez leur capacité\u00a0: effectif, "
        "matériel, délais.");
}

std::string index_sentence(const SupplyResult& supply) {
    const Step& last = supply.steps.back();
    return "Indice du Marché de l’inclusion, " + last.formula + ".";
}

// How far the structures declared nearby could carry the market.
Fit fit_of(const SupplyResult& supply, std::int64_t structures) {
    if (structures == 0) return Fit::unsuitable;
    const bool enough = supply.advice == SupplyAdvice::whole_reservation || supply.advice == SupplyAdvice::reserved_lot;
    return enough ? Fit::possible : Fit::to_check;
}

struct Family {
    std::string_view kind;
    std::string_view statement;
    std::string_view name;
    std::string_view of_name;
    const SupplyCount& count;
    const std::optional<SupplyResult>& supply;
};

KindAdvice reservation(const KindQuestion& question, const Family& family) {
    KindAdvice kind = begin_reservation(question, family.kind, family.statement);
    if (!family.supply) {
        kind.why.push_back("Le nombre " + std::string(family.of_name) + " à proximité n’est pas donné.");
        require_structures(kind);
        return kind;
    }
    kind.fit = fit_of(*family.supply, *family.count.structures);
    if (kind.fit == Fit::unsuitable) {
        kind.why.push_back("Aucune structure de cette famille (" + std::string(family.name) +
                           ") n’est déclarée à proximité.");
        return kind;
    }
    kind.why.push_back(index_sentence(*family.supply));
    if (family.supply->dependency)
        kind.why.push_back("Le besoin pèse " + french::number(*family.supply->dependency, 1) +
                           "\u00a0% du chiffre d’affaires moyen d’une structure.");
    require_structures(kind);
    return kind;
}

KindAdvice joint(const KindQuestion& question) {
    const Advice& advice = question.advice;
    KindAdvice kind = begin_reservation(question, "reserved_joint", "kind.reserved_joint");
    const auto& insertion = advice.insertion_supply;
    const auto& disability = advice.disability_supply;
    if (!insertion || !disability) {
        kind.why.emplace_back("Le nombre de structures des deux familles à proximité n’est pas donné.");
    } else {
        const Fit siae = fit_of(*insertion, *advice.purchase.insertion.structures);
        const Fit adapted = fit_of(*disability, *advice.purchase.disability.structures);
        kind.fit = siae == Fit::unsuitable || adapted == Fit::unsuitable ? Fit::unsuitable : std::min(siae, adapted);
        kind.why.emplace_back(kind.fit == Fit::unsuitable
                                  ? "Une des deux familles n’a aucune structure déclarée à proximité."
                                  : "Les deux familles ont des structures à proximité.");
    }
    kind.checks.emplace_back(
        "EA, ESAT et SIAE sont alors en concurrence entre eux\u00a0: deux lots, un par famille, "
        "l’évitent.");
    if (kind.fit != Fit::unsuitable) require_structures(kind);
    return kind;
}

KindAdvice prison(const KindQuestion& question) {
    KindAdvice kind = begin_reservation(question, "reserved_prison", "kind.reserved_prison");
    const Advice& advice = question.advice;
    if (advice.type == PurchaseType::works) {
        kind.fit = Fit::unsuitable;
        kind.why.emplace_back("La production se fait dans l’établissement, et des travaux se font sur place.");
        return kind;
    }
    const std::string family = scope_of("reserved_prison", advice.purchase.cpv);
    if (family.empty())
        kind.why.emplace_back("Cette famille d’achat y est rarement produite.");
    else
        kind.why.push_back("La famille d’achat s’y prête\u00a0: " + family + ".");
    kind.checks.emplace_back("Trouvez un établissement qui a l’atelier et la place\u00a0; comptez son délai d’accord.");
    return kind;
}

KindAdvice ess(const KindQuestion& question) {
    const Advice& advice = question.advice;
    KindAdvice kind = is_concession(question)
                          ? begin_kind(question, "reserved_ess", {"kind.reserved_concession"})
                          : begin_kind(question, "reserved_ess", {"kind.reserved_ess", "kind.reserved_ess.duration"});
    const std::string family = scope_of("reserved_ess", advice.purchase.cpv);
    const bool services = advice.type == PurchaseType::services || advice.type == PurchaseType::concession;
    if (advice.type != PurchaseType::unknown && (!services || (!advice.purchase.cpv.empty() && family.empty()))) {
        kind.fit = Fit::unsuitable;
        kind.why.emplace_back("L’achat n’est pas un des services de santé, sociaux ou culturels visés.");
        return kind;
    }
    if (!family.empty()) {
        kind.fit = Fit::possible;
        kind.why.push_back("La famille d’achat est visée\u00a0: " + family + ".");
    } else {
        kind.why.emplace_back("Le CPV dirait si le service est un de ceux que la loi vise.");
    }
    const auto years = question.reference.count("reserved.ess_max_years", advice.on);
    if (advice.purchase.duration_months.value_or(0) > years.value * 12) {
        kind.fit = Fit::to_check;
        kind.checks.push_back("La durée dépasse " + french::number(years.value, 1) +
                              "\u00a0ans\u00a0: ramenez-la à cette limite.");
    }
    kind.checks.emplace_back("Vérifiez que l’achat sert une mission de service public.");
    require_structures(kind);
    return kind;
}

KindAdvice insertion_services(const KindQuestion& question) {
    const Advice& advice = question.advice;
    KindAdvice kind = begin_kind(question, "insertion_services", {"kind.insertion_services"});
    const std::string family = scope_of("insertion_services", advice.purchase.cpv);
    if (advice.type == PurchaseType::supplies || is_concession(question)) {
        kind.fit = Fit::unsuitable;
        kind.why.emplace_back("L’objet du marché doit être l’insertion et la qualification elles-mêmes.");
        return kind;
    }
    if (family.empty()) {
        kind.why.emplace_back("L’objet serait l’insertion, et l’achat son support\u00a0: rare pour cette famille.");
    } else {
        kind.fit = Fit::possible;
        kind.why.push_back("L’achat peut servir de support à l’insertion\u00a0: " + family + ".");
    }
    kind.checks.emplace_back(
        "Changez l’objet du marché\u00a0: on achète un parcours, jugé sur l’accompagnement et la "
        "qualification.");
    return kind;
}

}  // namespace

std::vector<KindAdvice> reserved_kinds(const KindQuestion& question) {
    const Advice& advice = question.advice;
    return {reservation(question, {"reserved_siae", "kind.reserved_siae", "SIAE", "de SIAE", advice.purchase.insertion,
                                   advice.insertion_supply}),
            reservation(question, {"reserved_disabled", "kind.reserved_disabled", "EA et ESAT", "d’EA et d’ESAT",
                                   advice.purchase.disability, advice.disability_supply}),
            joint(question),
            ess(question),
            insertion_services(question),
            prison(question)};
}

}  // namespace clausier::domain
