#!/usr/bin/env python3
"""kill -9 at any moment: nothing acknowledged over HTTP is lost, no import is half there (TRUST 1 and 4).

Usage: kill_test.py SERVER CLAUSIER [--long]
"""
import http.client
import random
import signal
import subprocess
import threading
import time

from faults import CLAUSIER, ENVIRONMENT, LONG, Browser, FaultTest, Server, clausier, main, references, rows, write_table

HTTP_ROUNDS, IMPORT_ROUNDS = (150, 50) if LONG else (6, 6)
CHANCE = random.Random(20261122)


class KillTest(FaultTest):
    def write_until_killed(self, server, round_number, writer, acknowledged):
        try:
            browser = Browser(server)
            for number in range(100_000):
                reference = f"K-{round_number}-{writer}-{number}"
                if browser.make_market(reference).status == 303:
                    acknowledged.append(reference)
        except (OSError, http.client.HTTPException):
            return  # the server was killed

    def test_markets_made_over_http(self):
        acknowledged = []
        for round_number in range(HTTP_ROUNDS):
            server = Server(self.base)
            writers = [threading.Thread(target=self.write_until_killed, args=(server, round_number, writer, acknowledged))
                       for writer in range(3)]
            for writer in writers:
                writer.start()
            time.sleep(CHANCE.uniform(0.05, 0.6))
            self.assertEqual(server.end(signal.SIGKILL), -signal.SIGKILL)
            for writer in writers:
                writer.join()
            self.assert_sound()
            self.assertEqual(set(acknowledged) - references(self.base), set(), "une écriture confirmée est perdue")
        self.assertGreater(len(acknowledged), HTTP_ROUNDS)
        with Server(self.base) as server:
            self.assertEqual(Browser(server).make_market("K-fin").status, 303)
        print(f"\n{HTTP_ROUNDS} arrêts brutaux, {len(acknowledged)} écritures confirmées, aucune perdue")

    def test_an_import_is_whole_or_absent_and_the_next_one_is_the_same(self):
        lots = 400
        clausier("importer", self.small_file(), "--base", self.base)
        whole = 0
        for number in range(IMPORT_ROUNDS):
            file = self.folder / "tableau.csv"
            write_table(file, number, lots)
            command = [CLAUSIER, "importer", str(file), "--base", str(self.base)]
            running = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(CHANCE.uniform(0.0, 0.25))
            running.kill()
            running.wait()
            self.assert_sound()
            found = rows(self.base, f"SELECT count(*) FROM lots l JOIN markets m ON m.id = l.market_id "
                                    f"WHERE m.reference = 'I-{number}'")[0][0]
            self.assertIn(found, (0, lots))
            whole += found == lots
            for again in range(2):
                clausier("importer", file, "--base", self.base)
            self.assertEqual(rows(self.base, f"SELECT count(*) FROM lots l JOIN markets m ON m.id = l.market_id "
                                             f"WHERE m.reference = 'I-{number}'"), [(lots,)])
        print(f"\n{IMPORT_ROUNDS} imports coupés, dont {whole} déjà entiers ; tous refaits sans doublon")

    def small_file(self):
        file = self.folder / "premier.csv"
        write_table(file, "premier", 1)
        return file


main()
