// What a dossier, its lots and its scenarios must be for them to be kept.
#include <set>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/enquiry.hpp"
#include "value_faults.hpp"

namespace clausier::domain {
namespace {

std::string place(std::size_t index) { return "lots." + std::to_string(index + 1) + "."; }

void check(ValueFaults& faults, const Purchase& purchase) {
    if (core::trim(purchase.object).empty())
        faults.refuse("objet", "objet_absent", "écrivez ce que l’acheteur veut acheter");
    faults.length("objet", purchase.object, 1000);
    faults.cpv("cpv", purchase.cpv);
    faults.duration("duree_mois", purchase.duration_months);
    if (purchase.duration_months == 0)
        faults.refuse("duree_mois", "duree", "la durée est d’un mois au moins\u00a0; corrigez-la ou videz-la");
    faults.positive("besoin_estime", purchase.estimated_need);
    if (!purchase.department.empty() && !core::parse_department(purchase.department))
        faults.refuse("departement", "departement_inconnu",
                      "ce département n’est pas connu\u00a0; choisissez-le dans la liste, ou laissez vide");
    const auto supply = [&](const SupplyCount& count, std::string_view structures, std::string_view turnover) {
        if (count.structures && *count.structures < 0)
            faults.refuse(structures, "valeur_negative",
                          "un nombre de structures n’est pas négatif\u00a0; corrigez-le");
        faults.positive(turnover, count.mean_turnover);
    };
    supply(purchase.insertion, "siae", "siae_chiffre_affaires");
    supply(purchase.disability, "ea_esat", "ea_esat_chiffre_affaires");
}

// Each day against the one it cannot come before.
void check_days(ValueFaults& faults, const Enquiry& e) {
    const auto reversed = [](const std::optional<core::Date>& day, const std::optional<core::Date>& first) {
        return day && first && first->ok() && *day < *first;
    };
    if (reversed(e.publication_due_on, e.requested_on))
        faults.refuse("date_publication", "date_avant_demande",
                      "la consultation ne paraît pas avant le jour de la demande\u00a0; corrigez l’un de ces jours");
    if (reversed(e.answers_due_on, e.purchase.consultation_on))
        faults.refuse("date_reponses", "date_avant_consultation",
                      "les offres ne sont pas remises avant le jour où la consultation est lancée\u00a0; corrigez l’un "
                      "de ces jours");
    else if (reversed(e.answers_due_on, e.publication_due_on))
        faults.refuse("date_reponses", "date_avant_publication",
                      "les offres ne sont pas remises avant le jour où la consultation paraît\u00a0; corrigez l’un de "
                      "ces jours");
}

// The trade is a word the lists know or none: hours would silently stand on another.
void check(ValueFaults& faults, const EnquiryLot& lot) {
    if (core::trim(lot.title).empty() && core::trim(lot.number).empty())
        faults.refuse("intitule", "intitule_absent", "donnez au lot un intitulé ou un numéro");
    faults.length("lot", lot.number, 50);
    faults.length("intitule", lot.title, 500);
    faults.cpv("cpv", lot.cpv);
    faults.positive("montant", lot.estimate);
    if (!lot.trade.empty() && !CodeLists::embedded().trade(lot.trade))
        faults.refuse("metier", "metier_inconnu",
                      "ce métier n’est pas connu\u00a0; choisissez-le dans la liste, ou laissez-le être reconnu à "
                      "l’intitulé");
}

void check(ValueFaults& faults, const ScenarioLot& choice) {
    if (!choice.clause_kind.empty() &&
        (choice.clause_kind == "not_filled" || !CodeLists::embedded().clause_kind(choice.clause_kind)))
        faults.refuse("clause", "clause_inconnue",
                      "cette clause n’est pas de la liste\u00a0; choisissez-en une, «\u00a0none\u00a0» pour aucune, ou "
                      "laissez vide tant que ce n’est pas décidé");
    faults.share("part_mo", choice.labour_share);
    faults.share("taux", choice.effort);
    faults.positive("cout_horaire", choice.hourly_cost);
    faults.positive("heures", choice.hours);
}

}  // namespace

std::vector<core::Issue> faults(const Enquiry& enquiry) {
    ValueFaults out;
    if (enquiry.buyer.empty()) out.refuse("acheteur", "acheteur_absent", "donnez le nom ou le SIRET de l’acheteur");
    check(out, enquiry.purchase);
    check_days(out, enquiry);
    out.length("referent", enquiry.owner, 200);
    out.length("note", enquiry.note, 10'000);
    out.length("motif_refus", enquiry.refusal_reason, 2000);
    out.length("motif_exception", enquiry.exception_reason, 2000);
    const CodeLists& lists = CodeLists::embedded();
    for (const std::string& one : enquiry.publics)
        if (!lists.public_kind(one))
            out.refuse("publics", "public_inconnu",
                       "«\u00a0" + one + "\u00a0» n’est pas un public de la liste\u00a0; retirez-le ou corrigez-le");
    for (const std::string& one : enquiry.modalities)
        if (!lists.modality(one))
            out.refuse("modalites", "modalite_inconnue",
                       "«\u00a0" + one + "\u00a0» n’est pas une modalité de la liste\u00a0; retirez-la ou corrigez-la");
    return std::move(out).take();
}

std::vector<core::Issue> faults(const std::vector<EnquiryLot>& lots) {
    ValueFaults out;
    if (lots.size() > kMostLots)
        out.refuse("lots", "lots_trop_nombreux",
                   "un dossier a 100 lots au plus\u00a0; faites-en un autre pour les suivants");
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < lots.size(); ++i) {
        ValueFaults lot(place(i));
        if (!numbers.insert(lots[i].number).second)
            lot.refuse("lot", "lot_double", "deux lots portent ce numéro\u00a0; changez-en un");
        check(lot, lots[i]);
        out.add(std::move(lot).take());
    }
    return std::move(out).take();
}

std::vector<core::Issue> faults(const Scenario& scenario, const std::vector<EnquiryLot>& lots) {
    ValueFaults out;
    if (core::trim(scenario.name).empty()) out.refuse("nom", "nom_absent", "donnez un nom au scénario");
    out.length("nom", scenario.name, 100);
    out.share("part_mo", scenario.hypotheses.labour_share);
    out.share("taux", scenario.hypotheses.effort);
    out.positive("cout_horaire", scenario.hypotheses.hourly_cost);
    std::set<Id<EnquiryLot>> named;
    for (const ScenarioLot& choice : scenario.lots) {
        std::size_t rank = 0;
        while (rank < lots.size() && lots[rank].id != choice.lot) ++rank;
        if (rank == lots.size() || !named.insert(choice.lot).second) {
            out.refuse("lots", "lot_inconnu",
                       "le scénario nomme un lot deux fois, ou un lot que le dossier n’a plus\u00a0; relisez le "
                       "dossier puis recommencez");
            continue;
        }
        ValueFaults lot(place(rank));
        check(lot, choice);
        out.add(std::move(lot).take());
    }
    return std::move(out).take();
}

}  // namespace clausier::domain
