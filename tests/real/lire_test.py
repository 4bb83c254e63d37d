#!/usr/bin/env python3
"""Every spreadsheet of the shared data read by `clausier lire`, sheet by sheet, gives as many non-empty cells as openpyxl,
xlrd, csv or ElementTree count.

usage: lire_test.py PROGRAM FOLDER     exit 77 (skipped) when the folder or a Python library is absent
A file that is no spreadsheet must be refused with one sentence; nothing may crash.
"""
import json
import os
import subprocess
import sys

KINDS = (".csv", ".xlsx", ".xls", ".ods")
# Files without any cell: an error is the right answer.
EMPTY = {"empty.csv"}


def cells(program, path, sheet=None):
    command = [program, "lire", path, "--format", "ndjson", "-q"] + (["--feuille", str(sheet)] if sheet else [])
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return done.returncode, done.stderr.strip()
    return 0, sum(1 for line in done.stdout.splitlines() for cell in json.loads(line) if cell not in (None, ""))


def main():
    program, folder = sys.argv[1], sys.argv[2]
    if not os.path.isdir(folder):
        print(f"skipped: no folder {os.path.basename(folder)} of real files beside the project")
        return 77
    here = os.path.dirname(os.path.abspath(__file__))
    files = sorted(os.path.join(base, name) for base, _, names in os.walk(folder) for name in names
                   if name.endswith(KINDS))
    # A run for each: one file that Python cannot read must not hide the others.
    checked = sheets = total = 0
    faults = []
    for path in files:
        name = os.path.relpath(path, folder)
        counted = subprocess.run([sys.executable, os.path.join(here, "count_cells.py"), path], capture_output=True, text=True)
        if "ModuleNotFoundError" in counted.stderr:
            print("skipped: python3-openpyxl or python3-xlrd is not installed")
            return 77
        if counted.returncode != 0:
            faults.append(f"{name}: Python cannot count it: {counted.stderr.strip().splitlines()[-1]}")
            continue
        for number, (sheet, expected) in enumerate(json.loads(counted.stdout)["sheets"], 1):
            code, got = cells(program, path, number)
            if expected == 0:
                # « 0 rows read » is an error, said in one sentence.
                if code == 0 and got != 0 or code != 0 and not str(got).startswith("erreur :"):
                    faults.append(f"{name} [{sheet}]: nothing expected, got {got}")
            elif code != 0 or got != expected:
                faults.append(f"{name} [{sheet}]: {expected} cells expected, got {got}")
            sheets += 1
            total += expected
        checked += 1
    print(f"{checked} files, {sheets} sheets, {total} non-empty cells")
    print("\n".join(faults))
    return 1 if faults or not checked else 0


sys.exit(main())
