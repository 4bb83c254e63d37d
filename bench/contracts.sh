#!/bin/sh
# Imports invented contracts, DECP JSON of the format of 2022 and CSV, end to end in one durable transaction; prints seconds,
# peak memory and contracts a second as a Markdown table.
# usage: contracts.sh CLAUSIER_PROGRAM [FOLDER [CONTRACTS]]   (FOLDER keeps the files made; 1000000 contracts unless told)
set -eu
here=$(dirname "$0")
program=$1
folder=${2:-$(mktemp -d)}
contracts=${3:-1000000}
python=${PYTHON:-/usr/bin/python3}
echo "| import of $contracts contracts | file MiB | seconds | peak MiB | contracts a second |"
echo "|---|---|---|---|---|"
for kind in json csv; do
    file="$folder/contracts-$contracts.$kind"
    [ -e "$file" ] || "$python" "$here/make_contracts.py" "$file" "$contracts"
    rm -rf "$folder"/contracts.sqlite*
    /usr/bin/time -f '%e %M' -o "$folder/time" "$program" importer "$file" --base "$folder/contracts.sqlite" --format json >"$folder/contracts.out"
    made=$(sed 's/.*"marches_nouveaux":\([0-9]*\).*/\1/' "$folder/contracts.out")
    [ "$made" = "$contracts" ] || { echo "$made contracts imported of $contracts" >&2; exit 1; }
    awk -v kind="$kind" -v n="$contracts" -v bytes="$(wc -c <"$file")" \
        '{ printf "| DECP %s | %.0f | %.1f | %.0f | %.0f |\n", kind, bytes / 1048576, $1, $2 / 1024, n / $1 }' "$folder/time"
done
rm -rf "$folder"/contracts.sqlite*
