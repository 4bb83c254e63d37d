#!/usr/bin/env python3
"""The four DECP files of 2019 imported end to end, beside a count of the same data by csv and sqlite3 alone.

usage: contracts_test.py PROGRAM FOLDER     exit 77 (skipped) when the folder is absent
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
import time

FAILED = []
# Contracts (buyer, id) of each file alone, on the raw texts.
FILES = {"data.gouv.fr_aife": 4269, "data.gouv.fr_pes": 1140, "marches-publics.info": 4496, "e-marchespublics": 441}


def check(what, got, expected):
    print(f"{what}: {got}" + ("" if got == expected else f", expected {expected}"))
    if got != expected:
        FAILED.append(what)


def importer(program, path, base):
    start = time.monotonic()
    done = subprocess.run([program, "importer", path, "--base", base, "--format", "json"], capture_output=True, text=True)
    if done.returncode != 0:
        FAILED.append(f"{os.path.basename(path)}: {done.stderr.strip()}")
        return None
    report = json.loads(done.stdout)
    report["seconds"] = time.monotonic() - start
    check(f"{os.path.basename(path)}: kept + ignored + rejected",
          report["lignes_retenues"] + report["lignes_ignorees"] + report["lignes_rejetees"], report["lignes_lues"])
    return report


def flat_rows(folder):
    csv.field_size_limit(10**9)
    with open(os.path.join(folder, "tableurs", "decp2019_flat_real.csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def spaced(text):
    return " ".join(text.split())


def key(row):
    """The buyer's number is none when it is all zeros: the name then tells buyers apart."""
    number = re.sub(r"\s", "", row["acheteur_id"])
    return (number if number.strip("0") else spaced(row["acheteur_nom"])), spaced(row["id"])


def luhn(digits):
    total = sum(int(c) if i % 2 == 0 else sum(divmod(2 * int(c), 10)) for i, c in enumerate(reversed(digits)))
    return total % 10 == 0


def siret_fails(text):
    """Whether 14 digits break their key; that of La Poste is a sum of digits."""
    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(r"\d{14}", digits) or not int(digits):
        return False
    if digits.startswith("356000000") and digits != "35600000000048":
        return sum(map(int, digits)) % 5 != 0
    return not luhn(digits)


def is_siret(row, column):
    return column == "acheteur_id" or row["titulaire_typeIdentifiant"].upper() in ("SIRET", "")


def expected_faults(rows):
    """Counted on the flat rows by means of their own: the rows of the JSON files are the same ones."""
    dates = [row[c] for row in rows for c in ("dateNotification", "datePublicationDonnees")]
    codes = [row["codeCPV"].strip() for row in rows]
    return {
        "accents_perdus": sum("\ufffd" in row[c] for row in rows for c in ("acheteur_nom", "objet", "titulaire_denominationSociale")),
        "cpv_zero_perdu": sum(bool(re.fullmatch(r"\d{7}(-\d)?", code)) for code in codes),
        "cpv_cle": sum(bool(re.fullmatch(r"\d{7,8}-\d", code)) for code in codes),
        "date_fuseau": sum(bool(re.search(r"[+-]\d\d:\d\d$", date)) for date in dates),
        "date_annee": sum(date != "" and not "1950" <= date[:4] <= "2100" for date in dates),
        "montant_nul_ou_negatif": sum(row["montant"] != "" and float(row["montant"]) <= 0 for row in rows),
        "siret_luhn": sum(is_siret(row, c) and siret_fails(row[c]) for row in rows for c in ("acheteur_id", "titulaire_id")),
        "reference_caracteres": sum(bool(re.search(r'[ ,;\\/.&"<]', spaced(row["id"]))) for row in rows),
        "donnee_de_test": sum(row["titulaire_denominationSociale"].strip().upper() == "APPLE RETAIL FRANCE"
                              or row["montant"] == "987654.32" for row in rows),
    }


def contracts_of(base):
    """(buyer, reference) → amount in cents, year of notification, number of holders."""
    with sqlite3.connect(base) as db:
        return {(buyer, reference): (amount, day and day[:4], holders) for buyer, reference, amount, day, holders in db.execute("""
            SELECT coalesce(o.identifier, o.name), m.reference, l.amount_cents, l.notified_on,
                   (SELECT count(*) FROM lot_holders h WHERE h.lot_id = l.id)
            FROM lots l JOIN markets m ON m.id = l.market_id JOIN organisations o ON o.id = m.buyer_id""")}


