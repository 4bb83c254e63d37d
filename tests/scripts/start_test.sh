#!/usr/bin/env bash
# scripts/start, where everything is installed and built: it installs nothing, the screen, the workbook and the page tell
# the same hours, and the address it prints answers until it is stopped.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib/say.sh
said=$(mktemp)
started=
trap 'rm -f "$said"; [ -z "$started" ] || kill "$started" 2>/dev/null || true' EXIT
CLAUSIER_PORT=0 scripts/start >"$said" 2>&1 &
started=$!
address=
while [ -z "$address" ]; do
    kill -0 "$started" 2>/dev/null || { cat "$said"; fail "scripts/start s’est arrêté avant de servir les pages"; }
    address=$(sed -n 's|^clausier-server écoute sur \(http://[^ ]*\)$|\1|p' "$said")
    sleep 0.1
done
cat "$said"

/usr/bin/python3 - "$address" <<'END'
import sys
import urllib.request

page = urllib.request.urlopen(sys.argv[1], timeout=10).read().decode()
assert "Derniers marchés notifiés" in page, page
print(f"bien : {sys.argv[1]} montre les marchés de la démonstration")
END
kill -TERM "$started"
code=0
wait "$started" || code=$?
started=
[ "$code" -eq 0 ] || fail "scripts/start, arrêté par SIGTERM, finit par le code $code"
! (exec 3<>"/dev/tcp/127.0.0.1/$(tr -dc 0-9 <<<"${address##*:}")") 2>/dev/null || fail "le serveur écoute encore"

! grep -q '^Installation de' "$said" || fail "rien ne devait être installé"
[ "$(grep -c '^Import n° ' "$said")" -eq 4 ] || fail "quatre fichiers devaient être importés"
for file in out/heures.xlsx out/heures.html out/rapport.html; do
    grep -q "$file" "$said" || fail "le lecteur n’apprend pas où est $file"
done

/usr/bin/python3 - "$said" out/heures.xlsx out/heures.html <<'END'
import re
import sys

import openpyxl

said, page = (open(name, encoding="utf-8").read() for name in (sys.argv[1], sys.argv[3]))
sheet = openpyxl.load_workbook(sys.argv[2], data_only=True).active
rows = list(sheet.iter_rows(values_only=True))
hours = rows[0].index("Heures d’insertion")
lots = [row[hours] for row in rows[1:-1] if row[hours] is not None]
total = rows[-1][hours]
assert len(lots) >= 40, f"{len(lots)} lots calculés"
assert sum(lots) == total, f"les lots font {sum(lots)} h, le total du classeur dit {total} h"
shown = re.sub(r"(?<=\d)(?=(\d{3})+$)", " ", str(total)) + " h"
spaces = str.maketrans("\u202f\u00a0", "  ")
assert re.search(rf"^Total .*{shown}", said.translate(spaces), re.M), f"l’écran ne dit pas {shown}"
assert shown in page.translate(spaces), f"la page ne dit pas {shown}"
formulas = openpyxl.load_workbook(sys.argv[2]).active
assert str(formulas.cell(len(rows), hours + 1).value).startswith("="), "le total du classeur n’est pas une formule"
print(f"bien : {len(lots)} lots, {shown} à l’écran, dans le classeur et sur la page")
END
