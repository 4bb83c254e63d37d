#!/usr/bin/env bash
# clang-tidy finds no bug in the sources. Usage: tidy_test.sh BUILD, a folder configured with clang.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib/packages.sh
find src -name '*.cpp' -print0 |
    xargs -0 -n 4 -P "$(nproc)" "clang-tidy$(clang_suffix)" --quiet -p "$1"
