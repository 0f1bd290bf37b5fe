#!/usr/bin/env bash
# Runs every fuzzer for some seconds, two at a time, from its seeds and from what earlier runs found to be interesting
# (build/fuzz/<name>/). What breaks one is left in build/fuzz/ and named.
#   tests/fuzz/run.sh SECONDS [NAME]...
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${HIMPUN_BUILD:-build}
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [NAME]...}
shift
names=("$@")
if [ ${#names[@]} = 0 ]; then
  for source in tests/fuzz/*_fuzz.cpp; do names+=("$(basename "$source" _fuzz.cpp)"); done
fi

seeds_of() {
  [ ! -d "tests/fuzz/seeds/$1" ] || printf '%s\n' "tests/fuzz/seeds/$1"
  case $1 in procedure_reader | yaml) echo procedures ;; esac
}

run_one() {
  local name=$1 kept=$build/fuzz/$1 log=$build/fuzz/$1.log
  [ -x "$build/${name}_fuzz" ] || { echo "FAILED: $build/${name}_fuzz is not built (Debian: libclang-rt-14-dev)"; return 1; }
  mkdir -p "$kept"
  # shellcheck disable=SC2046
  if ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 "$build/${name}_fuzz" -timeout=5 \
    -rss_limit_mb=1024 -max_len=20000 -max_total_time="$seconds" -print_final_stats=1 -verbosity=1 \
    -artifact_prefix="$build/fuzz/$name-" "$kept" $(seeds_of "$name") >"$log" 2>&1; then
    printf '%s: %s inputs in %s s, %s kept\n' "$name" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$seconds" "$(find "$kept" -type f | wc -l)"
  else
    grep -v '^#' "$log" | tail -n 60
    echo "FAILED: $name (the input is in $build/fuzz/, try it: $build/${name}_fuzz FILE)"
    return 1
  fi
}

failed=0
running=()
for name in "${names[@]}"; do
  run_one "$name" &
  running+=($!)
  if [ ${#running[@]} = 2 ]; then
    wait "${running[0]}" || failed=1
    running=("${running[1]}")
  fi
done
for each in "${running[@]}"; do wait "$each" || failed=1; done
exit $failed
