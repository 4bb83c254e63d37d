#!/usr/bin/python3
"""Writes the three tender workbooks of data/demo, byte for byte the same each time.

Every organisation is invented: no such place exists, and SIREN beginning with 000 are never given.
Needs python3-openpyxl. Usage: scripts/make_demo.py
"""
import csv
import datetime
import io
import pathlib
import re
import zipfile
from decimal import Decimal
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font

DEMO = pathlib.Path(__file__).resolve().parent.parent / "data" / "demo"
STAMP = datetime.datetime(2026, 11, 2, 9, 0, 0)
NARROW, NO_BREAK = "\u202f", "\u00a0"


def luhn_digit(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def siret(number):
    siren = f"000{number:05d}"
    siren += luhn_digit(siren)
    return siren + "0001" + luhn_digit(siren + "0001")


def write_zip(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)


# --- A town's estimate of lots: xlsx, several sheets, one hidden, live formulas -------------------------------------

LOTS = [  # number, title, estimate, labour share, effort, remark; an estimate may be (formula, its value)
    (1, "Terrassement et démolition", 186400, 0.25, 0.05, ""),
    (2, "Voirie et réseaux divers", ("=212000+36500", 248500), 0.30, 0.05, "dont parvis"),
    (3, "Gros œuvre", 1284750.50, 0.45, 0.07, ""),
    (4, "Charpente métallique", 312900, 0.20, 0.05, ""),
    (5, "Couverture et zinguerie", 268300, 0.45, 0.05, ""),
    (6, "Étanchéité", 141250, 0.35, 0.05, ""),
    (7, "Menuiseries extérieures aluminium", 428600, 0.25, 0.05, ""),
    (8, "Menuiserie intérieure", 236480, 0.40, 0.05, ""),
    (9, "Plâtrerie et cloisons", 297150, 0.55, 0.08, ""),
    (9, "Plâtrerie et cloisons", 297150, 0.55, 0.08, "ligne copiée deux fois"),
    (10, "Carrelage et faïence", 118920, 0.50, 0.05, ""),
    (11, "Peinture intérieure", 164800, 0.70, 0.10, ""),
    (12, "Électricité – courants forts et faibles", 386700, 0.40, 0.05, ""),
    (13, "Plomberie, chauffage et ventilation", 612340, 0.40, 0.05, ""),
    (14, "Serrurerie et métallerie", 97650, 0.40, 0.05, ""),
    (15, "Aménagement paysager", "selon BPU", 0.45, 0.10, "bordereau de prix à chiffrer"),
    (16, "Nettoyage de fin de chantier", 38900, 0.80, 0.20, ""),
]
LOT_HEADER = ["N° lot", "Intitulé du lot", "Montant estimé HT", "Part main-d'œuvre", "Taux d'effort", "Observations"]


def lots_workbook():
    """The workbook, and the values its formulas show (openpyxl writes formulas without them)."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Estimation des lots"
    sheet["A1"] = "Commune de Valbrume – Construction du groupe scolaire des Trois-Tilleuls"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "Estimation du maître d’œuvre, phase PRO, montants hors taxes"
    sheet.merge_cells("A2:F2")
    for column, text in enumerate(LOT_HEADER, 1):
        sheet.cell(4, column, text).font = Font(bold=True)
    shown, total = {}, Decimal(0)
    for row, (number, title, estimate, share, effort, remark) in enumerate(LOTS, 5):
        formula, value = estimate if isinstance(estimate, tuple) else (estimate, estimate)
        for column, cell in enumerate((number, title, formula, share, effort, remark or None), 1):
            sheet.cell(row, column, cell)
        sheet.cell(row, 3).number_format = '#,##0.00 "€"'
        sheet.cell(row, 4).number_format = sheet.cell(row, 5).number_format = "0%"
        if formula is not value:
            shown[f"C{row}"] = value
        total += Decimal(0) if isinstance(value, str) else Decimal(str(value))
    last = 4 + len(LOTS)
    sheet.cell(last + 1, 2, "TOTAL HT")
    sheet.cell(last + 1, 3, f"=SUM(C5:C{last})").number_format = '#,##0.00 "€"'
    shown[f"C{last + 1}"] = total
    sheet.column_dimensions["B"].width = 44
    sheet.freeze_panes = "A5"

    notes = book.create_sheet("Hypothèses")
    for line in (["Hypothèse", "Valeur"], ["Coût horaire retenu", "35,20 €"], ["Durée du chantier (mois)", 18],
                 ["Ordre de service prévu", datetime.date(2027, 1, 11)]):
        notes.append(line)
    old = book.create_sheet("Archives APS")
    old.sheet_state = "hidden"
    for line in ([LOT_HEADER[0], LOT_HEADER[1], LOT_HEADER[2]], [1, "Tous corps d’état", 3900000]):
        old.append(line)
    book.properties.creator = "Commune de Valbrume"
    book.properties.created = book.properties.modified = STAMP
    return book, shown


def make_xlsx():
    book, shown = lots_workbook()
    raw = io.BytesIO()
    book.save(raw)
    parts = []
    with zipfile.ZipFile(raw) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = data.decode()
                for cell, value in shown.items():
                    text, found = re.subn(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)(<v ?/>|<v></v>)',
                                          rf"\g<1><v>{value}</v>", text)
                    assert found == 1, cell
                data = text.encode()
            elif name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-11-02T09:00:00Z", data)
            parts.append((name, data))
    write_zip(DEMO / "commune-de-valbrume-lots.xlsx", parts)


# --- A Region's table of awarded lots: ods, amounts typed as text ---------------------------------------------------

REGION, LYCEES = ("Région Hautes-Terres", siret(10101)), ("Agence des lycées de Hautes-Terres", siret(10202))
AWARDS = [  # buyer, market, lot, object, CPV, nature, amount, date, months, holder, considerations
    (LYCEES, "HT-2026-014", 1, "Lycée Ada-Clairval : réhabilitation – gros œuvre", "45223220", "Marché", "1 234 567,89 €", "2026-02-16", 16, "Bâtisseurs du Plateau", "Clause sociale"),
    (LYCEES, "HT-2026-014", 2, "Lycée Ada-Clairval : réhabilitation – couverture", "45261210", "Marché", "418 902,40 €", "2026-02-16", 16, "Toitures de l’Ambrelle", "Clause sociale"),
    (LYCEES, "HT-2026-014", 3, "Lycée Ada-Clairval : réhabilitation – menuiseries extérieures", "45421130", "Marché", "366 150,00 €", "2026-02-16", 16, "Menuiserie Fontgrise", "Clause sociale"),
    (LYCEES, "HT-2026-014", 4, "Lycée Ada-Clairval : réhabilitation – plâtrerie et cloisons", "45410000", "Marché", "287 433,75 €", "2026-02-18", 16, "Plâtres et Cloisons Réunis", "Clause sociale, Critère social"),
    (LYCEES, "HT-2026-014", 5, "Lycée Ada-Clairval : réhabilitation – électricité", "45310000", "Marché", "502 998,10 €", "1er mars 2026", 16, "Électrons du Val", "Clause sociale"),
    (LYCEES, "HT-2026-014", 6, "Lycée Ada-Clairval : réhabilitation – plomberie et chauffage", "45330000", "Marché", "634 720,00 €", "2026-02-18", 16, "Thermique Sourcelle", "Clause sociale"),
    (LYCEES, "HT-2026-014", 7, "Lycée Ada-Clairval : réhabilitation – peinture", "45442100", "Marché", "198 240,00 €", "2026-02-18", 16, "Couleurs du Causse", "Clause sociale"),
    (LYCEES, "HT-2026-021", 1, "Nettoyage des lycées, secteur nord", "90911200", "Accord-cadre", "890 000,00 €", "2026-04-02", 36, "Clarté Services", "Clause sociale"),
    (LYCEES, "HT-2026-021", 2, "Nettoyage des lycées, secteur sud", "90911200", "Accord-cadre", "764 500,00 €", "2026-04-02", 36, "Entreprise d’insertion Éclat", "Marché réservé"),
    (LYCEES, "HT-2026-022", "", "Entretien des espaces verts des lycées", "77310000", "Accord-cadre", "312 600,00 €", "03.04.2026", 48, "Jardins de la Brumelle", "Marché réservé"),
    (REGION, "HT-2026-030", 1, "Maison de la Région : terrassement et VRD", "45112500", "Marché", "276 840,20 €", "2026-05-11", 9, "Routes du Haut-Pays", ""),
    (REGION, "HT-2026-030", 2, "Maison de la Région : charpente métallique", "45223210", "Marché", "349 000,00 €", "2026-05-11", 9, "Ossatures Lambrec", ""),
    (REGION, "HT-2026-030", 3, "Maison de la Région : étanchéité", "45261420", "Marché", "121 755,60 €", "2026-05-11", 9, "Étanche et Fils", ""),
    (REGION, "HT-2026-030", 3, "Maison de la Région : étanchéité", "45261420", "Marché", "121 755,60 €", "2026-05-11", 9, "Étanche et Fils", ""),
    (REGION, "HT-2026-030", 4, "Maison de la Région : serrurerie", "45421140", "Marché", "88 410,00 €", "2026-05-12", 9, "Métallerie Ronceval", "Pas de considération sociale"),
    (REGION, "HT-2026-030", 5, "Maison de la Région : carrelage et faïence", "45431000", "Marché", "104 930,00 €", "2026-05-12", 9, "Carreleurs Associés du Plateau", "Pas de considération sociale"),
    (REGION, "HT-2026-041", "", "Gardiennage des sites régionaux", "79713000", "Accord-cadre", "selon BPU", "2026-06-08", 24, "Veille et Sûreté Ambrelle", "Critère social"),
    (REGION, "HT-2026-044", "", "Maîtrise d’œuvre de la halle des mobilités", "71221000", "Marché", "246 000,00 €", "2026-06-22", 30, "Atelier Lignes d’Horizon", "Pas de considération sociale"),
    (REGION, "HT-2026-052", 1, "Restauration collective du siège", "55510000", "Accord-cadre", "418 000,00 €", "2026-07-06", 24, "Les Tables Solidaires de Hautes-Terres", "Clause sociale"),
    (REGION, "HT-2026-052", 2, "Collecte et tri des déchets de bureau", "90511000", "Accord-cadre", "96 300,00 €", "2026-07-06", 24, "Recyclerie du Causse", "Marché réservé"),
    (REGION, "HT-2026-058", "", "Démolition de l’ancien dépôt de Brumelle", "45111100", "Marché", "157 200,00 €", "2026-09-14", 4, "Déconstruction Raisonnée du Plateau", "Clause sociale"),
]
AWARD_HEADER = ["Acheteur", "SIRET acheteur", "N° marché", "Lot", "Objet", "Code CPV", "Nature", "Montant HT",
                "Date de notification", "Durée (mois)", "Titulaire", "SIRET titulaire", "Considérations sociales"]


def ods_cell(value):
    if value == "" or value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        shown = "/".join(reversed(value.split("-")))
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>{shown}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def ods_row(values):
    return "<table:table-row>" + "".join(ods_cell(value) for value in values) + "</table:table-row>"


def make_ods():
    rows = ['<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="13">'
            "<text:p>Région Hautes-Terres – Lots attribués du 1er janvier au 30 septembre 2026</text:p></table:table-cell>"
            '<table:covered-table-cell table:number-columns-repeated="12"/></table:table-row>',
            '<table:table-row><table:table-cell table:number-columns-repeated="13"/></table:table-row>',
            ods_row(AWARD_HEADER)]
    for index, (buyer, market, lot, what, cpv, nature, amount, date, months, holder, social) in enumerate(AWARDS):
        spaced = amount.replace(" €", NO_BREAK + "€").replace(" ", NARROW) if amount[0].isdigit() else amount
        holders = sorted({award[9] for award in AWARDS})
        rows.append(ods_row([buyer[0], buyer[1], market, lot, what, cpv, nature, spaced, date, months, holder,
                             siret(20001 + holders.index(holder)), social]))
    rows.append('<table:table-row table:number-rows-repeated="1048552"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="{office}office:1.0" '
               f'xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0" office:version="1.3"><office:body>'
               '<office:spreadsheet><table:table table:name="Lots attribués 2026">'
               '<table:table-column table:number-columns-repeated="13"/>' + "".join(rows) +
               "</table:table></office:spreadsheet></office:body></office:document-content>")
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{office}manifest:1.0" '
                f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    write_zip(DEMO / "region-hautes-terres-marches.ods",
              [("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", content)])


# --- A département's list of contracts concluded: cp1252 csv with bracket, section and total rows --------------------

CONCLUDED = {  # bracket: section: object, lot, date, holder, postcode, amount as typed
    "Tranche 1 : de 40 000 à 89 999,99 € HT": {
        "SERVICES": [
            ("Entretien des espaces verts des collèges", "1", "12/01/2026", "Chantier d’insertion Les Sillons", "99110", "61 480,00"),
            ("Entretien des espaces verts des collèges", "2", "12/01/2026", "Paysages de la Lorne", "99 120", "58 937.50"),
            ("Télésurveillance des bâtiments départementaux", "", "02/02/2026", "Vigie Lorne", "99100", "44 210,88"),
            ("Étude de programmation du collège de Sauvemare", "", "1er avril 2026", "Programme et Cité", "99140", "72 000")],
        "FOURNITURES": [
            ("Fourniture de mobilier scolaire", "", "16/03/2026", "Mobilier de l’Écluse", "99130", "83 512,00")],
        "TRAVAUX": [
            ("Collège de Brisefer : peinture des circulations", "1", "20/04/2026", "Peintures Boisclair", "99100", "67 340,00"),
            ("Collège de Brisefer : sols souples", "2", "20/04/2026", "Sols de la Lorne", "99150", "49 875,20"),
            ("Remise en état des clôtures du parc de Sauvemare", "", "mai 2026", "Ferronnerie Delaronce", "99140", "41 060,00")]},
    "Tranche 2 : de 90 000 à 5 403 999,99 € HT": {
        "SERVICES": [
            ("Nettoyage des locaux départementaux", "1", "05/05/2026", "Régie de quartier du Vieux-Moulin", "99100", "214 600,00"),
            ("Nettoyage des locaux départementaux", "2", "05/05/2026", "Net et Clair Lorne", "99120", "328 940,00"),
            ("Gardiennage des sites culturels", "", "01/06/2026", "Vigie Lorne", "99100", "176 300,00"),
            ("Restauration scolaire des collèges, secteur est", "", "08/06/2026", "Les Marmites de la Lorne", "99160", "selon BPU")],
        "TRAVAUX": [
            ("Collège Jeanne-Orvault : démolition et désamiantage", "1", "15/06/2026", "Déconstruction Lornaise", "99170", "143 700,00"),
            ("Collège Jeanne-Orvault : gros œuvre", "2", "15/06/2026", "Maçons Compagnons de la Lorne", "99100", "1 486 250,00"),
            ("Collège Jeanne-Orvault : étanchéité", "3", "15/06/2026", "Toits et Terrasses", "99180", "198 412.35"),
            ("Collège Jeanne-Orvault : menuiserie intérieure", "4", "16/06/2026", "Menuisiers du Bocage", "99130", "231 980,00"),
            ("Collège Jeanne-Orvault : électricité", "5", "16/06/2026", "Courant Continu", "99100", "374 505,60"),
            ("Collège Jeanne-Orvault : chauffage et ventilation", "6", "16/06/2026", "Génie Climatique Lornais", "99120", "521 830,00"),
            ("Collège Jeanne-Orvault : électricité", "5", "16/06/2026", "Courant Continu", "99100", "374 505,60"),
            ("Voirie départementale 17 : enrobés", "", "07/09/2026", "Routes et Ponts de la Lorne", "99190", "912 740,00")]},
}


def amount_of(text):
    digits = text.replace(" ", "").replace(",", ".")
    return Decimal(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else Decimal(0)


def french(amount):
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",")


def make_csv():
    rows = [[], ["", "DÉPARTEMENT DE LA LORNE"], ["", "LISTE DES MARCHÉS CONCLUS EN 2026"], [],
            ["", "OBJET", "LOT", "DATE", "TITULAIRE", "CODE POSTAL", "MONTANT € HT"]]
    for bracket, sections in CONCLUDED.items():
        rows.append(["", bracket])
        for section, contracts in sections.items():
            rows.append(["", section])
            rows += [["", *contract] for contract in contracts]
            rows += [["", f"TOTAL {section}", "", "", "", "", french(sum(amount_of(c[5]) for c in contracts))], []]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows(row + [""] * (7 - len(row)) for row in rows)
    (DEMO / "departement-de-la-lorne-2026.csv").write_bytes(out.getvalue().encode("cp1252"))


if __name__ == "__main__":
    DEMO.mkdir(parents=True, exist_ok=True)
    make_xlsx()
    make_ods()
    make_csv()
