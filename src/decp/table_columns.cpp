// The columns of the tables of open data.
#include "table_columns.hpp"

#include <array>

namespace clausier::decp {
namespace {

using Text = std::string Entry::*;
using Words = std::vector<std::string> Entry::*;

template <Text value>
std::string text(const TakenLot& taken, std::size_t) {
    return taken.entry.*value;
}

template <Words value>
std::string words(const TakenLot& taken, std::size_t) {
    std::string out;
    for (const std::string& word : taken.entry.*value) out += (out.empty() ? "" : ", ") + word;
    return out;
}

template <std::string domain::EssentialData::*value>
std::string list(const TakenLot& taken, std::size_t) {
    return taken.lot->essential.*value;
}

std::string uid(const TakenLot& taken, std::size_t) {
    return taken.entry.buyer.empty() ? std::string() : taken.entry.buyer + taken.entry.id;
}
std::string holder_id(const TakenLot& taken, std::size_t holder) {
    return holder < taken.entry.holders.size() ? taken.entry.holders[holder].id : std::string();
}
std::string holder_scheme(const TakenLot& taken, std::size_t holder) {
    return holder < taken.entry.holders.size() ? taken.entry.holders[holder].scheme : std::string();
}
std::string holder_name(const TakenLot& taken, std::size_t holder) {
    return holder < taken.entry.holder_names.size() ? taken.entry.holder_names[holder] : std::string();
}

using E = Entry;
using D = domain::EssentialData;

constexpr std::array<TableColumn, 39> columns_of_contracts{{
    {"uid", "string", "Identifiant national : SIRET de l’acheteur puis identifiant", false, uid},
    {"id", "string", "Identifiant du marché chez son acheteur", true, text<&E::id>},
    {"acheteur_id", "string", "SIRET de l’acheteur", false, text<&E::buyer>},
    {"acheteur_nom", "string", "Nom de l’acheteur", false, text<&E::buyer_name>},
    {"nature", "string", "Nature", false, text<&E::nature>},
    {"objet", "string", "Objet", false, text<&E::object>},
    {"codeCPV", "string", "Code CPV", false, text<&E::cpv>},
    {"procedure", "string", "Procédure", false, text<&E::procedure>},
    {"techniques", "string", "Techniques d’achat, séparées par des virgules", false, words<&E::techniques>},
    {"modalitesExecution", "string", "Modalités d’exécution", false, words<&E::execution_modes>},
    {"idAccordCadre", "string", "Identifiant de l’accord-cadre", false, text<&E::framework>},
    {"marcheInnovant", "boolean", "Marché innovant", false, text<&E::innovative>},
    {"ccag", "string", "CCAG", false, text<&E::ccag>},
    {"offresRecues", "integer", "Nombre d’offres reçues", false, text<&E::offers>},
    {"attributionAvance", "boolean", "Avance attribuée", false, text<&E::advance>},
    {"tauxAvance", "number", "Taux de l’avance, part de 1", false, text<&E::advance_rate>},
    {"typeGroupementOperateurs", "string", "Type de groupement", false, text<&E::consortium>},
    {"sousTraitanceDeclaree", "boolean", "Sous-traitance déclarée", false, text<&E::subcontracting>},
    {"lieuExecution_code", "string", "Code du lieu d’exécution", false, text<&E::place_code>},
    {"lieuExecution_typeCode", "string", "Type du code du lieu", false, text<&E::place_type>},
    {"dureeMois", "integer", "Durée en mois", false, text<&E::months>},
    {"dateNotification", "date", "Date de notification, ou de signature d’une concession", false,
     text<&E::notified_on>},
    {"datePublicationDonnees", "date", "Date de publication des données", false, text<&E::published_on>},
    {"montant", "number", "Montant HT en euros, ou valeur globale d’une concession", false, text<&E::amount>},
    {"formePrix", "string", "Forme du prix", false, text<&E::price_form>},
    {"typesPrix", "string", "Types de prix", false, words<&E::price_types>},
    {"origineUE", "number", "Part des produits de l’Union européenne", false, text<&E::origin_eu>},
    {"origineFrance", "number", "Part des produits français", false, text<&E::origin_france>},
    {"titulaire_id", "string", "Identifiant du titulaire", false, holder_id},
    {"titulaire_typeIdentifiant", "string", "Type de cet identifiant", false, holder_scheme},
    {"titulaire_denominationSociale", "string", "Nom du titulaire", false, holder_name},
    {"considerationsSociales", "string", "Considérations sociales ; vide : non renseigné, jamais « aucune »", false,
     words<&E::social>},
    {"considerationsEnvironnementales", "string",
     "Considérations environnementales ; vide : non renseigné, jamais « aucune »", false, words<&E::environmental>},
    {"modifications", "array", "Modifications du contrat (JSON)", false, list<&D::modifications>},
    {"actesSousTraitance", "array", "Actes de sous-traitance (JSON)", false, list<&D::subcontracts>},
    {"modificationsActesSousTraitance", "array", "Modifications de ces actes (JSON)", false,
     list<&D::subcontract_changes>},
    {"dateDebutExecution", "date", "Début de l’exécution d’une concession", false, text<&E::starts_on>},
    {"montantSubventionPublique", "number", "Subventions publiques d’une concession, en euros", false,
     text<&E::subsidy>},
    {"donneesExecution", "array", "Années d’exécution d’une concession (JSON)", false, list<&D::execution_years>},
}};

constexpr std::array<LeftOutColumn, 8> columns_of_left_out{{
    {"acheteur_id", "Identifiant de l’acheteur",
     [](const LeftOutLot& one, const core::Issue&) { return one.buyer->identifier.text; }},
    {"acheteur_nom", "Nom de l’acheteur", [](const LeftOutLot& one, const core::Issue&) { return one.buyer->name; }},
    {"marche", "Référence du marché", [](const LeftOutLot& one, const core::Issue&) { return one.market->reference; }},
    {"lot", "Numéro du lot", [](const LeftOutLot& one, const core::Issue&) { return one.lot->number; }},
    {"objet", "Objet", [](const LeftOutLot& one, const core::Issue&) { return one.market->object; }},
    {"champ", "Champ en cause", [](const LeftOutLot&, const core::Issue& fault) { return fault.where; }},
    {"faute", "Code de la faute", [](const LeftOutLot&, const core::Issue& fault) { return fault.code; }},
    {"raison", "Ce qui manque, et quoi faire", [](const LeftOutLot&, const core::Issue& fault) { return fault.text; }},
}};

}  // namespace

std::span<const TableColumn> table_columns() { return columns_of_contracts; }
std::span<const LeftOutColumn> left_out_columns() { return columns_of_left_out; }

}  // namespace clausier::decp
