#!/usr/bin/env python3
"""Real tables imported end to end: rows in = kept + ignored + rejected, the contracts and faults that were counted apart.

usage: import_test.py PROGRAM FOLDER     exit 77 (skipped) when the folder is absent
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

FAILED = []


def check(what, got, expected):
    print(f"{what}: {got}" + ("" if got == expected else f", expected {expected}"))
    if got != expected:
        FAILED.append(what)


def importer(program, path, *options):
    done = subprocess.run([program, "importer", path, "--format", "json", *options], capture_output=True, text=True)
    if done.returncode != 0:
        FAILED.append(f"{os.path.basename(path)}: {done.stderr.strip()}")
        return None
    report = json.loads(done.stdout)
    check(f"{os.path.basename(path)}: kept + ignored + rejected",
          report["lignes_retenues"] + report["lignes_ignorees"] + report["lignes_rejetees"], report["lignes_lues"])
    return report


def flat_decp(program, folder, base):
    path = os.path.join(folder, "tableurs", "decp2019_flat_real.csv")
    csv.field_size_limit(10**9)
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    keys = {(row["acheteur_id"], row["id"]) for row in rows}
    report = importer(program, path, "--base", base)
    faults = {fault["code"]: fault["nombre"] for fault in report["problemes"]}
    check("flat DECP: rows read", report["lignes_lues"], len(rows))
    check("flat DECP: distinct (buyer, id)", len(keys), 10170)
    check("flat DECP: markets", report["marches_nouveaux"], 10170)
    zero_lost = sum(bool(re.fullmatch(r"\d{7}(-\d)?", row["codeCPV"])) for row in rows)
    check("flat DECP: CPV of 7 digits", faults["cpv_zero_perdu"], zero_lost)
    zones = sum(bool(re.search(r"[+-]\d\d:\d\d$", row[c])) for row in rows for c in ("dateNotification", "datePublicationDonnees"))
    check("flat DECP: dates with a zone", faults["date_fuseau"], zones)
    check("flat DECP: years before 1950", faults["date_annee"],
          sum(row[c][:4] < "1950" and row[c] != "" for row in rows for c in ("dateNotification", "datePublicationDonnees")))
    lost = sum("\ufffd" in row[c] for row in rows for c in ("acheteur_nom", "objet", "titulaire_denominationSociale"))
    check("flat DECP: texts with lost characters", faults["accents_perdus"], lost)
    again = importer(program, path, "--base", base)
    check("flat DECP again: new, changed", (again["marches_nouveaux"], again["marches_modifies"]), (0, 0))


def main():
    program, folder = sys.argv[1], sys.argv[2]
    if not os.path.isdir(folder):
        print(f"skipped: no folder {os.path.basename(folder)} of real files beside the project")
        return 77
    tables = os.path.join(folder, "tableurs")
    with tempfile.TemporaryDirectory() as scratch:
        flat_decp(program, folder, os.path.join(scratch, "b.sqlite"))
        town = importer(program, os.path.join(tables, "etalab-etat-2010-2012_c261d3e227080170ff14ac658b1062f5.csv"), "--essai", "--acheteur", "Ville")
        check("town: lots", town["lots"], 64)
        state = importer(program, os.path.join(tables, "etalab-etat-2010-2012_ae0748773b53acaf13669b344db1ea2a_small.xls"), "--essai")
        check("State: rows, profile", (state["lignes_lues"], state["lignes_retenues"], state["profil"]), (8, 8, "etat-place"))
        for name in ("decp-table-schema_exemple-valide.csv", "decp-table-schema_exemple-valide.xlsx", "decp-table-schema_exemple-valide.ods",
                     "decp_augmente_valides_2019_test.csv", "decp_augmente_valides_2022_test.csv"):
            importer(program, os.path.join(tables, name), "--essai")
        empty = subprocess.run([program, "importer", os.path.join(tables, "decp-table-schema_fichier-vide.csv"), "--essai"], capture_output=True, text=True)
        check("empty table: exit code", empty.returncode, 3)
    print("\n".join(FAILED))
    return 1 if FAILED else 0


sys.exit(main())
