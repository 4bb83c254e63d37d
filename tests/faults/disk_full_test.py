#!/usr/bin/env python3
"""A disk without room: what does not fit is refused with 503, nothing is half there, and room brings all back (TRUST 3).

The disk is a limit on the size of files, which needs no rights; and, where one may mount, a tmpfs of 4 MiB.

Usage: disk_full_test.py SERVER CLAUSIER [--long]
"""
import resource
import signal
import subprocess

from faults import Browser, FaultTest, Server, clausier, main, references, rows, write_table

MIB = 1 << 20


def limited(megabytes):
    """In the child: files no larger, and the signal that would kill it ignored, so that the write fails as on a full disk."""
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (megabytes * MIB, resource.RLIM_INFINITY))
    return prepare


class DiskFullTest(FaultTest):
    def fill(self, browser, give_up=4000):
        """Makes markets until one is refused; gives those kept and the refusal."""
        kept = set()
        for number in range(give_up):
            answer = browser.make_market(f"D-{number}")
            if answer.status != 303:
                return kept, answer
            kept.add(f"D-{number}")
        self.fail("le disque n’a pas été rempli")

    def check_refusal_and_return(self, server, make_room):
        browser = Browser(server)
        kept, refusal = self.fill(browser)
        self.assertEqual(refusal.status, 503)
        self.assertIsNotNone(refusal.getheader("Retry-After"))
        self.assertEqual(browser.get("/marches")[0].status, 200, "ce qui est là ne se lit plus")
        make_room()
        self.assertEqual(Browser(server).make_market("D-place").status, 303, "la place rendue n’a pas suffi")
        self.assertEqual(references(self.base), kept | {"D-place"})

    def test_a_limit_on_files(self):
        room = 2
        with Server(self.base) as server:  # the base is made with room
            pass
        with Server(self.base, preexec_fn=limited(room)) as server:
            self.check_refusal_and_return(
                server, lambda: resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE,
                                                 (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))
        self.assert_sound()

    def test_an_import_that_does_not_fit_leaves_nothing_of_itself(self):
        file = self.folder / "grand.csv"
        write_table(file, "grand", 20_000)
        first = self.folder / "premier.csv"
        write_table(first, "premier", 1)
        clausier("importer", first, "--base", self.base)
        refused = clausier("importer", file, "--base", self.base, check=False, preexec_fn=limited(2))
        self.assertNotEqual(refused.returncode, 0)
        self.assertEqual(references(self.base), {"I-premier"})
        self.assert_sound()
        clausier("importer", file, "--base", self.base)
        self.assertEqual(rows(self.base, "SELECT count(*) FROM lots"), [(20_001,)])

    def test_a_small_tmpfs(self):
        disk = self.folder / "disque"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "clausier", str(disk)], capture_output=True).returncode != 0:
            self.skipTest("pas le droit de monter un disque ici")
        self.addCleanup(subprocess.run, ["umount", "-l", str(disk)], capture_output=True)
        self.base = disk / "base.sqlite"
        with Server(self.base) as server:
            self.check_refusal_and_return(
                server, lambda: subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True))
        self.assert_sound()


main()
