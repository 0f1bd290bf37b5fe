// The people of the demo office, each signed in: who performs which column of the seed SOP, who looks after the office,
// and an official who has no part in the SOP (made here, by the administrator).

import assert from 'node:assert/strict'
import { Client } from './client.mjs'

export const seed_procedure = 'pengumpulan-data-kinerja'
const first_password = 'sementara-7431-kuda'
const own_password = 'kata-sandi-sendiri-2026'

const holders_of = (client) => new Set(client.me.posts.flatMap((post) => [post.position, post.unit]))

export async function open_office(server, contract) {
  const clients = []
  for (const { username, password } of server.accounts) {
    clients.push(await new Client(server.url, contract, username).sign_in(username, password))
  }
  const administrator = clients.find((each) => each.me.roles.includes('administrator'))
  assert.ok(administrator, 'the demo office has an administrator')
  const office = { server, contract, clients, administrator, nobody: new Client(server.url, contract) }
  office.actors = (await administrator.expect(200, 'show_procedure', { path: { procedure: seed_procedure } })).body.actors
  office.by_holder = (holder) => clients.find((each) => holders_of(each).has(holder))
  office.outsider = await hire(office, { name: 'RINA MARLINA', position: 'Pustakawan', username: 'pustakawan.e2e' })
  office.auditor =
    clients.find((each) => each.me.roles.includes('auditor')) ??
    (await open_account(office, { username: 'pemeriksa.e2e', roles: ['auditor'] }))
  return office
}

/// The signed-in people who stand for a performer column.
export function performers(office, actor) {
  const lane = office.actors.find((each) => each.id === actor)
  assert.ok(lane, `the seed SOP has the performer ${actor}`)
  const found = lane.holders.map((holder) => office.by_holder(holder.id))
  assert.ok(found.length > 0 && found.every(Boolean), `somebody in the demo office is ${lane.name}`)
  return found
}

/// Records a person with a position in the unit, or in a new one that has no part in any SOP, and signs them in.
export async function hire(office, { name, position, username, unit }) {
  const { administrator } = office
  unit ??= (await administrator.expect(201, 'create_unit', { body: { name: 'Perpustakaan Keliling' } })).body.id
  const post = (await administrator.expect(201, 'create_position', { body: { name: position, unit } })).body
  const person = (await administrator.expect(201, 'create_person', { body: { name } })).body
  const decree = '800/77/DPK/2026'
  await administrator.expect(201, 'appoint', {
    body: { person: person.id, position: post.id, standing: 'definitive', from: '2026-01-02', decree },
  })
  return open_account(office, { username, roles: [], person: person.id })
}

/// Opens an account and gives it a password of its own, as its owner does at the first sign-in.
async function open_account({ administrator, contract, server }, account) {
  await administrator.expect(201, 'create_account', { body: { ...account, password: first_password } })
  const client = new Client(server.url, contract, account.username)
  await client.sign_in(account.username, first_password)
  assert.equal(client.me.must_change_password, true)
  const refused = await client.expect(403, 'list_tasks')
  assert.equal(refused.body.code, 'password.must_change')
  await client.expect(204, 'change_password', { body: { current: first_password, new: own_password } })
  await client.expect(200, 'show_session')
  return new Client(server.url, contract, account.username).sign_in(account.username, own_password)
}
