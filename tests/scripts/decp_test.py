"""Essential data as its official schemas judge it.

usage: decp_test.py CLAUSIER TEST_DECP SHARED_DATA
Exits with 77 when the schemas, python3-jsonschema or xmllint are absent.
"""
import copy
import csv
import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, TEST_DECP, SHARED = sys.argv[1:4]
SOURCE = os.path.join(os.path.dirname(__file__), "..", "..")
SCHEMA = os.path.join(SHARED, "schemas", "schema_decp_v2.0.4.json")
XSD = os.path.join(SHARED, "schemas", "schema_decp_v2.0.2.xsd")
FOLDER = tempfile.mkdtemp(prefix="clausier-decp-")
# Ours beyond the schema: rules that its text states and that JSON Schema does not hold.
BEYOND = {"decp_exclusif", "decp_origine", "decp_repetition", "decp_titulaires", "decp_longueur"}


def run(*command, code=0):
    done = subprocess.run(command, capture_output=True, timeout=300)
    if done.returncode != code:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout.decode()}\n{done.stderr.decode()}")
    return done.stdout.decode()


def load(name):
    with open(name, encoding="utf-8-sig") as file:
        return json.load(file)


def validator():
    return jsonschema.Draft7Validator(load(SCHEMA))


def xsd_errors(name):
    done = subprocess.run(["xmllint", "--noout", "--schema", XSD, name], capture_output=True, timeout=60)
    return "" if done.returncode == 0 else done.stderr.decode()


def records(document):
    """Every record of a document, whichever list it stands in."""
    marches = document["marches"]
    return list(marches.get("marche", [])) + list(marches.get("contrat-concession", []))


