#!/usr/bin/env bash
# The long checks: address and undefined-behaviour sanitizers over rules and scenarios, the thread sanitizer over the
# store and the doors, then the fault, random-walk and fuzz campaigns in full (HIMPUN_DEEP=1 tells the tests).
set -euo pipefail
. "$(dirname "$0")/common.sh"
export HIMPUN_DEEP=1
failed=()

# sanitized NAME SANITIZERS UNITY PROGRAM...: builds the test programs with the sanitizers and runs them; UNITY is OFF
# when each file is to be compiled alone, which finds a missing include (docs/decisions/0016)
sanitized() {
  local folder=build-$1 sanitizers=$2 unity=$3 program
  shift 3
  say "building $folder"
  [ -f "$folder/build.ninja" ] || cmake -S . -B "$folder" -G Ninja -DHIMPUN_SANITIZE="$sanitizers" -DHIMPUN_UNITY="$unity" >/dev/null
  for program in "$@"; do
    grep -q "^build $program:" "$folder/build.ninja" || continue
    ninja -C "$folder" --quiet "$program" || fail "$program does not build with $sanitizers"
    say "$folder/$program"
    HIMPUN_DEEP=0 "$folder/$program" --gtest_brief=1 || failed+=("$folder/$program")
  done
}

sanitized asan address,undefined ON test_base test_core test_app test_adapters test_shell test_scenarios
sanitized tsan thread OFF test_adapters test_shell test_scenarios

scripts/build.sh
say "campaigns"
build/test_scenarios --gtest_brief=1 || failed+=(walks)  # not through ctest, which ends a test after five minutes
scripts/test.sh faults || failed+=(faults)
tests/fuzz/run.sh "${SECONDS_PER_FUZZER:-600}" || failed+=(fuzzers)
[ ${#failed[@]} = 0 ] || fail "deep: ${failed[*]}"
say "deep: everything passed"
