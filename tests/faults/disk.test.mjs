// A full disk and a read-only disk: clear 503 answers as problem+json, nothing lost, and work goes on by itself when
// there is room again. Needs to mount a file system, so it runs as root only and says loudly when it does not.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { check_proof, make_writers, Server, sleep } from './support.mjs'

const disk_megabytes = 48

function mount_disk() {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${disk_megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
    return folder
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    console.error(`NOT TESTED: a full and a read-only disk (mounting needs root): ${String(error.stderr ?? error).trim()}`)
    return undefined
  }
}

function fill(folder) {
  const file = openSync(join(folder, 'filler'), 'a')
  const piece = Buffer.alloc(65536)
  for (let size = piece.length; size >= 1; size = Math.floor(size / 16)) {
    try {
      for (;;) writeSync(file, piece, 0, size)
    } catch (error) {
      assert.equal(error.code, 'ENOSPC')
    }
  }
  closeSync(file)
}

async function expect_clear_refusals(official, writer) {
  const before = official.refusals.length
  const deadline = Date.now() + 30_000
  await writer.write(() => official.refusals.length > before || Date.now() > deadline)
  await writer.write(() => official.refusals.length > before || Date.now() > deadline)
  const refusal = official.refusals.at(-1)
  assert.ok(refusal && official.refusals.length > before, 'writing is refused with 503')
  assert.match(refusal.type, /application\/problem\+json/)
  assert.equal(refusal.body.status, 503)
  assert.ok(refusal.body.title.length > 0 && refusal.body.code, JSON.stringify(refusal.body))
}

async function with_disk(t, run) {
  const folder = mount_disk()
  if (!folder) return t.skip('mounting needs root')
  const server = new Server(join(folder, 'data'))
  t.after(async () => {
    await server.kill()
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  await server.start()
  const { kadis, sekretaris, writers } = await make_writers(server, 1)
  for (let i = 0; i < 5; ++i) await writers[0].write(() => false)
  await run({ folder, sekretaris, writer: writers[0] })
  for (let i = 0; i < 5; ++i) await writers[0].write(() => false)
  await writers[0].check()
  await check_proof(server, kadis, sekretaris)
}

/// A text that was refused may be tried again; the writer then counts from what is really there.
async function resume(writer) {
  await sleep(100)
  const { revision } = await writer.sekretaris.get(`/tasks/${writer.task}`)
  assert.ok(revision >= writer.revision, 'nothing acknowledged was lost')
  writer.revision = revision
}

test('a full disk is answered with 503, loses nothing, and is over when there is room', async (t) =>
  with_disk(t, async ({ folder, sekretaris, writer }) => {
    fill(folder)
    // The database may have room left in pages of its own: write until it has none.
    const deadline = Date.now() + 20_000
    while (sekretaris.refusals.length === 0 && Date.now() < deadline) {
      await writer.write(() => sekretaris.refusals.length > 0)
      fill(folder)
    }
    await expect_clear_refusals(sekretaris, writer)
    assert.ok((await sekretaris.get(`/cases/${writer.case_id}`)).version >= writer.version, 'reading goes on')
    unlinkSync(join(folder, 'filler'))
    await resume(writer)
  }))

test('a read-only disk is answered with 503, loses nothing, and is over when it can be written', async (t) =>
  with_disk(t, async ({ folder, sekretaris, writer }) => {
    try {
      execFileSync('mount', ['-o', 'remount,ro,force', folder], { stdio: 'pipe' })
    } catch {
      execFileSync('mount', ['-i', '-o', 'remount,ro', folder], { stdio: 'pipe' })
    }
    assert.ok(existsSync(folder))
    await expect_clear_refusals(sekretaris, writer)
    execFileSync('mount', ['-o', 'remount,rw', folder], { stdio: 'pipe' })
    await resume(writer)
  }))
