"""The report that a script would write of the same buyer and year: four indicators over three years and the contracts
behind them from SQLite, a workbook by openpyxl, a page, and the page as DOCX and ODT by pandoc.

Usage: spaser_report.py BASE BUYER YEAR FOLDER
"""
import csv
import html
import pathlib
import sqlite3
import subprocess
import sys
import time
import zipfile

import openpyxl

BASE = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
BUYER, YEAR, FOLDER = int(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4])
PRINTED = 200  # contracts on the page, as clausier prints
HEAD = ("Marché", "Lot", "Objet", "Titulaires", "Notifié le", "Procédure", "Montant", "Sociale", "Environnementale")
CONTRACTS = """
SELECT m.reference, l.number, coalesce(nullif(l.title, ''), m.object),
       (SELECT group_concat(coalesce(nullif(o.name, ''), o.identifier), ', ') FROM lot_holders h
        JOIN organisations o ON o.id = h.organisation_id WHERE h.lot_id = l.id),
       coalesce(l.notified_on, m.notified_on) AS day, m.procedure, l.amount_cents / 100.0,
       coalesce(l.considerations, m.considerations, ''), coalesce(l.environmental, m.environmental, '')
FROM markets m JOIN lots l ON l.market_id = m.id WHERE m.buyer_id = ? AND substr(day, 1, 4) = ? ORDER BY day"""
total = 0


def timed(step, work):
    global total
    start = time.perf_counter()
    out = work()
    taken = (time.perf_counter() - start) * 1000
    total += taken
    print(f"peer {step} ms {taken:.1f}")
    return out


def figures(rows):
    social = [row for row in rows if row[7] not in ("", "Pas de considération sociale")]
    return [("Contrats", len(rows), sum(row[6] or 0 for row in rows)),
            ("Considération sociale", len(social), sum(row[6] or 0 for row in social)),
            ("Clause sociale", *(lambda s: (len(s), sum(r[6] or 0 for r in s)))([r for r in rows if "Clause" in r[7]])),
            ("Environnement", *(lambda s: (len(s), sum(r[6] or 0 for r in s)))([r for r in rows if "env" in r[8]]))]


def gather():
    years = {year: BASE.execute(CONTRACTS, (BUYER, str(year))).fetchall() for year in range(YEAR - 2, YEAR + 1)}
    return years[YEAR], [(year, *one) for year, rows in years.items() for one in figures(rows)]


def workbook(rows, indicators):
    book = openpyxl.Workbook(write_only=True)
    for name, head, lines in (("Indicateurs", ("Année", "Quoi", "Nombre", "Montant"), indicators), ("Contrats", HEAD, rows)):
        sheet = book.create_sheet(name)
        sheet.append(head)
        for line in lines:
            sheet.append(line)
    book.save(FOLDER / "pair.xlsx")


def table(head, rows):
    lines = ["".join(f"<{tag}>{html.escape(str(cell))}</{tag}>" for cell in row)
             for tag, some in (("th", [head]), ("td", rows)) for row in some]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def page(rows, indicators):
    body = table(("Année", "Quoi", "Nombre", "Montant"), indicators) + table(HEAD, rows[:PRINTED])
    (FOLDER / "pair.html").write_text(f"<!doctype html><meta charset=utf-8><h1>Rapport {YEAR}</h1>{body}", encoding="utf-8")


def package(rows):
    with open(FOLDER / "pair.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    with zipfile.ZipFile(FOLDER / "pair.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.write(FOLDER / "pair.csv", "contrats.csv")


def pandoc(kind):
    subprocess.run(["pandoc", "-f", "html", FOLDER / "pair.html", "-o", FOLDER / f"pair.{kind}"], check=True,
                   stderr=subprocess.DEVNULL)


found, sums = timed("gathered", gather)
timed("html", lambda: page(found, sums))
timed("docx", lambda: pandoc("docx"))
timed("odt", lambda: pandoc("odt"))
timed("xlsx", lambda: workbook(found, sums))
timed("package", lambda: package(found))
print(f"peer total ms {total:.1f}")
