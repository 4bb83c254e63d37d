#!/bin/sh
# Reads the same table with clausier and with its peers, in one run, and prints ratios and peaks as a Markdown table.
# usage: sheets_read.sh BENCH_PROGRAM [FOLDER [ROWS]]   (FOLDER keeps the files made; 200000 rows unless told)
set -eu
here=$(dirname "$0")
program=$1
folder=${2:-$(mktemp -d)}
rows=${3:-200000}
rounds=${ROUNDS:-3}
python=${PYTHON:-/usr/bin/python3}

[ -e "$folder/bench.csv" ] || "$python" "$here/make_workbook.py" "$folder" "$rows"

# best COMMAND FILE: the line of the quickest round.
best() {
    i=0
    while [ "$i" -lt "$rounds" ]; do
        $1 "$2"
        i=$((i + 1))
    done | sort -k3,3n | head -n 1
}

# compare FILE PEER COMMAND [PEER COMMAND]…: our line first, then each peer with how many times slower it is.
compare() {
    file=$1
    shift
    ours=$(best "$program" "$file")
    echo "$ours" | awk -v f="${file##*/}" '{ printf "| %s | clausier | %s | %s | %.2f | 1.0 | %.0f |\n", f, $1, $2, $3, $4 }'
    while [ $# -gt 0 ]; do
        echo "$ours $(rounds=1 best "$2" "$file")" | awk -v f="${file##*/}" -v p="$1" \
            '{ printf "| %s | %s | %s | %s | %.2f | %.1f | %.0f |\n", f, p, $5, $6, $7, $7 / $3, $8 }'
        shift 2
    done
}

echo "| file | reader | rows | cells | seconds | × clausier | peak MiB |"
echo "|---|---|---|---|---|---|---|"
compare "$folder/bench.xlsx" openpyxl "$python $here/read_openpyxl.py" SheetJS "node $here/read_sheetjs.mjs"
compare "$folder/bench.ods" SheetJS "node $here/read_sheetjs.mjs"
compare "$folder/bench.csv" pandas "$python $here/read_pandas.py"
