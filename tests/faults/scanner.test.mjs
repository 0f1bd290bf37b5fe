// A virus scanner that answers, finds something, or is not there: what becomes of an upload.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { binary, Official, Server, sleep } from './support.mjs'

/// Speaks clamd's INSTREAM: finds what contains VIRUS-UJI.
async function fake_clamd() {
  const daemon = createServer((talk) => {
    let bytes = Buffer.alloc(0)
    talk.on('error', () => {})
    talk.on('data', (piece) => {
      bytes = Buffer.concat([bytes, piece])
      if (bytes.subarray(-4).readUInt32BE() === 0) {
        talk.end(bytes.includes('VIRUS-UJI') ? 'stream: Uji.Virus-1 FOUND\0' : 'stream: OK\0')
      }
    })
  })
  await new Promise((resolve) => daemon.listen(0, '127.0.0.1', resolve))
  return { daemon, address: `tcp:127.0.0.1:${daemon.address().port}` }
}

async function open_server(t, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-scanner-'))
  const server = new Server(folder, undefined, {}, options)
  t.after(async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await server.start()
  const kadis = await new Official(server, 'kadis').sign_in()
  /// The answer may come a moment before the file is gone.
  const expect_nothing_left = async () => {
    const end = Date.now() + 10_000
    while (readdirSync(join(folder, 'uploads')).length > 0 && Date.now() < end) await sleep(10)
    assert.deepEqual(readdirSync(join(folder, 'uploads')), [])
  }
  return { server, kadis, expect_nothing_left }
}

test('what the scanner finds is refused and nothing of it stays', async (t) => {
  const { daemon, address } = await fake_clamd()
  t.after(() => daemon.close())
  const { kadis, expect_nothing_left, server } = await open_server(t, '--virus-scanner', address, '--virus-scanner-required')
  const refused = await kadis.upload('surat.txt', 'isi VIRUS-UJI')
  assert.equal(refused.status, 422, JSON.stringify(refused.body))
  assert.equal(refused.body.code, 'file.infected')
  assert.match(refused.body.detail, /Uji\.Virus-1/)
  await expect_nothing_left()
  assert.equal((await kadis.upload('surat.txt', 'isi biasa')).status, 201)
  await expect_nothing_left()
  assert.match(server.log, /file\.infected/)
})

test('without a scanner that answers nothing is kept where it is required', async (t) => {
  const { kadis, expect_nothing_left } = await open_server(t, '--virus-scanner', 'unix:/tidak/ada.ctl', '--virus-scanner-required')
  const refused = await kadis.upload('surat.txt', 'isi biasa')
  assert.equal(refused.status, 503)
  assert.equal(refused.body.code, 'scanner.unreachable')
  await expect_nothing_left()
})

test('where it is not required, the file is kept and the log says that it was not scanned', async (t) => {
  const { kadis, server } = await open_server(t, '--virus-scanner', 'unix:/tidak/ada.ctl')
  assert.equal((await kadis.upload('surat.txt', 'isi biasa')).status, 201)
  assert.match(server.log, /kept without a virus scan/)
})

test('an address that is none opens no office', () => {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-scanner-'))
  const ended = spawnSync(binary, ['demo', '--data', folder, '--port', '0', '--virus-scanner', 'clamd'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  assert.equal(ended.status, 2)
  assert.match(ended.stderr, /unix:\/run\/clamav\/clamd\.ctl/)
})
