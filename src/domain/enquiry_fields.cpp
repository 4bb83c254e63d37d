// Fields of dossiers and of their parts as texts, and how two states differ.
#include "clausier/domain/enquiry_fields.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using Fields = std::vector<EnquiryField>;

std::string shown(const std::optional<core::Euros>& value) { return value ? french::euros(*value) : ""; }
std::string shown(const std::optional<core::Hours>& value) { return value ? french::hours(*value) : ""; }
std::string shown(const std::optional<core::Rate>& value) { return value ? french::percent(*value) : ""; }
std::string shown(const std::optional<core::Date>& value) { return value ? french::date(*value) : ""; }
std::string shown(const std::optional<std::int64_t>& value) { return value ? french::number(*value, 1) : ""; }
std::string yes(bool value) { return value ? "oui" : ""; }

std::string joined(const std::vector<std::string>& codes) {
    std::string out;
    for (const std::string& one : codes) out += (out.empty() ? "" : ", ") + one;
    return out;
}

std::string quoted(const std::string& text) { return fmt::format("«\u00a0{}\u00a0»", text); }

const EnquiryField* find(const Fields& fields, const std::string& name) {
    for (const EnquiryField& one : fields)
        if (one.name == name) return &one;
    return nullptr;
}

// For each field of either, in the order of the first then of the second: what both say of it.
template <class Work>
void compare(const Fields& one, const Fields& other, Work work) {
    static const std::string nothing;
    for (const EnquiryField& field : one) {
        const EnquiryField* beside = find(other, field.name);
        work(field, field.text, beside ? beside->text : nothing);
    }
    for (const EnquiryField& field : other)
        if (!find(one, field.name)) work(field, nothing, field.text);
}

void add_hypotheses(Fields& out, const std::string& place, const std::string& said,
                    const std::optional<core::Rate>& share, const std::optional<core::Rate>& effort,
                    const std::optional<core::Euros>& cost) {
    out.push_back({place + "part_mo", said + "Part de main-d’œuvre", shown(share)});
    out.push_back({place + "taux", said + "Taux d’effort", shown(effort)});
    out.push_back({place + "cout_horaire", said + "Coût horaire chargé", shown(cost)});
}

}  // namespace

Fields enquiry_fields(const Enquiry& e) {
    const Purchase& p = e.purchase;
    return {{"objet", "Objet", p.object},
            {"cpv", "CPV", p.cpv},
            {"type", "Type d’achat", std::string(label(p.type))},
            {"categorie_acheteur", "Catégorie d’acheteur", std::string(label(p.buyer_category))},
            {"defense", "Défense ou sécurité", yes(p.defence)},
            {"departement", "Département", p.department},
            {"besoin_estime", "Valeur estimée du besoin HT", shown(p.estimated_need)},
            {"duree_mois", "Durée en mois", shown(p.duration_months)},
            {"date_consultation", "Consultation lancée le", shown(p.consultation_on)},
            {"siae", "SIAE du territoire", shown(p.insertion.structures)},
            {"siae_chiffre_affaires", "Chiffre d’affaires moyen d’une SIAE", shown(p.insertion.mean_turnover)},
            {"ea_esat", "EA et ESAT du territoire", shown(p.disability.structures)},
            {"ea_esat_chiffre_affaires", "Chiffre d’affaires moyen d’une EA ou d’un ESAT",
             shown(p.disability.mean_turnover)},
            {"referent", "Suivi par", e.owner},
            {"date_demande", "Demandé le", french::date(e.requested_on)},
            {"date_question", "Réponse attendue le", shown(e.question_due_on)},
            {"date_publication", "Publication prévue le", shown(e.publication_due_on)},
            {"date_reponses", "Remise des offres le", shown(e.answers_due_on)},
            {"publics", "Publics", joined(e.publics)},
            {"modalites", "Modalités", joined(e.modalities)},
            {"motif_refus", "Motif du refus", e.refusal_reason},
            {"motif_exception", "Motif de l’exception", e.exception_reason},
            {"note", "Note", e.note}};
}

