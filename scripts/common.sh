# Shared by the scripts beside it: where the project is, its own tools first on the PATH, how to speak and how to fail.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export PATH="$root/.tools/bin:$PATH"
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false
# Browsers and the like come from Debian; no package may fetch its own.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1

say() { printf '== %s\n' "$*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
