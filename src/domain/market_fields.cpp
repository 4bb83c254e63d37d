// Fields of markets and lots as texts, and how two states differ.
#include "clausier/domain/market_fields.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

std::string shown(const std::optional<core::Euros>& value) { return value ? french::euros(*value) : ""; }
std::string shown(const std::optional<core::Hours>& value) { return value ? french::hours(*value) : ""; }
std::string shown(const std::optional<core::Rate>& value) { return value ? french::percent(*value) : ""; }
std::string shown(const std::optional<core::Date>& value) { return value ? french::date(*value) : ""; }
std::string shown(const std::optional<std::string>& value) { return value.value_or(""); }
std::string months(const std::optional<std::int64_t>& value) {
    return value ? french::number(*value, 1) + "\u00a0mois" : "";
}

std::string holders(const Lot& lot) {
    std::string out;
    for (const Holder& holder : lot.holders)
        out += (out.empty() ? "" : ", ") + (holder.name.empty() ? holder.identifier.text : holder.name);
    return out;
}

std::string quoted(const std::string& text) { return text.empty() ? "rien" : fmt::format("«\u00a0{}\u00a0»", text); }

}  // namespace

std::vector<FieldText> field_texts(const Market& m) {
    return {{"marche", "Référence", m.reference},
            {"objet", "Objet", m.object},
            {"nature", "Nature", m.nature},
            {"procedure", "Procédure", m.procedure},
            {"cpv", "CPV", m.cpv},
            {"lieu", "Lieu d’exécution", m.place_code},
            {"date_consultation", "Consultation lancée le", shown(m.consultation_on)},
            {"date_notification", "Notifié le", shown(m.notified_on)},
            {"date_publication", "Publié le", shown(m.published_on)},
            {"besoin_estime", "Valeur estimée du besoin HT", shown(m.estimated_need)},
            {"duree_mois", "Durée", months(m.duration_months)},
            {"considerations_sociales", "Considérations sociales", shown(m.considerations)},
            {"considerations_environnementales", "Considérations environnementales", shown(m.environmental)}};
}

std::vector<FieldText> field_texts(const Lot& lot) {
    return {{"lot", "Numéro", lot.number},
            {"intitule", "Intitulé", lot.title},
            {"section", "Section", lot.section},
            {"tranche_montant", "Tranche de montant", lot.bracket},
            {"cpv", "CPV", lot.cpv},
            {"metier", "Métier", lot.trade},
            {"lieu", "Lieu d’exécution", lot.place_code},
            {"date_notification", "Notifié le", shown(lot.notified_on)},
            {"duree_mois", "Durée", months(lot.duration_months)},
            {"considerations_sociales", "Considérations sociales", shown(lot.considerations)},
            {"considerations_environnementales", "Considérations environnementales", shown(lot.environmental)},
            {"montant", "Montant attribué HT", shown(lot.amount)},
            {"montant_min", "Montant minimum HT", shown(lot.amount_min)},
            {"montant_estime", "Montant estimé HT", shown(lot.amount_estimated)},
            {"montant_max", "Montant maximum HT", shown(lot.amount_max)},
            {"part_mo", "Part de main-d’œuvre", shown(lot.labour_share)},
            {"taux", "Taux d’effort", shown(lot.effort)},
            {"cout_horaire", "Coût horaire chargé", shown(lot.hourly_cost)},
            {"heures", "Heures dues", shown(lot.hours)},
            {"titulaires", "Titulaires", holders(lot)}};
}

std::string changed_fields(const std::vector<FieldText>& before, const std::vector<FieldText>& after) {
    std::string out;
    for (std::size_t i = 0; i < before.size() && i < after.size(); ++i)
        if (before[i].text != after[i].text) out += fmt::format("{}{}", out.empty() ? "" : ", ", before[i].name);
    return out;
}

std::vector<core::Issue> conflict_issues(const std::vector<FieldText>& kept, const std::vector<FieldText>& typed) {
    std::vector<core::Issue> out;
    for (std::size_t i = 0; i < kept.size() && i < typed.size(); ++i)
        if (kept[i].text != typed[i].text)
            out.push_back(
                {core::Severity::error, "modifie_entre_temps", std::string(kept[i].name),
                 fmt::format("{} : quelqu’un d’autre a enregistré {} depuis votre lecture, vous proposez {} ; "
                             "choisissez puis enregistrez de nouveau",
                             kept[i].label, quoted(kept[i].text), quoted(typed[i].text))});
    return out;
}

}  // namespace clausier::domain
