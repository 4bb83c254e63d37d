#!/usr/bin/env python3
"""Logging in by an identity provider: clausier-server against a real provider (npm oidc-provider) on the loopback.

Usage: identity_test.py SERVER PROGRAM
Skipped (77) where Node 18 or the packages of web/ are absent.
"""
import http.cookiejar
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

SERVER, PROGRAM = sys.argv[1:3]
ROOT = Path(__file__).parents[2]
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("CLAUSIER_")}
BUYER = "Commune de Valbrume"
EMAIL = "acheteuse@valbrume.example"


def skip(why):
    print(f"ignoré : {why}")
    sys.exit(77)


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        self.location = headers.get("Location", "")


class Browser:
    """Keeps cookies, follows nothing by itself."""

    class Still(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    def __init__(self, home):
        self.home = home
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), self.Still, urllib.request.HTTPCookieProcessor(self.cookies))

    def ask(self, url, fields=None):
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(urllib.parse.urljoin(self.home, url), data, {"Accept": "text/html"})
        try:
            answer = self.opener.open(request, timeout=15)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            return Answer(answer.status, answer.headers, answer.read().decode())

    def follow(self, url, until):
        """Goes from page to page until an address that begins so, which is not visited."""
        for _ in range(10):
            answer = self.ask(url)
            assert answer.status in (302, 303), (url, answer.status, answer.body[:400])
            url = urllib.parse.urljoin(url, answer.location)
            if url.startswith(until):
                return url
        raise AssertionError("ne revient pas")

    def cookie(self, name):
        return next((it.value for it in self.cookies if it.name == name), None)


class World:
    """A base with one invited account, its server, and the provider it trusts."""

    def __init__(self, folder, algorithm):
        self.base = str(Path(folder, "base.sqlite"))
        self.run("dossiers", "creer", "--acheteur", BUYER, "--objet", "Un groupe scolaire")
        self.run("comptes", "creer", "--email", EMAIL, "--nom", "Acheteuse d’essai", "--role", "acheteur",
                 "--organisation", BUYER)
        port = free_port()
        self.home = f"http://127.0.0.1:{port}"
        self.provider = subprocess.Popen(
            ["node", str(ROOT / "tests/scripts/identity_provider.mjs"), self.home + "/connexion/oidc/retour",
             self.home + "/deconnexion/oidc", algorithm], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = self.provider.stdout.readline()
        assert said.startswith("port "), said
        self.issuer = "http://127.0.0.1:" + said.split()[1]
        secret = Path(folder, "secret")
        secret.touch(0o600)
        secret.write_text("secret de clausier: a+b%c&d=e\n")
        self.server = subprocess.Popen(
            [SERVER, "--base", self.base, "--port", str(port), "--oidc", self.issuer, "--oidc-client", "clausier",
             "--oidc-secret", str(secret), "--oidc-nom", "Essai Connect", "--oidc-algorithme", algorithm],
            env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert "écoute" in self.server.stdout.readline()

    def run(self, *words):
        done = subprocess.run([PROGRAM, *words, "--base", self.base], env=ENVIRONMENT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def close(self):
        self.server.send_signal(signal.SIGTERM)
        self.provider.kill()
        self.log = self.server.communicate(timeout=30)[1]
        self.provider.communicate()

    def choose(self, person="acheteuse", lie=""):
        for what, value in (("person", person), ("lie", lie)):
            urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
                f"{self.issuer}/essai/{what}/{value}", b"").close()

    def come_back(self, browser, page="/marches"):
        """The address by which the provider sends the browser back, not visited yet."""
        return browser.follow(self.home + "/connexion/oidc?retour=" + page, self.home + "/connexion/oidc/retour")

    def log_in(self, browser=None, person="acheteuse", lie=""):
        self.choose(person, lie)
        browser = browser or Browser(self.home)
        return browser, browser.ask(self.come_back(browser))


def changed(url, **fields):
    parts = urllib.parse.urlsplit(url)
    query = {**dict(urllib.parse.parse_qsl(parts.query)), **fields}
    return parts._replace(query=urllib.parse.urlencode(query)).geturl()


def parameter(url, name):
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query)).get(name, "")


