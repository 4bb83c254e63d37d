#!/usr/bin/env python3
"""Writes invented contracts as DECP of the format of 2022: JSON, or the CSV of one row a holder.

usage: make_contracts.py FILE [CONTRACTS]     1 000 000 contracts unless told; FILE ends with .json or .csv
"""
import csv
import json
import random
import sys

WORDS = ("réfection école peinture intérieure gros œuvre voirie réseaux nettoyage locaux entretien espaces verts commune lycée collège "
         "bâtiment chauffage plomberie ventilation menuiserie maintenance mobilier services travaux logements toiture").split()
CPVS = ("45214200", "45442100", "90910000", "77310000", "39100000", "71000000", "33600000", "15800000")
PROCEDURES = ("Procédure adaptée", "Appel d'offres ouvert", "Procédure avec négociation")
SOCIAL = (["Clause sociale"], ["Critère social"], ["Marché réservé"], ["Clause sociale", "Critère social"]) + (["Pas de considération sociale"],) * 12
GREEN = (["Clause environnementale"], ["Critère environnemental"]) + (["Pas de considération environnementale"],) * 3


def siret(siren8):
    """14 digits from 8, whose two keys are right."""
    def keyed(digits):
        total = sum(d if i % 2 else (2 * d if d < 5 else 2 * d - 9) for i, d in enumerate(reversed([int(c) for c in digits])))
        return digits + str(-total % 10)
    return keyed(keyed(f"{siren8:08}") + "0001")


BUYERS = [siret(21990000 + i) for i in range(3000)]
HOLDERS = [siret(99900000 + i) for i in range(60000)]


def contract(rank, chance):
    day = f"{2019 + rank % 7}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"
    holders = [{"titulaire": {"typeIdentifiant": "SIRET", "id": chance.choice(HOLDERS)}} for _ in range(1 if chance.random() < .85 else 2)]
    out = {"id": f"{rank:010}", "acheteur": {"id": BUYERS[rank % len(BUYERS)]}, "nature": "Marché",
           "objet": " ".join(chance.choices(WORDS, k=9)), "codeCPV": chance.choice(CPVS),
           "techniques": {"technique": ["Accord-cadre" if chance.random() < .3 else "Sans objet"]},
           "modalitesExecution": {"modaliteExecution": ["Bons de commande" if chance.random() < .3 else "Sans objet"]},
           "marcheInnovant": False, "attributionAvance": chance.random() < .2, "tauxAvance": .05, "sousTraitanceDeclaree": False,
           "ccag": "Travaux", "offresRecues": 1 + chance.randrange(8), "typeGroupementOperateurs": "Pas de groupement",
           "procedure": chance.choice(PROCEDURES),
           "lieuExecution": {"code": f"{21 + chance.randrange(75)}", "typeCode": "Code département"},
           "dureeMois": 1 + chance.randrange(48), "dateNotification": day, "datePublicationDonnees": day,
           "montant": 25000 + chance.randrange(2_000_000), "typesPrix": {"typePrix": ["Définitif révisable"]}, "formePrix": "Unitaire",
           "titulaires": holders, "considerationsSociales": {"considerationSociale": chance.choice(SOCIAL)},
           "considerationsEnvironnementales": {"considerationEnvironnementale": chance.choice(GREEN)}, "modifications": [],
           "actesSousTraitance": [], "modificationsActesSousTraitance": []}
    if chance.random() < .1:
        out["modifications"] = [{"modification": {"id": 1, "dateNotificationModification": f"2026-01-{1 + rank % 28:02}",
                                                  "datePublicationDonneesModification": "2026-03-01", "montant": out["montant"] * 11 // 10}}]
    return out


def rows(one):
    for holder in one["titulaires"]:
        yield {"id": one["id"], "acheteur_id": one["acheteur"]["id"], "nature": one["nature"], "objet": one["objet"], "codeCPV": one["codeCPV"],
               "techniques": one["techniques"]["technique"][0], "modalitesExecution": one["modalitesExecution"]["modaliteExecution"][0],
               "marcheInnovant": "false", "attributionAvance": str(one["attributionAvance"]).lower(), "tauxAvance": one["tauxAvance"],
               "ccag": one["ccag"], "offresRecues": one["offresRecues"], "typeGroupementOperateurs": one["typeGroupementOperateurs"],
               "procedure": one["procedure"], "lieuExecution_code": one["lieuExecution"]["code"], "lieuExecution_typeCode": "Code département",
               "dureeMois": one["dureeMois"], "dateNotification": one["dateNotification"],
               "datePublicationDonnees": one["datePublicationDonnees"], "montant": one["montant"], "formePrix": one["formePrix"],
               "typesPrix": "Définitif révisable", "titulaire_id": holder["titulaire"]["id"], "titulaire_typeIdentifiant": "SIRET",
               "considerationsSociales": ", ".join(one["considerationsSociales"]["considerationSociale"]),
               "considerationsEnvironnementales": ", ".join(one["considerationsEnvironnementales"]["considerationEnvironnementale"]),
               "modifications": json.dumps(one["modifications"]) if one["modifications"] else ""}


def main():
    path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    chance = random.Random(7)
    with open(path, "w", encoding="utf-8", newline="") as file:
        if path.endswith(".csv"):
            writer = None
            for rank in range(count):
                for row in rows(contract(rank, chance)):
                    if writer is None:
                        writer = csv.DictWriter(file, row.keys())
                        writer.writeheader()
                    writer.writerow(row)
            return
        file.write('{"marches":{"marche":[\n')
        for rank in range(count):
            file.write(",\n" * (rank > 0) + json.dumps(contract(rank, chance), ensure_ascii=False))
        file.write('\n],"contrat-concession":[]}}\n')


main()
