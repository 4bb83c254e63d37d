#!/usr/bin/env bash
# Every source has the shape clang-format 14 gives it. Exit 77: it is not here, and other versions disagree with it.
set -euo pipefail
cd "$(dirname "$0")/../.."
format=clang-format-14
if ! command -v "$format" >/dev/null; then
    echo "ignoré : $format n’est pas installé (Debian 12 l’a, et les autres versions ne donnent pas la même forme)"
    exit 77
fi
find include src tests bench -path '*/node_modules' -prune -o -name '*.[hc]pp' -print0 | xargs -0 "$format" --dry-run --Werror ||
    { echo "mise en forme à refaire : $format -i FICHIER"; exit 1; }