class Login(unittest.TestCase):
    algorithm = "RS256"

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="clausier-identite-")
        cls.world = World(cls.folder.name, cls.algorithm)

    @classmethod
    def tearDownClass(cls):
        cls.world.close()
        cls.folder.cleanup()

    def inside(self, browser):
        return browser.ask("/marches").status == 200

    def refused(self, browser, answer, part):
        self.assertEqual(answer.status, 403, answer.body[:600])
        self.assertIn(part, answer.body)
        self.assertIsNone(browser.cookie("clausier-session"))
        self.assertFalse(self.inside(browser))

    def test_1_nobody_enters_before_their_address_is_verified_and_invited(self):
        self.refused(*self.world.log_in(person="inconnue"), "Aucun compte n’est ouvert ici")
        self.refused(*self.world.log_in(person="non-verifiee"), "adresse de courriel est vérifiée")

    def test_2_an_invited_person_enters_goes_where_they_wanted_and_leaves_both(self):
        login = Browser(self.world.home).ask("/connexion")
        self.assertIn("Se connecter avec Essai Connect", login.body)
        self.world.choose()
        browser = Browser(self.world.home)
        start = browser.ask("/connexion/oidc?retour=/marches")
        self.assertEqual(start.status, 303)
        for name in ("state", "nonce", "code_challenge"):
            self.assertGreaterEqual(len(parameter(start.location, name)), 32)
        self.assertEqual(parameter(start.location, "code_challenge_method"), "S256")
        answer = browser.ask(self.world.come_back(browser))
        self.assertEqual((answer.status, answer.location), (303, "/marches"))
        cookie = next(it for it in answer.headers.get_all("Set-Cookie") if it.startswith("clausier-session="))
        self.assertIn("HttpOnly", cookie)
        self.assertIn("SameSite=Lax", cookie)
        page = browser.ask("/marches")
        self.assertEqual(page.status, 200)
        self.assertIn("Acheteuse d’essai", page.body)

        token = re.search(r'action="/deconnexion"><input type="hidden" name="jeton" value="([^"]+)"', page.body)[1]
        left = browser.ask("/deconnexion", {"jeton": token})
        self.assertEqual(left.status, 200, left.body[:600])
        further = left.headers["Refresh"].removeprefix("0; url=")
        self.assertTrue(further.startswith(self.world.issuer + "/session/end?"), further)
        self.assertTrue(parameter(further, "id_token_hint"))
        self.assertEqual(parameter(further, "post_logout_redirect_uri"), self.world.home + "/deconnexion/oidc")
        self.assertFalse(self.inside(browser))
        asked = browser.ask(further)
        self.assertEqual(asked.status, 200, asked.body)
        fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', asked.body))
        ended = browser.ask(re.search(r'action="([^"]+)"', asked.body)[1], {**fields, "logout": "yes"})
        self.assertTrue(ended.location.startswith(self.world.home + "/deconnexion/oidc"), ended.location)
        self.assertEqual(browser.ask(ended.location).location, "/connexion?fait=deconnecte")

    def test_3_somebody_else_with_the_same_address_is_refused(self):
        self.refused(*self.world.log_in(person="usurpatrice"), "appartient à une autre personne")

    def test_4_a_return_that_this_browser_did_not_begin_is_refused(self):
        self.world.choose()
        browser = Browser(self.world.home)
        back = self.world.come_back(browser)
        stranger = Browser(self.world.home)
        self.refused(stranger, stranger.ask(back), "commencée dans ce navigateur")
        self.refused(browser, browser.ask(changed(back, state="0" * 64)), "commencée ici")
        # Spent by its first return, even a bad one.
        self.refused(browser, browser.ask(back), "commencée dans ce navigateur")
        back = self.world.come_back(browser)
        self.refused(browser, browser.ask(changed(back, iss="https://un-autre.example")), "vient d’un autre")
        back = self.world.come_back(browser)
        self.refused(browser, browser.ask(changed(back, code="inventé")), "n’a pas confirmé")
        back = self.world.come_back(browser)
        refusal = changed(back, error="access_denied", code="")
        self.refused(browser, browser.ask(refusal), "n’a pas confirmé")

    def test_5_a_code_and_a_return_serve_once(self):
        self.world.choose()
        first = Browser(self.world.home)
        back = self.world.come_back(first)
        self.assertEqual(first.ask(back).status, 303)
        first.cookies.clear()
        self.refused(first, first.ask(back), "commencée dans ce navigateur")
        second = Browser(self.world.home)
        fresh = self.world.come_back(second)
        self.refused(second, second.ask(changed(fresh, code=parameter(back, "code"))), "n’a pas confirmé")

    def test_6_a_token_that_lies_opens_nothing(self):
        for lie, part in [("nonce", "celle de cette connexion"), ("aud", "destinée à un autre site"),
                          ("azp", "demandée par un autre site"), ("iss", "vient d’un autre"),
                          ("expired", "périmée"), ("old", "vérifiez l’heure"),
                          ("none", "signée comme convenu"), ("swapped", "signée comme convenu"),
                          ("hmac", "signée comme convenu"), ("stranger", "signature attendue"),
                          ("altered", "signature attendue"), ("userinfo-other", "parle d’une autre personne"),
                          ("userinfo-aud", "destinée à un autre site"), ("userinfo-stranger", "signature attendue"),
                          ("userinfo-none", "signée comme convenu"), ("userinfo-json", "comme convenu")]:
            with self.subTest(lie):
                self.refused(*self.world.log_in(lie=lie), part)
        browser, answer = self.world.log_in()
        self.assertEqual(answer.status, 303)
        self.assertTrue(self.inside(browser))

    def test_7_a_disabled_account_enters_no_more_and_the_log_holds_no_secret(self):
        self.world.run("comptes", "desactiver", EMAIL)
        self.refused(*self.world.log_in(), "désactivé")
        self.world.run("comptes", "reactiver", EMAIL)


class LoginES256(Login):
    algorithm = "ES256"


class Log(unittest.TestCase):
    def test_the_log_holds_neither_code_nor_state(self):
        self.assertIn("route=/connexion/oidc/retour", Login.world.log)
        for word in ("code=", "state=", EMAIL):
            self.assertNotIn(word, Login.world.log)


if __name__ == "__main__":
    node = shutil.which("node")
    if not node or int(subprocess.run([node, "-p", "process.versions.node"], capture_output=True, text=True)
                       .stdout.split(".")[0]) < 18:
        skip("Node 18 n’est pas là")
    if not (ROOT / "web/node_modules/oidc-provider").is_dir():
        skip("les paquets de web/ ne sont pas installés (npm ci)")
    if not Path(SERVER).exists() or not Path(PROGRAM).exists():
        skip("les programmes ne sont pas construits")
    suite = unittest.TestSuite()
    for case in (Login, LoginES256, Log):
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())
