#!/bin/sh
# Makes a clause of 20 lots and a report of a hundred pages as DOCX and ODT with clausier, beside pandoc from equivalent
# Markdown, in one run; prints milliseconds, peak memory and the ratio as a Markdown table.
# usage: documents.sh BENCH_PROGRAM [FOLDER]   (FOLDER keeps the files made)
set -eu
program=$1
folder=${2:-$(mktemp -d)}
rounds=${ROUNDS:-3}

# timed COMMAND…: "milliseconds peak-MiB" of the quickest round, the whole process.
timed() {
    i=0
    while [ "$i" -lt "$rounds" ]; do
        begin=$(date +%s%N)
        /usr/bin/time -f '%M' -o "$folder/time" "$@" >"$folder/out"
        end=$(date +%s%N)
        awk -v ns=$((end - begin)) '{ printf "%.1f %.0f\n", ns / 1e6, $1 / 1024 }' "$folder/time"
        i=$((i + 1))
    done | sort -n | head -n 1
}

echo "| document | format | maker | writing, ms | process, ms | × clausier | peak MiB |"
echo "|---|---|---|---|---|---|---|"
for kind in clause report; do
    "$program" "$kind" md "$folder/$kind.md" >/dev/null
    for format in docx odt; do
        ours=$(timed "$program" "$kind" "$format" "$folder/$kind.$format")
        writing=$(awk '{ printf "%.1f", $2 * 1000 }' "$folder/out")
        peer=$(timed pandoc -f markdown "$folder/$kind.md" -o "$folder/$kind-pandoc.$format")
        echo "$ours $peer" | awk -v k="$kind" -v f="$format" -v w="$writing" '{
            printf "| %s | %s | clausier | %s | %s | 1.0 | %s |\n", k, f, w, $1, $2
            printf "| %s | %s | pandoc | | %s | %.0f | %s |\n", k, f, $3, $3 / $1, $4 }'
    done
done
