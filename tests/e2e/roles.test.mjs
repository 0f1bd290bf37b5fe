// Every route of the contract as every role and as nobody. The expectations are support/roles_table.mjs; a route
// without a row fails.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { CaseDriver, case_of, start_case } from './support/case_driver.mjs'
import { Client } from './support/client.mjs'
import { Contract } from './support/contract.mjs'
import { open_office, performers, seed_procedure } from './support/office.mjs'
import { roles, table } from './support/roles_table.mjs'
import { root, start_server } from './support/server.mjs'

const contract = new Contract()
let server, office, people, scene

/// Two cases and one id of everything, looked up once.
async function set_scene({ administrator }) {
  const [kadis] = performers(office, 'kadis')
  const [analis] = performers(office, 'analis')
  const seed_text = readFileSync(join(root, `procedures/${seed_procedure}.yaml`), 'utf8')
  const start = async (title) => (await start_case(analis, case_of(seed_procedure, title))).id
  const [case_a, case_b] = [await start('Berkas A'), await start('Berkas B')]
  await administrator.expect(201, 'adopt_procedure', {
    type: 'application/yaml',
    raw: seed_text.replace('Disimpan Sebagai Data', 'Disimpan Sebagai Arsip'),
  })
  const driver = new CaseDriver(office, case_b)
  await driver.do_task((await driver.view()).tasks[0])
  const first = async (name) => (await administrator.expect(200, name)).body.items[0].id
  const calendar = await administrator.expect(200, 'show_calendar')
  const catalogue = (await administrator.expect(200, 'show_catalogue', { query: { year: 2025 } })).body
  const { body } = await administrator.expect(200, 'show_case', { path: { case: case_a } })
  return {
    case_a,
    case_b,
    task: body.tasks[0].task,
    kadis,
    sekretaris: performers(office, 'sekretaris')[0].me.posts[0].position,
    procedure: seed_procedure,
    unit: await first('list_units'),
    position: await first('list_positions'),
    person: await first('list_people'),
    appointment: await first('list_appointments'),
    account: office.outsider.me.account,
    hours: calendar.body.hours,
    sheet: catalogue.indicators[0].sheet,
    ceiling: catalogue.ceilings[0],
    ...(await find_form(administrator)),
  }
}

/// The demo's quarter that waits: the form of the division that the role `bidang` belongs to, and its first row.
async function find_form(administrator) {
  const cases = await administrator.list('list_cases', { query: { state: 'running' } })
  const units = performers(office, 'bidang')[0].me.posts.map((post) => post.unit)
  for (const each of cases) {
    const { status, body } = await administrator.call('show_collection', { path: { case: each.id } })
    const form = status === 200 && body.forms.find(({ unit }) => units.includes(unit))
    if (!form) continue
    const path = { case: each.id, unit: form.unit }
    const { rows } = (await administrator.expect(200, 'show_form', { path })).body
    return { form: path, row: { kind: rows[0].kind, subject: rows[0].subject } }
  }
  throw new Error('no case of the demo office waits for figures')
}

/// What changes from request to request.
async function present_scene(client) {
  const { administrator } = office
  const etag = async (name, path) => (await administrator.expect(200, name, { path })).etag
  return {
    ...scene,
    own_password: client.password ?? 'kata-sandi-siapa-pun',
    task_etag: await etag('show_task', { task: scene.task }),
    case_a_etag: await etag('show_case', { case: scene.case_a }),
    case_b_etag: await etag('show_case', { case: scene.case_b }),
    procedure_etag: await etag('show_procedure', { procedure: scene.procedure }),
    register_etag: await etag('show_agency', {}),
    calendar_etag: await etag('show_calendar', {}),
    catalogue_etag: await etag('show_catalogue', {}),
    archive_etag: await etag('show_archive', {}),
  }
}

before(async () => {
  server = await start_server()
  office = await open_office(server, contract)
  scene = await set_scene(office)
  people = { nobody: office.nobody, outsider: office.outsider, auditor: office.auditor, administrator: office.administrator }
  for (const actor of ['kadis', 'sekretaris', 'kasubag', 'analis', 'bidang']) people[actor] = performers(office, actor)[0]
})
after(() => server?.stop())

test('every operation has a row and every row an operation', () => {
  assert.deepEqual(Object.keys(table).sort(), [...contract.operations.keys()].sort())
  for (const [name, { expected }] of Object.entries(table)) {
    assert.deepEqual(Object.keys(expected).sort(), [...roles].sort(), name)
  }
})

describe('each role gets what its row says', () => {
  for (const [name, { expected, request, fresh_session }] of Object.entries(table)) {
    test(name, async () => {
      for (const role of roles) {
        let client = people[role]
        if (fresh_session && client.password) {
          client = await new Client(server.url, contract, client.label).sign_in(client.me.username, client.password)
        }
        const may = ![401, 403].includes(expected[role])
        const options = request(await present_scene(client), may)
        const { status, body } = await client.call(name, options)
        const said = JSON.stringify(body)?.slice(0, 500)
        assert.equal(status, expected[role], `${name} as ${role} answered ${status} instead of ${expected[role]}: ${said}`)
      }
    })
  }
})
