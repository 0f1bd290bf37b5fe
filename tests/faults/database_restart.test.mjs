// PostgreSQL restarted under load: clear 503 answers meanwhile, and work goes on without a restart of Himpun. It has a
// cluster of its own, because it stops it.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { psql } from './database.mjs'
import { check_proof, is_deep, make_writers, Server, sleep } from './support.mjs'

const restarts = is_deep ? 20 : 2
const away_ms = 1500
const library = '/usr/lib/postgresql'

function programs() {
  if (!existsSync(library)) return undefined
  const newest = readdirSync(library).sort((a, b) => Number(a) - Number(b)).at(-1)
  const folder = join(library, newest ?? '', 'bin')
  return existsSync(join(folder, 'initdb')) ? folder : undefined
}

/// PostgreSQL does not run as root: then the user of Debian's package runs it.
function as_server(program, ...words) {
  const command = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', program, ...words] : [program, ...words]
  return execFileSync(command[0], command.slice(1), { stdio: 'ignore', cwd: '/' })
}

async function free_port() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

class Cluster {
  constructor(bin, folder, port) {
    Object.assign(this, { bin, folder, port, data: join(folder, 'data') })
    this.url = `postgresql://himpun@127.0.0.1:${port}/postgres`
  }
  static async make(bin) {
    const folder = mkdtempSync(join(tmpdir(), 'himpun-cluster-'))
    if (userInfo().uid === 0) {
      const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
      chownSync(folder, id('-u'), id('-g'))
    }
    const cluster = new Cluster(bin, folder, await free_port())
    as_server(join(bin, 'initdb'), '-D', cluster.data, '-U', 'himpun', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
    cluster.start()
    return cluster
  }
  start() {
    const options = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`
    as_server(join(this.bin, 'pg_ctl'), 'start', '-w', '-D', this.data, '-l', join(this.folder, 'log'), '-o', options)
  }
  stop(mode) {
    as_server(join(this.bin, 'pg_ctl'), 'stop', '-w', '-D', this.data, '-m', mode)
  }
  remove() {
    try {
      this.stop('immediate')
    } catch {
      // It was stopped already.
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}

test(`PostgreSQL is restarted ${restarts} times under load, and Himpun goes on by itself`, async (t) => {
  const bin = programs()
  if (!bin) {
    console.error('NOT TESTED: a restart of PostgreSQL (initdb is not installed; Debian: postgresql-15)')
    return t.skip('initdb is not installed')
  }
  const cluster = await Cluster.make(bin)
  psql(cluster.url, 'CREATE DATABASE himpun')
  const folder = mkdtempSync(join(tmpdir(), 'himpun-restart-'))
  const server = new Server(folder, cluster.url.replace(/postgres$/, 'himpun'))
  t.after(async () => {
    if (server.child) await server.kill()
    cluster.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  await server.start()
  const { kadis, sekretaris, writers } = await make_writers(server, 4)
  const born = server.child.pid
  let over = false
  const done = Promise.all(writers.map((each) => each.write_until(() => over)))
  done.catch(() => {})
  for (let i = 0; i < restarts; ++i) {
    await Promise.race([sleep(500), done])
    cluster.stop(i % 2 === 0 ? 'immediate' : 'fast')
    const refused = sekretaris.refusals.length
    await Promise.race([sleep(away_ms), done])
    assert.ok(sekretaris.refusals.length > refused, 'while the database is away, requests are answered with 503')
    cluster.start()
    const steps = () => writers.reduce((sum, each) => sum + each.acknowledged.length, 0)
    const had = steps()
    for (let waited = 0; steps() === had && waited < 200; ++waited) await Promise.race([sleep(100), done])
    assert.ok(steps() > had, 'work goes on once the database is back')
  }
  over = true
  await done
  for (const { type, body } of sekretaris.refusals) {
    assert.match(type, /application\/problem\+json/)
    assert.ok(body.status === 503 && body.code && body.title, JSON.stringify(body))
  }
  assert.equal(server.child.pid, born)
  assert.equal(server.child.exitCode, null)
  for (const each of writers) await each.check()
  await check_proof(server, kadis, sekretaris)
})
