#!/usr/bin/env python3
"""Counts the non-empty cells of each sheet of a spreadsheet with openpyxl, xlrd, csv, or zipfile and ElementTree.

usage: count_cells.py FILE...     prints one JSON line per file: {"file": …, "sheets": [[name, cells], …]}
The kind is told from the content, never from the name. An empty text counts as an empty cell. Hidden sheets count.
"""
import csv
import io
import json
import sys
import xml.etree.ElementTree as ET
import zipfile


def count_xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # a file may declare fewer cells than it holds
        yield sheet.title, sum(c.value is not None and c.value != "" for row in sheet.iter_rows() for c in row)


def count_xls(path):
    import xlrd

    book = xlrd.open_workbook(path)
    for sheet in book.sheets():
        cells = 0
        for r in range(sheet.nrows):
            for cell in sheet.row(r):
                blank = cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
                cells += not blank and cell.value != ""
        yield sheet.name, cells


def local(name):
    return name.rsplit("}", 1)[-1]


def ods_cell_filled(cell):
    attributes = {local(k): v for k, v in cell.attrib.items()}
    if attributes.get("value-type") not in (None, "string"):
        return True
    text = "".join("".join(p.itertext()) + ("s" if p.find(".//{*}s") is not None else "")
                   for p in cell if local(p.tag) in ("p", "h"))
    return bool(text.strip() or attributes.get("string-value"))


def repeated(element, what):
    for name, value in element.attrib.items():
        if local(name) == what:
            return int(value)
    return 1


def count_ods(archive):
    root = ET.fromstring(archive.read("content.xml"))
    for table in root.iterfind("{*}body/{*}spreadsheet/{*}table"):
        cells = 0
        for row in table.iter():
            if local(row.tag) != "table-row":
                continue
            filled = sum(repeated(c, "number-columns-repeated") for c in row
                         if local(c.tag) in ("table-cell", "covered-table-cell") and ods_cell_filled(c))
            cells += filled * repeated(row, "number-rows-repeated")
        yield next(v for k, v in table.attrib.items() if local(k) == "name"), cells


def decode(data):
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def count_csv(path):
    with open(path, "rb") as file:
        text = decode(file.read())
    head = text[:65536].split("\n", 1)[0]
    separator = max(";,\t|", key=head.count)
    csv.field_size_limit(1 << 30)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    yield "", sum(cell != "" for row in rows for cell in row)


def count(path):
    with open(path, "rb") as file:
        head = file.read(8)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return list(count_xls(path))
    if head.startswith(b"PK\x03\x04"):
        archive = zipfile.ZipFile(path)
        return list(count_ods(archive) if "content.xml" in archive.namelist() else count_xlsx(path))
    return list(count_csv(path))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for path in sys.argv[1:]:
        print(json.dumps({"file": path, "sheets": count(path)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
