"""What the tests of faults share: a server to be harmed, a browser that posts to it, and what must hold afterwards."""
import http.client
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
from pathlib import Path

SERVER, CLAUSIER = (str(Path(name).resolve()) for name in sys.argv[1:3])
LONG = "--long" in sys.argv or bool(os.environ.get("CLAUSIER_LONG"))
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("CLAUSIER_")}


class Server:
    """A server without accounts on a free port of the loopback."""

    def __init__(self, base, *options, env=None, **popen):
        self.log_file = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [SERVER, "--base", str(base), "--port", "0", "--sans-comptes", *options], env={**ENVIRONMENT, **(env or {})},
            stdout=subprocess.PIPE, stderr=self.log_file, text=True, **popen)
        said = self.process.stdout.readline()
        found = re.fullmatch(r"clausier-server écoute sur http://\S+:(\d+)/\n", said)
        if not found:
            self.process.wait(20)
            raise AssertionError((said, self.log()))
        self.port = int(found[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end(signal.SIGTERM)

    def end(self, number):
        """Its exit code once the signal has ended it."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(60)
        self.process.stdout.close()
        return code

    def log(self):
        self.log_file.seek(0)
        return self.log_file.read()


class Browser:
    """One connection that keeps its cookie and its token; a broken connection is an OSError or an HTTPException."""

    def __init__(self, server, timeout=60):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)
        answer, page = self.get("/reglages")
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        self.token = re.search(r'name="jeton" value="([^"]+)"', page)[1]

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer, answer.read().decode("utf-8", "replace")

    def post(self, path, **fields):
        body = urllib.parse.urlencode({**fields, "jeton": self.token})
        self.connection.request("POST", path, body, {
            "Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://127.0.0.1:{self.connection.port}"})
        answer = self.connection.getresponse()
        return answer, answer.read().decode("utf-8", "replace")

    def make_market(self, reference):
        """The answer to the making of a market of one lot: 303 once it is kept."""
        return self.post("/marches/nouveau", acheteur="Commune de Valbrume", objet="Rénovation de l’école",
                         marche=reference, intitule_1="Peinture", montant_1="200000", taux="5")[0]


def clausier(*words, env=None, check=True, **options):
    done = subprocess.run([CLAUSIER, *map(str, words)], env={**ENVIRONMENT, **(env or {})}, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=120, **options)
    if check and done.returncode != 0:
        raise AssertionError((words, done.returncode, done.stderr))
    return done


def rows(base, query):
    """Read beside whoever works on the base."""
    connection = sqlite3.connect(f"file:{base}?mode=ro", uri=True, timeout=20)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def references(base):
    return {reference for (reference,) in rows(base, "SELECT reference FROM markets")}


def dump(base):
    """Every row of every table, but for the statistics of the engine."""
    names = [name for (name,) in rows(base, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return {name: sorted(map(repr, rows(base, f'SELECT * FROM "{name}"'))) for name in names if name != "sqlite_stat1"}


def write_table(path, number, lots):
    """A file of one market of so many lots."""
    lines = ["Acheteur;N° marché;Objet;Lot;Intitulé du lot;Montant HT;Date de notification"]
    lines += [f"Commune de Valbrume;I-{number};École {number};{lot};Peinture {lot};1000{lot};01/03/2026" for lot in range(1, lots + 1)]
    Path(path).write_text("\n".join(lines) + "\n")


class FaultTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="clausier-pannes-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.base = self.folder / "base.sqlite"

    def assert_sound(self, base=None):
        """The file, its links and the chain of its journal, by another program and by ours."""
        base = base or self.base
        self.assertEqual(rows(base, "PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(rows(base, "PRAGMA foreign_key_check"), [])
        done = clausier("verifier", "--base", base, "--format", "json", check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


def eventually(condition, seconds=20):
    """Whether it holds before long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def main():
    unittest.main(argv=[sys.argv[0], "-v"], warnings="ignore")
