// A fresh database in the PostgreSQL cluster of tests/support/with-postgres.sh, and the cluster's programs.

import { execFileSync } from 'node:child_process'

let databases = 0

export function psql(cluster, statement) {
  return execFileSync('psql', ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--dbname', cluster, '--command', statement], {
    encoding: 'utf8',
  }).trim()
}

/// {url, drop()}; without a cluster there is no url, and Himpun uses SQLite.
export function make_database(cluster) {
  if (!cluster) return { url: undefined, drop() {} }
  const name = `himpun_faults_${process.pid}_${++databases}`
  psql(cluster, `CREATE DATABASE ${name}`)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return { url: url.href, name, drop: () => psql(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}
