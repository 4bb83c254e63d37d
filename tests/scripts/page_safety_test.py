"""What scripts, templates and headers of the pages must never hold, whatever is written in them later.

usage: page_safety_test.py ROOT   (the root of the tree)
"""
import glob
import os
import re
import sys
import unittest

ROOT = sys.argv[1]


def files(*patterns):
    """The texts of the files that the patterns name, by their path in the tree."""
    found = sorted(path for pattern in patterns for path in glob.glob(os.path.join(ROOT, pattern), recursive=True))
    if not found:
        raise AssertionError(f"nothing at {patterns}")
    out = {}
    for path in found:
        with open(path, encoding="utf-8") as file:
            out[os.path.relpath(path, ROOT)] = file.read()
    return out


def found(pattern, texts):
    """Where a pattern stands: file, then what it matched."""
    return [f"{name}: {match[0]}" for name, text in texts.items() for match in re.finditer(pattern, text)]


class Scripts(unittest.TestCase):
    def setUp(self):
        self.scripts = files("web/assets/*.js")

    def test_scripts_evaluate_nothing(self):
        self.assertEqual(found(r"\beval\s*\(|new\s+Function|set(Timeout|Interval)\s*\(\s*[\"'`]|import\s*\(", self.scripts), [])

    def test_scripts_write_text_never_markup(self):
        writing = r"\.(inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc"
        self.assertEqual(found(writing, self.scripts), [])

    def test_scripts_keep_nothing_in_the_browser_and_listen_to_no_other_page(self):
        keeping = r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|postMessage|[\"']message[\"']"
        self.assertEqual(found(keeping, self.scripts), [])

    def test_scripts_write_no_property_by_a_name_from_data(self):
        self.assertEqual(found(r"\w\[[^\]\"'`]+\]\s*=(?!=)|__proto__|Object\.assign|\.prototype\b", self.scripts), [])

    def test_htmx_evaluates_nothing_and_keeps_no_page(self):
        pages = files("templates/**/*.html")
        asked = found(r"<meta name=\"htmx-config\"[^>]*>", pages)
        self.assertEqual(len(asked), 1)
        for wanted in ('"allowEval":false', '"historyCacheSize":0', '"includeIndicatorStyles":false'):
            self.assertIn(wanted, asked[0])
        self.assertEqual(found(r"\shx-on|\shx-vals=.js:|\shx-headers=.js:|\shx-history=|data-hx-on", pages), [])


class Templates(unittest.TestCase):
    def setUp(self):
        self.pages = files("templates/**/*.html")

    def test_no_script_or_style_stands_in_a_template(self):
        # Widths and sizes that the printed page alone has, which no browser gets from the server.
        pages = {name: text for name, text in self.pages.items() if name != "templates/partials/document.html"}
        inline = r"<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+\s*=\s*[\"']|\sstyle\s*=\s*[\"']|javascript:"
        self.assertEqual(found(inline, pages), [])

    def test_forms_that_change_something_carry_the_token(self):
        for name, text in self.pages.items():
            for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.S | re.I):
                with self.subTest(name=name):
                    self.assertRegex(form, r"name=\"jeton\"|\{\{>\s*jeton")

    def test_links_to_other_sites_open_no_door_back(self):
        self.assertEqual(found(r"<a[^>]*target=\"_blank\"(?![^>]*rel=\"[^\"]*noopener)[^>]*>", self.pages), [])


class Headers(unittest.TestCase):
    def test_no_answer_opens_itself_to_other_origins(self):
        sources = files("src/**/*.cpp", "src/**/*.hpp")
        self.assertEqual(found(r"(?i)access-control-allow-[a-z]+", sources), [])

    def test_no_answer_may_be_framed_and_none_runs_what_stands_in_a_page(self):
        policy = files("src/web/render.cpp")["src/web/render.cpp"]
        self.assertIn("frame-ancestors 'none'", policy)
        self.assertIn("base-uri 'none'", policy)
        self.assertEqual(found(r"unsafe-(inline|eval|hashes)", files("src/**/*.cpp")), [])


class Passwords(unittest.TestCase):
    def test_fields_of_passwords_hide_them_and_help_those_who_keep_them(self):
        # {"mot_de_passe", label, help, suffix, type, required, keyboard, autocomplete}
        fields = [match for text in files("src/web/*.cpp").values()
                  for match in re.findall(r'\{"(?:mot_de_passe\w*|confirmation)",\s*"(?:[^{}]|\{\})*\}', text)
                  if '-password"' in match]
        self.assertGreaterEqual(len(fields), 4)
        for field in fields:
            with self.subTest(field=field):
                self.assertRegex(" ".join(field.split()), r'"password",.*"(new|current)-password"\}$')

    def test_nothing_keeps_from_pasting(self):
        self.assertEqual(found(r"[\"'](paste|beforeinput|drop)[\"']|onpaste|readonly", files("web/assets/*.js")), [])
        self.assertEqual(found(r"\sonpaste|type=\"password\"[^>]*autocomplete=\"off\"", files("templates/**/*.html")), [])


class Formats(unittest.TestCase):
    def test_no_format_comes_from_data(self):
        # They choose among formats written in the same file.
        known = {"src/store/import_undo.cpp", "src/store/visibility.cpp", "src/store/execution_index.cpp"}
        texts = files("src/**/*.cpp", "src/**/*.hpp", "include/**/*.hpp")
        runtime = found(r"fmt::runtime|\bvformat\w*\(|\b(?:sn|s|f)?printf\s*\(\s*[^\"s)]", texts)
        self.assertEqual({name.split(":")[0] for name in runtime} - known, set())


class Itself(unittest.TestCase):
    """Each pattern finds what it looks for: a test that cannot fail shows nothing."""

    def test_what_is_looked_for_would_be_found(self):
        bad = {"bad": 'eval("a"); x.innerHTML = y; a[b] = c; localStorage.a; <a onclick="b()">'}
        for pattern in (r"\beval\s*\(", r"\.(inner|outer)HTML\s*\+?=(?!=)", r"\w\[[^\]\"'`]+\]\s*=(?!=)", r"localStorage",
                        r"\son[a-z]+\s*=\s*[\"']"):
            self.assertEqual(len(found(pattern, bad)), 1, pattern)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
