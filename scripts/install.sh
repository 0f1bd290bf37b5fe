#!/usr/bin/env bash
# Installs what is missing on a Debian 12 machine, and nothing when nothing is missing (well under a second).
#   scripts/install.sh build   what building and the demo need
#   scripts/install.sh test    that, and what the tests need
#   scripts/install.sh pictures  that, and what makes the pictures of the manual small
# Sources: Debian's packages and the npm registry. Needs root or sudo only when a Debian package is missing.
set -euo pipefail
. "$(dirname "$0")/common.sh"
purpose=${1:-build}

# Small groups: libboost1.81-dev and libboost-dev (1.74) exclude each other, and one refused group says what it was.
build_groups=(
  "g++ cmake ninja-build pkg-config lld ccache git ca-certificates"
  "libboost1.81-dev libboost-json1.81-dev"
  "libssl-dev libsqlite3-dev libpq-dev libsodium-dev libmimalloc-dev"
  "libyaml-cpp-dev libcli11-dev libspdlog-dev libfmt-dev libgtest-dev"
  "libxlsxwriter-dev libzip-dev libexpat1-dev"
  "libarchive-dev libutf8proc-dev libcurl4-openssl-dev"
  "weasyprint"
  "fonts-liberation fonts-crosextra-carlito fonts-dejavu-core"
  "libqpdf-dev libqrencode-dev zlib1g-dev libmagic-dev libharfbuzz-bin"
)
test_groups=(
  "postgresql-common"
  "postgresql-15"
  "chromium"
  "chromium-headless-shell"
  "python3 python3-aiosmtpd"
  "clang libclang-rt-14-dev"
  "libreoffice-calc-nogui libreoffice-writer-nogui python3-uno"
  "qpdf poppler-utils mupdf-tools"
  "clamav-daemon"
  "softhsm2 opensc libengine-pkcs11-openssl zbar-tools"
)

missing_of() {
  local package
  for package in "$@"; do
    case $installed in *" $package "*) ;; *) printf '%s ' "$package" ;; esac
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "needs root or sudo to run: $*"
  fi
}

updated=no
apt_install() {
  say "installing $*"
  if [ $updated = no ]; then
    as_root apt-get -q -o Acquire::Retries=3 -o Acquire::http::Timeout=60 update >/dev/null ||
      fail "the package lists could not be read (apt-get update); missing: $*"
    updated=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive timeout 1800 apt-get -q -y --no-install-recommends --no-remove \
    -o Acquire::Retries=3 -o Acquire::http::Timeout=60 -o Dpkg::Use-Pty=0 install "$@" >"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    fail "apt could not install: $*
        (--no-remove was given: when another package is in the way, remove it first; the full log is $log)"
  }
}

# PostgreSQL's package makes and starts a cluster of its own. The tests make theirs, so that is left out, for this one
# installation only.
install_postgresql() {
  local folder=/etc/postgresql-common/createcluster.d
  local answer=$folder/himpun-no-main-cluster.conf
  as_root mkdir -p $folder
  leftover=$answer
  printf 'create_main_cluster = false\n' | as_root tee $answer >/dev/null
  apt_install "$@"
  as_root rm -f $answer
  leftover=
}

install_debian() {
  local group missing
  for group in "$@"; do
    # shellcheck disable=SC2086
    missing=$(missing_of $group)
    [ -n "$missing" ] || continue
    # shellcheck disable=SC2086
    case $missing in
      *postgresql-15*) install_postgresql $missing ;;
      *) apt_install $missing ;;
    esac
  done
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null || return 1
  # What the web build's tools ask for: 20.19 or later, or 22.12 or later.
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
           process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}

# Debian 12 has Node 18. Its npm then fetches Node 20 as a package into .tools/, which nothing outside the project sees.
install_node() {
  local machine
  case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) fail "needs Node 20.19 or later on the PATH: there is no package of it for $(uname -m)" ;;
  esac
  command -v npm >/dev/null || install_debian "npm"
  say "installing node 20 into .tools"
  mkdir -p .tools/bin
  timeout 900 npm install --prefix .tools --no-save --no-package-lock --loglevel=error --fetch-retries=4 \
    "node-linux-$machine@20.20.2" npm@10.9.4 >"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    fail "npm could not install node-linux-$machine@20.20.2 and npm@10.9.4 (is the registry slow?)"
  }
  ln -sf "../node_modules/node-linux-$machine/bin/node" .tools/bin/node
  local tool
  for tool in npm npx; do
    printf '#!/bin/sh\nexec "%s/.tools/bin/node" "%s/.tools/node_modules/npm/bin/%s-cli.js" "$@"\n' \
      "$root" "$root" $tool >".tools/bin/$tool"
    chmod +x ".tools/bin/$tool"
  done
  hash -r
  node_is_new_enough || fail "node 20 was installed into .tools but does not run"
}

# npm ci, only when the lock or the kind of node has changed since the last time.
install_npm() {
  local folder=$1 wanted
  [ -f "$folder/package-lock.json" ] || return 0
  wanted="$(sha256sum <"$folder/package-lock.json") $(node --version)"
  [ "$(cat "$folder/node_modules/.himpun-installed" 2>/dev/null)" != "$wanted" ] || return 0
  say "installing npm packages of $folder"
  (cd "$folder" && timeout 1200 npm ci --loglevel=error --fetch-retries=4) >"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    fail "npm ci failed in $folder (is the registry slow? the packages are those of $folder/package-lock.json)"
  }
  printf '%s' "$wanted" >"$folder/node_modules/.himpun-installed"
}

case $purpose in
  build) groups=("${build_groups[@]}") ;;
  test) groups=("${build_groups[@]}" "${test_groups[@]}") ;;
  pictures) groups=("${build_groups[@]}" "${test_groups[@]}" "pngquant" "chromium-l10n") ;;
  *) fail "usage: scripts/install.sh build|test|pictures" ;;
esac
command -v dpkg-query >/dev/null || fail "this is no Debian system; install by hand: ${groups[*]}"
log=$(mktemp -t himpun-install.XXXXXX)
leftover=
trap '[ -z "$leftover" ] || as_root rm -f "$leftover"' EXIT
# shellcheck disable=SC2086
installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' ${groups[*]} npm 2>/dev/null |
  sed -n 's/^installed //p' | tr '\n' ' ' || true)"
install_debian "${groups[@]}"
node_is_new_enough || install_node
install_npm web
if [ "$purpose" != build ]; then install_npm tests/e2e; fi
rm -f "$log"  # kept after a failure
