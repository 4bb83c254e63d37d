// The table of variables, and the samples made of it.
#include "clausier/present/document_variables.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/core/text.hpp"

namespace clausier::present {
namespace {

using Kind = VariableKind;

constexpr DocumentVariable public_members[] = {{"libelle", "le public, en toutes lettres", Kind::text,
                                                "Demandeur d’emploi depuis plus de 12 mois|Bénéficiaire du RSA ou "
                                                "ayant droit|Travailleur handicapé (L.\u00a05212-13)"}};
constexpr DocumentVariable modality_members[] = {
    {"libelle", "la façon de réaliser les heures", Kind::text,
     "Embauche directe en CDD|Mise à disposition par une ETTI|Sous-traitance ou cotraitance avec une EI"}};
constexpr DocumentVariable lot_members[] = {
    {"numero", "numéro du lot", Kind::text, "1|2"},
    {"intitule", "intitulé du lot", Kind::text, "Gros œuvre|Peinture intérieure"},
    {"metier", "métier qui donne les valeurs de référence", Kind::text, "Gros œuvre|Peinture intérieure"},
    {"clause", "la clause retenue sur le lot", Kind::text,
     "Clause d’insertion, condition d’exécution|Clause d’insertion et critère social"},
    {"montant", "montant estimé HT (une estimation ne se publie pas sans l’accord de l’acheteur)", Kind::text,
     "1 000 000 €|200 000 €"},
    {"maximum", "oui quand ce montant est le maximum d’un accord-cadre", Kind::flag, "non"},
    {"part_mo", "part de main-d’œuvre", Kind::text, "45 %|70 %"},
    {"taux", "taux d’effort d’insertion", Kind::text, "5 %|5 %"},
    {"cout_horaire", "coût d’une heure de travail", Kind::text, "35,20 €|35,20 €"},
    {"avec_heures", "oui quand la clause du lot compte des heures", Kind::flag, "oui"},
    {"heures", "heures d’insertion dues", Kind::text, "639 h|199 h"},
    {"est_reserve", "oui quand le lot est réservé\u00a0: ses heures sont comptées à part", Kind::flag, "non"},
    {"jours", "les mêmes en journées de travail", Kind::text, "91,3|28,4"},
    {"semaines", "les mêmes en semaines de travail", Kind::text, "18,3|5,7"}};
constexpr DocumentVariable other_lot_members[] = {{"numero", "numéro du lot", Kind::text, "3"},
                                                  {"intitule", "intitulé du lot", Kind::text, "Ascenseur"}};
constexpr DocumentVariable law_members[] = {
    {"libelle", "la clause", Kind::text,
     "Clause d’insertion, condition d’exécution|Clause d’insertion et critère social"},
    {"article", "les numéros de ses articles", Kind::text,
     "L.\u00a02112-2|L.\u00a02112-2, L.\u00a02152-7, R.\u00a02152-7"},
    {"articles", "ses articles en toutes lettres, avec ce qui reste à vérifier sur Légifrance", Kind::text,
     "article\u00a0L.\u00a02112-2 du code de la commande publique|articles\u00a0L.\u00a02112-2, L.\u00a02152-7 et "
     "R.\u00a02152-7 du code de la commande publique"},
    {"verifie", "oui quand l’article a été vérifié", Kind::flag, "oui"},
    {"a_verifier", "oui quand l’article est à vérifier sur Légifrance", Kind::flag, "non"},
    {"note", "ce qu’il faut savoir de plus", Kind::text, "|"}};
constexpr DocumentVariable criterion_members[] = {
    {"libelle", "le sous-critère", Kind::text, "Accompagnement des personnes|Formation"},
    {"poids", "son poids dans le critère social", Kind::text, "60 %|40 %"},
    {"attendu", "ce qui obtient la meilleure note", Kind::text,
     "un tuteur nommé et formé, un suivi écrit chaque mois|une formation certifiante pour chaque personne"}};
constexpr DocumentVariable grid_members[] = {
    {"poids", "poids du critère social parmi tous les critères", Kind::text, "15 %"},
    {"note_max", "la meilleure note", Kind::text, "10"},
    {"sous_criteres", "les sous-critères", Kind::list, "", criterion_members}};

constexpr DocumentVariable all[] = {
    {"dossier", "numéro du dossier", Kind::text, "12"},
    {"acheteur", "nom de l’acheteur", Kind::text, "Commune de Valbrume"},
    {"objet", "objet du marché", Kind::text, "Réhabilitation du groupe scolaire des Tilleuls"},
    {"cpv", "code CPV du marché, ou rien", Kind::text, "45214200"},
    {"date_du_jour", "le jour où le document est fait", Kind::text, "21 novembre 2026"},
    {"date_consultation", "jour prévu de la consultation, ou rien", Kind::text, "1er mars 2027"},
    {"duree_mois", "durée du marché en mois, ou rien", Kind::text, "14"},
    {"besoin_estime", "valeur estimée du besoin, tous lots, ou rien", Kind::text, "1 500 000 €"},
    {"instance", "nom de la structure qui porte les clauses", Kind::text, "Maison de l’emploi de Valbrume"},
    {"referent", "le facilitateur chargé du dossier", Kind::text, "le pôle Clauses"},
    {"contact_facilitateur", "comment joindre la structure", Kind::text, "clauses@valbrume.example, 01 00 00 00 00"},
    {"joindre", "le référent du dossier et le contact, ou rien quand ni l’un ni l’autre n’est connu", Kind::text,
     "le pôle Clauses, clauses@valbrume.example, 01 00 00 00 00"},
    {"travaux", "oui pour un marché de travaux", Kind::flag, "oui"},
    {"fournitures", "oui pour un marché de fournitures", Kind::flag, "non"},
    {"services", "oui pour un marché de services", Kind::flag, "non"},
    {"concession", "oui pour une concession", Kind::flag, "non"},
    {"clause_insertion", "oui quand un lot porte une clause d’insertion", Kind::flag, "oui"},
    {"critere_social", "oui quand un lot porte un critère social d’attribution", Kind::flag, "oui"},
    {"reserve", "oui quand un lot est réservé, quel que soit le motif", Kind::flag, "non"},
    {"reserve_siae", "oui quand un lot est réservé aux SIAE", Kind::flag, "non"},
    {"reserve_handicap", "oui quand un lot est réservé aux EA et ESAT", Kind::flag, "non"},
    {"reserve_mixte", "oui quand un lot est réservé à la fois aux EA, ESAT et SIAE", Kind::flag, "non"},
    {"reserve_ess", "oui quand un lot est réservé aux entreprises de l’ESS", Kind::flag, "non"},
    {"formation", "oui quand un lot porte une clause de formation", Kind::flag, "non"},
    {"services_insertion", "oui quand un lot achète des services d’insertion et de qualification", Kind::flag, "non"},
    {"metier_nettoyage", "oui quand un lot est de nettoyage", Kind::flag, "non"},
    {"metier_espaces_verts", "oui quand un lot est d’espaces verts", Kind::flag, "non"},
    {"accord_cadre", "oui quand un montant est le maximum d’un accord-cadre", Kind::flag, "non"},
    {"avec_heures", "oui quand des heures d’insertion sont dues", Kind::flag, "oui"},
    {"avec_heures_clause", "oui quand des heures sont dues sur un lot qui n’est pas réservé", Kind::flag, "oui"},
    {"avec_heures_reserve", "oui quand des heures sont dues sur un lot réservé", Kind::flag, "non"},
    {"condition_sociale_obligatoire", "oui quand l’achat atteint le seuil de la condition sociale obligatoire",
     Kind::flag, "non"},
    {"grille_ecrite", "oui quand la grille de notation du critère social est écrite", Kind::flag, "oui"},
    {"lots", "les lots qui portent une clause", Kind::list, "", lot_members},
    {"lots_sans_clause", "les autres lots", Kind::list, "", other_lot_members},
    {"nombre_lots", "nombre de lots qui portent une clause", Kind::text, "2"},
    {"total_heures", "heures d’insertion de tous les lots qui ne sont pas réservés", Kind::text, "838 h"},
    {"total_jours", "les mêmes en journées de travail", Kind::text, "119,7"},
    {"total_semaines", "les mêmes en semaines de travail", Kind::text, "23,9"},
    {"total_heures_reserve", "heures d’insertion des lots réservés", Kind::text, "0\u00a0h"},
    {"total_jours_reserve", "les mêmes en journées de travail", Kind::text, "0"},
    {"total_semaines_reserve", "les mêmes en semaines de travail", Kind::text, "0"},
    {"heures_par_jour", "heures d’une journée de travail", Kind::text, "7\u00a0h"},
    {"heures_par_semaine", "heures d’une semaine de travail", Kind::text, "35\u00a0h"},
    {"publics", "les publics retenus\u00a0; toute la liste si aucun n’est choisi", Kind::list, "", public_members},
    {"publics_choisis", "oui quand des publics ont été retenus", Kind::flag, "oui"},
    {"modalites", "les façons de réaliser les heures\u00a0; leurs trois familles si aucune n’est choisie", Kind::list,
     "", modality_members},
    {"modalites_choisies", "oui quand des modalités ont été retenues", Kind::flag, "oui"},
    {"droit", "les textes sur lesquels les clauses retenues se fondent", Kind::list, "", law_members},
    {"grille", "le critère social", Kind::group, "", grid_members},
    {"mois_apres_embauche", "mois pendant lesquels les heures comptent après une embauche", Kind::text, "24"},
    {"mois_apres_embauche_a_verifier", "oui quand cette durée n’a pas été vérifiée", Kind::flag, "oui"},
    {"penalite_par_heure", "pénalité proposée par heure non réalisée", Kind::text, "60 €"},
    {"penalite_par_jour", "pénalité proposée par jour de retard d’un justificatif", Kind::text, "75 €"},
    {"penalite_bilan_par_jour", "pénalité proposée par jour de retard du bilan final", Kind::text, "300 €"},
    {"penalites_a_verifier", "oui quand une de ces valeurs n’a pas été vérifiée", Kind::flag, "non"}};

std::size_t elements(std::span<const DocumentVariable> members) {
    std::size_t most = 1;
    for (const DocumentVariable& member : members) most = std::max(most, core::split(member.example, '|').size());
    return most;
}

boost::json::object sample(std::span<const DocumentVariable> variables, Sample kind, std::size_t rank) {
    boost::json::object out;
    for (const DocumentVariable& variable : variables) {
        const auto examples = core::split(variable.example, '|');
        const std::string_view example = examples[std::min(rank, examples.size() - 1)];
        boost::json::value& value = out[variable.name];
        switch (variable.kind) {
            case Kind::text:
                value = kind == Sample::shut ? "" : kind == Sample::open && example.empty() ? "exemple" : example;
                break;
            case Kind::flag:
                value = kind == Sample::open || (kind == Sample::example && example == "oui");
                break;
            case Kind::group:
                value = sample(variable.members, kind, 0);
                break;
            case Kind::list:
                value.emplace_array();
                for (std::size_t i = 0; kind != Sample::shut && i < elements(variable.members); ++i)
                    value.get_array().push_back(sample(variable.members, kind, i));
        }
    }
    return out;
}

}  // namespace

std::string_view label(VariableKind kind) {
    switch (kind) {
        case Kind::text:
            return "texte";
        case Kind::flag:
            return "oui ou non";
        case Kind::list:
            return "liste";
        default:
            return "groupe";
    }
}

std::span<const DocumentVariable> document_variables() { return all; }

boost::json::object sample_values(std::span<const DocumentVariable> variables, Sample kind) {
    return sample(variables, kind, 0);
}

}  // namespace clausier::present
