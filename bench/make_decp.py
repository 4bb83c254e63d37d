#!/usr/bin/python3
"""Writes a DECP JSON file of about that many bytes, format of 2022, every contract different.

usage: make_decp.py FILE BYTES
"""
import json
import sys

path, size = sys.argv[1], int(float(sys.argv[2]))
KINDS = (["Clause sociale"], ["Clause sociale", "Critère social"], ["Pas de considération sociale"])


def contract(i):
    holders = [{"titulaire": {"typeIdentifiant": "SIRET", "id": f"{i * 7 + k:014d}"}} for k in range(1 + i % 3 // 2)]
    return {
        "id": f"2025{i:08d}", "acheteur": {"id": f"{21000000000000 + i % 5000:014d}"}, "nature": "Marché",
        "objet": f"Travaux de rénovation énergétique de l’école n° {i}, lot {i % 12} « peinture »", "codeCPV": "45442100",
        "techniques": {"technique": ["Sans objet"]}, "modalitesExecution": {"modaliteExecution": ["Sans objet"]},
        "marcheInnovant": False, "attributionAvance": i % 2 == 0, "tauxAvance": 0.05, "sousTraitanceDeclaree": False,
        "ccag": "Travaux", "offresRecues": 1 + i % 9, "typeGroupementOperateurs": "Pas de groupement",
        "procedure": "Procédure adaptée", "lieuExecution": {"code": f"{1000 + i % 90000:05d}", "typeCode": "Code postal"},
        "dureeMois": 1 + i % 60, "dateNotification": f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}",
        "datePublicationDonnees": "2025-12-31", "montant": 40000 + i % 900000 + 0.5, "typesPrix": {"typePrix": ["Définitif ferme"]},
        "formePrix": "Unitaire", "titulaires": holders,
        "considerationsSociales": {"considerationSociale": KINDS[i % 3]},
        "considerationsEnvironnementales": {"considerationEnvironnementale": ["Clause environnementale"]},
        "modifications": [{"modification": {"id": 1, "dateNotificationModification": "2025-12-01", "montant": 50000}}] if i % 10 == 0 else [],
    }


with open(path, "w", encoding="utf-8") as out:
    written = out.write('{"marches":{"marche":[\n')
    i = 0
    while written < size:
        text = json.dumps(contract(i), ensure_ascii=False, indent=1)
        written += out.write((",\n" if i else "") + text) + 9  # accents are two bytes
        i += 1
    out.write("\n]}}\n")