def canonical(value):
    """Comparable whatever the order of keys and of what has none: lists of objects by their text."""
    if isinstance(value, dict):
        return {key: canonical(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((canonical(inner) for inner in value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


def imported(files):
    """A new base that holds those files."""
    base = tempfile.mktemp(suffix=".sqlite", dir=FOLDER)
    for file in files:
        run(PROGRAM, "importer", file, "--base", base)
    return base


def exported(base, format_):
    out = tempfile.mktemp(suffix="." + format_, dir=FOLDER)
    run(PROGRAM, "decp", "exporter", "--base", base, "--format", format_, "--sortie", out)
    return out


class Written(unittest.TestCase):
    """What the module writes of invented lots."""

    @classmethod
    def setUpClass(cls):
        os.environ["CLAUSIER_DECP"] = FOLDER
        run(TEST_DECP, "[.files]")

    def test_json_is_valid(self):
        for name in ("complet.json", "vide.json", "etrange.json"):
            with self.subTest(name=name):
                self.assertEqual([], [e.message for e in validator().iter_errors(load(os.path.join(FOLDER, name)))])

    def test_every_field_of_the_schema_is_written(self):
        schema = load(SCHEMA)["definitions"]
        document = load(os.path.join(FOLDER, "complet.json"))["marches"]
        for kind in ("marche", "contrat-concession"):
            said = set().union(*(record.keys() for record in document[kind]))
            self.assertEqual(set(schema[kind]["properties"]), said)

    def test_xml_is_valid(self):
        for name in ("complet.xml", "etrange.xml"):
            with self.subTest(name=name):
                self.assertEqual("", xsd_errors(os.path.join(FOLDER, name)))

    def test_the_package_describes_its_files(self):
        folder = os.path.join(FOLDER, "paquet")
        package = load(os.path.join(folder, "datapackage.json"))
        for resource in package["resources"]:
            with open(os.path.join(folder, resource["path"]), "rb") as file:
                content = file.read()
            self.assertEqual(resource["bytes"], len(content))
            self.assertEqual(resource["hash"], "sha256:" + hashlib.sha256(content).hexdigest())
            rows = list(csv.reader(content.decode().splitlines()))
            self.assertEqual(rows[0], [field["name"] for field in resource["schema"]["fields"]])


class Lists(unittest.TestCase):
    def test_our_lists_are_those_of_the_schema(self):
        ours = {}
        with open(os.path.join(SOURCE, "data", "codes", "decp_schema.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                ours.setdefault((row["contract"], row["list"]), []).append(row["value"])
        official = {}

        def gather(contract, name, node):
            if not isinstance(node, dict):
                return
            values = node.get("enum") or node.get("items", {}).get("enum") if name else None
            if values:
                official.setdefault((contract, name.removesuffix("Array")), set()).add(tuple(values))
            for key, inner in node.items():
                if isinstance(inner, dict):
                    gather(contract, key if key not in ("properties", "definitions", "items") else "", inner)

        schema = load(SCHEMA)["definitions"]
        gather("marche", "", schema["marche"])
        gather("concession", "", schema["contrat-concession"])
        self.assertEqual({key: {tuple(values)} for key, values in ours.items()}, official)


class Checked(unittest.TestCase):
    """`decp valider` against the schema, record by record."""

    def refused(self, name):
        done = subprocess.run([PROGRAM, "decp", "valider", name, "--format", "json"], capture_output=True, timeout=60)
        self.assertIn(done.returncode, (0, 3), done.stderr.decode())
        answer = json.loads(done.stdout)
        self.assertEqual(done.returncode == 3, answer["refuses"] > 0)
        faults = {}
        for one in answer["refus"]:
            faults.setdefault(one["enregistrement"], set()).add(one["faute"])
        return answer["enregistrements"], faults

    def in_order(self, name):
        """The records of a file in the order of its text, each as a document of its own."""
        with open(name, encoding="utf-8-sig") as file:
            text = file.read()
        kinds = json.JSONDecoder(object_pairs_hook=list).decode(text)
        marches = dict(kinds)["marches"]
        plain = load(name)["marches"]
        for kind, _ in marches:
            for record in plain[kind]:
                yield {"marches": {kind: [record]}}

    def test_json_files_are_judged_as_the_schema_judges_them(self):
        for name in sorted(glob.glob(os.path.join(SHARED, "decp-2022", "*.json"))):
            try:
                document = load(name)
            except ValueError:
                continue
            if not isinstance(document.get("marches"), dict):
                continue
            with self.subTest(name=os.path.basename(name)):
                count, faults = self.refused(name)
                whole = list(self.in_order(name))
                self.assertEqual(count, len(whole))
                for rank, record in enumerate(whole, 1):
                    errors = [error.message for error in validator().iter_errors(record)]
                    if errors:
                        self.assertIn(rank, faults, errors)
                    else:
                        self.assertLessEqual(faults.get(rank, set()), BEYOND | {"decp_format"})

    def test_official_files_are_accepted(self):
        for name in sorted(glob.glob(os.path.join(SHARED, "decp-2022", "officiel_*"))):
            with self.subTest(name=os.path.basename(name)):
                self.assertEqual({}, self.refused(name)[1])

    def test_what_is_broken_in_a_valid_record_is_found(self):
        document = load(os.path.join(SHARED, "decp-2022", "officiel_marches_concessions.json"))
        tried = 0
        for kind, records_of in document["marches"].items():
            record = records_of[0]
            # A nature says which kind a record is of: what it becomes is judged as such.
            for key in sorted(record.keys() - {"nature"}):
                for broken in ({k: v for k, v in record.items() if k != key}, {**record, key: "zzz"}, {**record, key: -1}):
                    whole = {"marches": {kind: [copy.deepcopy(broken)]}}
                    if validator().is_valid(whole):
                        continue
                    tried += 1
                    name = os.path.join(FOLDER, "casse.json")
                    with open(name, "w", encoding="utf-8") as file:
                        json.dump(whole, file)
                    with self.subTest(kind=kind, key=key, value=broken.get(key)):
                        self.assertIn(1, self.refused(name)[1])
        self.assertGreater(tried, 80)


class RoundTrip(unittest.TestCase):
    """Official files imported, then exported."""

    def last_of_each(self, all_records):
        """What an import keeps of records of one buyer and id."""
        kept = {}
        for record in all_records:
            buyer = (record.get("acheteur") or record.get("autoriteConcedante"))["id"]
            kept[buyer, record["id"]] = record
        return kept

    def normal(self, record):
        record = canonical(record)
        if "codeCPV" in record:
            record["codeCPV"] = record["codeCPV"][:8]
        return record

    def test_json(self):
        names = sorted(glob.glob(os.path.join(SHARED, "decp-2022", "officiel_*.json")))
        self.assertEqual(4, len(names))
        for name in names:
            with self.subTest(name=os.path.basename(name)):
                base = imported([name])
                out = load(exported(base, "json"))
                self.assertEqual([], [e.message for e in validator().iter_errors(out)])
                before = self.last_of_each(records(load(name)))
                after = self.last_of_each(records(out))
                self.assertEqual(set(before), set(after))
                for key, record in before.items():
                    self.assertEqual(self.normal(record), self.normal(after[key]))
                self.assertEqual("", xsd_errors(exported(base, "xml")))

    def test_xml(self):
        names = sorted(glob.glob(os.path.join(SHARED, "decp-2022", "officiel_*.xml")))
        self.assertEqual(3, len(names))
        for name in names:
            with self.subTest(name=os.path.basename(name)):
                base = imported([name])
                first = exported(base, "xml")
                self.assertEqual("", xsd_errors(first))
                again = exported(imported([first]), "xml")
                with open(first, encoding="utf-8") as one, open(again, encoding="utf-8") as two:
                    self.assertEqual(one.read(), two.read())
                self.assertTrue(validator().is_valid(load(exported(base, "json"))))


if __name__ == "__main__":
    missing = [name for name in (SCHEMA, XSD) if not os.path.exists(name)]
    try:
        import jsonschema
    except ImportError:
        missing.append("python3-jsonschema")
    if not shutil.which("xmllint"):
        missing.append("xmllint")
    if missing:
        print("skipped: no " + ", ".join(missing))
        sys.exit(77)
    try:
        unittest.main(argv=[sys.argv[0]], verbosity=2)
    finally:
        shutil.rmtree(FOLDER)
