#!/usr/bin/python3
"""Writes what the scheme of the demo's Region needs into data/demo, byte for byte the same each time: four years of
essential data (DECP, format of 2022) with the faults such files have, a list of structures, a year of purchases.

Every organisation is invented: no such place exists, and SIREN beginning with 000 are never given.
Usage: scripts/make_demo_spaser.py
"""
import csv
import datetime
import io
import json
import random

from make_demo import DEMO, REGION, siret

YEARS = range(2023, 2027)
DEPARTMENTS = ["54", "57", "88"]
UNITS = ["Direction des lycées", "Direction des achats", "Direction des mobilités", "Direction du patrimoine"]
PROCEDURES = ["Procédure adaptée", "Appel d'offres ouvert", "Procédure avec négociation",
              "Marché passé sans publicité ni mise en concurrence préalable"]
NEEDS = [  # object, CPV, least and greatest amount, months
    ("Lycée {}: réfection de la toiture", "45261000", 90_000, 900_000, 8),
    ("Lycée {}: peinture des circulations", "45442100", 42_000, 260_000, 6),
    ("Lycée {}: restructuration, gros œuvre", "45223220", 600_000, 7_400_000, 20),
    ("Lycée {}: menuiseries extérieures", "45421130", 120_000, 800_000, 10),
    ("Nettoyage des locaux, secteur {}", "90911200", 80_000, 900_000, 36),
    ("Entretien des espaces verts, secteur {}", "77310000", 45_000, 420_000, 36),
    ("Gardiennage des sites, secteur {}", "79713000", 90_000, 600_000, 24),
    ("Mobilier scolaire, lycée {}", "39160000", 41_000, 380_000, 12),
    ("Denrées alimentaires, lycée {}", "15000000", 60_000, 700_000, 24),
    ("Transport scolaire adapté, secteur {}", "60130000", 200_000, 2_600_000, 48),
    ("Formation des demandeurs d’emploi, bassin {}", "80500000", 90_000, 1_900_000, 24),
    ("Collecte et réemploi du matériel informatique, {}", "90511000", 40_000, 160_000, 24),
    ("Maîtrise d’œuvre, lycée {}", "71221000", 60_000, 640_000, 30),
    ("Postes de travail et serveurs, {}", "30213000", 150_000, 1_600_000, 12),
]
PLACES = ["Ada-Clairval", "Brumelle", "Causse-Haut", "Delorme-Vauquelin", "Écluse-Neuve", "Fontgrise", "Grand-Val",
          "Haute-Sourcelle", "Ilot-Vert", "Jardin-des-Plantes-Hautes", "Lambrec", "Marne-Rousse"]
STRUCTURES = [  # name, kind, number of its SIREN, département, convention from and to, ESUS from and to
    ("Les Sillons des Hautes-Terres", "ACI", 31001, "54", "2021-01-01", "2026-12-31", "2022-03-01", "2027-02-28"),
    ("Éclat Insertion", "EI", 31002, "57", "2022-01-01", "2025-12-31", "2021-05-01", "2024-04-30"),
    ("Intérim Solidaire du Plateau", "ETTI", 31003, "57", "2020-01-01", "2026-12-31", "", ""),
    ("Coup de Main Brumelle", "AI", 31004, "88", "2021-06-01", "2024-05-31", "", ""),
    ("Ateliers de la Combe-Ronde", "ESAT", 31005, "88", "", "", "", ""),
    ("Adapt’Services du Causse", "EA", 31006, "54", "2023-01-01", "2027-12-31", "2023-09-01", "2028-08-31"),
    ("GEIQ Bâtir en Hautes-Terres", "GEIQ", 31007, "54", "", "", "", ""),
    ("Régie de quartier du Vieux-Moulin", "RQ", 31008, "57", "", "", "2020-01-01", "2025-12-31"),
    ("Recyclerie du Causse", "ACI", 31009, "88", "2024-01-01", "2026-12-31", "2024-02-01", "2029-01-31"),
    ("Jardins de la Brumelle", "EI", 31010, "88", "2019-01-01", "2023-12-31", "", ""),
    ("Coopérative Trait d’Union", "SCOP", 31011, "54", "", "", "2022-01-01", "2026-12-31"),
    ("Les Tables Solidaires", "EI", 31012, "54", "2023-01-01", "2026-12-31", "2023-01-01", "2027-12-31"),
]
COMPANIES = [(f"{a} {b}", 32001 + i) for i, (a, b) in enumerate(
    (a, b) for a in ("Bâtisseurs", "Toitures", "Menuiserie", "Services", "Transports", "Études") for b in
    ("du Plateau", "de l’Ambrelle", "Fontgrise", "du Haut-Pays"))]


