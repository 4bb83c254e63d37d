#!/usr/bin/env python3
"""Mail as clausier-server sends it: a forgotten password, a mail server of this test, and the link that works.

Usage: mail_test.py SERVER PROGRAM
"""
import base64
import email
import email.policy
import http.client
import os
import re
import signal
import socketserver
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
from pathlib import Path

SERVER, PROGRAM = sys.argv[1:3]
ROOT = Path(__file__).parents[2]
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("CLAUSIER_")}
PASSWORD = "quatre mots pris au hasard"


class Post(socketserver.ThreadingTCPServer):
    """A mail server: keeps what it is handed; `refuse` is what it says to the next receiver."""
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, tls=None):
        super().__init__(("127.0.0.1", 0), Talk)
        self.kept, self.logins, self.refuse, self.tls = [], [], "", tls
        self.came = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"{'smtps' if self.tls else 'smtp'}://127.0.0.1:{self.server_address[1]}"

    def wait(self):
        assert self.came.wait(20), "aucun courriel n’est venu"
        self.came.clear()
        return self.kept[-1] if self.kept else None


class Talk(socketserver.StreamRequestHandler):
    def setup(self):
        if self.server.tls:
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def handle(self):
        post, receiver = self.server, ""
        self.wfile.write(b"220 essai\r\n")
        for line in self.rfile:
            word = line.decode().strip()
            verb = word.split(" ")[0].upper()
            answer = "250 bien"
            if verb == "EHLO":
                answer = "250-essai\r\n250 AUTH PLAIN"
            elif verb == "AUTH":  # PLAIN, whose proof comes on the next line
                self.wfile.write(b"334 \r\n")
                post.logins.append(base64.b64decode(self.rfile.readline()).split(b"\0")[1:])
                answer = "235 bien"
            elif verb == "RCPT":
                receiver = word
                if post.refuse:
                    answer = post.refuse
                    post.came.set()
            elif verb == "DATA":
                self.wfile.write(b"354 dites\r\n")
                lines = []
                for data in self.rfile:
                    if data == b".\r\n":
                        break
                    lines.append(data[1:] if data.startswith(b"..") else data)
                post.kept.append((receiver, b"".join(lines)))
                post.came.set()
            elif verb == "QUIT":
                self.wfile.write(b"221 fin\r\n")
                return
            self.wfile.write(answer.encode() + b"\r\n")


class Running:
    def __init__(self, base, *options):
        self.process = subprocess.Popen([SERVER, "--base", base, "--port", "0", *options], env=ENVIRONMENT,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)/", said)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.log = self.process.communicate(timeout=60)[1]

    def ask(self, path, fields=None, cookie=""):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": cookie} if cookie else {}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST" if fields is not None else "GET", path,
                           urllib.parse.urlencode(fields) if fields is not None else None, headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer, body

    def fill(self, path, **fields):
        """A form opened, filled and sent as a browser does."""
        answer, body = self.ask(path)
        assert answer.status == 200, (path, answer.status, body[:400])
        cookie = answer.getheader("Set-Cookie").split(";")[0]
        token = re.search(r'name="jeton" value="([^"]+)"', body)[1]
        return self.ask(path, {"jeton": token, **fields}, cookie)


