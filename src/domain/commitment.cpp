// Words of commitments, and what stands in the way of writing one more version.
#include "clausier/domain/commitment.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/sub_goal.hpp"
#include "coded_words.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

using UnitWord = CodedWord<CommitmentUnit>;
constexpr std::array units = {
    UnitWord{CommitmentUnit::hours, "heures", "heures"}, UnitWord{CommitmentUnit::people, "personnes", "personnes"},
    UnitWord{CommitmentUnit::euros, "euros", "euros"}, UnitWord{CommitmentUnit::actions, "actions", "actions"}};

using KindWord = CodedWord<VersionKind>;
constexpr std::array kinds = {KindWord{VersionKind::minimum, "minimum", "minimum demandé"},
                              KindWord{VersionKind::offered, "offre", "offre"},
                              KindWord{VersionKind::amended, "avenant", "avenant"},
                              KindWord{VersionKind::tranche, "tranche", "tranche optionnelle"},
                              KindWord{VersionKind::renewal, "reconduction", "reconduction"},
                              KindWord{VersionKind::invoiced, "facture", "facturé à ce jour"},
                              KindWord{VersionKind::forecast, "prevision", "prévision"},
                              KindWord{VersionKind::transferred_out, "cede", "cédé à un cotraitant"},
                              KindWord{VersionKind::transferred_in, "recu", "reçu d’un cotraitant"},
                              KindWord{VersionKind::carried_in, "report_entrant", "surplus reporté d’un autre lot"},
                              KindWord{VersionKind::carried_out, "report_sortant", "surplus reporté sur un autre lot"}};

bool by_agreement(VersionKind kind) {
    return kind == VersionKind::transferred_out || kind == VersionKind::transferred_in ||
           kind == VersionKind::carried_in || kind == VersionKind::carried_out;
}

void check_agreement(Issues& issues, const CommitmentVersion& v) {
    if (by_agreement(v.kind)) {
        if (!v.agreed_on)
            refuse(issues, "convenu_le", "accord_absent",
                   "un transfert ou un report demande un accord écrit ; donnez sa date");
        if (core::trim(v.reference).empty())
            refuse(issues, "reference", "accord_absent",
                   "un transfert ou un report demande un accord écrit ; donnez sa référence");
    }
    if (v.kind == VersionKind::amended && core::trim(v.reference).empty())
        refuse(issues, "reference", "champ_absent", "donnez la référence de l’avenant");
    if (v.kind == VersionKind::amended || v.replaces)
        require_line(issues, "motif", v.reason, "dites pourquoi l’engagement change");
    within(issues, "motif", v.reason, longest_line);
    within(issues, "reference", v.reference, longest_line);
}

void check_replaced(Issues& issues, const CommitmentVersion& v, const Commitment& commitment) {
    if (!v.replaces) return;
    const auto same_rank = [&](const CommitmentVersion& one) { return one.rank == *v.replaces; };
    const auto replaced = [&](const CommitmentVersion& one) { return one.replaces == v.replaces; };
    const auto& all = commitment.versions;
    if (std::none_of(all.begin(), all.end(), same_rank))
        refuse(
            issues, "remplace", "version_inconnue",
            fmt::format("l’engagement n’a pas de version n° {} ; choisissez une ligne de son historique", *v.replaces));
    else if (std::any_of(all.begin(), all.end(), replaced))
        refuse(issues, "remplace", "version_remplacee",
               fmt::format("la version n° {} est déjà remplacée ; remplacez la dernière", *v.replaces));
}

void check_invoice(Issues& issues, const CommitmentVersion& v, const Commitment& commitment) {
    if (v.kind != VersionKind::invoiced) return;
    if (!commitment.on_invoices)
        refuse(issues, "facture", "sans_regle_facture",
               "cet engagement ne se calcule pas sur le facturé ; donnez d’abord sa tranche et son seuil");
    if (!v.invoiced || *v.invoiced < core::Euros())
        refuse(issues, "facture", "montant_absent", "donnez le montant total facturé à ce jour, hors taxes");
}

