#!/usr/bin/env bash
# Runs every test on what is built. All parts run even when one fails; the last lines say which.
#   scripts/test.sh [native|web|contract|browser]...   only these parts
set -euo pipefail
. "$(dirname "$0")/common.sh"
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(native web contract browser)
failed=()

native() { ctest --test-dir build --output-on-failure --no-tests=error -j "$(nproc)" --timeout 600 --progress; }
web() { [ ! -f web/package.json ] || (cd web && npm run --silent --if-present check && npm test --silent); }
contract() { (cd tests/e2e && node --test --test-reporter=spec --test-concurrency=1 ./*.test.mjs); }
browser() { (cd tests/e2e && npx playwright test); }

for part in "${parts[@]}"; do
  say "tests: $part"
  started=$SECONDS
  "$part" || failed+=("$part")
  say "tests: $part took $((SECONDS - started)) s"
done
[ ${#failed[@]} = 0 ] || fail "tests: ${failed[*]}"
say "all tests passed: ${parts[*]}"
