#!/usr/bin/env python3
"""Another program holds the base under fifty writers: each succeeds, or is told 503 and when to try again (TRUST 5).

Usage: contention_test.py SERVER CLAUSIER [--long]
"""
import collections
import sqlite3
import threading
import time

from faults import LONG, Browser, FaultTest, Server, main, references

WRITERS = 50
HELD = 15 if LONG else 6.5  # seconds; a writer waits 5


class ContentionTest(FaultTest):
    def test_fifty_writers_while_the_base_is_held(self):
        with Server(self.base) as server:
            browsers = [Browser(server) for _ in range(WRITERS)]
            answers = collections.Counter()
            kept, unsaid, lock = set(), [], threading.Lock()

            def write(number):
                reference = f"C-{number}"
                answer = browsers[number].make_market(reference)
                with lock:
                    answers[answer.status] += 1
                    if answer.status == 303:
                        kept.add(reference)
                    elif answer.getheader("Retry-After") is None:
                        unsaid.append(answer.status)

            other = sqlite3.connect(self.base, isolation_level=None, timeout=20)
            other.execute("BEGIN EXCLUSIVE")
            began = time.monotonic()
            self.assertEqual(browsers[0].get("/marches")[0].status, 200, "on ne lit plus")
            self.assertLess(time.monotonic() - began, 4, "lire a attendu celui qui tient la base")
            writers = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
            for writer in writers:
                writer.start()
            time.sleep(HELD)
            other.execute("ROLLBACK")
            other.close()
            for writer in writers:
                writer.join()
            self.assertLessEqual(set(answers), {303, 503}, answers)
            self.assertEqual(unsaid, [])
            self.assertEqual(sum(answers.values()), WRITERS)
            self.assertGreater(answers[503], 0, "la base n’a pas été tenue assez longtemps")
            self.assertEqual(references(self.base), kept)
            self.assertEqual(Browser(server).make_market("C-ensuite").status, 303)
        self.assert_sound()
        print(f"\n{dict(answers)} pendant que la base était tenue {HELD} s")


main()