void check_taken(Issues& issues, const CommitmentVersion& v, const Commitment& commitment,
                 std::optional<Committed> parent) {
    if (v.kind != VersionKind::transferred_out && v.kind != VersionKind::carried_in) return;
    if (v.replaces || (commitment.share && !parent)) return;
    const Committed owed = due(commitment, v.since, parent).amount;
    if (v.quantity > owed)
        refuse(issues, "quantite", "plus_que_du",
               fmt::format("il n’est dû que {} ce jour-là ; retirez-en moins", said(owed, commitment.unit)));
}

}  // namespace

std::string_view code(CommitmentUnit unit) { return word_of(units, unit).code; }
std::string_view label(CommitmentUnit unit) { return word_of(units, unit).label; }
std::optional<CommitmentUnit> commitment_unit(std::string_view code) { return value_of_code(units, code); }
std::string_view code(VersionKind kind) { return word_of(kinds, kind).code; }
std::string_view label(VersionKind kind) { return word_of(kinds, kind).label; }
std::optional<VersionKind> version_kind(std::string_view code) { return value_of_code(kinds, code); }

std::string said(Committed quantity, CommitmentUnit unit) {
    if (unit == CommitmentUnit::hours) return french::hours(hours_of(quantity));
    if (unit == CommitmentUnit::euros) return french::euros(core::Euros::of(quantity.parts()));
    const bool one = quantity < Committed::whole(2) && quantity > Committed::whole(-2);
    const std::string_view word =
        unit == CommitmentUnit::people ? (one ? "personne" : "personnes") : (one ? "action" : "actions");
    return fmt::format("{}\u00a0{}", french::number(quantity.parts(), Committed::scale), word);
}

Committed invoiced_quantity(const InvoiceRule& rule, core::Euros invoiced, const Reference& reference, core::Date on) {
    InvoiceInput input;
    input.invoiced = invoiced;
    input.threshold = rule.threshold;
    input.tranche = rule.tranche;
    input.mode = rule.mode;
    return committed(calculate_invoice(input, reference, on).estimate.hours);
}

std::vector<core::Issue> faults(const Commitment& c) {
    Issues issues;
    if (!c.whole() && !sub_goal(c.goal))
        refuse(issues, "objectif", "objectif_inconnu",
               fmt::format("« {} » n’est pas un objectif de la liste ; choisissez-en un", c.goal));
    if (c.whole() && (c.parent || c.share))
        refuse(issues, "part", "part_sans_objet", "l’objectif principal n’est la part d’aucun autre ; videz sa part");
    if (!c.whole() && c.share && !c.parent)
        refuse(issues, "part", "sans_parent", "dites de quel engagement cet objectif est une part");
    if (c.share && (*c.share < core::Rate() || *c.share > core::Rate::whole(1)))
        refuse(issues, "part", "part_bornes", "la part va de 0\u00a0% à 100\u00a0% ; corrigez-la");
    if (!c.on_invoices) return issues;
    if (c.unit != CommitmentUnit::hours)
        refuse(issues, "unite", "facture_heures", "seules des heures se calculent sur le facturé ; choisissez heures");
    if (c.on_invoices->tranche <= core::Euros())
        refuse(issues, "tranche", "tranche", "la tranche facturée qui rend due une heure est plus grande que 0");
    if (c.on_invoices->threshold < core::Euros())
        refuse(issues, "seuil", "seuil", "le seuil ne peut pas être négatif ; corrigez-le");
    return issues;
}

std::vector<core::Issue> faults(const CommitmentVersion& v, const Commitment& commitment,
                                std::optional<Committed> parent) {
    Issues issues;
    if (v.quantity < Committed())
        refuse(issues, "quantite", "negatif",
               "la quantité ne peut pas être négative ; choisissez plutôt une autre nature");
    else if (v.quantity == Committed() && by_agreement(v.kind))
        refuse(issues, "quantite", "quantite_absente", "donnez la quantité transférée ou reportée");
    if (!v.since.ok()) {
        refuse(issues, "depuis", "date_absente", "donnez le jour depuis lequel cette version vaut");
        return issues;
    }
    check_agreement(issues, v);
    check_replaced(issues, v, commitment);
    check_invoice(issues, v, commitment);
    check_taken(issues, v, commitment, parent);
    return issues;
}

}  // namespace clausier::domain
