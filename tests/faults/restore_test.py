#!/usr/bin/env python3
"""The drill of a restore: saved while others write, put back elsewhere, the same base; what is broken is told (TRUST 6).

Usage: restore_test.py SERVER CLAUSIER [--long]
"""
import json
import threading

from faults import LONG, Browser, FaultTest, Server, clausier, dump, main, references, rows, write_table

ROUNDS = 20 if LONG else 3


class RestoreTest(FaultTest):
    def imported(self):
        file = self.folder / "tableau.csv"
        write_table(file, 1, 50)
        clausier("importer", file, "--base", self.base)

    def test_a_backup_under_a_load_of_writes_comes_back_elsewhere_whole(self):
        self.imported()
        with Server(self.base) as server:
            over = threading.Event()

            def load():
                browser = Browser(server)
                number = 0
                while not over.is_set():
                    number += 1
                    self.assertEqual(browser.make_market(f"S-{number}").status, 303)

            writer = threading.Thread(target=load)
            writer.start()
            try:
                for number in range(ROUNDS):
                    saved = self.folder / f"sauvegarde-{number}.sqlite"
                    before = references(self.base)
                    clausier("sauvegarder", saved, "--base", self.base)
                    after = references(self.base)
                    elsewhere = self.folder / f"ailleurs-{number}.sqlite"
                    clausier("restaurer", saved, "--base", elsewhere)
                    self.assert_sound(elsewhere)
                    self.assertLessEqual(before, references(elsewhere))
                    self.assertLessEqual(references(elsewhere), after)
            finally:
                over.set()
                writer.join()

    def test_a_base_at_rest_and_its_backup_put_back_are_the_same_rows(self):
        self.imported()
        saved, elsewhere = self.folder / "sauvegarde.sqlite", self.folder / "ailleurs.sqlite"
        clausier("sauvegarder", saved, "--base", self.base)
        clausier("restaurer", saved, "--base", elsewhere)
        there, here = dump(elsewhere), dump(self.base)
        for table in ("journal", "journal_head", "sqlite_sequence"):  # the restore itself is told in the journal
            there.pop(table), here.pop(table)
        self.assertEqual(there, here)
        self.assertEqual(rows(elsewhere, "SELECT action FROM journal ORDER BY id DESC LIMIT 2"),
                         [("base.restaurer",), ("base.sauvegarder",)])
        originals = list((self.folder / "base.sqlite.pieces").iterdir())
        self.assertEqual(len(originals), 1)
        for original in originals:
            self.assertEqual((self.folder / "ailleurs.sqlite.pieces" / original.name).read_bytes(), original.read_bytes())

    def test_a_restore_replaces_nothing_in_use_unasked_or_by_something_broken(self):
        self.imported()
        saved = self.folder / "sauvegarde.sqlite"
        clausier("sauvegarder", saved, "--base", self.base)
        self.assertEqual(clausier("restaurer", saved, "--base", self.base, check=False).returncode, 2)
        with Server(self.base) as server:
            refused = clausier("restaurer", saved, "--base", self.base, "--oui", check=False)
            self.assertNotEqual(refused.returncode, 0)
            self.assertEqual(Browser(server).make_market("R-1").status, 303)
        bytes_of = bytearray(saved.read_bytes())
        for at in range(len(bytes_of) // 2, len(bytes_of), 211):
            bytes_of[at] ^= 0x55
        saved.write_bytes(bytes_of)
        refused = clausier("restaurer", saved, "--base", self.base, "--oui", check=False)
        self.assertEqual(refused.returncode, 3, refused.stderr)
        self.assertIn("R-1", references(self.base))
        self.assert_sound()

    def test_a_broken_base_is_not_served_and_says_how_to_restore(self):
        self.imported()
        saved = self.folder / "sauvegarde.sqlite"
        clausier("sauvegarder", saved, "--base", self.base)
        bytes_of = bytearray(self.base.read_bytes())
        for at in range(16384, len(bytes_of), 97):
            bytes_of[at] ^= 0x55
        self.base.write_bytes(bytes_of)
        with self.assertRaises(AssertionError) as refused:
            Server(self.base)
        said, log = refused.exception.args[0]
        self.assertEqual((said, log.count("\n")), ("", 1), log)
        self.assertIn("restaur", log)
        clausier("restaurer", saved, "--base", self.base, "--oui")
        self.assert_sound()
        with Server(self.base) as server:
            self.assertEqual(Browser(server).make_market("R-2").status, 303)

    def test_an_altered_piece_and_an_altered_journal_are_named(self):
        self.imported()
        piece = next((self.folder / "base.sqlite.pieces").iterdir())
        piece.chmod(0o644)
        piece.write_bytes(piece.read_bytes() + b"x")
        said = clausier("verifier", "--base", self.base, check=False)
        self.assertEqual(said.returncode, 3)
        self.assertIn("n’a plus le contenu reçu", said.stderr)
        saved = clausier("sauvegarder", self.folder / "s.sqlite", "--base", self.base, "--format", "json")
        self.assertEqual(json.loads(saved.stdout)["pieces_fautives"], 1)


main()
