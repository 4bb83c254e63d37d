"""Documents as other programs read them: XML parsers, pandoc, LibreOffice.

usage: documents_test.py TEST_PRESENT NAUGHTY_STRINGS
Exits with 77 when pandoc or LibreOffice is absent.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

PROGRAM, NAUGHTY = sys.argv[1:3]
NEEDED = ["pandoc", "soffice", "pdftotext", "pdfinfo"]
FOLDER = tempfile.mkdtemp(prefix="clausier-documents-")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# Each number of the sample document, beside what it is about.
ROWS = [
    ["Lot 1", "Gros œuvre", "1 250 000 €", "7 %", "1 860 h"],
    ["Lot 2", "Peinture & sols <souples>", "240 000 €", "5 %", "255 h"],
    ["Total", "1 490 000 €", "2 115 h"],
]


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, timeout=180, **options).stdout.decode()


def plain(text):
    """Every space an ordinary one."""
    return re.sub(r"[ \t\u00a0\u202f]+", " ", text)


def path(name):
    return os.path.join(FOLDER, name)


def pdf(name):
    """The text of each page of the document, as LibreOffice lays it out."""
    out = os.path.join(FOLDER, "pdf-" + name)
    home = "-env:UserInstallation=file://" + os.path.join(FOLDER, "libreoffice")
    run("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", out, path(name))
    file = os.path.join(out, os.path.splitext(name)[0] + ".pdf")
    return [plain(page) for page in run("pdftotext", "-layout", file, "-").split("\f") if page.strip()]


class Documents(unittest.TestCase):
    def test_every_part_is_well_formed(self):
        for name in sorted(os.listdir(FOLDER)):
            if not name.endswith((".docx", ".odt")):
                continue
            with zipfile.ZipFile(path(name)) as archive:
                self.assertIsNone(archive.testzip())
                for part in archive.namelist():
                    if part.endswith((".xml", ".rels", ".svg")):
                        with self.subTest(name=name, part=part):
                            ElementTree.fromstring(archive.read(part))

    def test_hostile_texts_stay_texts(self):
        with zipfile.ZipFile(path("hostile.docx")) as archive:
            body = ElementTree.fromstring(archive.read("word/document.xml"))
        paragraphs = ["".join(t.text or "" for t in p.iter(WORD + "t")) for p in body.iter(WORD + "p")]
        self.assertIn('"/><script>alert(1)</script>', paragraphs)
        self.assertIn("{{#liste}} {{{x}}} {{> tete}}", paragraphs)
        with zipfile.ZipFile(path("hostile.odt")) as archive:
            body = ElementTree.fromstring(archive.read("content.xml"))
        self.assertIn("]]></w:t></w:p><w:p>", ["".join(h.itertext()) for h in body.iter(OFFICE_TEXT + "h")])
        # Nothing but the elements that documents are made of.
        names = {element.tag.split("}")[1] for element in body.iter()}
        self.assertFalse(names & {"script", "event-listeners", "a", "execute-macro", "object"})

    def test_each_number_stands_beside_its_label_in_pandoc(self):
        for name in ("complet.docx", "complet.odt", "complet.html"):
            with self.subTest(name=name):
                lines = [plain(line) for line in run("pandoc", "-t", "plain", "--columns=200", path(name)).splitlines()]
                for row in ROWS:
                    self.assertTrue(
                        any(re.fullmatch(r"\s*" + r"\s+".join(map(re.escape, row)) + r"\s*", line) for line in lines),
                        f"{row} not on one line of:\n" + "\n".join(lines),
                    )

    def test_pandoc_sees_the_structure(self):
        for name in ("complet.docx", "complet.odt"):
            with self.subTest(name=name):
                text = plain(run("pandoc", "-t", "markdown", "--markdown-headings=atx", path(name)))
                for line in ("# Objet de la clause", "## Étapes", "### Publics", "#### Remarque", "**2 115 heures**"):
                    self.assertIn(line, text)
                self.assertRegex(text, r"Tableau 1 : Heures d['’\\]+insertion par lot")
                self.assertRegex(text, r"3\. +Déclarer les heures")

    def test_long_tables_repeat_their_header(self):
        for name in ("long.docx", "long.odt", "paysage.docx", "paysage.odt"):
            with self.subTest(name=name):
                pages = pdf(name)
                self.assertGreater(len(pages), 1)
                for page in pages:
                    self.assertIn("Intitulé du lot Heures prévues", page)
                self.assertIn(f"Page 2 sur {len(pages)}", pages[1])
                whole = "\n".join(pages)
                for lot in (1, 17, 60):
                    self.assertRegex(whole, rf"Lot {lot} du programme 1 ?{(7 * lot):03d} h")

    def test_libreoffice_shows_every_block(self):
        for name in ("complet.docx", "complet.odt"):
            with self.subTest(name=name):
                pages = pdf(name)
                self.assertEqual(len(pages), 2)
                self.assertIn("Clause sociale d’insertion : groupe scolaire des Tilleuls", pages[0])
                self.assertIn("– par une entreprise d’insertion", pages[0])
                self.assertRegex(pages[1], r"Tableau 1 : Heures")
                self.assertRegex(pages[1], r"Total 1 490 000 € 2 115 h")
                self.assertIn("Figure 1 : Heures par lot", pages[1])

    def test_the_opportunity_note_holds_on_one_page(self):
        for name in ("note.docx", "note.odt", "note_longue.docx", "note_longue.odt"):
            with self.subTest(name=name):
                pages = pdf(name)
                self.assertEqual(len(pages), 1)
                self.assertRegex(pages[0], r"Total .* h")
                self.assertIn("Condition sociale", pages[0])
                self.assertIn("Suites", pages[0])

    def test_the_spaser_report_is_read_whole(self):
        row = r"S1\. Contrats avec au moins une considération.*12 sur 48\s+25 %\s+40 %\s+62,5 %\s+18 000 €"
        for name in ("rapport.docx", "rapport.odt"):
            with self.subTest(name=name):
                text = plain(run("pandoc", "-t", "plain", "--columns=400", path(name)))
                self.assertRegex(text, row)
                pages = "\n".join(pdf(name))
                for title in ("1. Fiche acheteur", "5. Axe économique", "7. Cibles et réalisé, 2024-2026",
                              "9. Fichier ouvert"):
                    self.assertIn(title, pages)
                    self.assertIn(title, text)
                self.assertRegex(pages, r"Figure \d+ : S1")

    def test_hostile_texts_do_not_stop_libreoffice(self):
        for name in ("hostile.docx", "hostile.odt"):
            with self.subTest(name=name):
                self.assertTrue(pdf(name))


if __name__ == "__main__":
    missing = [program for program in NEEDED if not shutil.which(program)]
    if missing:
        print("skipped: no " + ", ".join(missing))
        sys.exit(77)
    os.environ["CLAUSIER_DOCUMENTS"] = FOLDER
    os.environ["CLAUSIER_NAUGHTY"] = NAUGHTY
    run(PROGRAM, "[.files]")
    try:
        unittest.main(argv=[sys.argv[0]], verbosity=2)
    finally:
        shutil.rmtree(FOLDER)
