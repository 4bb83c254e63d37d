# Installs the Debian packages that are missing, and touches nothing when none is. Sourced, after say.sh and packages.sh.
# shellcheck shell=bash

# What apt-get said, in the last run that had something to install.
apt_log=build/apt.log

# Those of the packages named that are not installed, a line each.
missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || printf '%s\n' "$package"
    done
}

# Ends the script, with the command an administrator should run, when packages are missing and nobody here may add them.
need_root() {
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
        fail "il manque des paquets et sudo n’est pas là pour les installer ; demandez à l’administrateur de lancer :" \
            "apt-get install $*"
}

# Runs a command as the administrator, through sudo when the user is not.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs packages, apt-get's words being kept; on failure, ends the script with the reason apt gave.
apt_install() {
    echo "Installation de : $*"
    as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" \
        >>"$apt_log" 2>&1 </dev/null || apt_failure
}

apt_failure() {
    local log
    log=$(tail -n 40 "$apt_log")
    case $log in
    *'sudo: a '* | *'sudo: no '* | *'not in the sudoers'* | *'not allowed to'* | *'incorrect password'*)
        fail "sudo a refusé d’installer les paquets ; relancez avec un compte qui en a le droit" ;;
    *'Could not get lock'* | *'Unable to acquire'*)
        fail "un autre programme installe déjà des paquets ; attendez qu’il ait fini, puis relancez" ;;
    *'Temporary failure'* | *'Could not resolve'* | *'Could not connect'* | *'Unable to connect'* | *'Failed to fetch'*)
        fail "pas de réseau vers le dépôt de paquets ; vérifiez la connexion, puis relancez" \
            "détail : $apt_log" ;;
    *'Unable to locate package'* | *'no installation candidate'* | *'was not found'*)
        fail "un paquet n’existe pas dans cette distribution ; clausier est prévu pour Debian 12 et 13" \
            "$(grep -m 3 '^E: ' <<<"$log")" "détail : $apt_log" ;;
    *)
        fail "l’installation des paquets a échoué ; lisez $apt_log, puis relancez" \
            "$(grep -m 3 '^E: ' <<<"$log" || true)" ;;
    esac
}

# The package index is fetched once a run. A source of the machine that fails is not our business: what matters is whether
# the packages then install.
update_index() {
    [ -z "${index_is_fresh:-}" ] || return 0
    index_is_fresh=yes
    mkdir -p "$(dirname "$apt_log")"
    as_root env LC_ALL=C apt-get -q update >"$apt_log" 2>&1 </dev/null || true
}

# install_missing PACKAGE… : installs those that are missing.
install_missing() {
    local missing=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        remark "cette distribution n’a pas apt : les paquets ne sont pas vérifiés. Il faut l’équivalent de : $*"
        return 0
    fi
    read -ra missing <<<"$(missing_packages "$@" | tr '\n' ' ')"
    [ ${#missing[@]} -gt 0 ] || return 0
    case $(codename) in
    bookworm | trixie) ;;
    *) remark "distribution non vérifiée (clausier est prévu pour Debian 12 et 13) : on essaie" ;;
    esac
    need_root "${missing[@]}"
    update_index
    apt_install "${missing[@]}"
}

# Installs nginx for the tests, which start their own: the service that Debian starts with it is stopped.
install_nginx() {
    local wanted
    read -ra wanted <<<"$(nginx_packages)"
    [ -n "$(missing_packages "${wanted[@]}")" ] || return 0
    install_missing "${wanted[@]}"
    if command -v systemctl >/dev/null && as_root systemctl disable --now nginx >>"$apt_log" 2>&1; then
        remark "nginx vient d’être installé pour les tests : son service, qui tenait le port 80, est arrêté et désactivé"
    fi
}

# Installs Catch2 3, from the backports where the release has only an older one (Debian 12).
install_catch2() {
    command -v apt-get >/dev/null || return 0
    [ -n "$(missing_packages libcatch2-dev)" ] || return 0
    need_root libcatch2-dev "(sur Debian 12, depuis $(codename)-backports)"
    update_index
    if ! apt-cache show libcatch2-dev >/dev/null 2>&1; then
        add_backports
        index_is_fresh=
        update_index
    fi
    apt_install libcatch2-dev
}