def considerations(rng, year, structure):
    """Social and environmental words, more of them every year; None is not filled in."""
    if year == 2023 or rng.random() < 0.12:
        return None, None
    share = {2024: 0.30, 2025: 0.42, 2026: 0.55}[year]
    if structure:
        social = ["Marché réservé"]
    elif rng.random() < share:
        social = ["Clause sociale", "Critère social"] if rng.random() < 0.3 else ["Clause sociale"]
    else:
        social = ["Pas de considération sociale"]
    green = ["Clause environnementale"] if rng.random() < share + 0.2 else ["Pas de considération environnementale"]
    if green[0].startswith("Clause") and rng.random() < 0.4:
        green.append("Critère environnemental")
    return social, green


def market(rng, year, rank):
    what, cpv, least, most, months = rng.choice(NEEDS)
    amount = round(least * (most / least) ** rng.random(), 2)
    day = datetime.date(year, 1, 8) + datetime.timedelta(days=rng.randrange(300 if year == 2026 else 350))
    reserved = cpv in ("77310000", "90911200", "90511000", "45442100") and rng.random() < 0.35
    structure = rng.choice(STRUCTURES) if reserved else None
    holder = siret(structure[2]) if structure else siret(rng.choice(COMPANIES)[1])
    social, green = considerations(rng, year, structure)
    works = cpv.startswith("45")
    framework = months >= 24 and not works
    out = {
        "id": f"{year}HT{rank:04d}", "acheteur": {"id": REGION[1]}, "nature": "Marché",
        "objet": what.format(rng.choice(PLACES)), "codeCPV": cpv,
        "techniques": {"technique": ["Accord-cadre" if framework else "Sans objet"]},
        "modalitesExecution": {"modaliteExecution": ["Bons de commande" if framework else "Sans objet"]},
        "marcheInnovant": rng.random() < 0.04, "attributionAvance": rng.random() < 0.5,
        "sousTraitanceDeclaree": False, "ccag": "Travaux" if works else "Fournitures courantes et services",
        "offresRecues": rng.randrange(1, 9), "typeGroupementOperateurs": "Pas de groupement",
        "procedure": PROCEDURES[0] if amount < 215_000 else rng.choice(PROCEDURES[1:]),
        "lieuExecution": {"code": rng.choice(DEPARTMENTS), "typeCode": "Code département"}, "dureeMois": months,
        "dateNotification": day.isoformat(),
        "datePublicationDonnees": (day + datetime.timedelta(days=20)).isoformat(), "montant": amount,
        "typesPrix": {"typePrix": ["Définitif révisable"]}, "formePrix": "Unitaire" if framework else "Forfaitaire",
        "titulaires": [{"titulaire": {"typeIdentifiant": "SIRET", "id": holder}}],
    }
    if out["attributionAvance"]:
        out["tauxAvance"] = 0.05
    if social is not None:
        out["considerationsSociales"] = {"considerationSociale": social}
        out["considerationsEnvironnementales"] = {"considerationEnvironnementale": green}
    if works and not structure and rng.random() < 0.25:
        out["sousTraitanceDeclaree"] = True
        helper = rng.choice(STRUCTURES)
        out["actesSousTraitance"] = [{"acteSousTraitance": {
            "id": 1, "sousTraitant": {"id": siret(helper[2]), "typeIdentifiant": "SIRET"}, "dureeMois": 3,
            "dateNotification": (day + datetime.timedelta(days=40)).isoformat(),
            "datePublicationDonnees": (day + datetime.timedelta(days=60)).isoformat(),
            "montant": round(amount * 0.06, 2), "variationPrix": "Révisable"}}]
    if rng.random() < 0.15:
        out["modifications"] = [{"modification": {
            "id": 1, "montant": round(amount * 1.08, 2),
            "dateNotificationModification": (day + datetime.timedelta(days=90)).isoformat(),
            "datePublicationDonneesModification": (day + datetime.timedelta(days=110)).isoformat()}}]
    return out


