# Installs the packages of web/ from npm, at the versions of its lock file. Sourced, after say.sh, packages.sh and
# install.sh.
# shellcheck shell=bash

# What npm said, in the last run that had something to install.
npm_log=build/npm.log

# The major version of the node on PATH; 0 when there is none.
node_major() {
    local version
    version=$(node --version 2>/dev/null) || version=v0
    version=${version#v}
    printf '%s\n' "${version%%.*}"
}

# Node 18 or later and npm, from the Debian packages when PATH has none.
need_node() {
    if [ "$(node_major)" -lt 18 ] || ! command -v npm >/dev/null; then
        # shellcheck disable=SC2046 # a list of packages is several words
        install_missing $(node_packages)
        hash -r
    fi
    [ "$(node_major)" -ge 18 ] && command -v npm >/dev/null ||
        fail "il faut Node 18 ou plus récent, avec npm ; installez-les (paquets $(node_packages)), puis relancez"
}

npm_failure() {
    local log
    log=$(tail -n 40 "$npm_log")
    case $log in
    *ENOTFOUND* | *ECONNREFUSED* | *ECONNRESET* | *ETIMEDOUT* | *EAI_AGAIN* | *'network'*)
        fail "pas de réseau vers le dépôt de npm ; vérifiez la connexion, puis relancez" "détail : $npm_log" ;;
    *EINTEGRITY*)
        fail "un paquet de npm n’a pas l’empreinte attendue : il n’est pas installé" "détail : $npm_log" ;;
    *)
        fail "l’installation des paquets de npm a échoué ; lisez $npm_log, puis relancez" \
            "$(grep -m 3 -E '^npm (ERR!|error)' <<<"$log" || true)" ;;
    esac
}

# install_npm [--omit=dev] : what the pages embed and, without the option, what the browser tests drive. Nothing happens
# when the lock file has not changed since.
install_npm() {
    local kind=${1:-all} stamp=web/node_modules/.clausier wanted
    wanted=$(sha256sum web/package-lock.json | cut -d' ' -f1)
    ! grep -qsx -e "$wanted $kind" -e "$wanted all" "$stamp" || return 0
    need_node
    echo "Installation des paquets de web/package.json"
    mkdir -p "$(dirname "$npm_log")"
    (cd web && exec npm ci --no-audit --no-fund --ignore-scripts ${1:+"$1"}) >"$npm_log" 2>&1 </dev/null || npm_failure
    printf '%s %s\n' "$wanted" "$kind" >"$stamp"
}
