// A Himpun server of the tests' own: the demo office in a fresh folder on a free port, gone afterwards.
// HIMPUN_TEST_POSTGRES, when set, is the URL of a PostgreSQL cluster (tests/support/with-postgres.sh makes one): then each
// server gets a database of its own there, instead of SQLite.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))
export const binary = process.env.HIMPUN_BINARY ?? join(root, 'build/himpun')
const start_limit_seconds = 60

function arguments_for(folder, database, further) {
  const given = ['demo', '--data', folder, '--port', '0', '--print-json', ...further]
  return database ? [...given, '--database', database] : given
}

let databases = 0

/// Makes an empty database in the cluster: {url, drop()}; nothing when there is no cluster.
function make_database(cluster) {
  if (!cluster) return { url: undefined, drop() {} }
  const name = `himpun_e2e_${process.pid}_${++databases}`
  const run = (statement) => execFileSync('psql', ['--no-psqlrc', '--quiet', '--dbname', cluster, '--command', statement])
  run(`CREATE DATABASE ${name}`)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

/// Starts a server and waits until it can be used: {url, accounts: [{username, password, position}], stop()}. `files` lie
/// in its data folder before it begins, by name.
export async function start_server(further = [], files = {}) {
  if (!existsSync(binary)) throw new Error(`${binary} is not built; run make build`)
  const database = make_database(process.env.HIMPUN_TEST_POSTGRES)
  const folder = mkdtempSync(join(tmpdir(), 'himpun-e2e-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const child = spawn(binary, arguments_for(folder, database.url, further), { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stderr.on('data', (piece) => (log = (log + piece).slice(-20000)))
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 20000)
      await gone
      clearTimeout(timer)
    }
    rmSync(folder, { recursive: true, force: true })
    database.drop()
  }
  try {
    const ready = await first_line(child, () => log)
    return { ...ready, folder, database_url: database.url, stop, log: () => log }
  } catch (error) {
    await stop()
    throw error
  }
}

function first_line(child, log) {
  return new Promise((resolve, reject) => {
    const refuse = (why) => reject(new Error(`the server did not start: ${why}\n${log()}`))
    const timer = setTimeout(() => refuse(`no answer in ${start_limit_seconds} s`), start_limit_seconds * 1000)
    child.once('exit', (code, signal) => refuse(`it ended with ${code ?? signal}`))
    child.once('error', (error) => refuse(error.message))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return
      clearTimeout(timer)
      resolve(JSON.parse(line))
    })
  })
}

/// `METHOD /path operation` of every route below /api and of the pages without script that the binary knows, sorted.
export function list_routes() {
  const lines = execFileSync(binary, ['serve', '--list-routes'], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => / \/(api\/|healthz|terima\/|verifikasi)/.test(line)).sort()
}