def concession(year):
    return {
        "id": f"{year}HTC01", "autoriteConcedante": {"id": REGION[1]}, "nature": "Délégation de service public",
        "objet": "Exploitation de la halle des mobilités", "procedure": "Procédure négociée ouverte", "dureeMois": 96,
        "dateSignature": f"{year}-06-02", "datePublicationDonnees": f"{year}-06-20",
        "dateDebutExecution": f"{year}-07-01", "valeurGlobale": 6_400_000, "montantSubventionPublique": 350_000,
        "concessionnaires": [{"concessionnaire": {"typeIdentifiant": "SIRET", "id": siret(32040)}}],
        "considerationsSociales": {"considerationSociale": ["Clause sociale"]},
        "considerationsEnvironnementales": {"considerationEnvironnementale": ["Critère environnemental"]}}


def spoil(markets):
    """The faults that real files have, one of each."""
    markets[3]["montant"] = 1e17
    markets[7]["lieuExecution"]["typeCode"] = "Code departement"
    markets[11]["codeCPV"] = "3916000"
    markets[15]["objet"] = "Fourniture &amp; pose de stores<br />lycée Fontgrise"
    markets[19]["dateNotification"] = "0218-03-14"
    markets[23]["titulaires"] = []
    markets[27]["dureeMois"] = 365
    markets[31]["dateNotification"] += "+01:00"
    markets.append(dict(markets[40], offresRecues=None))


def make_decp():
    rng = random.Random(20261102)
    markets = [market(rng, year, rank) for year in YEARS for rank in range(1, 61)]
    spoil(markets)
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in markets)
    granted = json.dumps(concession(2025), ensure_ascii=False)
    (DEMO / "region-hautes-terres-decp.json").write_text(
        f'{{"marches": {{"marche": [\n{lines}\n], "contrat-concession": [\n{granted}\n]}}}}\n', encoding="utf-8")


def write_csv(name, rows):
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    (DEMO / name).write_bytes(("\ufeff" + out.getvalue()).encode("utf-8"))


def make_structures():
    rows = [["Type", "Raison sociale", "SIRET", "Département", "Convention du", "Convention au", "Agrément ESUS du",
             "Agrément ESUS au"]]
    rows += [[kind, name, siret(number), department, *dates]
             for name, kind, number, department, *dates in STRUCTURES]
    write_csv("structures-hautes-terres.csv", rows)


def make_purchases():
    rng = random.Random(20250101)
    rows = [["Raison sociale du Fournisseur", "SIRET", "Dépense achat (€)", "Catégorie d'achat (optionnelle)",
             "Entité acheteuse (optionnelle)"]]
    suppliers = [(name, number) for name, number in COMPANIES] + [(s[0], s[2]) for s in STRUCTURES]
    categories = ["Travaux", "Nettoyage", "Espaces verts", "Restauration", "Informatique", "Transport", "Formation"]
    for name, number in suppliers * 3:
        amount = f"{rng.uniform(1_500, 1_900_000) * rng.random():.2f}".replace(".", ",")
        rows.append([name, siret(number), amount, rng.choice(categories), rng.choice(UNITS)])
    rows.append(["Imprimerie Sans-Numéro", "", "4 210,50", "Impression", UNITS[1]])
    rows.append(["Traiteur du Grand-Val", siret(33001), "0", "Restauration", UNITS[0]])
    write_csv("region-hautes-terres-achats-2025.csv", rows)


if __name__ == "__main__":
    make_decp()
    make_structures()
    make_purchases()
