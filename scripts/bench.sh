#!/usr/bin/env bash
# Runs the benchmark programs one after another; each prints `name value unit` lines. See bench/README.md.
set -euo pipefail
. "$(dirname "$0")/common.sh"
found=no
for program in build/bench_*; do
  [ -x "$program" ] || continue
  found=yes
  "$program" || fail "$program"
done
[ $found = yes ] || fail "no benchmark program was built (bench/)"
