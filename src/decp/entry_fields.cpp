// The tables of the formats of 2022: JSON 2.0.4 and XML 2.0.2.
#include "entry_fields.hpp"

#include <array>

namespace clausier::decp {
namespace {

using enum Shape;

constexpr std::size_t longest_object = 1000;
constexpr std::size_t longest_tariff = 256;

constexpr std::array<Field<Entry>, 23> of_market{{
    {"id", "l’identifiant du marché", &Entry::id, identifier},
    {"acheteur.id", "le SIRET de l’acheteur", &Entry::buyer, siret},
    {"nature", "la nature du marché", &Entry::nature, text, true, "nature"},
    {"objet", "l’objet", &Entry::object, text, true, {}, longest_object},
    {"codeCPV", "le code CPV", &Entry::cpv, cpv},
    {"idAccordCadre", "l’identifiant de l’accord-cadre", &Entry::framework, identifier, false},
    {"marcheInnovant", "le caractère innovant (oui ou non)", &Entry::innovative, boolean},
    {"ccag", "le CCAG", &Entry::ccag, text, true, "ccag"},
    {"offresRecues", "le nombre d’offres reçues", &Entry::offers, rank},
    {"attributionAvance", "l’attribution d’une avance (oui ou non)", &Entry::advance, boolean},
    {"tauxAvance", "le taux de l’avance", &Entry::advance_rate, share, false},
    {"typeGroupementOperateurs", "le type de groupement", &Entry::consortium, text, true, "typeGroupementOperateurs"},
    {"sousTraitanceDeclaree", "la sous-traitance déclarée (oui ou non)", &Entry::subcontracting, boolean},
    {"procedure", "la procédure", &Entry::procedure, text, true, "procedure"},
    {"lieuExecution.code", "le code du lieu d’exécution", &Entry::place_code, text},
    {"lieuExecution.typeCode", "le type du lieu d’exécution", &Entry::place_type, text, true, "typeCode"},
    {"dureeMois", "la durée en mois", &Entry::months, months},
    {"dateNotification", "la date de notification", &Entry::notified_on, date},
    {"datePublicationDonnees", "la date de publication des données", &Entry::published_on, date},
    {"montant", "le montant", &Entry::amount, amount},
    {"formePrix", "la forme du prix", &Entry::price_form, text, true, "formePrix"},
    {"origineUE", "la part des produits de l’Union européenne", &Entry::origin_eu, share, false},
    {"origineFrance", "la part des produits français", &Entry::origin_france, share, false},
}};

constexpr std::array<Field<Entry>, 11> of_concession{{
    {"id", "l’identifiant de la concession", &Entry::id, identifier},
    {"autoriteConcedante.id", "le SIRET de l’autorité concédante", &Entry::buyer, siret},
    {"nature", "la nature de la concession", &Entry::nature, text, true, "nature"},
    {"objet", "l’objet", &Entry::object, text, true, {}, longest_object},
    {"procedure", "la procédure", &Entry::procedure, text, true, "procedure"},
    {"dureeMois", "la durée en mois", &Entry::months, months},
    {"dateSignature", "la date de signature", &Entry::notified_on, date},
    {"datePublicationDonnees", "la date de publication des données", &Entry::published_on, date},
    {"dateDebutExecution", "la date du début de l’exécution", &Entry::starts_on, date},
    {"valeurGlobale", "la valeur globale", &Entry::amount, amount},
    {"montantSubventionPublique", "le montant des subventions publiques", &Entry::subsidy, free_amount},
}};

constexpr WordsField social{"considerationsSociales", "considerationSociale", "les considérations sociales",
                            &Entry::social, "Pas de considération sociale"};
constexpr WordsField environmental{"considerationsEnvironnementales", "considerationEnvironnementale",
                                   "les considérations environnementales", &Entry::environmental,
                                   "Pas de considération environnementale"};
constexpr std::array<WordsField, 5> market_words{
    {{"techniques", "technique", "la technique d’achat", &Entry::techniques, ""},
     {"modalitesExecution", "modaliteExecution", "la modalité d’exécution", &Entry::execution_modes, ""},
     {"typesPrix", "typePrix", "le type de prix", &Entry::price_types, ""},
     social,
     environmental}};
constexpr std::array<WordsField, 2> concession_words{{social, environmental}};

constexpr std::array<Field<Party>, 2> of_party{{
    {"typeIdentifiant", "le type d’identifiant", &Party::scheme, text, true, "typeIdentifiant"},
    {"id", "l’identifiant", &Party::id, text},
}};

constexpr std::array<Field<Modification>, 5> of_market_change{{
    {"id", "le numéro", &Modification::id, rank},
    {"dateNotificationModification", "la date de notification", &Modification::notified_on, date},
    {"datePublicationDonneesModification", "la date de publication", &Modification::published_on, date},
    {"dureeMois", "la durée en mois", &Modification::months, months, false},
    {"montant", "le montant", &Modification::amount, amount, false},
}};
constexpr std::array<Field<Modification>, 5> of_concession_change{{
    {"id", "le numéro", &Modification::id, rank},
    {"dateSignatureModification", "la date de signature", &Modification::notified_on, date},
    {"datePublicationDonneesModification", "la date de publication", &Modification::published_on, date},
    {"dureeMois", "la durée en mois", &Modification::months, months, false},
    {"valeurGlobale", "la valeur globale", &Modification::amount, amount, false},
}};

constexpr std::array<Field<Subcontract>, 6> of_subcontract{{
    {"id", "le numéro", &Subcontract::id, rank},
    {"dureeMois", "la durée en mois", &Subcontract::months, months},
    {"dateNotification", "la date de notification", &Subcontract::notified_on, date},
    {"datePublicationDonnees", "la date de publication", &Subcontract::published_on, date},
    {"montant", "le montant", &Subcontract::amount, amount},
    {"variationPrix", "la variation du prix", &Subcontract::price_variation, text, true, "variationPrix"},
}};
constexpr std::array<Field<Subcontract>, 5> of_subcontract_change{{
    {"id", "le numéro", &Subcontract::id, rank},
    {"dureeMois", "la durée en mois", &Subcontract::months, months, false},
    {"dateNotificationModificationSousTraitance", "la date de notification", &Subcontract::notified_on, date},
    {"datePublicationDonnees", "la date de publication", &Subcontract::published_on, date},
    {"montant", "le montant", &Subcontract::amount, amount, false},
}};

constexpr std::array<Field<ExecutionYear>, 2> of_year{{
    {"datePublicationDonneesExecution", "la date de publication", &ExecutionYear::published_on, date},
    {"depensesInvestissement", "les dépenses d’investissement", &ExecutionYear::investment, free_amount},
}};
constexpr std::array<Field<Tariff>, 2> of_tariff{{
    {"intituleTarif", "l’intitulé du tarif", &Tariff::label, text, true, {}, longest_tariff},
    {"tarif", "le tarif", &Tariff::amount, free_amount},
}};

}  // namespace

bool is_bare(Shape shape) {
    return shape == boolean || shape == rank || shape == months || shape == amount || shape == free_amount ||
           shape == share;
}

std::span<const Field<Entry>> entry_fields(bool concession) {
    if (concession) return of_concession;
    return of_market;
}
std::span<const WordsField> words_fields(bool concession) {
    if (concession) return concession_words;
    return market_words;
}
std::span<const Field<Party>> party_fields() { return of_party; }
std::span<const Field<Modification>> modification_fields(bool concession) {
    if (concession) return of_concession_change;
    return of_market_change;
}
std::span<const Field<Subcontract>> subcontract_fields() { return of_subcontract; }
std::span<const Field<Subcontract>> subcontract_change_fields() { return of_subcontract_change; }
std::span<const Field<ExecutionYear>> year_fields() { return of_year; }
std::span<const Field<Tariff>> tariff_fields() { return of_tariff; }

}  // namespace clausier::decp
