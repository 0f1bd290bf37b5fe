#!/usr/bin/env bash
# Makes the pictures of the manual again, from the same way through the SOP that the browser test goes: 8 bits a pixel,
# because everybody who clones the repository carries them.
set -euo pipefail
. "$(dirname "$0")/common.sh"
largest=120 # kB

say "taking the pictures"
rm -f docs/manual/pictures/*.png
node tests/e2e/pictures.mjs
pngquant --force --ext .png --strip --speed 1 256 docs/manual/pictures/*.png
too_large=$(find docs/manual/pictures -name '*.png' -size +${largest}k)
[ -z "$too_large" ] || fail "larger than $largest kB: $too_large"
say "$(du -ch docs/manual/pictures/*.png | tail -n 1 | cut -f 1) in docs/manual/pictures"
