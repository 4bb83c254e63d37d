// The list of columns.
#include "clausier/decp/columns.hpp"

#include <algorithm>
#include <array>

namespace clausier::decp {
namespace {

constexpr std::array<std::string_view, 41> names = {"enregistrement",
                                                    "acheteur_id",
                                                    "acheteur_nom",
                                                    "id",
                                                    "nature",
                                                    "objet",
                                                    "codeCPV",
                                                    "procedure",
                                                    "techniques",
                                                    "modalitesExecution",
                                                    "idAccordCadre",
                                                    "marcheInnovant",
                                                    "attributionAvance",
                                                    "tauxAvance",
                                                    "sousTraitanceDeclaree",
                                                    "ccag",
                                                    "offresRecues",
                                                    "typeGroupementOperateurs",
                                                    "lieuExecution.code",
                                                    "lieuExecution.typeCode",
                                                    "lieuExecution.nom",
                                                    "dureeMois",
                                                    "dateNotification",
                                                    "datePublicationDonnees",
                                                    "montant",
                                                    "formePrix",
                                                    "typesPrix",
                                                    "origineUE",
                                                    "origineFrance",
                                                    "titulaire_id",
                                                    "titulaire_typeIdentifiant",
                                                    "titulaire_denominationSociale",
                                                    "considerationsSociales",
                                                    "considerationsEnvironnementales",
                                                    "modifications",
                                                    "actesSousTraitance",
                                                    "modificationsActesSousTraitance",
                                                    "dateDebutExecution",
                                                    "montantSubventionPublique",
                                                    "donneesExecution",
                                                    "source"};

}  // namespace

std::span<const std::string_view> columns() { return names; }

std::optional<std::size_t> column(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

}  // namespace clausier::decp
