// kill -9 at random moments while officials work: every acknowledged step is there exactly once, the journal verifies,
// and a rebuild equals what was live. HIMPUN_KILLS says how often; on PostgreSQL when HIMPUN_TEST_POSTGRES names a
// cluster (tests/support/with-postgres.sh).

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { make_database } from './database.mjs'
import { check_proof, is_deep, make_writers, Server, sleep } from './support.mjs'

const cluster = process.env.HIMPUN_TEST_POSTGRES
const kills = Number(process.env.HIMPUN_KILLS ?? (cluster ? (is_deep ? 50 : 5) : is_deep ? 200 : 10))
const longest_life_ms = 700
const writers_at_work = 4

test(`every acknowledged step survives ${kills} kills on ${cluster ? 'PostgreSQL' : 'SQLite'}`, async (t) => {
  const database = make_database(cluster)
  const folder = mkdtempSync(join(tmpdir(), 'himpun-kill-'))
  const server = new Server(folder, database.url)
  t.after(async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
    database.drop()
  })
  await server.start()
  const { kadis, sekretaris, writers } = await make_writers(server, writers_at_work)
  let over = false
  const work = writers.map((each) => each.write_until(() => over))
  const done = Promise.all(work)
  done.catch(() => {})
  for (let i = 0; i < kills; ++i) {
    await Promise.race([sleep(Math.random() * longest_life_ms), done])
    await server.kill()
    await server.start()
  }
  await sleep(longest_life_ms)
  over = true
  await done
  for (const each of writers) await each.check()
  await check_proof(server, kadis, sekretaris)
  for (const each of writers) await each.check()
  const steps = writers.reduce((sum, each) => sum + each.acknowledged.length, 0)
  t.diagnostic(`${steps} acknowledged steps in ${kills} lives`)
  assert.ok(steps >= kills, 'the officials got on with their work between the kills')
})
