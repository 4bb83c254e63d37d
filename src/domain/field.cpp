// The table of the fields an import knows.
#include "clausier/domain/field.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr std::array<FieldInfo, field_count> table = {{
    {Field::ignored, "ignoree", "colonne ignorée", ValueKind::text},
    {Field::buyer_id, "acheteur_id", "identifiant de l’acheteur", ValueKind::identifier},
    {Field::buyer_scheme, "acheteur_type", "type d’identifiant de l’acheteur", ValueKind::text},
    {Field::buyer_name, "acheteur_nom", "nom de l’acheteur", ValueKind::name},
    {Field::reference, "reference", "référence du marché", ValueKind::text},
    {Field::lot_number, "lot_numero", "numéro du lot", ValueKind::text},
    {Field::lot_title, "lot_intitule", "intitulé du lot", ValueKind::name},
    {Field::object, "objet", "objet du marché", ValueKind::name},
    {Field::nature, "nature", "nature du contrat", ValueKind::text},
    {Field::technique, "technique", "technique d’achat", ValueKind::name},
    {Field::section, "section", "secteur d’achat (services, fournitures, travaux)", ValueKind::name},
    {Field::bracket, "tranche", "tranche de montant", ValueKind::text},
    {Field::bracket_min, "tranche_min", "borne basse de la tranche", ValueKind::amount},
    {Field::bracket_max, "tranche_max", "borne haute de la tranche", ValueKind::amount},
    {Field::cpv, "cpv", "code CPV", ValueKind::cpv},
    {Field::procedure, "procedure", "procédure", ValueKind::name},
    {Field::place_code, "lieu_code", "code du lieu d’exécution", ValueKind::text},
    {Field::place_type, "lieu_type", "type de code du lieu d’exécution", ValueKind::name},
    {Field::place_name, "lieu_nom", "lieu d’exécution", ValueKind::name},
    {Field::duration_months, "duree_mois", "durée en mois", ValueKind::count},
    {Field::notified_on, "date_notification", "date de notification", ValueKind::date},
    {Field::published_on, "date_publication", "date de publication des données", ValueKind::date},
    {Field::consultation_on, "date_consultation", "date de consultation", ValueKind::date},
    {Field::year, "annee", "année", ValueKind::count},
    {Field::amount, "montant", "montant HT", ValueKind::amount},
    {Field::amount_min, "montant_min", "montant minimum HT", ValueKind::amount},
    {Field::amount_max, "montant_max", "montant maximum HT", ValueKind::amount},
    {Field::amount_estimated, "montant_estime", "montant estimé HT", ValueKind::amount},
    {Field::estimated_need, "besoin_estime", "besoin estimé HT, tous lots compris", ValueKind::amount},
    {Field::price_form, "forme_prix", "forme du prix", ValueKind::name},
    {Field::holder_id, "titulaire_id", "identifiant du titulaire", ValueKind::identifier},
    {Field::holder_scheme, "titulaire_type", "type d’identifiant du titulaire", ValueKind::name},
    {Field::holder_name, "titulaire_nom", "nom du titulaire", ValueKind::name},
    {Field::holder_postcode, "titulaire_code_postal", "code postal du titulaire", ValueKind::text},
    {Field::holder_sme, "titulaire_pme", "titulaire PME (oui ou non)", ValueKind::flag},
    {Field::holder2_id, "titulaire2_id", "identifiant du 2e titulaire", ValueKind::identifier},
    {Field::holder2_scheme, "titulaire2_type", "type d’identifiant du 2e titulaire", ValueKind::name},
    {Field::holder2_name, "titulaire2_nom", "nom du 2e titulaire", ValueKind::name},
    {Field::holder3_id, "titulaire3_id", "identifiant du 3e titulaire", ValueKind::identifier},
    {Field::holder3_scheme, "titulaire3_type", "type d’identifiant du 3e titulaire", ValueKind::name},
    {Field::holder3_name, "titulaire3_nom", "nom du 3e titulaire", ValueKind::name},
    {Field::social, "considerations_sociales", "considérations sociales", ValueKind::name},
    {Field::environmental, "considerations_environnementales", "considérations environnementales", ValueKind::name},
    {Field::labour_share, "part_main_oeuvre", "part de main-d’œuvre", ValueKind::percent},
    {Field::effort_rate, "taux_effort", "taux d’effort d’insertion", ValueKind::percent},
    {Field::hourly_cost, "cout_horaire", "coût horaire", ValueKind::amount},
    {Field::trade, "metier", "métier ou corps d’état", ValueKind::name},
    {Field::hours, "heures", "heures d’insertion", ValueKind::hours},
    {Field::operation, "operation", "opération", ValueKind::name},
    {Field::source, "source", "source des données", ValueKind::text},
    {Field::execution_modes, "modalites_execution", "modalités d’exécution", ValueKind::name},
    {Field::framework_reference, "accord_cadre_reference", "référence de l’accord-cadre", ValueKind::text},
    {Field::innovative, "marche_innovant", "marché innovant (oui ou non)", ValueKind::flag},
    {Field::advance, "avance", "avance attribuée (oui ou non)", ValueKind::flag},
    {Field::advance_rate, "taux_avance", "taux de l’avance", ValueKind::text},
    {Field::subcontracting, "sous_traitance", "sous-traitance déclarée (oui ou non)", ValueKind::flag},
    {Field::ccag, "ccag", "CCAG", ValueKind::name},
    {Field::offers, "offres_recues", "nombre d’offres reçues", ValueKind::count},
    {Field::consortium, "groupement", "type de groupement d’opérateurs", ValueKind::name},
    {Field::price_types, "types_prix", "types de prix", ValueKind::name},
    {Field::origin_eu, "origine_ue", "part d’origine de l’Union européenne", ValueKind::text},
    {Field::origin_france, "origine_france", "part d’origine française", ValueKind::text},
    {Field::starts_on, "date_debut_execution", "date de début d’exécution", ValueKind::date},
    {Field::subsidy, "subvention", "subvention publique", ValueKind::amount},
    {Field::holder_department, "titulaire_departement", "département du titulaire", ValueKind::text},
    {Field::buying_unit, "service_acheteur", "service qui achète", ValueKind::name},
    {Field::modifications, "modifications", "modifications du contrat (JSON)", ValueKind::text},
    {Field::subcontracts, "actes_sous_traitance", "actes de sous-traitance (JSON)", ValueKind::text},
    {Field::subcontract_changes, "modifications_sous_traitance", "modifications de sous-traitance (JSON)",
     ValueKind::text},
    {Field::execution_years, "donnees_execution", "données d’exécution (JSON)", ValueKind::text},
    {Field::record, "enregistrement", "rang de l’enregistrement dans le fichier", ValueKind::text},
    {Field::current, "donnees_actuelles", "données actuelles (oui ou non)", ValueKind::flag},
    {Field::version, "version", "nombre de modifications que la ligne prend en compte", ValueKind::text},
    {Field::change_number, "modification_numero", "numéro de la modification", ValueKind::text},
    {Field::change_object, "modification_objet", "objet de la modification", ValueKind::text},
    {Field::change_amount, "modification_montant", "montant après modification", ValueKind::text},
    {Field::change_months, "modification_duree", "durée en mois après modification", ValueKind::text},
    {Field::change_notified_on, "modification_notification", "date de notification de la modification",
     ValueKind::text},
    {Field::change_published_on, "modification_publication", "date de publication de la modification", ValueKind::text},
    {Field::change_holder_id, "modification_titulaire_id", "identifiant du titulaire après modification",
     ValueKind::text},
    {Field::change_holder_scheme, "modification_titulaire_type", "type d’identifiant du titulaire après modification",
     ValueKind::text},
    {Field::act_number, "acte_numero", "numéro de l’acte de sous-traitance", ValueKind::text},
    {Field::act_amount, "acte_montant", "montant sous-traité", ValueKind::text},
    {Field::act_months, "acte_duree", "durée en mois de l’acte de sous-traitance", ValueKind::text},
    {Field::act_notified_on, "acte_notification", "date de notification de l’acte de sous-traitance", ValueKind::text},
    {Field::act_published_on, "acte_publication", "date de publication de l’acte de sous-traitance", ValueKind::text},
    {Field::act_variation, "acte_variation_prix", "variation du prix sous-traité", ValueKind::text},
    {Field::subcontractor_id, "sous_traitant_id", "identifiant du sous-traitant", ValueKind::text},
    {Field::subcontractor_scheme, "sous_traitant_type", "type d’identifiant du sous-traitant", ValueKind::text},
    {Field::act_change_number, "acte_modification_numero", "numéro de la modification de sous-traitance",
     ValueKind::text},
    {Field::act_change_amount, "acte_modification_montant", "montant sous-traité après modification", ValueKind::text},
    {Field::act_change_months, "acte_modification_duree", "durée en mois de sous-traitance après modification",
     ValueKind::text},
    {Field::act_change_notified_on, "acte_modification_notification",
     "date de notification de la modification de sous-traitance", ValueKind::text},
    {Field::act_change_published_on, "acte_modification_publication",
     "date de publication de la modification de sous-traitance", ValueKind::text},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].field) != i) return false;
    return true;
}
static_assert(in_order(), "the table follows the enumeration");

}  // namespace

std::span<const FieldInfo> fields() { return table; }

const FieldInfo& info(Field field) { return table[static_cast<std::size_t>(field)]; }

core::Result<Field> parse_field(std::string_view text) {
    const std::string wanted = core::fold(text);
    std::vector<std::string_view> keys;
    for (const FieldInfo& known : table) {
        if (core::fold(known.key) == wanted || core::fold(known.label) == wanted) return known.field;
        keys.push_back(known.key);
    }
    const std::string_view near = core::nearest(text, keys);
    return core::fault(
        "champ_inconnu",
        near.empty() ? fmt::format("le champ « {} » n’existe pas ; les champs sont {}", text, fmt::join(keys, ", "))
                     : fmt::format("le champ « {} » n’existe pas ; vouliez-vous dire « {} » ?", text, near));
}

}  // namespace clausier::domain
