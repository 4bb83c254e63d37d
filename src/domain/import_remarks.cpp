// The table of the remarks an import makes.
#include "clausier/domain/import_remarks.hpp"

#include <algorithm>
#include <array>

namespace clausier::domain {
namespace {

using core::Severity;

constexpr std::array table = std::to_array<RemarkInfo>({
    {Remark::lost_accents, "accents_perdus", Severity::warning, "caractères perdus avant l’import"},
    {Remark::html, "entite_html", Severity::info, "codes HTML remis en texte"},
    {Remark::marker, "marqueur_manquant", Severity::info, "donnée marquée manquante"},
    {Remark::marker_unusable, "marqueur_inexploitable", Severity::warning, "donnée marquée inexploitable"},
    {Remark::cell_error, "cellule_erreur", Severity::warning, "erreur de calcul du tableur dans la cellule"},
    {Remark::cpv_zero, "cpv_zero_perdu", Severity::warning, "code CPV auquel un zéro est rendu"},
    {Remark::cpv_key, "cpv_cle", Severity::info, "clé retirée d’un code CPV"},
    {Remark::cpv_format, "cpv_format", Severity::warning, "code CPV mal formé"},
    {Remark::date_zone, "date_fuseau", Severity::info, "fuseau horaire retiré d’une date"},
    {Remark::date_time, "date_heure", Severity::info, "heure retirée d’une date"},
    {Remark::date_unreadable, "date_illisible", Severity::warning, "date illisible"},
    {Remark::date_year, "date_annee", Severity::warning, "année invraisemblable"},
    {Remark::date_future, "date_future", Severity::warning, "date dans l’avenir"},
    {Remark::amount_unreadable, "montant_illisible", Severity::warning, "montant illisible"},
    {Remark::amount_several, "montant_multiple", Severity::warning, "plusieurs montants dans une cellule"},
    {Remark::amount_not_positive, "montant_nul_ou_negatif", Severity::warning, "montant nul ou négatif"},
    {Remark::amount_aberrant, "montant_aberrant", Severity::warning, "montant invraisemblable"},
    {Remark::amount_maximum, "montant_maximum_estime", Severity::info, "maximum estimé d’un accord-cadre"},
    {Remark::total_differs, "total_different", Severity::warning, "total différent de la somme de ses lots"},
    {Remark::unit_unexpected, "unite_inattendue", Severity::warning, "unité d’une autre grandeur"},
    {Remark::number_unreadable, "nombre_illisible", Severity::warning, "nombre illisible"},
    {Remark::rate_doubtful, "taux_douteux", Severity::warning, "taux sous 1 %, sans doute une fraction"},
    {Remark::duration_unreadable, "duree_illisible", Severity::warning, "durée illisible"},
    {Remark::duration_doubtful, "duree_douteuse", Severity::warning, "durée sans doute en jours"},
    {Remark::siret_format, "siret_format", Severity::warning, "SIRET mal formé"},
    {Remark::siret_zero, "siret_zero_perdu", Severity::warning, "SIRET auquel un zéro est rendu"},
    {Remark::siret_spaces, "siret_espaces", Severity::info, "espaces retirés d’un SIRET"},
    {Remark::siret_key, "siret_luhn", Severity::warning, "clé du SIRET fausse"},
    {Remark::scheme_unknown, "type_identifiant_inconnu", Severity::warning, "type d’identifiant inconnu"},
    {Remark::scheme_absent, "type_identifiant_absent", Severity::info, "type d’identifiant absent"},
    {Remark::spelling, "valeur_normalisee", Severity::info, "valeur remise à l’écriture officielle"},
    {Remark::outside_list, "valeur_hors_liste", Severity::warning, "valeur hors de la liste officielle"},
    {Remark::value_decided, "valeur_decidee", Severity::info, "valeur inconnue lue comme décidé"},
    {Remark::considerations_conflict, "considerations_contradictoires", Severity::warning,
     "considérations qui se contredisent"},
    {Remark::reference_derived, "identifiant_derive", Severity::info, "marché sans référence, qui en reçoit une"},
    {Remark::reference_damaged, "reference_abimee", Severity::warning, "référence arrondie par un tableur"},
    {Remark::reference_characters, "reference_caracteres", Severity::info,
     "référence dont des caractères sont déconseillés"},
    {Remark::lot_numbered, "lot_sans_numero", Severity::info, "lot sans numéro, numéroté par son rang"},
    {Remark::lot_number_twice, "lot_numero_double", Severity::warning, "deux lots du même numéro"},
    {Remark::object_absent, "objet_absent", Severity::warning, "objet absent"},
    {Remark::holder_absent, "titulaire_absent", Severity::warning, "titulaire absent"},
    {Remark::flag_spelling, "booleen_normalise", Severity::info, "oui ou non écrit autrement"},
    {Remark::flag_unreadable, "booleen_illisible", Severity::warning, "ni oui ni non"},
    {Remark::json_unreadable, "json_illisible", Severity::warning, "liste imbriquée illisible"},
    {Remark::modifications_unordered, "modifications_desordre", Severity::info,
     "modifications remises dans l’ordre des dates"},
    {Remark::modification_early, "modification_anterieure", Severity::warning,
     "modification antérieure à la notification"},
    {Remark::test_data, "donnee_de_test", Severity::info, "donnée qui ressemble à un essai"},
    {Remark::buyer_absent, "acheteur_absent", Severity::error, "ligne rejetée : acheteur absent"},
    {Remark::row_incomplete, "ligne_incomplete", Severity::error, "ligne rejetée : rien ne désigne un marché"},
});

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].remark) != i) return false;
    return table.size() == static_cast<std::size_t>(Remark::row_incomplete) + 1;
}
static_assert(in_order(), "the table follows the enumeration");

}  // namespace

std::span<const RemarkInfo> import_remarks() { return table; }

const RemarkInfo& info(Remark remark) { return table[static_cast<std::size_t>(remark)]; }

const RemarkInfo* find_remark(std::string_view code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const RemarkInfo& i) { return i.code == code; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace clausier::domain
