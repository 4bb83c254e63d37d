#!/usr/bin/env bash
# The backports of a release are derived from the machine's own apt sources, in both of their forms; and nothing is
# installed where nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib/say.sh
. scripts/lib/packages.sh
. scripts/lib/install.sh
APT_SOURCES=$(mktemp -d)
trap 'rm -rf "$APT_SOURCES"' EXIT
. scripts/lib/backports.sh
codename() { echo bookworm; }
as_root() { "$@"; }

# expect WHAT EXPECTED GOT
expect() {
    [ "$2" = "$3" ] || fail "$1" "attendu : $2" "obtenu : $3"
    echo "bien : $1"
}

fresh_sources() {
    rm -rf "${APT_SOURCES:?}"/*
    mkdir "$APT_SOURCES/sources.list.d"
}

fresh_sources
cat >"$APT_SOURCES/sources.list.d/debian.sources" <<'END'
Types: deb
URIs: http://miroir.invalid/securite
Suites: bookworm-security
Components: main
Signed-By: /cles/securite.gpg

Types: deb deb-src
# un commentaire
URIs: http://miroir.invalid/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----
END
add_backports >/dev/null
expect "une source deb822 garde son adresse et sa clé, et perd ses autres suites" \
"Types: deb
Suites: bookworm-backports
Components: main
URIs: http://miroir.invalid/debian
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----" "$(cat "$APT_SOURCES/sources.list.d/clausier-backports.sources")"

fresh_sources
cat >"$APT_SOURCES/sources.list" <<'END'
# deb http://miroir.invalid/ancien bookworm main
deb-src http://miroir.invalid/debian bookworm main
deb http://miroir.invalid/debian bookworm-updates main
deb [arch=amd64 signed-by=/cles/debian.gpg] http://miroir.invalid/debian bookworm main contrib
END
add_backports >/dev/null
expect "une ligne garde ses options, son adresse et sa clé" \
    "deb [arch=amd64 signed-by=/cles/debian.gpg] http://miroir.invalid/debian bookworm-backports main" \
    "$(cat "$APT_SOURCES/sources.list.d/clausier-backports.list")"

fresh_sources
printf 'Enabled: no\nTypes: deb\nURIs: http://miroir.invalid/debian\nSuites: bookworm\n' \
    >"$APT_SOURCES/sources.list.d/debian.sources"
if message=$(add_backports 2>&1); then
    fail "une source désactivée ne devait pas servir"
fi
expect "sans source de la version, une phrase dit ce qui manque" \
    "erreur : les sources d’apt ne nomment pas « bookworm » : impossible d’en déduire ses backports" \
    "$(grep '^erreur' <<<"$message")"

expect "un paquet installé n’est pas à installer, un paquet inconnu l’est" "paquet-qui-n-existe-pas" \
    "$(missing_packages bash paquet-qui-n-existe-pas coreutils)"

apt_install() { echo "installe $*"; }
update_index() { echo "relit l’index"; }
expect "rien ne se passe quand rien ne manque" "" "$(install_missing bash coreutils)"

# refusal APT-WORDS SENTENCE : what people read when apt-get says that.
refusal() {
    printf '%s\n' "$1" >"$apt_log"
    expect "« $1 » est dit en français" "erreur : $2" "$(apt_failure 2>&1 | grep '^erreur')"
}
apt_log=$APT_SOURCES/apt.log
refusal "Err:1 Temporary failure resolving 'miroir.invalid'" \
    "pas de réseau vers le dépôt de paquets ; vérifiez la connexion, puis relancez"
refusal "E: Could not get lock /var/lib/dpkg/lock-frontend" \
    "un autre programme installe déjà des paquets ; attendez qu’il ait fini, puis relancez"
refusal "E: Unable to locate package libzip-dev" \
    "un paquet n’existe pas dans cette distribution ; clausier est prévu pour Debian 12 et 13"
refusal "sudo: a password is required" \
    "sudo a refusé d’installer les paquets ; relancez avec un compte qui en a le droit"
