#!/bin/sh
# Measures, on one base of 1 000 000 contracts, every indicator of a buyer and year, the national table year × sector ×
# consideration and the report of the greatest buyer in every format with clausier, beside python sqlite3, pandas,
# openpyxl and pandoc, in one run; prints milliseconds and ratios as a Markdown table.
# usage: spaser.sh BENCH_SPASER_PROGRAM [BASE]   (the base is made when absent, and kept when named; bench_spaser_report
# stands beside the program)
set -eu
here=$(dirname "$0")
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
base=${2:-$folder/spaser.sqlite}
python=${PYTHON:-/usr/bin/python3}
"$program" "$base" > "$folder/ours"
"$python" "$here/spaser.py" "$base" > "$folder/peers"
buyer=$(awk '$1 == "indicators" { print $3; exit }' "$folder/ours")
"$(dirname "$program")/bench_spaser_report" "$base" "$buyer" 2025 "$folder" > "$folder/report"
"$python" "$here/spaser_report.py" "$base" "$buyer" 2025 "$folder" > "$folder/report_peers"
awk '
    FNR == NR && $1 == "indicators" { if (!buyer || $7 > buyer) buyer = $7; print "clausier, all indicators, buyer of " $5 " contracts|" $7 "|1.0"; next }
    FNR == NR && $1 == "national" { national = $3; print "clausier, national table|" $3 "|1.0"; next }
    FNR == NR { if ($1 != "apply") print "clausier, " $1 "|" $3 "|"; else print "clausier, " $0 "||"; next }
    $1 == "national" { print "national table, " $2 "|" $4 "|" sprintf("%.1f", $4 / national); next }
    $1 == "buyer" { print "four indicators of the greatest buyer, " $2 "|" $4 "|" sprintf("%.1f", $4 / buyer); next }
    { print $0 "||" }' "$folder/ours" "$folder/peers" |
    awk -F'|' 'BEGIN { print "| what | ms | × clausier |"; print "|---|---|---|" } { printf "| %s | %s | %s |\n", $1, $2, $3 }'
awk '
    FNR == NR { ours[$2] = $4; next }
    { printf "| report, %s: clausier | %s | 1.0 |\n| report, %s: python sqlite3, openpyxl, pandoc | %s | %.1f |\n", $2, ours[$2], $2, $4, $4 / ours[$2]; delete ours[$2] }
    END { for (step in ours) printf "| report, %s: clausier alone | %s | |\n", step, ours[step] }' "$folder/report" "$folder/report_peers"
