#!/usr/bin/env bash
# Builds the web application when its sources changed, then the binary (and, without an argument, every test program).
#   scripts/build.sh [TARGET]
set -euo pipefail
. "$(dirname "$0")/common.sh"
target=${1:-all}

# What the web build is made from: its own files and the contract, without what the tools write among them.
web_sources() {
  find web api -type f -not -path '*/node_modules/*' -not -path 'web/dist/*' -not -path 'web/src/lib/paraglide/*' \
    -not -path 'web/src/lib/api/schema.d.ts' \( -not -path 'web/project.inlang/*' -o -name settings.json \) \
    -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

if [ -f web/package.json ]; then
  now=$(web_sources)
  if [ "$(cat web/node_modules/.himpun-built 2>/dev/null)" != "$now" ] || [ ! -f web/dist/index.html ]; then
    say "building the web application"
    (cd web && npm run --silent build) || fail "the web application does not build"
    web_sources >web/node_modules/.himpun-built
  fi
fi

[ -f build/build.ninja ] || cmake -S . -B build -G Ninja >/dev/null || fail "cmake could not configure the build"
say "building"
quiet=--quiet
[ ! -t 1 ] || quiet=  # a terminal sees the progress
# shellcheck disable=SC2086
ninja -C build $quiet "$target" || fail "the build failed"
