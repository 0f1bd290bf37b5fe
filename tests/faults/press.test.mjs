// kill -9 while an edition is being printed: the case is as it was, and the edition is made after the restart.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { make_writers, Server, sha256, sleep } from './support.mjs'

const patience_ms = 120_000

async function wait_for(what, look) {
  const end = Date.now() + patience_ms
  for (;;) {
    const seen = await look()
    if (seen) return seen
    assert.ok(Date.now() < end, `waited too long for ${what}`)
    await sleep(10)
  }
}

/// The printer is a process of its own below the server.
function is_printing(server) {
  try {
    return execFileSync('ps', ['--no-headers', '--ppid', String(server.child.pid)], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false // ps finds nothing
  }
}

/// As if the minutes had passed for which the dead server holds its job.
function end_lease(folder) {
  const script = `import sqlite3, sys, time
with sqlite3.connect(sys.argv[1]) as base:
    now = int(time.time() * 1e6)
    print(base.execute("UPDATE job SET free_at = ? WHERE kind = 'edition' AND free_at > ?", (now, now)).rowcount)`
  const changed = execFileSync('python3', ['-c', script, join(folder, 'himpun.db')], { encoding: 'utf8' })
  assert.equal(changed.trim(), '1', 'the dead server held the job')
}

test('an edition that was being printed when the server was killed is made after the restart', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-press-'))
  const server = new Server(folder)
  t.after(async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await server.start()
  const { sekretaris, writers } = await make_writers(server, 1)
  const [writer] = writers
  await writer.write()
  const version = `/cases/${writer.case_id}/papers/perintah/versions/1`
  const asked = await sekretaris.insist('POST', `${version}/edition`)
  assert.equal(asked.state, 'requested')
  await wait_for('the printer', () => is_printing(server))
  await server.kill()
  end_lease(folder)
  await server.start()
  const made = await wait_for('the edition', async () => {
    const edition = await sekretaris.get(`${version}/edition`)
    assert.notEqual(edition.state, 'failed', edition.reason)
    return edition.state === 'made' && edition
  })
  const pdf = await fetch(`${server.url}/api/v1${version}/pdf`, { headers: { cookie: sekretaris.cookie } })
  const bytes = Buffer.from(await pdf.arrayBuffer())
  assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-')
  assert.equal(sha256(bytes), made.sha256)
  await writer.check()
  assert.equal((await sekretaris.get(`/cases/${writer.case_id}`)).version, writer.version, 'the case was not touched')
  await server.stop()
  server.run('journal', 'verify')
})
