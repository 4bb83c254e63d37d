"""docs/asvs.tsv: each requirement of OWASP ASVS 5.0 of level 1 or 2 once, with what shows it in the tree, and the
totals that docs/SECURITY.md tells.

usage: asvs_test.py ROOT   (the root of the tree that holds docs/asvs.tsv)
"""
import collections
import os
import re
import sys
import unittest

ROOT = sys.argv[1]
TABLE = os.path.join(ROOT, "docs", "asvs.tsv")
GUIDE = os.path.join(ROOT, "docs", "SECURITY.md")
COLUMNS = ["requirement", "level", "subject", "state", "evidence"]
STATES = ["met", "not_applicable", "open"]
# What a requirement may be met by: something that runs, or a text of the documentation, quoted.
SHOWING = ("tests/", "scripts/", "docs/", "web/package-lock.json")
# The level of requirements 1, 2, 3… of each section; those of level 3 are not ours.
LEVELS = """
V1.1 22  V1.2 1111122223  V1.3 112222222223  V1.4 222  V1.5 123  V2.1 122  V2.2 112  V2.3 12223  V2.4 23
V3.2 113  V3.3 12223  V3.4 11222233  V3.5 11122333  V3.7 22333  V4.1 12233  V4.2 23333  V4.3 22  V4.4 1222  V5.1 2
V5.2 112333  V5.3 113  V5.4 222  V6.1 122  V6.2 111111112222  V6.3 11223333  V6.4 112233  V6.5 22222333  V6.6 2223
V6.8 2222  V7.1 222  V7.2 1111  V7.3 22  V7.4 11222  V7.5 223  V7.6 22  V8.1 1233  V8.2 1123  V8.3 133  V8.4 23
V9.1 111  V9.2 1222  V10.1 22  V10.2 223  V10.3 22223  V10.4 1111122222233333  V10.5 22222  V10.6 22  V10.7 222
V11.1 2233  V11.2 22233  V11.3 11233  V11.4 1222  V11.5 23  V11.6 23  V12.1 12233  V12.2 11  V12.3 22223
V13.1 2333  V13.2 222223  V13.3 2233  V13.4 1222233  V14.1 22  V14.2 12223333  V14.3 122  V15.1 12233  V15.2 12233
V15.3 1222222  V16.1 2  V16.2 22222  V16.3 2222  V16.4 222  V16.5 2223  V17.1 23  V17.2 22223333  V17.3 22
"""


def requirements():
    """The identifiers in order, each with its level."""
    words = LEVELS.split()
    return {
        f"{section}.{number}": level
        for section, levels in zip(words[::2], words[1::2])
        for number, level in enumerate(levels, 1)
        if level in "12"
    }


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def evidence_faults(evidence, root):
    """What is wrong with « file ; file: "text" »: no such file, no such text in it, or a file that shows nothing."""
    for one in evidence.split(" ; "):
        written = re.fullmatch(r'([^:"]+)(?:: "(.+)")?', one)
        if not written:
            yield f"{one!r} is neither a file nor a file and a text"
            continue
        name, text = written.groups()
        path = os.path.join(root, name)
        if not name.startswith(SHOWING) or (name.startswith("docs/") and not text):
            yield f"{name} shows nothing by itself"
        elif not os.path.isfile(path):
            yield f"{name} is not in the tree"
        elif text and text not in read(path):
            yield f"{name} does not hold {text!r}"


def faults(lines, root):
    """Everything wrong with the lines of the table, in sentences."""
    if not lines or lines[0].split("\t") != COLUMNS:
        yield f"the first line is not {COLUMNS}"
        return
    expected = requirements()
    rows = [line.split("\t") for line in lines[1:]]
    for row in rows:
        if len(row) != len(COLUMNS) or not all(cell.strip() == cell and cell for cell in row):
            yield f"{row[0]}: five cells are wanted, none empty"
            continue
        requirement, level, _, state, evidence = row
        if expected.get(requirement) != level:
            yield f"{requirement}: no such requirement of level {level}"
        if state not in STATES:
            yield f"{requirement}: {state} is none of {STATES}"
        elif state == "met":
            yield from (f"{requirement}: {fault}" for fault in evidence_faults(evidence, root))
    if [row[0] for row in rows] != list(expected):
        yield "the requirements are not each there once, in order"


def totals(lines):
    """How many of each state, by level: {("met", "1"): 40…}."""
    return collections.Counter((row[3], row[1]) for row in (line.split("\t") for line in lines[1:]))


class Table(unittest.TestCase):
    def setUp(self):
        self.lines = read(TABLE).splitlines()

    def test_every_requirement_is_judged_once_and_shown_by_what_exists(self):
        self.assertEqual(list(faults(self.lines, ROOT)), [])
        self.assertEqual(len(self.lines) - 1, 253)

    def test_the_guide_tells_the_same_totals(self):
        count = totals(self.lines)
        guide = read(GUIDE)
        for state in STATES:
            first, second = count[state, "1"], count[state, "2"]
            self.assertIn(f"| {state} | {first} | {second} | {first + second} |", guide)

    def refused(self, number, change):
        lines = list(self.lines)
        row = lines[number].split("\t")
        lines[number : number + 1] = change(row)
        return "\n".join(faults(lines, ROOT))

    def number_of(self, state):
        return next(at for at, line in enumerate(self.lines) if line.split("\t")[3:4] == [state])

    def test_a_row_missing_twice_there_or_of_another_level_is_refused(self):
        for change in (lambda row: [], lambda row: ["\t".join(row)] * 2, lambda row: ["\t".join([row[0], "3", *row[2:]])]):
            self.assertNotEqual(self.refused(5, change), "")

    def test_an_unknown_state_and_an_empty_reason_are_refused(self):
        self.assertIn("none of", self.refused(1, lambda row: ["\t".join([*row[:3], "partly", row[4]])]))
        at = self.number_of("open")
        self.assertIn("none empty", self.refused(at, lambda row: ["\t".join([*row[:4], ""])]))

    def test_evidence_that_is_not_in_the_tree_is_refused(self):
        at = self.number_of("met")
        for evidence in ("tests/nowhere_test.cpp", 'tests/scripts/asvs_test.py: "no such' + ' case"', "src/web/door.cpp",
                         "docs/SECURITY.md", "shown elsewhere"):
            with self.subTest(evidence=evidence):
                self.assertNotEqual(self.refused(at, lambda row: ["\t".join([*row[:4], evidence])]), "")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