Fields enquiry_fields(const std::vector<EnquiryLot>& lots) {
    Fields out;
    for (std::size_t i = 0; i < lots.size(); ++i) {
        const std::string place = fmt::format("lots.{}.", i + 1);
        const std::string said = fmt::format("Lot de rang {}, ", i + 1);
        const EnquiryLot& lot = lots[i];
        out.push_back({place + "lot", said + "numéro", lot.number});
        out.push_back({place + "intitule", said + "intitulé", lot.title});
        out.push_back({place + "metier", said + "métier", lot.trade});
        out.push_back({place + "cpv", said + "CPV", lot.cpv});
        out.push_back({place + "montant", said + "montant estimé HT", shown(lot.estimate)});
        out.push_back({place + "maximum", said + "maximum d’un accord-cadre", yes(lot.maximum)});
        out.push_back({place + "sans_suite", said + "sans suite", yes(lot.abandoned)});
    }
    return out;
}

Fields enquiry_fields(const Scenario& scenario, const std::vector<EnquiryLot>& lots) {
    Fields out{{"nom", "Nom", scenario.name}};
    const LotHypotheses& h = scenario.hypotheses;
    add_hypotheses(out, "", "", h.labour_share, h.effort, h.hourly_cost);
    out.push_back({"arrondi", "Arrondi", h.rounding.name()});
    for (std::size_t i = 0; i < lots.size(); ++i) {
        const ScenarioLot choice = scenario.choice(lots[i].id);
        const std::string place = fmt::format("lots.{}.", i + 1);
        const std::string said = fmt::format("Lot de rang {}, ", i + 1);
        out.push_back({place + "clause", said + "clause", choice.clause_kind});
        add_hypotheses(out, place, said, choice.labour_share, choice.effort, choice.hourly_cost);
        out.push_back({place + "heures", said + "heures décidées", shown(choice.hours)});
    }
    return out;
}

Fields enquiry_fields(const MarkingGrid& grid) {
    Fields out{{"poids", "Poids du critère social", shown(std::optional(grid.weight))},
               {"note_max", "Meilleure note", french::number(grid.best, 1)}};
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        const std::string place = fmt::format("criteres.{}.", i + 1);
        const std::string said = fmt::format("Sous-critère {}, ", i + 1);
        out.push_back({place + "libelle", said + "libellé", grid.criteria[i].label});
        out.push_back({place + "poids", said + "poids", shown(std::optional(grid.criteria[i].weight))});
        out.push_back({place + "attendu", said + "attendu", grid.criteria[i].expected});
    }
    return out;
}

Fields enquiry_fields(const Offer& offer, const MarkingGrid& grid) {
    Fields out{{"entreprise", "Entreprise", offer.company},
               {"siret", "SIRET", offer.identifier.text},
               {"montant", "Montant de l’offre HT", shown(offer.amount)},
               {"heures", "Heures proposées", shown(offer.hours)},
               {"retenue", "Offre retenue", yes(offer.kept)}};
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        const SubCriterion& criterion = grid.criteria[i];
        Mark mark;
        bool marked = false;
        for (const Mark& one : offer.marks)
            if (one.criterion == criterion.id) {
                mark = one;
                marked = true;
            }
        const std::string place = fmt::format("notes.{}", i + 1);
        out.push_back(
            {place, "Note «\u00a0" + criterion.label + "\u00a0»", marked ? french::number(mark.hundredths, 100) : ""});
        out.push_back(
            {place + ".justification", "Justification «\u00a0" + criterion.label + "\u00a0»", mark.justification});
    }
    return out;
}

std::string changed_fields(const Fields& before, const Fields& after) {
    std::string out;
    compare(before, after, [&](const EnquiryField& field, const std::string& was, const std::string& is) {
        if (was != is) out += (out.empty() ? "" : ", ") + field.name;
    });
    return out;
}

std::vector<core::Issue> conflict_issues(const Fields& kept, const Fields& typed) {
    std::vector<core::Issue> out;
    compare(kept, typed, [&](const EnquiryField& field, const std::string& there, const std::string& here) {
        if (there == here) return;
        const std::string now = there.empty() ? "est vide maintenant" : "vaut maintenant " + quoted(there);
        const std::string had = here.empty() ? "vous n’aviez rien" : "vous aviez " + quoted(here);
        out.push_back({core::Severity::error, "modifie_entre_temps", field.name,
                       fmt::format("{}\u00a0; {}\u00a0; choisissez puis enregistrez de nouveau", now, had)});
    });
    return out;
}

}  // namespace clausier::domain
