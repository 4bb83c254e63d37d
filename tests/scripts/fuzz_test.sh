#!/usr/bin/env bash
# Runs one fuzzer for a while, from its seeds if it has any; a finding is kept beside the program.
# Usage: fuzz_test.sh PROGRAM NAME SECONDS
set -euo pipefail
program=$1 name=$2 seconds=$3
seeds=$(cd "$(dirname "$0")/.." && pwd)/fuzz/corpus/$name
grown=$program-corpus
mkdir -p "$grown"
[ -d "$seeds" ] || seeds=
# What it finds worth keeping goes to its own folder in the build: the seeds of the tree stay as they are.
"$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
    -artifact_prefix="$program-" "$grown" ${seeds:+"$seeds"}