class Mail(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="clausier-courriel-")
        self.addCleanup(self.folder.cleanup)
        self.base = str(Path(self.folder.name, "base.sqlite"))
        made = self.run_program("comptes", "creer", "--admin", "--email", "admin@valbrume.example", "--nom", "Admin",
                                "--format", "json")
        self.link = re.search(r"/invitation/[^\"\s]+", made)[0]

    def run_program(self, *words):
        done = subprocess.run([PROGRAM, *words, "--base", self.base], env=ENVIRONMENT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def options(self, post):
        secret = Path(self.folder.name, "secret")
        secret.touch(0o600)
        secret.write_text("mot de passe\n")
        return ["--smtp", post.address, "--smtp-expediteur", "clausier@valbrume.example", "--smtp-compte", "clausier",
                "--smtp-secret", str(secret)]

    def activate(self, server):
        answer, body = server.fill(self.link, nom="Admin", mot_de_passe=PASSWORD, confirmation=PASSWORD)
        self.assertEqual(answer.status, 303, body[:600])

    def test_a_forgotten_password_is_a_mail_whose_link_works_once(self):
        post = Post()
        with Running(self.base, *self.options(post)) as server:
            self.activate(server)
            answer, body = server.fill("/mot-de-passe", courriel="admin@valbrume.example")
            self.assertIn(answer.status, (200, 303), body[:600])
            receiver, data = post.wait()
            self.assertEqual(receiver, "RCPT TO:<admin@valbrume.example>")
            self.assertEqual(post.logins[-1], [b"clausier", b"mot de passe"])
            message = email.message_from_bytes(data, policy=email.policy.default)
            self.assertEqual(message["From"], "clausier@valbrume.example")
            self.assertIn("mot de passe", message["Subject"])
            self.assertEqual(message.get_content_type(), "text/plain")
            text = message.get_content()
            link = re.search(r"http://\S+(/mot-de-passe/\S+)", text)[1]
            other = "cinq autres mots pris au hasard"
            answer, body = server.fill(link, mot_de_passe=other, confirmation=other)
            self.assertEqual(answer.status, 303, body[:600])
            answer, _ = server.ask(link)
            self.assertGreaterEqual(answer.status, 400)
            # Nobody learns whether an address is an account's.
            server.fill("/mot-de-passe", courriel="inconnue@valbrume.example")
            time.sleep(3)
            self.assertEqual(len(post.kept), 1)
        self.assertNotIn("admin@valbrume.example", server.log)
        self.assertNotIn(link, server.log)

    def test_a_refusal_is_told_without_the_address_and_the_server_goes_on(self):
        post = Post()
        post.refuse = "550 inconnu de ce serveur"
        with Running(self.base, *self.options(post)) as server:
            self.activate(server)
            server.fill("/mot-de-passe", courriel="admin@valbrume.example")
            post.wait()
            time.sleep(1)
            self.assertEqual(server.ask("/sante")[0].status, 200)
        self.assertIn("il refuse ce message (réponse 550)", server.log)
        self.assertNotIn("admin@valbrume.example", server.log)
        self.assertEqual(post.kept, [])

    def test_a_mail_server_that_cannot_prove_its_name_gets_nothing(self):
        certificate = Path(self.folder.name, "cert.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=un-autre.example", "-keyout", str(certificate) + ".key", "-out", str(certificate)],
                       check=True, capture_output=True)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate, str(certificate) + ".key")
        post = Post(tls)
        post.handle_error = lambda *_: None
        with Running(self.base, *self.options(post)) as server:
            self.activate(server)
            server.fill("/mot-de-passe", courriel="admin@valbrume.example")
            time.sleep(4)
        self.assertIn("la connexion chiffrée échoue", server.log)
        self.assertEqual((post.kept, post.logins), ([], []))

    def test_options_that_do_not_go_together_are_refused(self):
        kept, opened = Path(self.folder.name, "garde"), Path(self.folder.name, "ouvert")
        for secret, mode in ((kept, 0o600), (opened, 0o644)):
            secret.write_text("secret\n")
            secret.chmod(mode)
        for options, part in [(["--smtp", "courriel.exemple.fr"], "n’est pas un serveur de courriel"),
                              (["--smtp", "smtp://courriel.exemple.fr"], "ajoutez --smtp-expediteur"),
                              (["--smtp", "smtp://a:b@courriel.exemple.fr", "--smtp-expediteur", "a@b.example"],
                               "le compte à part"),
                              (["--smtp-compte", "x"], "vont ensemble"),
                              (["--oidc", "https://identite.exemple.fr"], "il faut aussi --oidc-client"),
                              (["--oidc", "http://identite.exemple.fr", "--oidc-client", "c", "--oidc-secret",
                                str(kept)], "commence par https://"),
                              (["--oidc", "https://identite.exemple.fr", "--oidc-client", "c", "--oidc-secret",
                                str(opened)], "réservez-le (chmod 600"),
                              (["--oidc", "https://identite.exemple.fr", "--oidc-client", "c", "--oidc-secret",
                                "/nulle/part"], "ne se lit pas ou est vide")]:
            with self.subTest(options):
                done = subprocess.run([SERVER, "--base", self.base, "--port", "0", *options], env=ENVIRONMENT,
                                      capture_output=True, text=True, timeout=20)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn(part, done.stderr)


if __name__ == "__main__":
    sys.argv[1:] = []
    unittest.main(verbosity=2)