def cents(row):
    value = round(float(row["montant"]) * 100) if row["montant"] else None
    return value if value and value > 0 else None


def records_of(folder, source):
    with open(os.path.join(folder, "decp-2019", f"{source}.json"), encoding="utf-8") as file:
        return json.load(file)["marches"]


def amended_for_nothing(records):
    """Amounts of modifications that are zero or less, once a row: the flat rows have no modification."""
    return sum(max(1, len(record.get("titulaires") or record.get("concessionnaires") or []))
               * sum(m.get("montant") is not None and m["montant"] <= 0 for m in record.get("modifications") or [])
               for record in records)


def check_totals(name, rows, base, signed):
    """Contracts whose rows all say the same are those of the base, to the cent; the others, some row of the file."""
    by_key = collections.defaultdict(list)
    for row in rows:
        if row["id"] and row["acheteur_id"]:
            by_key[key(row)].append(row)
    known = contracts_of(base)
    plain = [k for k, group in by_key.items() if len({cents(row) for row in group}) == 1]
    check(f"{name}: contracts found again", sum(k in known for k in by_key), len(by_key))
    check(f"{name}: sum of the amounts of {len(plain)} contracts, cents",
          sum(known[k][0] or 0 for k in plain if k in known), sum(cents(by_key[k][0]) or 0 for k in plain))
    listed = sorted(set(by_key) - set(plain))
    check(f"{name}: contracts of several amounts whose amount is of a row", sum(known[k][0] in {cents(row) for row in by_key[k]} for k in listed), len(listed))
    for k in listed:
        latest = max(row["datePublicationDonnees"] for row in by_key[k])
        check(f"{name}: {k} is as last published", known[k][0] in {cents(row) for row in by_key[k] if row["datePublicationDonnees"] == latest}, True)
    years = collections.Counter()
    for k, group in by_key.items():
        # A concession is signed, not notified: the flat rows have no date for it.
        days = {row["dateNotification"][:10] or signed.get(row["id"], "")[:10] for row in group}
        if len(days) == 1:
            day = days.pop()
            years[day[:4] if "1950" <= day[:4] <= "2100" else None, known[k][1]] += 1
    check(f"{name}: contracts of another year", sum(n for (told, kept), n in years.items() if told != kept), 0)


def check_file(program, folder, source, rows, scratch):
    base = os.path.join(scratch, f"{source}.sqlite")
    report = importer(program, os.path.join(folder, "decp-2019", f"{source}.json"), base)
    if report is None:
        return
    own = [row for row in rows if row["source"] == source]
    check(f"{source}: rows", report["lignes_lues"], len(own))
    check(f"{source}: contracts", report["marches_nouveaux"], FILES[source])
    faults = {fault["code"]: fault["nombre"] for fault in report["problemes"]}
    records = records_of(folder, source)
    expected = expected_faults(own)
    expected["montant_nul_ou_negatif"] += amended_for_nothing(records)
    for code, count in expected.items():
        check(f"{source}: {code}", faults.get(code, 0), count)
    check_totals(source, own, base, {record.get("id", ""): record["dateSignature"] for record in records if record.get("dateSignature")})
    if source == "marches-publics.info":
        print(f"{source}: {report['seconds']:.2f} s end to end")


def check_records(folder):
    """The records of the four files, by a JSON reader alone."""
    check("records of the four files", sum(len(records_of(folder, source)) for source in FILES), 10657)


def main():
    program, folder = sys.argv[1], sys.argv[2]
    if not os.path.isdir(folder):
        print(f"skipped: no folder {os.path.basename(folder)} of real files beside the project")
        return 77
    rows = flat_rows(folder)
    check("flat rows", len(rows), 12020)
    check("distinct (buyer, id)", len({(row["acheteur_id"], row["id"]) for row in rows}), 10170)
    check_records(folder)
    with tempfile.TemporaryDirectory() as scratch:
        for source in FILES:
            check_file(program, folder, source, rows, scratch)
        base = os.path.join(scratch, "union.sqlite")
        reports = [importer(program, os.path.join(folder, "decp-2019", f"{source}.json"), base) for source in FILES]
        if all(reports):
            check("the four files in one base: rows", sum(report["lignes_lues"] for report in reports), 12020)
            check("the four files in one base: contracts", len(contracts_of(base)), 10170)
    print("\n".join(FAILED))
    return 1 if FAILED else 0


sys.exit(main())
