#!/usr/bin/env bash
# The packages of web/ have exact versions and name no host; they are installed once, and what fails is said in French.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib/say.sh
. scripts/lib/packages.sh
. scripts/lib/install.sh
. scripts/lib/npm.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# expect WHAT EXPECTED GOT
expect() {
    [ "$2" = "$3" ] || fail "$1" "attendu : $2" "obtenu : $3"
    echo "bien : $1"
}

expect "chaque version est exacte" "" \
    "$(grep -E '^    "' web/package.json | grep -vE '": "[0-9]+\.[0-9]+\.[0-9]+",?$' || true)"
expect "le fichier de verrou ne nomme aucun dépôt" "" "$(grep -E '"resolved"|https?:' web/package-lock.json || true)"
expect "chaque paquet verrouillé a son empreinte" "$(grep -c '"node_modules/' web/package-lock.json)" \
    "$(grep -c '"integrity": "sha512-' web/package-lock.json)"

mkdir -p "$folder/web" "$folder/bin"
cp web/package.json web/package-lock.json "$folder/web/"
cd "$folder"
cat >bin/npm <<'END'
#!/bin/sh
echo "npm $*" >>"$CALLS"
[ -z "${NPM_SAYS:-}" ] || { echo "$NPM_SAYS"; exit 1; }
mkdir -p node_modules
END
printf '#!/bin/sh\necho v%s\n' '"$NODE"' >bin/node
chmod +x bin/*
export CALLS=$folder/calls NODE=18.19.0 PATH=$folder/bin:$PATH
install_missing() { echo "apt : $*"; }

install_npm --omit=dev >/dev/null
install_npm --omit=dev
expect "une seconde fois n’installe rien" 1 "$(grep -c 'ci .*--omit=dev' "$CALLS")"
install_npm >/dev/null
install_npm --omit=dev
expect "les outils des tests s’ajoutent, et contiennent ce dont le programme a besoin" 2 "$(wc -l <"$CALLS")"

# refusal NPM-WORDS SENTENCE : what people read when npm says that.
refusal() {
    rm -rf web/node_modules
    expect "« $1 » est dit en français" "erreur : $2" "$( (NPM_SAYS=$1 install_npm 2>&1) | grep '^erreur')"
}
refusal 'npm ERR! code ENOTFOUND' "pas de réseau vers le dépôt de npm ; vérifiez la connexion, puis relancez"
refusal 'npm error code EINTEGRITY' "un paquet de npm n’a pas l’empreinte attendue : il n’est pas installé"
refusal 'npm error code EACCES' "l’installation des paquets de npm a échoué ; lisez build/npm.log, puis relancez"

NODE=16.20.0
expect "un Node trop ancien est dit" \
    "erreur : il faut Node 18 ou plus récent, avec npm ; installez-les (paquets nodejs npm), puis relancez" \
    "$( (install_npm 2>&1) | grep '^erreur')"
