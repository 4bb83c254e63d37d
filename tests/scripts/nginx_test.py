#!/usr/bin/env python3
"""clausier-server behind a real nginx, both with the very files of docs/deploiement; only their ports, the base, the
certificate and the addresses let in are those of the test.

Usage: nginx_test.py SERVER   (« clausier » stands beside it)   Exit 77: there is no nginx here.
"""
import gzip
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from urllib.parse import urlencode

SERVER = sys.argv[1]
EXAMPLES = Path(__file__).resolve().parents[2] / "docs/deploiement"
NAME = "clauses.exemple.fr"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
BUYER, EMAIL, PASSWORD = "Commune de Valbrume", "acheteuse@valbrume.example", "quatre mots pris au hasard"
CLIENT, STRANGER = "127.0.0.2", "127.0.0.3"

# What two programs could take apart in two ways; each hides a second request, for /contrebande.
HIDDEN = b"GET /contrebande HTTP/1.1\r\nHost: " + NAME.encode() + b"\r\n\r\n"
SMUGGLING = {
    "Content-Length et Transfer-Encoding": [b"Content-Length: 4", b"Transfer-Encoding: chunked"],
    "Transfer-Encoding et Content-Length": [b"Transfer-Encoding: chunked", b"Content-Length: %d" % (5 + len(HIDDEN))],
    "deux Content-Length": [b"Content-Length: 0", b"Content-Length: %d" % (5 + len(HIDDEN))],
    "codage inconnu": [b"Transfer-Encoding: xchunked", b"Content-Length: 5"],
    "codage répété": [b"Transfer-Encoding: chunked", b"Transfer-Encoding: identity"],
    "codage caché par une tabulation": [b"Transfer-Encoding:\x0bchunked", b"Content-Length: 5"],
    "espace avant les deux-points": [b"Content-Length : 5", b"Transfer-Encoding: chunked"],
    "longueur signée": [b"Content-Length: +5"],
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def example(name, replaced):
    """An example of the documentation with the values of the test; fails when it no longer holds what is replaced."""
    text = (EXAMPLES / name).read_text()
    for old, new in replaced.items():
        assert old in text, (name, old)
        text = text.replace(old, new, 1)
    return text


def surroundings(folder):
    """What an installed nginx has around the example."""
    paths = "".join(f"  {kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.getuid() == 0 else ""
    return (f"{user}daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
            f"http {{\n  access_log off;\n{paths}  include {folder}/clausier.conf;\n}}\n")


class NginxTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="clausier-nginx-")
        folder = cls.folder.name
        cls.log = open(f"{folder}/serveur.log", "w+", encoding="utf-8")
        environment = {k: v for k, v in os.environ.items() if not k.startswith("CLAUSIER_")}

        def run(*words):
            done = subprocess.run([Path(SERVER).with_name("clausier"), *words, "--base", f"{folder}/base.sqlite"], check=True,
                                  env=environment, capture_output=True, text=True)
            return done.stdout
        run("dossiers", "creer", "--acheteur", BUYER, "--objet", "Un groupe scolaire")
        link = re.search(r"/invitation/\w+", run("comptes", "creer", "--email", EMAIL, "--nom", "Acheteuse d’essai", "--role",
                                                 "acheteur", "--organisation", BUYER))[0]
        options = Path(folder, "clausier-server.conf")
        options.write_text(example(options.name, {"/var/lib/clausier/clausier.sqlite": f"{folder}/base.sqlite", "8080": "0"}))
        cls.server = subprocess.Popen([SERVER, "--config", options], env=environment, stdout=subprocess.PIPE, stderr=cls.log,
                                      text=True)
        upstream = re.search(r":(\d+)/$", cls.server.stdout.readline())[1]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
                        "-keyout", f"{folder}/cle.pem", "-out", f"{folder}/certificat.pem"], check=True, capture_output=True)
        cls.port = free_port()
        Path(folder, "clausier.conf").write_text(example("nginx.conf", {
            "listen 443 ssl": f"listen 127.0.0.1:{cls.port} ssl", "server 127.0.0.1:8080;": f"server 127.0.0.1:{upstream};",
            "/etc/ssl/clausier/certificat.pem": f"{folder}/certificat.pem",
            "/etc/ssl/clausier/cle.pem": f"{folder}/cle.pem", "allow 127.0.0.1;": f"allow {CLIENT};"}))
        Path(folder, "nginx.conf").write_text(surroundings(folder))
        cls.nginx = subprocess.Popen([NGINX, "-p", folder, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
        cls.trusting = ssl.create_default_context(cafile=f"{folder}/certificat.pem")
        deadline = time.monotonic() + 10
        while True:
            try:
                cls.connect().close()
                break
            except OSError:
                if time.monotonic() > deadline or cls.nginx.poll() is not None:
                    raise AssertionError(Path(folder, "error.log").read_text()) from None
                time.sleep(0.05)
        cls.session = ""
        chosen = cls.post(link, nom="Acheteuse d’essai", mot_de_passe=PASSWORD, confirmation=PASSWORD)
        assert chosen.status == 303, chosen.content
        cls.session = cls.cookie_of(cls.post("/connexion", courriel=EMAIL, mot_de_passe=PASSWORD))
        assert cls.session.startswith("__Host-clausier-session="), cls.session

    @classmethod
    def tearDownClass(cls):
        cls.nginx.terminate()
        cls.nginx.wait(10)
        cls.server.terminate()
        code = cls.server.wait(30)
        cls.server.stdout.close()
        cls.log.close()
        cls.folder.cleanup()
        assert code == 0, code

    @classmethod
    def connect(cls, source=CLIENT):
        plain = socket.create_connection(("127.0.0.1", cls.port), timeout=20, source_address=(source, 0))
        return cls.trusting.wrap_socket(plain, server_hostname=NAME)

    @classmethod
    def ask(cls, method, path, body=None, source=CLIENT, **headers):
        """The answer to whoever is logged in, with its whole body as `content`."""
        connection = http.client.HTTPConnection(NAME)
        connection.sock = cls.connect(source)
        cookies = "; ".join(filter(None, (cls.session, headers.pop("Cookie", ""))))
        connection.request(method, path, body, {"Host": f"{NAME}:{cls.port}", "Cookie": cookies, **headers})
        answer = connection.getresponse()
        answer.content = answer.read()
        connection.close()
        return answer

    @staticmethod
    def cookie_of(answer):
        return answer.headers["Set-Cookie"].split(";")[0]

    @classmethod
    def form(cls, path):
        """What a browser sends with the form of a page, and its token."""
        page = cls.ask("GET", path)
        cookie = cls.cookie_of(page)
        assert cookie.startswith("__Host-"), cookie
        headers = {"Cookie": cookie, "Origin": f"https://{NAME}:{cls.port}", "Sec-Fetch-Site": "same-origin"}
        return headers, re.search(r'name="jeton" value="([^"]+)"', page.content.decode())[1]

    @classmethod
    def post(cls, path, **fields):
        headers, token = cls.form(path)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return cls.ask("POST", path, urlencode({"jeton": token, **fields}), **headers)

    def refusal_of_length(self, path, length):
        """What answers the head of an upload of that length, before a byte of it."""
        with self.connect() as raw:
            raw.sendall(b"POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                        b"Cookie: %s\r\nContent-Length: %d\r\n\r\n"
                        % (path, NAME.encode(), self.port, self.session.encode(), length))
            return raw.recv(65536)

    def logged(self, path):
        """The lines of our own log for that path; they are written before the answer is whole."""
        return [line for line in Path(self.folder.name, "serveur.log").read_text().splitlines() if f" path={path} " in line]

    def test_a_page_comes_through_compressed_and_knows_it_is_secure(self):
        answer = self.ask("GET", "/?a=1", **{"Accept-Encoding": "gzip"})
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Content-Encoding"], "gzip")
        self.assertIn("<h1>", gzip.decompress(answer.content).decode())
        self.assertIn("max-age", answer.headers["Strict-Transport-Security"])
        self.assertIn("default-src 'none'", answer.headers["Content-Security-Policy"])

    def test_the_log_names_the_client_and_believes_nobody_else(self):
        self.assertEqual(self.ask("GET", "/sante", **{"X-Forwarded-For": "203.0.113.9"}).content, b"ok\n")
        lines = self.logged("/sante")
        self.assertTrue(lines)
        for line in lines:
            self.assertIn(f" client={CLIENT} ", line)

    def test_strangers_stay_outside(self):
        self.assertEqual(self.ask("GET", "/aide", source=STRANGER).status, 403)
        self.assertEqual(self.ask("GET", "/metriques").status, 403)
        self.assertEqual(self.logged("/metriques"), [])

    def test_a_form_with_its_token_is_accepted_and_without_it_refused(self):
        headers, token = self.form("/mot-de-passe")
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        form = {"courriel": "personne@valbrume.example"}
        self.assertEqual(self.ask("POST", "/mot-de-passe", urlencode(form), **headers).status, 403)
        accepted = self.ask("POST", "/mot-de-passe", urlencode({**form, "jeton": token}), **headers)
        self.assertIn(accepted.status, (200, 303))
        foreign = {**headers, "Origin": "https://ailleurs.exemple.fr", "Sec-Fetch-Site": "cross-site"}
        self.assertEqual(self.ask("POST", "/mot-de-passe", urlencode({**form, "jeton": token}), **foreign).status, 403)

    def test_an_account_logs_in_through_it_and_nobody_else_gets_in(self):
        self.assertIn("Acheteuse d’essai", self.ask("GET", "/compte").content.decode())
        session, type(self).session = self.session, ""
        try:
            self.assertEqual(self.ask("GET", "/compte").status, 303)
        finally:
            type(self).session = session

    def test_what_is_too_large_is_refused_by_the_server_then_by_nginx(self):
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        ours = self.ask("POST", "/mot-de-passe", b"nom=" + b"a" * 100_000, **kind)
        self.assertEqual(ours.status, 413)
        self.assertNotIn(b"<center>nginx", ours.content)
        for length, nginx in ((128 * 2**20 + 1, False), (10 * 2**30, True)):
            said = self.refusal_of_length(b"/import", length)
            self.assertTrue(said.startswith(b"HTTP/1.1 413 "), said[:100])
            self.assertEqual(b"<center>nginx" in said, nginx, said)

    def test_a_large_spreadsheet_comes_through(self):
        headers, token = self.form("/import")
        lines = b"Objet;Montant HT;Date de notification\n" + b"Entretien de la halle;12 000,50;02/03/2026\n" * 500_000
        body = (b'--b\r\nContent-Disposition: form-data; name="jeton"\r\n\r\n%s\r\n'
                b'--b\r\nContent-Disposition: form-data; name="fichier"; filename="halle.csv"\r\n'
                b"Content-Type: text/csv\r\n\r\n%s\r\n--b--\r\n" % (token.encode(), lines))
        self.assertGreater(len(body), 20_000_000)
        answer = self.ask("POST", "/import", body, **headers, **{"Content-Type": "multipart/form-data; boundary=b"})
        self.assertEqual(answer.status, 303)
        self.assertRegex(answer.headers["Location"], r"^/import/[0-9a-f]{32}")

    def test_no_second_request_is_smuggled_through(self):
        for name, fields in SMUGGLING.items():
            with self.subTest(name), self.connect() as raw:
                head = [b"POST /reglages HTTP/1.1", b"Host: " + NAME.encode(), *fields]
                raw.sendall(b"\r\n".join(head) + b"\r\n\r\n0\r\n\r\n" + HIDDEN)
                raw.settimeout(5)
                said = b""
                try:
                    while block := raw.recv(65536):
                        said += block
                except (TimeoutError, ConnectionError):
                    pass
                self.assertRegex(said[:20], rb"^HTTP/1\.1 (4\d\d|501) ")
                self.assertEqual(said.count(b"HTTP/1.1 "), 1, said)
            # The connection nginx keeps with us is still in step: the next one gets its own answer.
            self.assertEqual(self.ask("GET", "/sante").content, b"ok\n", name)
        self.assertEqual(self.logged("/contrebande"), [])


if __name__ == "__main__":
    if NGINX is None:
        print("ignoré : nginx n’est pas installé ; scripts/test l’installe")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], "-v"])
