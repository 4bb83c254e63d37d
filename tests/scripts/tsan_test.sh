#!/usr/bin/env bash
# Runs a test program built with TSan. Usage: tsan_test.sh PROGRAM TESTS
# Some kernels place memory where TSan cannot follow: without address randomisation it always can.
set -euo pipefail
if setarch -R true 2>/dev/null; then
    exec setarch -R "$1" "$2" --colour-mode none
fi
exec "$1" "$2" --colour-mode none
