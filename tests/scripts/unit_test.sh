#!/usr/bin/env bash
# The systemd unit of the documentation is one that systemd accepts, and leaves the service little to harm.
# Usage: unit_test.sh SERVER   Exit 77: there is no systemd-analyze here.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib/say.sh
server=$(realpath "$1")
unit=docs/deploiement/clausier.service
if ! command -v systemd-analyze >/dev/null; then
    echo "ignoré : systemd-analyze n’est pas installé"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

sed "s|/usr/local/bin/clausier-server|$server|" "$unit" >"$folder/clausier.service"
grep -q "^ExecStart=$server " "$folder/clausier.service" || fail "$unit ne lance pas /usr/local/bin/clausier-server"
said=$(systemd-analyze verify "$folder/clausier.service" 2>&1) || fail "$unit est refusé par systemd" "$said"
[ -z "$said" ] || fail "systemd trouve à redire à $unit" "$said"

said=$(systemd-analyze security --offline=true --threshold=20 "$folder/clausier.service" 2>&1) ||
    fail "$unit laisse le service trop exposé (plus de 2 sur 10)" "$(tail -n 1 <<<"$said")"
echo "bien : $(tail -n 1 <<<"$said")"

# Every line of the unit's own options is one that the program knows.
program_options=$("$server" --aide)
for option in $(sed -n 's/^ExecStart=[^ ]* //p' "$unit" | grep -o -e '--[a-z-]*'); do
    grep -q -e "$option " <<<"$program_options" || fail "$unit emploie $option, que le programme ne connaît pas"
done
