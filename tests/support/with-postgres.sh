#!/usr/bin/env bash
# Starts a PostgreSQL server of its own (new cluster in a temporary folder, loopback, free port), runs something with
# it, then stops it and removes the folder.
#   tests/support/with-postgres.sh COMMAND ARGUMENT...   runs the command with HIMPUN_TEST_POSTGRES in its environment
#   tests/support/with-postgres.sh                       prints the connection URI and serves until its input ends
# PostgreSQL does not run as root: then the user `postgres` of Debian's package runs it.
set -euo pipefail

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$programs/initdb" ] || { echo "with-postgres: PostgreSQL is not installed (Debian: postgresql-15)" >&2; exit 3; }
folder=$(mktemp -d -t himpun-postgres-XXXXXX)
as_server() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as_server() { runuser -u postgres -- "$@"; }
fi
stop() {
  as_server "$programs/pg_ctl" stop -D "$folder/data" -m immediate -s >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

cd "$folder"
as_server "$programs/initdb" -D "$folder/data" -U himpun -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
  >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
for attempt in 1 2 3 4 5; do
  port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
  as_server "$programs/pg_ctl" start -w -t 60 -D "$folder/data" -l "$folder/server.log" -o "-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 -c shared_buffers=64MB" \
    </dev/null >/dev/null 2>&1 && break
  [ $attempt != 5 ] || { cat "$folder/server.log" >&2; exit 1; }
done
cd - >/dev/null

export HIMPUN_TEST_POSTGRES="postgresql://himpun@127.0.0.1:$port/postgres"
if [ $# -gt 0 ]; then
  "$@"
else
  echo "$HIMPUN_TEST_POSTGRES"
  cat >/dev/null
fi
