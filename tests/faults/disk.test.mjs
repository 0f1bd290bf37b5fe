// A full disk and a read-only disk: clear 503 answers as problem+json, nothing lost, and work goes on by itself when
// there is room again. Both on a disk that only behaves so (broken_disk.cpp), and a full one also in earnest, on a small
// file system, which needs root to mount.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, unlinkSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { binary, check_proof, make_writers, Server, sleep } from './support.mjs'

const disk_megabytes = 48
const library = process.env.HIMPUN_BROKEN_DISK_LIBRARY ?? join(dirname(binary), 'libbroken_disk.so')

/// A folder on a disk that `say('full' | 'read-only')` breaks and `mend()` repairs.
function make_broken_disk() {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-disk-'))
  const state = mkdtempSync(join(tmpdir(), 'himpun-disk-state-'))
  const file = join(state, 'switch')
  assert.ok(existsSync(library), `${library} is not built`)
  return {
    folder,
    environment: { LD_PRELOAD: library, HIMPUN_BROKEN_DISK: folder, HIMPUN_BROKEN_DISK_SWITCH: file },
    say: (word) => writeFileSync(file, word),
    mend: () => unlinkSync(file),
    remove() {
      for (const each of [folder, state]) rmSync(each, { recursive: true, force: true })
    },
  }
}

/// The same on a small file system that is really full; undefined where it cannot be mounted.
function mount_disk() {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${disk_megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    console.error(`NOT TESTED: a mounted disk that is full (mounting needs root): ${String(error.stderr ?? error).trim()}`)
    return undefined
  }
  return {
    folder,
    environment: {},
    say: () => fill(folder),
    mend: () => unlinkSync(join(folder, 'filler')),
    remove() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
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

/// Writes until it is refused; the database may have room left in pages of its own, which a real disk cannot take away.
async function write_until_refused({ disk, word, sekretaris, writer }) {
  const before = sekretaris.refusals.length
  const deadline = Date.now() + 30_000
  while (sekretaris.refusals.length === before && Date.now() < deadline) {
    disk.say(word)
    await writer.write(() => sekretaris.refusals.length > before || Date.now() > deadline)
  }
  const refusal = sekretaris.refusals.at(-1)
  assert.ok(refusal && sekretaris.refusals.length > before, 'writing is refused with 503')
  assert.match(refusal.type, /application\/problem\+json/)
  assert.equal(refusal.body.status, 503)
  assert.ok(refusal.body.title.length > 0 && refusal.body.code, JSON.stringify(refusal.body))
}

/// A file that comes in meanwhile is refused as clearly, and nothing of it stays.
async function expect_upload_refused(official) {
  const answer = await official.upload('surat.txt', 'Isi surat '.repeat(1000))
  assert.equal(answer.status, 503, JSON.stringify(answer.body))
  assert.match(answer.type, /application\/problem\+json/)
}

/// A text that was refused may be tried again; the writer then counts from what is really there.
async function resume(writer) {
  await sleep(100)
  const { revision } = await writer.sekretaris.get(`/tasks/${writer.task}`)
  assert.ok(revision >= writer.revision, 'nothing acknowledged was lost')
  writer.revision = revision
}

async function live_through(t, disk, word) {
  if (!disk) return t.skip('mounting needs root')
  const server = new Server(join(disk.folder, 'data'), undefined, disk.environment)
  t.after(async () => {
    await server.kill()
    disk.remove()
  })
  await server.start()
  const { kadis, sekretaris, writers } = await make_writers(server, 1)
  const writer = writers[0]
  for (let i = 0; i < 5; ++i) await writer.write(() => false)
  for (let round = 0; round < 2; ++round) {
    await write_until_refused({ disk, word, sekretaris, writer })
    await expect_upload_refused(sekretaris)
    assert.ok((await sekretaris.get(`/cases/${writer.case_id}`)).version >= writer.version, 'reading goes on')
    disk.mend()
    await resume(writer)
    for (let i = 0; i < 5; ++i) await writer.write(() => false)
    assert.equal((await sekretaris.upload('surat.txt', `Isi surat ${round}`)).status, 201)
  }
  await writer.check()
  await check_proof(server, kadis, sekretaris)
}

const told = 'is answered with 503, loses nothing, and is over when it can be written'

test(`a full disk ${told}`, async (t) => live_through(t, make_broken_disk(), 'full'))
test(`a read-only disk ${told}`, async (t) => live_through(t, make_broken_disk(), 'read-only'))
test(`a small file system that is really full ${told}`, async (t) => live_through(t, mount_disk(), 'full'))
