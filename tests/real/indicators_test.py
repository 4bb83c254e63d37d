#!/usr/bin/env python3
"""Figures on the 10 657 real records of 2019: totals recomputed apart, from the file and from the lots of the base.

usage: indicators_test.py PROGRAM FOLDER     exit 77 (skipped) when the folder is absent
"""
import collections
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

FAILED = []
# Divisions of the CPV of 2008; files of 2019 still use some of 2003, which tell no sector.
WORKS = {"45"}
SUPPLIES = {"03", "09", "14", "15", "16", "18", "19", "22", "24", "30", "31", "32", "33", "34", "35", "37", "38", "39",
            "41", "42", "43", "44", "48"}
SERVICES = {"50", "51", "55", "60", "63", "64", "65", "66", "70", "71", "72", "73", "75", "76", "77", "79", "80", "85",
            "90", "92", "98"}


def check(what, got, expected):
    print(f"{what}: {got}" + ("" if got == expected else f", expected {expected}"))
    if got != expected:
        FAILED.append(what)


def ask(program, *words):
    done = subprocess.run([program, *words, "--format", "json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def sector(cpv):
    for name, divisions in (("travaux", WORKS), ("fournitures", SUPPLIES), ("services", SERVICES)):
        if cpv[:2] in divisions:
            return name
    return ""


def aberrant(cents):
    """Above 999 999 999 euros, under one, one digit repeated six times or more (with cents, a nine), or a run of digits
    typed in order."""
    digits = str(cents // 100 if cents % 100 == 0 else cents)
    one_digit = len(digits) >= 6 and len(set(digits)) == 1 and (cents % 100 == 0 or digits[0] == "9")
    return (cents > 99_999_999_999 or cents < 100 or one_digit
            or cents in (12_345_600, 123_456_700, 1_234_567_800, 12_345_678_900))


def lots_of(base):
    """What is counted, by the rules written again in Python on the tables that the import fills."""
    rows = sqlite3.connect(base).execute("""
        SELECT m.nature, coalesce(l.notified_on, m.notified_on), coalesce(nullif(l.cpv, ''), m.cpv), l.amount_cents,
               l.framework_reference
        FROM lots l JOIN markets m ON m.id = l.market_id""").fetchall()
    counted, excluded = [], collections.Counter()
    for nature, date, cpv, cents, framework in rows:
        if not date:
            excluded["annee_inconnue"] += 1
        elif nature.startswith("Concession") or nature == "Délégation de service public":
            excluded["concession"] += 1
        elif nature == "Marché subséquent" or framework:
            excluded["marche_subsequent"] += 1
        else:
            counted.append((int(date[:4]), sector(cpv), cents))
    return rows, counted, excluded


def figures(program, base):
    rows, counted, excluded = lots_of(base)
    answer = ask(program, "spaser", "indicateurs", "--base", base)
    check("contracts counted", answer["contrats"], len(counted))
    check("excluded, by reason", {one["motif"]: one["contrats"] for one in answer["exclus"]}, dict(excluded))
    check("rows in = rows counted + rows listed with a reason", len(counted) + sum(excluded.values()), len(rows))
    sums = [cents for _, _, cents in counted if cents is not None and not aberrant(cents)]
    check("amount", answer["montant"], f"{sum(sums) // 100}.{sum(sums) % 100:02d}")
    check("without an amount", answer["sans_montant"], len(counted) - len(sums))
    s1 = next(one for one in answer["indicateurs"] if one["code"] == "S1")
    check("the format of 2019 has no social consideration", (s1["nombre"], s1["renseignes"]), (0, 0))
    cells = ask(program, "spaser", "question", "--base", base, "--lignes", "annee", "--colonnes", "secteur")["cases"]
    got = {(int(one["ligne"]), one["colonne"]): one["contrats"] for one in cells if one["contrats"]}
    check("year × sector", got, dict(collections.Counter((year, of) for year, of, _ in counted)))


def against_the_file(program, base, path):
    """Years of the file itself, but for the keys whose rows disagree."""
    csv.field_size_limit(10**9)
    dates = collections.defaultdict(set)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            found = re.match(r"(19[5-9]\d|20\d\d)-", row["dateNotification"])
            dates[(row["acheteur_id"], row["id"])].add(found.group(1) if found else "")
    sure = collections.Counter(next(iter(years)) for years in dates.values() if len(years) == 1)
    unsure = sum(len(years) > 1 for years in dates.values())
    got = collections.Counter()
    pages = [ask(program, "spaser", "contrats", "--base", base, *which, "--limite", "100000")["contrats"]
             for which in ((), ("--exclus",))]
    for line in pages[0] + pages[1]:
        got[str(line["annee"] or "")] += 1
    check("contracts, counted or not", sum(got.values()), len(dates))
    check("contracts by year differ from the file by the keys that disagree at most",
          sum(abs(got[year] - sure[year]) for year in got | sure) <= unsure, True)


def main():
    program, folder = sys.argv[1], sys.argv[2]
    path = os.path.join(folder, "tableurs", "decp2019_flat_real.csv")
    if not os.path.isfile(path):
        print(f"skipped: no folder {os.path.basename(folder)} of real files beside the project")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        base = os.path.join(scratch, "real.sqlite")
        ask(program, "importer", path, "--base", base)
        figures(program, base)
        against_the_file(program, base, path)
    if FAILED:
        print("failed: " + ", ".join(FAILED))
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
