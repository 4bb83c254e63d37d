#!/usr/bin/env python3
"""The program clausier-server as an administrator meets it: its options, its codes, its signals, TLS.

Usage: server_test.py SERVER
"""
import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
from pathlib import Path

SERVER = sys.argv[1]
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("CLAUSIER_")}


def refused(*options, env=None):
    """The exit code and the words of a server that must not start."""
    done = subprocess.run([SERVER, *options], env={**ENVIRONMENT, **(env or {})}, capture_output=True, text=True, timeout=20)
    return done.returncode, done.stderr


class Running:
    """A server that listens, open to all unless `accounts`; leaving the block stops it by SIGTERM and keeps its exit code."""

    def __init__(self, *options, env=None, accounts=False):
        options = [*options, *([] if accounts else ["--sans-comptes"])]
        self.process = subprocess.Popen(
            [SERVER, *options], env={**ENVIRONMENT, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.said = self.process.stdout.readline()
        found = re.fullmatch(r"clausier-server écoute sur (https?)://(\S+):(\d+)/\n", self.said)
        assert found, (self.said, self.process.communicate())
        self.scheme, self.host, self.port = found[1], found[2], int(found[3])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop(signal.SIGTERM)

    def stop(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)
        _, self.log = self.process.communicate(timeout=30)
        self.code = self.process.returncode

    def get(self, path, **headers):
        connection = http.client.HTTPConnection(self.host.strip("[]"), self.port, timeout=10)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, body


class ServerTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="clausier-serveur-")
        self.addCleanup(self.folder.cleanup)
        self.base = str(Path(self.folder.name, "base.sqlite"))

    def test_it_listens_answers_logs_and_stops_on_both_signals(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with Running("--base", self.base, "--port", "0") as server:
                status, page = server.get("/?nom=personne")
                self.assertEqual(status, 200)
                self.assertIn("<h1>", page)
                self.assertEqual(server.get("/sante"), (200, "ok\n"))
                self.assertIn("clausier_http_requests_total", server.get("/metriques")[1])
                server.stop(number)
            self.assertEqual(server.code, 0)
            self.assertRegex(server.log, r"(?m)^at=\S+ id=\S+ client=127\.0\.0\.1 method=GET route=/ path=/ status=200 ")
            self.assertNotIn("personne", server.log)

    def test_what_is_wrong_with_an_option_is_one_sentence_and_code_2(self):
        for options, env, part in [
            (["--bas", "x"], {}, "option --bas : option inconnue ; vouliez-vous dire « --base » ?"),
            ([], {}, "option --base : aucune base n’est nommée"),
            (["--base", self.base], {"CLAUSIER_PORT": "mille"}, "variable CLAUSIER_PORT : « mille » n’est pas un port"),
            (["--base", self.base, "--adresse", "0.0.0.0"], {}, "option --adresse : « 0.0.0.0 » s’ouvre au réseau"),
            (["--base", self.base, "--adresse", "::", "--derriere-proxy", "127.0.0.1", "--sans-comptes"], {},
             "retirez --sans-comptes"),
            (["--base", self.base, "--derriere-proxy", "127.0.0.1", "--sans-comptes"], {}, "option --derriere-proxy : "),
        ]:
            code, said = refused(*options, env=env)
            self.assertEqual((code, said.count("\n")), (2, 1), said)
            self.assertTrue(said.startswith("erreur : "), said)
            self.assertIn(part, said)
        self.assertFalse(Path(self.base).exists(), "un refus a créé la base")

    def test_a_file_of_options_is_read(self):
        config = Path(self.folder.name, "serveur.conf")
        config.write_text(f"# notre serveur\nbase = {self.base}\nport = 0\nhote = clauses.exemple.fr\n")
        with Running("--config", str(config)) as server:
            self.assertEqual(server.get("/", Host="clauses.exemple.fr")[0], 200)
            self.assertEqual(server.get("/", Host="autre.exemple.fr")[0], 421)
        config.write_text("base = x\nports = 1\n")
        code, said = refused("--config", str(config))
        self.assertEqual(code, 2)
        self.assertIn(f"{config}:2 : option inconnue : « ports » ; vouliez-vous dire « port » ?", said)

    def test_a_port_that_is_taken_is_one_sentence_and_code_1(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            code, said = refused("--base", self.base, "--port", str(port))
        self.assertEqual((code, said.count("\n")), (1, 1), said)
        self.assertIn(str(port), said)

    def test_a_base_of_something_else_is_refused(self):
        Path(self.base).write_text("ceci n’est pas une base " * 100)
        code, said = refused("--base", self.base, "--port", "0")
        self.assertIn(code, (3, 4, 5), said)
        self.assertTrue(said.startswith("erreur : "), said)

    def test_help_and_version_ask_for_nothing_else(self):
        for option, part in (("--aide", "Usage : clausier-server"), ("--version", "clausier-server ")):
            done = subprocess.run([SERVER, option], env=ENVIRONMENT, capture_output=True, text=True, timeout=20)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(part, done.stdout)

    def test_an_idle_connection_does_not_hold_the_stop_back(self):
        with Running("--base", self.base, "--port", "0") as server:
            with socket.create_connection(("127.0.0.1", server.port)) as idle:
                self.assertEqual(server.get("/")[0], 200)
                began = time.monotonic()
                server.stop(signal.SIGTERM)
                self.assertLess(time.monotonic() - began, 10)
                self.assertEqual(idle.recv(1), b"")
        self.assertEqual(server.code, 0)

    def test_ipv6(self):
        if not socket.has_ipv6:
            self.skipTest("pas d’IPv6")
        try:
            with socket.socket(socket.AF_INET6) as probe:
                probe.bind(("::1", 0))
        except OSError:
            self.skipTest("pas d’IPv6 ici")
        with Running("--base", self.base, "--port", "0", "--adresse", "::1") as server:
            self.assertEqual(server.get("/")[0], 200)

    def test_pages_under_work_are_read_from_a_folder_each_time(self):
        tree = Path(__file__).resolve().parents[2]
        shutil.copytree(tree / "templates", Path(self.folder.name, "templates"))
        shutil.copytree(tree / "web/assets", Path(self.folder.name, "web/assets"))
        with Running("--base", self.base, "--port", "0", "--assets", self.folder.name) as server:
            self.assertNotIn("Un titre tout neuf", server.get("/")[1])
            page = Path(self.folder.name, "templates/accueil.html")
            page.write_text(re.sub("<h1>[^<]*", "<h1>Un titre tout neuf", page.read_text()))
            self.assertIn("<h1>Un titre tout neuf", server.get("/")[1])

    def test_tls(self):
        certificate, key = (str(Path(self.folder.name, name)) for name in ("certificat.pem", "cle.pem"))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
            check=True, capture_output=True)
        with Running("--base", self.base, "--port", "0", "--tls-certificat", certificate, "--tls-cle", key) as server:
            self.assertEqual(server.scheme, "https")
            trusting = ssl.create_default_context(cafile=certificate)
            with socket.create_connection(("127.0.0.1", server.port)) as plain, \
                    trusting.wrap_socket(plain, server_hostname="localhost") as secure:
                secure.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                answer = b"".join(iter(lambda: secure.recv(65536), b""))
                self.assertIn(secure.version(), ("TLSv1.2", "TLSv1.3"))
            self.assertTrue(answer.startswith(b"HTTP/1.1 200 "), answer[:200])
            self.assertIn(b"Strict-Transport-Security:", answer)
        code, said = refused("--base", self.base, "--port", "0", "--tls-certificat", key, "--tls-cle", certificate)
        self.assertEqual((code, said.count("\n")), (2, 1), said)
        code, said = refused("--base", self.base, "--port", "0", "--tls-certificat", self.base + ".absent", "--tls-cle", key)
        self.assertEqual((code, said.count("\n")), (2, 1), said)

    def test_a_server_of_accounts_offers_the_first_one_and_opens_nothing_else(self):
        password = "quatre mots pris au hasard"
        with Running("--base", self.base, "--port", "0", accounts=True) as server:
            line = server.process.stdout.readline()
            path = re.fullmatch(rf"Premier administrateur : ouvrez http://127\.0\.0\.1:{server.port}(/invitation/\S+) .*\n", line)[1]
            self.assertEqual(server.get("/sante"), (200, "ok\n"))
            self.assertEqual(server.get("/comptes")[0], 303)
            self.assertEqual(server.get("/comptes.json")[0], 401)
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
            connection.request("GET", path)
            answer = connection.getresponse()
            token = re.search(r'name="jeton" value="([^"]+)"', answer.read().decode())[1]
            cookie = answer.headers["Set-Cookie"].split(";")[0]
            form = urllib.parse.urlencode({"jeton": token, "nom": "Administration", "courriel": "admin@clauses.example",
                                           "mot_de_passe": password, "confirmation": password})
            connection.request("POST", path, form, {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})
            answer = connection.getresponse()
            answer.read()
            self.assertEqual((answer.status, answer.headers["Location"]), (303, "/connexion?fait=compte-ouvert"))
            connection.request("GET", path)
            self.assertEqual(connection.getresponse().status, 404)
            connection.close()
        self.assertNotIn(path.rsplit("/", 1)[1], server.log)
        self.assertIn(" path=/invitation/*** status=303 ", server.log)
        code, said = refused("--base", self.base, "--port", "0", "--sans-comptes")
        self.assertEqual((code, said.count("\n")), (2, 1), said)
        self.assertIn("option --sans-comptes : la base a des comptes", said)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
