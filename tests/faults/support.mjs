// For the fault campaigns: a Himpun server that can be killed and started again on the same data, and officials who
// work through HTTP, remember what was acknowledged, and send an unanswered request again with the same key.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const binary = process.env.HIMPUN_BINARY ?? join(fileURLToPath(new URL('../../', import.meta.url)), 'build/himpun')
export const is_deep = process.env.HIMPUN_DEEP === '1'
const start_limit_ms = 60_000
const request_limit_ms = 20_000

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
export const sha256 = (text) => createHash('sha256').update(text).digest('hex')

export class Server {
  constructor(folder, database, environment = {}, options = []) {
    this.options = options
    this.folder = folder
    this.database = database
    this.environment = { ...process.env, ...environment }
    this.log = ''
  }

  place() {
    return ['--data', this.folder, ...(this.database ? ['--database', this.database] : [])]
  }

  async start() {
    const child = spawn(binary, ['demo', ...this.place(), '--port', '0', '--print-json', ...this.options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.environment,
    })
    this.child = child
    child.stderr.on('data', (piece) => (this.log = (this.log + piece).slice(-20_000)))
    const ready = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the server does not start\n${this.log}`)), start_limit_ms)
      child.once('exit', (code, signal) => reject(new Error(`the server ended with ${code ?? signal}\n${this.log}`)))
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (!line.startsWith('{')) return
        clearTimeout(timer)
        resolve(JSON.parse(line))
      })
    })
    this.url = ready.url
    this.accounts = ready.accounts
    return this
  }

  async end(signal) {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = once(this.child, 'exit')
    this.child.kill(signal)
    await gone
  }
  kill() {
    return this.end('SIGKILL')
  }
  stop() {
    return this.end('SIGTERM')
  }

  /// Runs a command of the same binary on the same data; throws unless it ends well.
  run(...words) {
    return execFileSync(binary, [...words, ...this.place()], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }
}

export class Official {
  constructor(server, username) {
    this.server = server
    this.username = username
    this.refusals = [] // 503 answers, as {status, type, body}
  }

  async sign_in() {
    const { password } = this.server.accounts.find((each) => each.username === this.username)
    const response = await this.send('POST', '/session', { username: this.username, password })
    assert.equal(response.status, 201, JSON.stringify(response.body))
    this.cookie = response.cookie
    this.csrf = response.body.csrf_token
    return this
  }

  async send(method, path, body, { revision, key } = {}) {
    const headers = { 'content-type': 'application/json' }
    if (revision !== undefined) headers['if-match'] = `"${revision}"`
    if (key) headers['idempotency-key'] = key
    return this.fetch(method, path, headers, body && JSON.stringify(body))
  }

  upload(name, content) {
    return this.fetch('POST', `/files?name=${encodeURIComponent(name)}`, { 'content-type': 'text/plain' }, content)
  }

  async fetch(method, path, headers, body) {
    const response = await fetch(`${this.server.url}/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrf && { 'x-csrf-token': this.csrf }),
        ...headers,
      },
      body,
      signal: AbortSignal.timeout(request_limit_ms),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const answer = { status: response.status, type, body: /json/.test(type) ? JSON.parse(text) : text }
    answer.cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    if (answer.status === 503) this.refusals.push(answer)
    return answer
  }

  async get(path) {
    for (;;) {
      try {
        const answer = await this.send('GET', path)
        if (answer.status !== 503) return answer.body
      } catch (error) {
        if (error instanceof SyntaxError) throw error
      }
      await sleep(50)
    }
  }

  /// Sends until it is answered: while the server is away or says 503, the same request with the same key again.
  async insist(method, path, body, { revision, until = () => false } = {}) {
    const key = randomUUID()
    while (!until()) {
      try {
        const answer = await this.send(method, path, body, { revision, key })
        if (answer.status < 300) return answer.body
        if (answer.status !== 503) assert.fail(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      } catch (error) {
        if (error.code === 'ERR_ASSERTION' || error instanceof SyntaxError) throw error
      }
      await sleep(50)
    }
    return undefined
  }
}

/// One case on which one official writes version after version of a paper; each text is its own, so that what was
/// acknowledged can be found again exactly once.
export class Writer {
  constructor(kadis, sekretaris, name) {
    this.kadis = kadis
    this.sekretaris = sekretaris
    this.name = name
    this.acknowledged = []
  }

  async begin() {
    const started = await this.sekretaris.insist('POST', '/cases', {
      procedure: 'pengumpulan-data-kinerja',
      title: `Uji ${this.name}`,
      period: { kind: 'quarter', year: 2026, number: 1 },
      origin: { kind: 'instruction', subject: 'Uji ketahanan' },
    })
    this.case_id = started.id
    const task = `${started.id}-1`
    const { revision } = await this.kadis.get(`/tasks/${task}`)
    const { forward_to } = await this.kadis.get(`/tasks/${task}`)
    const disposition = { to: [forward_to[0].id], nature: 'urgent', instructions: ['process'], note: 'Segera' }
    await this.kadis.insist('POST', `/tasks/${task}/completion`, { disposition }, { revision })
    this.task = `${started.id}-2`
    this.revision = (await this.sekretaris.get(`/tasks/${this.task}`)).revision
    return this
  }

  async write(until) {
    const text = `${this.name} ${this.acknowledged.length + 1} ${randomUUID()}`
    const receipt = await this.sekretaris.insist('POST', `/tasks/${this.task}/papers`, { text }, { revision: this.revision, until })
    if (!receipt) return
    this.revision = receipt.task_revision
    this.version = receipt.version
    this.acknowledged.push(sha256(text))
  }

  async write_until(is_over) {
    while (!is_over()) await this.write(is_over)
  }

  /// Every acknowledged text is there exactly once, in order. A last one that nobody heard of may be there as well.
  async check() {
    const { papers, version } = await this.sekretaris.get(`/cases/${this.case_id}`)
    const kept = papers.find((each) => each.key === 'perintah')?.versions.map((each) => each.sha256) ?? []
    assert.ok(version >= (this.version ?? 0), `${this.name}: version ${version} is older than the acknowledged ${this.version}`)
    assert.deepEqual(kept.slice(0, this.acknowledged.length), this.acknowledged, `${this.name}: acknowledged texts`)
    assert.ok(kept.length <= this.acknowledged.length + 1, `${this.name}: ${kept.length} texts are there, ${this.acknowledged.length} were acknowledged`)
    assert.equal(new Set(kept).size, kept.length, `${this.name}: a text is there twice`)
  }
}

/// Writers with cases of their own, signed in and at their paper.
export async function make_writers(server, count) {
  const kadis = await new Official(server, 'kadis').sign_in()
  const sekretaris = await new Official(server, 'sekretaris').sign_in()
  const writers = []
  for (let i = 1; i <= count; ++i) writers.push(await new Writer(kadis, sekretaris, `penulis-${i}`).begin())
  return { kadis, sekretaris, writers }
}

/// All cases and both officials' inboxes, to compare before and after a rebuild.
export async function everything_listed(...officials) {
  const lists = []
  for (const official of officials) {
    for (const path of ['/cases', '/tasks']) {
      const { items } = await official.get(`${path}?limit=100`)
      lists.push(items.map(({ minutes_left, days_left, punctuality, ...rest }) => rest))
    }
  }
  return lists
}

/// The journal verifies, and what is rebuilt from it is what was there before.
export async function check_proof(server, ...officials) {
  const before = await everything_listed(...officials)
  await server.stop()
  server.run('journal', 'verify')
  server.run('rebuild')
  await server.start()
  assert.deepEqual(await everything_listed(...officials), before)
}
