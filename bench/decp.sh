#!/bin/sh
# Reads a large DECP JSON file with clausier and with Python's json, in one run, and prints seconds, speed and peak memory
# as a Markdown table. Fails when clausier takes more than 128 MiB or does not count as the others.
# usage: decp.sh BENCH_SHEETS_READ [BYTES]     (1e9 bytes unless told; made in TMPDIR and removed)
set -eu
here=$(dirname "$0")
program=$1
bytes=${2:-1e9}
python=${PYTHON:-/usr/bin/python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
file=$folder/decp.json

"$python" "$here/make_decp.py" "$file" "$bytes"
size=$(stat -c %s "$file")

# line NAME ROWS SECONDS PEAK
line() {
    echo "$2 $3 $4" | awk -v n="$1" -v s="$size" '{ printf "| %s | %d | %.2f | %.0f | %.0f |\n", n, $1, $2, s / 1e6 / $2, $3 }'
}

echo "| reader ($((size / 1000000)) MB) | holders | seconds | MB/s | peak MiB |"
echo "|---|---|---|---|---|"
# shellcheck disable=SC2046
set -- $("$program" "$file")
ours=$(($1 - 1)) peak=$4
line clausier "$ours" "$3" "$4"
# shellcheck disable=SC2046
set -- $("$python" "$here/read_decp.py" "$file")
theirs=$2
line "Python json, contract by contract" "$2" "$3" "$4"
if [ "$size" -lt 400000000 ]; then
    # shellcheck disable=SC2046
    set -- $("$python" "$here/read_decp.py" "$file" whole)
    line "Python json.load" "$2" "$3" "$4"
fi
[ "$ours" = "$theirs" ] || { echo "clausier gives $ours holders, Python $theirs" >&2; exit 1; }
awk -v p="$peak" 'BEGIN { exit !(p <= 128) }' || { echo "clausier takes $peak MiB" >&2; exit 1; }
