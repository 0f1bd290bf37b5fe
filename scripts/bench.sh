#!/usr/bin/env bash
# Runs the benchmark programs one after another; each prints `name value unit` lines. See bench/README.md.
set -euo pipefail
. "$(dirname "$0")/common.sh"

# What else the machine did while measuring: the figures are worth as much as it was quiet.
printf '# %s cores, load %s, %s\n' "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)" "$(uname -sr)"
for program in build/bench_{cases,inbox,package,papers,performance,sheets,signatures,store}; do
  [ -x "$program" ] || fail "$program was not built (bench/)"
  "$program" || fail "$program"
done
printf '# load at the end %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
