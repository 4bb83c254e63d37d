#!/usr/bin/env python3
"""Makes the same tender table, ROWS × 22 mixed cells, as bench.xlsx, bench.ods and bench.csv in FOLDER.

usage: make_workbook.py FOLDER [ROWS]     ROWS is 200000 unless told
The XML is written directly: writing is not what is measured. Everything is invented; the seed is fixed.
"""
import csv
import datetime
import os
import random
import sys
import zipfile
from xml.sax.saxutils import escape

EPOCH = datetime.date(1899, 12, 30)
WORDS = ("travaux de peinture rénovation du lycée fictif nettoyage des locaux entretien espaces verts voirie "
         "gros œuvre étanchéité plomberie électricité fourniture & pose menuiserie lot unique").split()
COLUMNS = ["n° marché", "acheteur", "siret acheteur", "objet", "cpv", "procédure", "nature", "département", "montant",
           "part main-d'œuvre", "taux d'effort", "coût horaire", "heures", "durée", "offres", "lots",
           "date de notification", "date de publication", "début",
           "marché innovant", "titulaire", "remarque"]
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def siret(rng):
    """14 digits whose Luhn key is right."""
    digits = [rng.randrange(10) for _ in range(13)]
    total = sum(d if i % 2 else (2 * d if d < 5 else 2 * d - 9) for i, d in enumerate(reversed(digits)))
    return "".join(map(str, digits)) + str(-total % 10)


def table(rows):
    """Gives the rows: str is a text, int and float numbers, date a day, bool a boolean, None nothing."""
    rng = random.Random(20260301)
    buyers = [(f"Commune fictive n° {i}", siret(rng)) for i in range(800)]
    yield COLUMNS
    for i in range(rows):
        buyer, code = rng.choice(buyers)
        day = datetime.date(2019, 1, 1) + datetime.timedelta(days=rng.randrange(2500))
        yield [f"M{i:07d}", buyer, code, " ".join(rng.choices(WORDS, k=rng.randrange(4, 9))),
               f"{rng.randrange(400) * 1000 + 45000000}", rng.choice(("Appel d'offres ouvert", "Procédure adaptée")),
               rng.choice(("Marché", "Accord-cadre")), f"{rng.randrange(1, 96):02d}",
               round(rng.uniform(1e3, 5e6), 2), rng.randrange(20, 90) / 100, rng.randrange(1, 20) / 100, 35.2,
               rng.randrange(10, 5000), rng.randrange(1, 60), rng.randrange(1, 12), rng.randrange(1, 9),
               day, day + datetime.timedelta(days=30), day + datetime.timedelta(days=60),
               rng.random() < 0.3, f"Entreprise fictive n° {rng.randrange(5000)}",
               None if rng.random() < 0.8 else "à vérifier"]


def column_letters(index):
    return chr(ord("A") + index)


class XlsxTexts:
    def __init__(self):
        self.index = {}

    def number(self, text):
        return self.index.setdefault(text, len(self.index))


def xlsx_cell(reference, value, texts):
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{reference}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, datetime.date):
        return f'<c r="{reference}" s="1"><v>{(value - EPOCH).days}</v></c>'
    if isinstance(value, str):
        return f'<c r="{reference}" t="s"><v>{texts.number(value)}</v></c>'
    return f'<c r="{reference}"><v>{value!r}</v></c>'


def write_xlsx(path, rows):
    texts = XlsxTexts()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats'
                       b'.org/spreadsheetml/2006/main"><sheetData>')
            for number, row in enumerate(rows, 1):
                cells = "".join(xlsx_cell(f"{column_letters(i)}{number}", v, texts) for i, v in enumerate(row))
                part.write(f'<row r="{number}" spans="1:22">{cells}</row>'.encode())
            part.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                       b'uniqueCount="%d">' % len(texts.index))
            for text in texts.index:
                part.write(f"<si><t>{escape(text)}</t></si>".encode())
            part.write(b"</sst>")
        archive.writestr("xl/styles.xml", '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1">'
                         '<font/></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">'
                         '<xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
                         "</cellXfs></styleSheet>")
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELATION}">'
                         '<sheets><sheet name="Lots" sheetId="1" r:id="rId1"/></sheets></workbook>')
        package = "http://schemas.openxmlformats.org/package/2006/"
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}relationships">' + "".join(
            f'<Relationship Id="rId{i}" Type="{RELATION}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(
                (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")), 1))
            + "</Relationships>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" '
                         f'Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}content-types"><Default Extension="rels" '
                         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' + "".join(
                             f'<Override PartName="/xl/{part}.xml" ContentType="{CONTENT_TYPE}{kind}+xml"/>' for part, kind in (
                                 ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"),
                                 ("sharedStrings", "sharedStrings"), ("styles", "styles"))) + "</Types>")


def ods_cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        kind, shown = f'boolean" office:boolean-value="{str(value).lower()}', "VRAI" if value else "FAUX"
    elif isinstance(value, datetime.date):
        kind, shown = f'date" office:date-value="{value}', value.strftime("%d/%m/%Y")
    elif isinstance(value, str):
        kind, shown = "string", escape(value)
    else:
        kind, shown = f'float" office:value="{value!r}', f"{value:.2f}".replace(".", ",")
    return f'<table:table-cell office:value-type="{kind}"><text:p>{shown}</text:p></table:table-cell>'


def write_ods(path, rows):
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    spaces = "".join(f' xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                         f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/><manifest:file-entry '
                         'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
        with archive.open("content.xml", "w", force_zip64=True) as part:
            part.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content{spaces} office:version="1.3"><office:body>'
                       '<office:spreadsheet><table:table table:name="Lots">'.encode())
            for row in rows:
                part.write(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>".encode())
            part.write(b'<table:table-row table:number-rows-repeated="100000"><table:table-cell table:number-columns-repeated="16384"/>'
                       b"</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>")


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 200_000
    os.makedirs(folder, exist_ok=True)
    for extension, write in (("xlsx", write_xlsx), ("ods", write_ods), ("csv", write_csv)):
        write(os.path.join(folder, f"bench.{extension}"), table(rows))


if __name__ == "__main__":
    main()
