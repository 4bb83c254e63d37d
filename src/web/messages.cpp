// The sentences of what was done.
#include "messages.hpp"

#include <algorithm>
#include <array>

namespace clausier::web {
namespace {

struct Message {
    std::string_view word;
    std::string_view sentence;
};
constexpr std::array<Message, 61> messages{{
    {"achats-importes", "Le fichier d’achats est importé."},
    {"achats-retires", "Le fichier d’achats est retiré, avec ses lignes."},
    {"agec-enregistree", "La déclaration est enregistrée."},
    {"agec-retiree", "La déclaration est retirée."},
    {"calcul-enregistre", "Le calcul est gardé, avec ses étapes et ses sources."},
    {"calculs-enregistres", "Le calcul de chaque lot est gardé, avec ses étapes et ses sources."},
    {"cible-enregistree", "La cible est enregistrée."},
    {"cible-retiree", "La cible est retirée."},
    {"classement-annule", "Le classement est annulé : ses contrats sont de nouveau non renseignés."},
    {"clauses-enregistrees", "Les clauses du lot sont enregistrées."},
    {"contact-ajoute", "Le contact est ajouté."},
    {"contact-modifie", "Le contact est modifié."},
    {"contact-retire", "Le contact est retiré ; ses échanges restent."},
    {"contrats-classes", "Les contrats sont classés ; le classement peut s’annuler ci-dessous."},
    {"decision-oubliee", "La décision est oubliée : la valeur sera redemandée au prochain import."},
    {"depense-effacee", "La dépense saisie est effacée."},
    {"depense-enregistree", "La dépense de l’année est enregistrée."},
    {"dispense-enregistree", "La dispense est enregistrée, avec son motif."},
    {"dispense-retiree", "La dispense est retirée."},
    {"dossier-attribue", "Le dossier est attribué\u00a0: le marché est créé, avec ses lots et leurs heures."},
    {"dossier-cree", "Le dossier est créé."},
    {"dossier-modifie", "Le dossier est modifié."},
    {"dossier-retire", "Le dossier est retiré, avec ce qui en dépendait."},
    {"echange-ajoute", "L’échange est ajouté."},
    {"echange-modifie", "L’échange est modifié."},
    {"echange-retire", "L’échange est retiré."},
    {"etat-change", "Le dossier a changé d’état."},
    {"grille-enregistree", "La grille de notation est enregistrée."},
    {"import-abandonne", "L’import est abandonné : rien n’a été écrit dans la base."},
    {"import-annule", "L’import est annulé : la base est revenue à ce qu’elle était."},
    {"lot-modifie", "Le lot est modifié."},
    {"lots-enregistres", "Les lots sont enregistrés."},
    {"marche-cree", "Le marché est créé, avec ses lots et leurs heures."},
    {"marche-modifie", "Le marché est modifié."},
    {"modele-enregistre", "Le modèle est enregistré ; ce texte est en vigueur."},
    {"modele-repris", "Le texte de cette version est repris ; il est en vigueur."},
    {"modele-retire", "Le modèle est retiré ; ses versions restent."},
    {"offre-enregistree", "L’offre est enregistrée."},
    {"offre-retenue", "L’offre est retenue pour son lot."},
    {"offre-retiree", "L’offre est retirée."},
    {"rapport-publie", "Le rapport est publié : cette version ne changera plus."},
    {"reference-ajoutee", "La valeur locale est enregistrée ; elle passe devant la valeur nationale."},
    {"registre-enregistre", "La ligne est enregistrée au registre."},
    {"registre-retire", "La ligne est retirée du registre."},
    {"reglages-enregistres", "Les réglages sont enregistrés."},
    {"resume-aligne", "Le résumé DECP est aligné sur le détail des clauses."},
    {"scenario-cree", "Le scénario est créé\u00a0: réglez chaque lot, puis enregistrez."},
    {"scenario-enregistre", "Le scénario est enregistré."},
    {"scenario-retenu", "Le scénario est choisi."},
    {"scenario-retire", "Le scénario est retiré."},
    {"schema-enregistre", "Le schéma est enregistré."},
    {"schema-retire", "Le schéma est retiré, avec ses cibles."},
    {"structure-ajoutee", "La structure est ajoutée."},
    {"structure-modifiee", "La structure est modifiée."},
    {"structures-annulees", "L’import est annulé : les structures sont revenues à ce qu’elles étaient."},
    {"structures-importees", "La liste est importée ; l’import peut s’annuler ci-dessous."},
    {"tache-ajoutee", "La tâche est ajoutée."},
    {"tache-modifiee", "La tâche est modifiée."},
    {"tache-retiree", "La tâche est retirée."},
    {"tache-rouverte", "La tâche est à faire de nouveau."},
    {"tache-terminee", "La tâche est terminée."},
}};

}  // namespace

std::string_view message(std::string_view word) {
    const auto* found =
        std::find_if(messages.begin(), messages.end(), [&](const Message& m) { return m.word == word; });
    return found == messages.end() ? std::string_view() : found->sentence;
}

}  // namespace clausier::web
