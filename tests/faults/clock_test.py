#!/usr/bin/env python3
"""The hour is UTC whatever the zone of the machine, and a clock that goes back breaks nothing (TRUST 8).

Usage: clock_test.py SERVER CLAUSIER [--long]
"""
import re

from faults import Browser, FaultTest, Server, clausier, main, rows, write_table

ZONES = ["UTC", "Europe/Paris", "Pacific/Kiritimati", "America/Adak"]
# A change of hour, a 29 February, the last day of a year, and the day before.
DAYS = ["2026-03-29", "2028-02-29", "2026-12-31", "2026-12-30"]


class ClockTest(FaultTest):
    def test_the_same_answers_in_every_zone_and_on_odd_days(self):
        file = self.folder / "tableau.csv"
        write_table(file, 1, 3)
        clausier("importer", file, "--base", self.base)
        for day in DAYS:
            answers = {
                zone: [clausier(*words, "--base", self.base, "--format", "json", env={"TZ": zone, "CLAUSIER_AUJOURDHUI": day}).stdout
                       for words in (["marches", "liste"], ["semaine"], ["spaser", "indicateurs", "--annee", "2026"])]
                for zone in ZONES}
            for zone in ZONES:
                self.assertEqual(answers[zone], answers["UTC"], (zone, day))

    def test_the_log_and_the_journal_are_in_utc(self):
        with Server(self.base, env={"TZ": "Pacific/Kiritimati"}) as server:
            self.assertEqual(Browser(server).make_market("H-1").status, 303)
        self.assertRegex(server.log(), r"(?m)^at=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z ")
        at = rows(self.base, "SELECT at, strftime('%s', 'now') - strftime('%s', at) FROM journal ORDER BY id DESC LIMIT 1")[0]
        self.assertTrue(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", at[0]), at)
        self.assertLess(abs(at[1]), 120, "l’heure du journal n’est pas UTC")

    def test_a_clock_that_goes_back_a_day_keeps_the_chain_and_the_works_of_the_day(self):
        for number, day in enumerate(["2027-01-01", "2026-12-31", "2027-01-01"]):
            with Server(self.base, env={"CLAUSIER_AUJOURDHUI": day}) as server:
                self.assertEqual(Browser(server).make_market(f"H-{number}").status, 303)
        self.assertEqual(rows(self.base, "SELECT count(*) FROM markets"), [(3,)])
        self.assert_sound()


main()
