#!/usr/bin/python3
"""Reads every DECP file of the shared data with « clausier lire » and counts contracts and holders with json or ElementTree."""
import csv
import io
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
if not shared.is_dir():
    print(f"no real files: {shared} is absent")
    sys.exit(77)

HOLDERS = ("titulaires", "titulaire", "concessionnaires", "concessionnaire")


def records(document):
    """The contracts of a JSON document."""
    if isinstance(document, list):
        return [record for one in document for record in records(one)]
    marches = document.get("marches", document)
    if isinstance(marches, list):
        return marches
    kinds = [key for key in ("marche", "contrat-concession") if key in marches]
    if not kinds:
        return [marches]
    lists = [marches[key] for key in kinds]
    return [record for one in lists for record in (one if isinstance(one, list) else [one])]


def holders(value):
    """How many holders stand in a value, however nested."""
    if isinstance(value, list):
        return sum(holders(one) for one in value)
    if isinstance(value, dict):
        inner = [key for key in value if key in HOLDERS]
        if inner:
            return sum(holders(value[key]) for key in inner)
        known = ("id", "siret", "typeIdentifiant", "denominationSociale", "nom")
        return int(any(value.get(key) not in (None, "") for key in known))
    return 0


def json_counts(path):
    found = records(json.loads(path.read_text(encoding="utf-8-sig")))
    rows = sum(max(1, sum(holders(record[key]) for key in HOLDERS if key in record)) for record in found)
    return len(found), rows


def xml_counts(path):
    found = [e for e in ElementTree.parse(path).iter() if e.tag.split("}")[-1] in ("marche", "contrat-concession")]
    rows = sum(max(1, len(e.findall("./titulaires/titulaire")) + len(e.findall("./concessionnaires/concessionnaire")))
               for e in found)
    return len(found), rows


def read_counts(path):
    done = subprocess.run([program, "lire", str(path), "--format", "csv", "--silencieux"], capture_output=True, check=True)
    table = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    return len({row["enregistrement"] for row in table}), len(table)


csv.field_size_limit(1 << 30)
failures, contracts, rows = 0, 0, 0
files = sorted([*(shared / "decp-2019").glob("*.*"), *(shared / "decp-2022").glob("*.*")])
for path in files:
    expected = json_counts(path) if path.suffix == ".json" else xml_counts(path)
    read = read_counts(path)
    if path.name in ("data.gouv.fr_aife.json", "data.gouv.fr_pes.json", "marches-publics.info.json", "e-marchespublics.json"):
        contracts, rows = contracts + read[0], rows + read[1]
    if read != expected:
        failures += 1
        print(f"{path.name}: {read} contracts and rows read, {expected} expected")
if (contracts, rows) != (10_657, 12_020):
    failures += 1
    print(f"the four files of 2019 give {contracts} contracts and {rows} rows")
print(f"{len(files)} files, {contracts} contracts and {rows} rows in the four of 2019")
sys.exit(1 if failures or not files else 0)
