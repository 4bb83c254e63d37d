#!/usr/bin/env python3
"""A base that is only read: pages and exports are there, what would change it is refused with 503, no byte of it moves.

Usage: read_only_test.py SERVER CLAUSIER [--long]
"""
import os

from faults import Browser, FaultTest, Server, clausier, main, write_table

NOBODY = 65534


class ReadOnlyTest(FaultTest):
    def setUp(self):
        super().setUp()
        file = self.folder / "tableau.csv"
        write_table(file, 1, 3)
        clausier("importer", file, "--base", self.base)
        self.before = self.base.read_bytes()

    def check(self, **options):
        with Server(self.base, "--lecture-seule", **options) as server:
            browser = Browser(server)
            self.assertEqual(browser.get("/marches/1")[0].status, 200)
            self.assertEqual(browser.get("/marches.csv")[0].status, 200)
            refusal, page = browser.post("/marches/nouveau", acheteur="Commune de Valbrume", objet="x", intitule_1="Peinture",
                                         montant_1="200000", taux="5")
            self.assertEqual(refusal.status, 503)
            self.assertIn("lecture seule", page)
        self.assertIn("export web /marches csv lignes=1", server.log())
        self.assertEqual(self.base.read_bytes(), self.before)

    def test_a_server_that_only_reads(self):
        self.check()

    def test_a_file_in_a_folder_that_cannot_be_written(self):
        for path in self.folder.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        self.check(**({"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}))

    def test_the_command_line(self):
        listed = clausier("marches", "liste", "--base", self.base, "--lecture-seule", "--format", "json")
        self.assertIn("I-1", listed.stdout)
        file = self.folder / "autre.csv"
        write_table(file, 2, 1)
        refused = clausier("importer", file, "--base", self.base, "--lecture-seule", check=False)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("lecture seule", refused.stderr)
        self.assertEqual(self.base.read_bytes(), self.before)

    def test_a_base_that_does_not_exist_is_not_made(self):
        with self.assertRaises(AssertionError):
            Server(self.folder / "absente.sqlite", "--lecture-seule")
        self.assertFalse((self.folder / "absente.sqlite").exists())


main()
