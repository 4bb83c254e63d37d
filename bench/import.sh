#!/bin/sh
# Imports the bench workbook end to end (reading, mapping, staging, one durable transaction) with clausier, beside a script
# of openpyxl and sqlite3 that maps nothing, in one run; prints seconds, peak memory and the ratio as a Markdown table.
# usage: import.sh CLAUSIER_PROGRAM [FOLDER [ROWS]]   (FOLDER keeps the files made; 200000 rows unless told)
set -eu
here=$(dirname "$0")
program=$1
folder=${2:-$(mktemp -d)}
rows=${3:-200000}
rounds=${ROUNDS:-3}
python=${PYTHON:-/usr/bin/python3}
[ -e "$folder/bench.xlsx" ] || "$python" "$here/make_workbook.py" "$folder" "$rows"

# timed COMMAND…: "seconds peak-MiB" of the quickest round, on a database that is not there yet.
timed() {
    i=0
    while [ "$i" -lt "$rounds" ]; do
        rm -rf "$folder"/import.sqlite*
        /usr/bin/time -f '%e %M' -o "$folder/time" "$@" >"$folder/import.out" 2>"$folder/import.err"
        awk '{ printf "%s %.0f\n", $1, $2 / 1024 }' "$folder/time"
        i=$((i + 1))
    done | sort -n | head -n 1
}

ours=$(timed "$program" importer "$folder/bench.xlsx" --base "$folder/import.sqlite" --format json)
kept=$(sed 's/.*"lignes_retenues":\([0-9]*\).*/\1/' "$folder/import.out")
rounds=1
peer=$(timed "$python" "$here/import_openpyxl.py" "$folder/bench.xlsx" "$folder/import.sqlite")
rm -rf "$folder"/import.sqlite*
echo "| import | rows kept | seconds | × clausier | peak MiB |"
echo "|---|---|---|---|---|"
echo "$ours $kept" | awk '{ printf "| clausier importer | %s | %.2f | 1.0 | %s |\n", $3, $1, $2 }'
echo "$ours $peer" | awk -v n="$rows" '{ printf "| openpyxl + sqlite3, no mapping | %s | %.2f | %.1f | %s |\n", n, $3, $3 / $1, $4 }'
