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
constexpr std::array<Message, 94> messages{{
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
    {"compte-desactive", "Le compte est désactivé\u00a0: ses sessions sont fermées et ses jetons révoqués."},
    {"compte-invite", "Le compte est créé, et son invitation envoyée."},
    {"compte-ouvert", "Le compte est ouvert\u00a0: connectez-vous."},
    {"compte-reactive", "Le compte est réactivé."},
    {"compte-renomme", "Le nom affiché est changé."},
    {"contact-ajoute", "Le contact est ajouté."},
    {"contact-modifie", "Le contact est modifié."},
    {"contact-retire", "Le contact est retiré ; ses échanges restent."},
    {"contrats-classes", "Les contrats sont classés ; le classement peut s’annuler ci-dessous."},
    {"courriel-ecarte", "Le courriel est écarté\u00a0: son texte est effacé, il ne partira pas."},
    {"courriel-relance", "Le courriel sera essayé dans les secondes qui viennent."},
    {"decision-oubliee", "La décision est oubliée : la valeur sera redemandée au prochain import."},
    {"deconnecte", "Vous êtes déconnecté."},
    {"depense-effacee", "La dépense saisie est effacée."},
    {"depense-enregistree", "La dépense de l’année est enregistrée."},
    {"dispense-enregistree", "La dispense est enregistrée, avec son motif."},
    {"dispense-retiree", "La dispense est retirée."},
    {"dossier-attribue", "Le dossier est attribué\u00a0: le marché est créé, avec ses lots et leurs heures."},
    {"dossier-cree", "Le dossier est créé."},
    {"dossier-modifie", "Le dossier est modifié."},
    {"dossier-retire", "Le dossier est retiré, avec ce qui en dépendait."},
    {"double-remise", "La double authentification du compte est remise à zéro."},
    {"double-retiree", "La double authentification est retirée ; reconnectez-vous."},
    {"echange-ajoute", "L’échange est ajouté."},
    {"echange-modifie", "L’échange est modifié."},
    {"echange-retire", "L’échange est retiré."},
    {"etat-change", "Le dossier a changé d’état."},
    {"fonctions-enregistrees", "Les fonctions de l’organisation sont enregistrées."},
    {"gel-leve", "Le gel est levé."},
    {"gel-pose", "Le gel est posé\u00a0: le nom sera gardé plus longtemps."},
    {"grille-enregistree", "La grille de notation est enregistrée."},
    {"habilitation-donnee", "L’habilitation est donnée."},
    {"habilitation-retiree", "L’habilitation est retirée."},
    {"import-abandonne", "L’import est abandonné : rien n’a été écrit dans la base."},
    {"import-annule", "L’import est annulé : la base est revenue à ce qu’elle était."},
    {"jeton-revoque", "Le jeton est révoqué."},
    {"lien-envoye", "Le lien est envoyé par courrier électronique."},
    {"lot-modifie", "Le lot est modifié."},
    {"lots-enregistres", "Les lots sont enregistrés."},
    {"marche-cree", "Le marché est créé, avec ses lots et leurs heures."},
    {"marche-modifie", "Le marché est modifié."},
    {"modele-enregistre", "Le modèle est enregistré ; ce texte est en vigueur."},
    {"modele-repris", "Le texte de cette version est repris ; il est en vigueur."},
    {"modele-retire", "Le modèle est retiré ; ses versions restent."},
    {"mot-de-passe-change", "Le mot de passe est changé."},
    {"offre-enregistree", "L’offre est enregistrée."},
    {"offre-retenue", "L’offre est retenue pour son lot."},
    {"offre-retiree", "L’offre est retirée."},
    {"opcs-enregistrees", "Les OPCS du lot sont enregistrées."},
    {"parcours-note", "Le parcours est noté."},
    {"personne-declaree", "La personne est déclarée, sous ce pseudonyme."},
    {"personne-doublon", "La personne est déclarée\u00a0; une autre fiche semble être la sienne."},
    {"personne-effacee", "Le nom est effacé partout où il était gardé\u00a0; la fiche ne sert plus qu’à compter."},
    {"personne-modifiee", "L’identité est corrigée."},
    {"personne-transferee", "La personne est confiée à la nouvelle OPCS."},
    {"personnes-reunies", "Les deux fiches n’en font plus qu’une."},
    {"purge-a-finir", "Les noms échus sont effacés\u00a0; le fichier de la base sera nettoyé à la prochaine purge."},
    {"purge-faite", "La purge est faite."},
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
    {"session-fermee", "La session est fermée."},
    {"session-finie", "Votre session est finie\u00a0: rien n’a été enregistré. Connectez-vous, puis recommencez."},
    {"sessions-fermees", "Toutes vos autres sessions sont fermées."},
    {"structure-ajoutee", "La structure est ajoutée."},
    {"structure-modifiee", "La structure est modifiée."},
    {"structures-annulees", "L’import est annulé : les structures sont revenues à ce qu’elles étaient."},
    {"structures-importees", "La liste est importée ; l’import peut s’annuler ci-dessous."},
    {"tache-ajoutee", "La tâche est ajoutée."},
    {"tache-modifiee", "La tâche est modifiée."},
    {"tache-retiree", "La tâche est retirée."},
    {"tache-rouverte", "La tâche est à faire de nouveau."},
    {"tache-terminee", "La tâche est terminée."},
    {"traitement-enregistre", "Le traitement est enregistré au registre."},
    {"traitement-retabli", "Le traitement a repris le texte du programme."},
}};

}  // namespace

std::string_view message(std::string_view word) {
    const auto* found =
        std::find_if(messages.begin(), messages.end(), [&](const Message& m) { return m.word == word; });
    return found == messages.end() ? std::string_view() : found->sentence;
}

}  // namespace clausier::web
