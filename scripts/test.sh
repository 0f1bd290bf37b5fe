#!/usr/bin/env bash
# Runs every test on what is built. All parts run even when one fails; the last line says which.
#   scripts/test.sh [native|web|contract|bpmn|postgres|faults|fuzz|browser|browser_postgres|lighthouse]...   only these parts
set -euo pipefail
. "$(dirname "$0")/common.sh"

# Every test is a process of its own; they share one PostgreSQL server, each with a database of its own.
native() {
  tests/support/with-postgres.sh ctest --test-dir build --output-on-failure --no-tests=error -j "$(nproc)" \
    --timeout 600
}

web() {
  cd web
  npm run --silent check
  npm test --silent
}

# with-postgres.sh makes a private PostgreSQL for as long as the command runs; its URL is in HIMPUN_TEST_POSTGRES.
contract() {
  node --test --test-timeout=600000 --test-concurrency=1 tests/e2e/{openapi,contract,roles}.test.mjs
}

# The drawings of the shipped procedures in bpmn-moddle and bpmnlint.
bpmn() {
  node --test --test-timeout=600000 tests/e2e/bpmn.test.mjs
}

postgres() {
  tests/support/with-postgres.sh node --test --test-timeout=600000 --test-concurrency=1 tests/e2e/{contract,roles}.test.mjs
}

browser() {
  cd tests/e2e
  npx playwright test
}

# Results of its own: it runs beside the one on SQLite.
browser_postgres() {
  cd tests/e2e
  ../support/with-postgres.sh npx playwright test --grep @databases --output out/postgres
}

lighthouse() {
  node --test --test-timeout=600000 --test-reporter=spec tests/e2e/lighthouse.test.mjs
}

# kill -9, a full and a read-only disk, PostgreSQL restarted: short here, in full in `make deep`.
faults() {
  say "tests: faults on SQLite"
  node --test --test-timeout=3600000 --test-concurrency=1 tests/faults/*.test.mjs
  say "tests: faults on PostgreSQL"
  tests/support/with-postgres.sh node --test --test-timeout=3600000 tests/faults/kill.test.mjs
}

# Ten seconds for each fuzzer here, ten minutes in `make deep`.
fuzz() {
  tests/fuzz/run.sh "${SECONDS_PER_FUZZER:-10}"
}

# A part runs in a shell of its own: `set -e` does not hold in a function whose failure is looked at.
if [ "${1:-}" = part ]; then
  "$2"
  exit
fi

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# Takes the next of the parts that wait; fails when there is none.
next_part() {
  {
    flock 8
    head -n 1 "$logs/waiting" | grep . && sed -i 1d "$logs/waiting"
  } 8>"$logs/queue"
}

# One part after the other; what each said is printed when it has ended, so that two lanes do not mix their lines.
lane() {
  local part started
  while part=$(next_part); do
    started=$SECONDS
    scripts/test.sh part "$part" >"$logs/$part" 2>&1 || echo "$part" >>"$logs/failed"
    {
      flock 9
      say "tests: $part"
      cat "$logs/$part"
      say "tests: $part took $((SECONDS - started)) s"
    } 9>"$logs/lock"
  done
}

# run LANES PART...
run() {
  local lanes=$1
  shift
  printf '%s\n' "$@" >"$logs/waiting"
  while ((lanes-- > 0)); do lane & done
  wait
}

# A browser waits more than it works, so another part runs beside it; the longest begin. Nothing here is timed but
# Lighthouse, which has the machine to itself; the native tests fill it by themselves.
if [ $# = 0 ]; then
  run 1 native
  run 2 browser browser_postgres fuzz postgres web contract faults bpmn
  run 1 lighthouse
else
  for part in "$@"; do
    say "tests: $part"
    scripts/test.sh part "$part" || echo "$part" >>"$logs/failed"
  done
fi
[ ! -s "$logs/failed" ] || fail "tests: $(tr '\n' ' ' <"$logs/failed")"
say "all tests passed${*:+: $*}"
