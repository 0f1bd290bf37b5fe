// Drives a real server through the seed SOP and everything around it. Every answer is checked against api/openapi.yaml
// (support/client.mjs does it); the last test fails for an operation that was never carried out.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { tests_of_archive } from './archive.mjs'
import { tests_of_exchange } from './exchange.mjs'
import { tests_of_figures } from './figures.mjs'
import { start_signing_services, tests_of_signing } from './signing.mjs'
import { CaseDriver, case_of, start_case } from './support/case_driver.mjs'
import { Client, tag } from './support/client.mjs'
import { Contract } from './support/contract.mjs'
import { open_office, performers, seed_procedure } from './support/office.mjs'
import { event_hash, root_of } from './support/proof.mjs'
import { start_mail_sink } from './support/mail_sink.mjs'
import { list_routes, root, start_server } from './support/server.mjs'

const contract = new Contract()
let server, sink, services, office, administrator, auditor, kadis, sekretaris, kasubag, analis

before(async () => {
  sink = await start_mail_sink()
  services = await start_signing_services()
  server = await start_server([...sink.options, '--public-url', 'https://himpun.contoh.go.id'], services.files)
  office = await open_office(server, contract)
  ;({ administrator, auditor } = office)
  ;[[kadis], [sekretaris], [kasubag], [analis]] = ['kadis', 'sekretaris', 'kasubag', 'analis'].map((actor) =>
    performers(office, actor),
  )
})
after(async () => {
  await server?.stop()
  await sink?.stop()
  services?.stop()
})

const seed_text = readFileSync(join(root, `procedures/${seed_procedure}.yaml`), 'utf8')
const first_task = async (client, path) => (await client.expect(200, 'show_case', { path })).body.tasks[0]
const fresh_case = async (title) => (await start_case(analis, case_of(seed_procedure, title))).id
const etag_of = async (client, name, options) => (await client.expect(200, name, options)).etag

test('the server has the routes of the contract and no others', () => {
  assert.deepEqual(list_routes(), contract.routes())
})

test('the server says that it can serve', async () => {
  await office.nobody.expect(200, 'check_health')
})

test('signing in: refused alike for a wrong name and a wrong password, needed for everything else', async () => {
  const stranger = new Client(server.url, contract)
  const wrong_name = await stranger.expect(401, 'open_session', { body: { username: 'bukan.siapa', password: 'salah' } })
  const wrong_password = await stranger.expect(401, 'open_session', { body: { username: kadis.label, password: 'salah' } })
  assert.deepEqual(wrong_name.body, wrong_password.body)
  await stranger.expect(401, 'show_session')
  await stranger.expect(422, 'open_session', { body: { username: 'siapa' } })
  await kadis.expect(200, 'show_session')
})

test('an unsafe request without the CSRF token is refused', async () => {
  const { body } = await analis.expect(403, 'start_case', { body: case_of(seed_procedure), csrf: false })
  assert.match(body.code, /csrf/)
})

test('signing out ends the session', async () => {
  const { username, password } = server.accounts.find((each) => each.username === analis.label)
  const second = await new Client(server.url, contract, username).sign_in(username, password)
  await second.expect(204, 'close_session')
  await second.expect(401, 'show_session')
})

test('the seed SOP from letter to archive, with a returned division, a repair and a return', async () => {
  const id = await fresh_case('Pengumpulan data kinerja Triwulan I 2026')
  const driver = new CaseDriver(office, id, { outcomes: ['perlu perbaikan', 'sudah baik'], reject: 1 })
  const at_initials = await driver.run({ until: (view) => view.tasks.some((each) => each.action === 'initial') })
  const { task, step } = at_initials.tasks.find((each) => each.action === 'initial')
  assert.equal(step, 'paraf-kasubag')
  await comments(id, at_initials.papers.find((each) => each.key === 'dokumen'))
  await driver.act(kasubag, 'return_task', task, { to: 'perbaikan', reason: 'Halaman pengesahan belum memuat NIP.' })
  const end = await driver.run()

  assert.equal(end.state, 'completed')
  assert.deepEqual(end.steps.map((each) => each.number), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  assert.deepEqual(new Set(end.steps.map((each) => each.state)), new Set(['done']))
  const repair = end.steps.find((each) => each.id === 'perbaikan')
  assert.equal(repair.runs.length, 2)
  const paper = end.papers.find((each) => each.key === 'dokumen')
  const marks = paper.versions.at(-1).marks.filter((each) => !each.voided_at)
  assert.deepEqual(marks.map((each) => each.kind), ['initials', 'initials', 'signature'])
  assert.ok(end.recipients.length > 0 && end.recipients.every((each) => each.received_at))
  assert.equal(end.archive.classification, '000.8.6.3')
  const returned = end.requests.filter((each) => each.answers.some((answer) => answer.returned_with))
  assert.equal(returned.length, 1)

  const history = await auditor.list('list_case_history', { path: { case: id }, query: { limit: 7 } })
  assert.equal(history.length, end.version)
  assert.ok(history.every((each) => each.words.length > 0))
  await downloads(end, paper)
  await reports(end)
})

async function comments(id, { key, versions }) {
  const path = { case: id, paper: key }
  const { version, content } = versions.at(-1)
  const quote = content.text.slice(0, 20)
  const body = { version, position: 0, quote, text: 'Sebutkan nomor SOP-nya.' }
  const written = (await kasubag.expect(201, 'write_paper_comment', { path, body })).body
  await kasubag.expect(422, 'write_paper_comment', { path, body: { ...body, quote: 'kata yang tidak ada di sana' } })
  await analis.expect(404, 'resolve_paper_comment', { path: { ...path, comment: 'tidak-ada' }, body: {} })
  const resolving = { path: { ...path, comment: written.id }, body: { note: 'Sudah disebut.' } }
  await analis.expect(201, 'resolve_paper_comment', resolving)
  await analis.expect(409, 'resolve_paper_comment', resolving)
  const { items, may_comment } = (await auditor.expect(200, 'list_paper_comments', { path })).body
  assert.equal(may_comment, false)
  assert.deepEqual(items.map((each) => [each.quote, each.resolved.note]), [[quote, 'Sudah disebut.']])
}

async function reports({ id, requests }) {
  const { items } = (await auditor.expect(200, 'list_reports', { path: { case: id } })).body
  assert.deepEqual(new Set(items.map((each) => each.kind)), new Set(['disposition', 'request', 'receipt']))
  assert.equal(items.filter((each) => each.kind === 'receipt').length, requests.length)
  const path = { case: id, report: 'disposition:1' }
  const pdf = (await auditor.expect(200, 'download_report_pdf', { path })).body
  assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-')
  const [first, second] = [await auditor.expect(200, 'download_report_docx', { path }), await auditor.expect(200, 'download_report_docx', { path })]
  assert.equal(first.body.subarray(0, 2).toString('latin1'), 'PK')
  assert.ok(first.body.equals(second.body), 'the same paper is the same file')
  await auditor.expect(404, 'download_report_xlsx', { path }) // no tables in it
}

async function downloads({ id, requests }, { key, versions }) {
  const latest = versions.at(-1)
  const path = { case: id, paper: key, version: latest.version }
  const { body } = await auditor.expect(200, 'download_paper', { path })
  assert.equal(body.toString(), latest.content.text)
  await editions(path)
  const word = (await auditor.expect(200, 'download_paper_docx', { path })).body
  assert.equal(word.subarray(0, 2).toString('latin1'), 'PK')
  assert.ok(word.equals((await auditor.expect(200, 'download_paper_docx', { path })).body), 'the same version is the same file')
  await auditor.expect(404, 'download_paper_docx', { path: { ...path, version: 999 } })
  const file = requests.flatMap((each) => each.answers).flatMap((each) => each.files)[0]
  const kept = await auditor.expect(200, 'download_file', { path: { case: id, sha256: file.sha256 } })
  assert.equal(kept.body.length, file.size)
  await auditor.expect(404, 'download_file', { path: { case: id, sha256: '0'.repeat(64) } })
}

/// The PDF of a version is asked for once, made beside the requests, and then always the same.
async function editions(path) {
  await auditor.expect(404, 'show_edition', { path })
  const asked = await auditor.expect(200, 'request_edition', { path })
  assert.equal(asked.body.state, 'requested')
  await auditor.expect(200, 'request_edition', { path })
  for (let tries = 0; tries < 240; tries += 1) {
    const { body } = await auditor.expect(200, 'show_edition', { path })
    assert.notEqual(body.state, 'failed', body.reason)
    if (body.state === 'made') break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const { body } = await auditor.expect(200, 'download_edition', { path })
  assert.equal(body.subarray(0, 5).toString(), '%PDF-')
  await auditor.expect(404, 'download_edition', { path: { ...path, version: 999 } })
}

test('the letterhead and a template are set, previewed and printed', async () => {
  const { etag, body } = await administrator.expect(200, 'show_letterhead')
  const letterhead = { ...body.letterhead, address: 'Jalan Contoh Nomor 1', place: 'Contoh' }
  const kept = await administrator.expect(200, 'set_letterhead', { if_match: etag, body: letterhead })
  assert.equal(kept.body.letterhead.address, letterhead.address)
  const pdf = await administrator.expect(200, 'print_letterhead', { body: { letterhead, kind: 'case_paper', text: 'Berkas {{nomor_berkas}}\n\n{{isi}}\n' } })
  assert.equal(pdf.body.subarray(0, 5).toString(), '%PDF-')
  const kinds = kept.body.templates.map((each) => each.kind)
  assert.deepEqual(kinds, ['case_paper', 'data_request', 'data_receipt', 'disposal_record'])
  let seen = kept.etag
  for (const template of kept.body.templates) seen = await own_words(template, letterhead, seen)
  const after = await administrator.expect(200, 'show_letterhead')
  assert.ok(after.body.templates.every((each) => !each.is_own))
  await administrator.expect(422, 'set_template', { path: { kind: 'mechanism' }, if_match: after.etag, body: { text: 'Kata.' } })
  await administrator.expect(422, 'preview_letterhead', { body: { letterhead, text: '{{isi}}' } })
  await administrator.expect(422, 'preview_letterhead', { body: { letterhead, kind: 'mechanism', text: 'Kata.' } })
})

/// One kind of paper: its shipped words and own ones are shown, wrong ones refused; then back to the shipped ones.
async function own_words({ kind, text, fields }, letterhead, etag) {
  const path = { kind }
  const preview = async (words) => (await administrator.expect(200, 'preview_letterhead', { body: { letterhead, kind, text: words } })).body.html
  const usual = await preview(text)
  assert.match(usual, /Jalan Contoh Nomor 1/)
  const words = ['Kata kantor dari {{tempat}}.', ...fields.map((field) => `{{${field.name}}}`)].join('\n\n')
  const own = await preview(words)
  assert.match(own, /Kata kantor dari Contoh\./)
  assert.notEqual(own, usual)
  const kept = await administrator.expect(200, 'set_template', { path, if_match: etag, body: { text: words } })
  assert.equal(kept.body.templates.find((each) => each.kind === kind).text, words)
  const wrong = { text: `${text}\n{{tempt}}` }
  const refused = await administrator.expect(422, 'set_template', { path, if_match: kept.etag, body: wrong })
  assert.match(refused.body.errors[0].detail, /Baris \d+.*tempat/s)
  await administrator.expect(422, 'preview_letterhead', { body: { letterhead, kind, ...wrong } })
  const back = await administrator.expect(200, 'set_template', { path, if_match: kept.etag, body: { text: '' } })
  assert.equal(back.body.templates.find((each) => each.kind === kind).text, text)
  return back.etag
}

test('a disposition can be withdrawn while unread, and no longer afterwards', async () => {
  const path = { case: await fresh_case('Disposisi yang ditarik') }
  const driver = new CaseDriver(office, path.case)
  const give = async () => driver.do_task(await first_task(kadis, path))
  const withdraw = async (status) => {
    const { etag } = await kadis.expect(200, 'show_case', { path })
    await kadis.expect(status, 'withdraw_disposition', { path, if_match: etag, body: { reason: 'Salah sifat surat.' } })
  }
  await give()
  await withdraw(200)
  await give()
  const { task } = await first_task(sekretaris, path)
  await sekretaris.expect(200, 'read_task', { path: { task } })
  await withdraw(409)
})

test('suspend, resume, correct and cancel, each on the record', async () => {
  const path = { case: await fresh_case('Berkas yang dibatalkan') }
  const steer = async (status, name, body) => {
    const { etag } = await kadis.expect(200, 'show_case', { path })
    await kadis.expect(status, name, { path, if_match: etag, body })
  }
  await steer(200, 'suspend_case', { reason: 'Menunggu surat susulan.' })
  const { task, revision } = await first_task(kadis, path)
  const disposition = { to: [], nature: 'ordinary', instructions: [] }
  await kadis.expect(409, 'complete_task', { path: { task }, if_match: tag(revision), body: { disposition } })
  await steer(200, 'resume_case', {})
  await steer(409, 'resume_case', {})
  await steer(201, 'correct_event', { event: `case/${path.case}@1`, text: 'Nomor agenda yang benar 016/2026.' })
  await steer(422, 'cancel_case', { reason: ' ' })
  await steer(200, 'cancel_case', { reason: 'Digabung dengan berkas lain.' })
  const { body } = await kadis.expect(200, 'show_case', { path })
  assert.equal(body.state, 'cancelled')
  assert.equal(body.tasks.length, 0)
  const [entry] = (await kadis.list('list_case_history', { path })).filter((each) => each.event.endsWith('@1'))
  assert.equal(entry.corrections.length, 1)
})

test('a change needs the state that was seen', async () => {
  const path = { case: await fresh_case('Berkas yang berubah') }
  const { task, revision } = await first_task(kadis, path)
  const body = { index: 0, reference: 'Lemari arsip B2' }
  await kadis.expect(428, 'present_input', { path: { task }, body })
  await kadis.expect(412, 'present_input', { path: { task }, if_match: tag(revision + 1), body })
  await kadis.expect(200, 'present_input', { path: { task }, if_match: tag(revision), body })
  await kadis.expect(412, 'present_input', { path: { task }, if_match: tag(revision), body })
})

test('the same idempotency key does the work once and never for another request', async () => {
  const key = 'kunci-pengulangan-1'
  const body = case_of(seed_procedure, 'Dikirim dua kali')
  const first = await analis.expect(201, 'start_case', { body, key })
  const again = await analis.expect(201, 'start_case', { body, key })
  assert.deepEqual(again.body, first.body)
  const other = await analis.expect(409, 'start_case', { body: { ...body, title: 'Lain' }, key })
  assert.equal(other.body.code, 'idempotency_key.reused')
})

test('initials and signature ask for the password and for the version that was seen', async () => {
  const id = await fresh_case('Paraf dengan kata sandi salah')
  const driver = new CaseDriver(office, id, { outcomes: ['sudah baik'] })
  const view = await driver.run({ until: ({ tasks }) => tasks.some((each) => each.action === 'initial') })
  const { task } = view.tasks.find((each) => each.action === 'initial')
  const { revision, paper } = await driver.detail(kasubag, task)
  const send = (status, body) => kasubag.expect(status, 'initial_paper', { path: { task }, if_match: tag(revision), body })
  await send(403, { password: 'salah sekali', sha256: paper.latest.sha256 })
  await send(412, { password: kasubag.password, sha256: '0'.repeat(64) })
  await send(200, { password: kasubag.password, sha256: paper.latest.sha256 })
})

test('wrong requests name every wrong field', async () => {
  const { body } = await analis.expect(422, 'start_case', { body: { ...case_of(seed_procedure), period: { kind: 'decade' }, more: 1 } })
  const pointers = body.errors.map((each) => each.pointer)
  for (const pointer of ['/period/kind', '/period/year', '/period/number', '/more']) assert.ok(pointers.includes(pointer), pointer)
  await analis.expect(415, 'start_case', { raw: 'a: 1', type: 'application/yaml' })
  await analis.expect(400, 'start_case', { raw: '{"procedure": ', type: 'application/json' })
  await analis.expect(404, 'show_case', { path: { case: '01JZZZZZZZZZZZZZZZZZZZZZZZ' } })
  await analis.expect(422, 'list_tasks', { query: { action: 'dance' } })
})

test('refusals speak the language that was asked for', async () => {
  const ask = async (language) => (await office.nobody.expect(401, 'show_session', { headers: { 'accept-language': language } })).body.title
  assert.notEqual(await ask('en'), await ask('id'))
  assert.equal(await ask('fr'), await ask('id'))
})

test('inbox and case list can be narrowed and paged', async () => {
  await fresh_case('Untuk daftar')
  const inbox = (await kadis.expect(200, 'list_tasks')).body
  assert.ok(inbox.counts.all >= inbox.items.length && inbox.items.length > 0)
  for (const action of ['dispose', 'sign']) {
    const { body } = await kadis.expect(200, 'list_tasks', { query: { action } })
    assert.ok(body.items.every((each) => each.action === action))
  }
  for (const due of ['late', 'at_risk', 'on_time']) await kadis.expect(200, 'list_tasks', { query: { due, q: 'triwulan' } })
  const all = await kadis.list('list_tasks', { query: { limit: 1 } })
  assert.equal(new Set(all.map((each) => each.id)).size, inbox.counts.all)
  for (const sort of ['-updated_at', 'number', 'due_at']) {
    const found = await auditor.list('list_cases', { query: { sort, limit: 2 } })
    assert.equal(new Set(found.map((each) => each.id)).size, found.length)
  }
  const filters = { state: 'running', period: '2024-q1', procedure: seed_procedure, q: 'daftar' }
  assert.equal((await auditor.list('list_cases', { query: filters })).length, 1)
})

test('a procedure is checked, adopted, shown and assigned; a running case moves to its new version', async () => {
  const path = { procedure: seed_procedure }
  const yaml = { type: 'application/yaml' }
  const check = (await administrator.expect(200, 'check_procedure', { ...yaml, raw: seed_text })).body
  assert.ok(check.findings.length > 0 && check.refusals.length === 0)
  const broken = (await administrator.expect(200, 'check_procedure', { ...yaml, raw: 'prosedur: [' })).body
  assert.ok(broken.refusals.length > 0 && broken.refusals[0].line > 0)
  await administrator.expect(422, 'adopt_procedure', { ...yaml, raw: 'prosedur: [' })

  const running = { case: await fresh_case('Berkas yang pindah versi') }
  const newer = seed_text.replace('Disimpan Sebagai Data', 'Disimpan Sebagai Data dan Arsip')
  const { version } = (await administrator.expect(201, 'adopt_procedure', { ...yaml, raw: newer })).body
  assert.equal(version, 2)
  const shown = await administrator.expect(200, 'show_procedure', { path })
  assert.equal(shown.body.latest_version, 2)
  const assignments = shown.body.actors.map(({ id, holders }) => ({ actor: id, holders: holders.map((each) => each.id) }))
  await administrator.expect(200, 'assign_procedure', { path, if_match: shown.etag, body: { assignments } })
  await auditor.list('list_procedures')
  const at = { path: { ...path, version: 1 } }
  assert.equal((await auditor.expect(200, 'show_procedure_version', at)).body.procedure.steps.length, 10)
  assert.equal((await auditor.expect(200, 'show_sheet', at)).body.columns.length, 5)
  const bpmn = (await auditor.expect(200, 'download_bpmn', at)).body
  await auditor.expect(404, 'download_bpmn', { path: { ...path, version: 99 } })
  const drawn = (await administrator.expect(200, 'check_procedure', { type: 'application/xml', raw: bpmn })).body
  assert.deepEqual([drawn.id, drawn.notes, drawn.refusals], [seed_procedure, [], []])
  assert.ok(drawn.source.startsWith(`prosedur: ${seed_procedure}\n`))
  await administrator.expect(422, 'check_procedure', { type: 'application/xml', raw: '<!DOCTYPE a><a/>' })
  await administrator.expect(415, 'check_procedure', { type: 'text/plain', raw: bpmn })
  for (const format of ['pdf', 'svg', 'html', 'docx']) {
    const sheet = await auditor.expect(200, 'print_sheet', { path: { ...at.path, format }, query: { size: 'f4' } })
    assert.ok(sheet.body.length > 5000)
  }

  const preview = (await kadis.expect(200, 'preview_migration', { path: running })).body
  assert.equal(preview.fits, true)
  const { etag } = await kadis.expect(200, 'show_case', { path: running })
  await kadis.expect(200, 'migrate_case', { path: running, if_match: etag, body: { version } })
  assert.equal((await kadis.expect(200, 'show_case', { path: running })).body.procedure.version, 2)
})

test('the office is kept: agency, units, positions, people, appointments, accounts', async () => {
  const agency = await administrator.expect(200, 'show_agency')
  const { name, region } = agency.body
  const renamed = await administrator.expect(200, 'rename_agency', { if_match: agency.etag, body: { name: `${name} Daerah`, region } })
  await administrator.expect(200, 'rename_agency', { if_match: renamed.etag, body: { name, region } })
  const relax = { duty_separation: 'relaxed', reason: 'Jabatan analis kosong.' }
  const relaxed = await administrator.expect(200, 'set_duty_separation', { if_match: await etag_of(administrator, 'show_agency'), body: relax })
  await administrator.expect(200, 'set_duty_separation', { if_match: relaxed.etag, body: { duty_separation: 'enforced' } })

  for (const [noun, list, record] of [
    ['unit', 'list_units', ({ name: text, parent }) => ({ name: `${text} (baru)`, parent })],
    ['position', 'list_positions', ({ name: text, unit }) => ({ name: `${text} (baru)`, unit })],
    ['person', 'list_people', ({ name: text, nip, rank }) => ({ name: `${text}, S.IP`, nip, rank })],
  ]) {
    const item = (await administrator.list(list, { query: { limit: 2 } })).at(-1)
    const path = { [noun]: item.id }
    const { etag } = await administrator.expect(200, `show_${noun}`, { path })
    await administrator.expect(200, `change_${noun}`, { path, if_match: etag, body: record(item) })
    await administrator.expect(412, `change_${noun}`, { path, if_match: etag, body: record(item) })
  }
})

test('an acting official sees the tasks that are already there; after the ending no longer', async () => {
  const id = await fresh_case('Untuk pelaksana harian')
  const { outsider } = office
  const today = outsider.me.today
  const post = kadis.me.posts[0].position
  const body = { person: outsider.me.person.id, position: post, standing: 'plh', from: today, to: today, decree: '800/21/DPK/2026' }
  const { body: appointment, etag } = await administrator.expect(201, 'appoint', { body })
  const seen = async () => (await outsider.list('list_tasks')).some((each) => each.case_id === id)
  assert.equal(await seen(), true)
  const path = { appointment: appointment.id }
  await administrator.expect(200, 'show_appointment', { path })
  assert.ok((await administrator.list('list_appointments', { query: { position: post } })).length >= 2)
  const ending = { last_day: new Date(Date.parse(today) - 86400000).toISOString().slice(0, 10), reason: 'Kembali bertugas.' }
  const ended = await administrator.call('end_appointment', { path, if_match: etag, body: ending })
  // An appointment cannot end before it began: then it lasts until the evening.
  assert.ok([200, 422].includes(ended.status))
  if (ended.status === 422) {
    await administrator.expect(200, 'end_appointment', { path, if_match: etag, body: { ...ending, last_day: today } })
  }
})

test('accounts are opened, changed and closed', async () => {
  const body = { username: 'sementara.e2e', roles: ['auditor'], password: 'kuda-nil-tidur-siang' }
  const created = await administrator.expect(201, 'create_account', { body })
  const path = { account: created.body.id }
  await administrator.expect(204, 'set_account_password', { path, body: { password: 'kuda-nil-bangun-pagi' } })
  const { etag } = await administrator.expect(200, 'show_account', { path })
  await administrator.expect(200, 'change_account', { path, if_match: etag, body: { roles: [], closed: true } })
  await office.nobody.expect(401, 'open_session', { body: { username: body.username, password: 'kuda-nil-bangun-pagi' } })
  await administrator.expect(409, 'create_account', { body })
  await administrator.list('list_accounts')
})

test('the calendar is changed in every part, and shows it', async () => {
  let etag = await etag_of(administrator, 'show_calendar', { query: { year: 2026 } })
  const change = async (status, name, options = {}) => ({ etag } = await administrator.expect(status, name, { if_match: etag, ...options }))
  const { body } = await kadis.expect(200, 'show_calendar', { query: { year: 2026 } })
  assert.deepEqual(body.year.working_days_per_month.length, 12)
  const { source, holidays, collective_leave } = body.year
  await change(200, 'import_calendar_year', { path: { year: 2026 }, body: { source: `${source}, perubahan`, holidays, collective_leave } })
  const day = { date: '2026-08-10', name: 'Hari Jadi Kabupaten', reason: 'Keputusan Bupati 112/2026' }
  await change(201, 'add_local_holiday', { body: day, if_match: undefined })
  await change(200, 'remove_local_holiday', { path: { date: day.date }, query: { reason: 'Dibatalkan.' } })
  await change(201, 'set_ramadan', { body: { from: '2030-01-06', to: '2030-02-04' }, if_match: undefined })
  await change(200, 'remove_ramadan', { path: { date: '2030-01-06' } })
  await change(200, 'set_office_hours', { body: { ...body.hours, minutes_per_working_day: 480 } })
  await change(200, 'set_at_risk_rule', { body: { percent_left: 30, on_due_day: true } })
  await change(200, 'set_zone', { body: { zone: 'Asia/Makassar' } })
  await change(200, 'set_zone', { body: { zone: body.zone } })
  await administrator.expect(412, 'set_zone', { if_match: '"1"', body: { zone: body.zone } })
})

tests_of_archive(() => ({ office, administrator, auditor, kadis, analis, fresh_case, mails: sink.mails }))
tests_of_figures(() => ({ office, administrator, auditor, analis, outsider: office.outsider }))
tests_of_exchange(() => ({ office, administrator, auditor, analis }))
tests_of_signing(() => ({ server, services, office, administrator, auditor, kasubag, sekretaris, kadis, fresh_case }))

test('the journal is whole, and a stranger can check a proof', async () => {
  const entries = await auditor.list('list_journal', { query: { limit: 150 } })
  assert.ok(entries.length > 100)
  const agency = await auditor.list('list_journal', { query: { stream: 'agency' } })
  assert.deepEqual(agency.map((each) => each.version), agency.map((_, i) => agency.length - i))
  const verdict = (await auditor.expect(200, 'verify_journal')).body
  assert.equal(verdict.ok, true, JSON.stringify(verdict.first_bad))

  const path = { event: 'agency@2' }
  let proof = await auditor.call('prove_event', { path })
  for (let tries = 0; proof.status === 409 && tries < 90; ++tries) {
    await pause(1000) // until the next checkpoint
    proof = await auditor.call('prove_event', { path })
  }
  assert.equal(proof.status, 200)
  assert.equal(event_hash(proof.body), proof.body.hash)
  assert.equal(root_of(proof.body), proof.body.root)
  const checkpoints = await auditor.list('list_checkpoints')
  const signed = checkpoints.find((each) => each.size === proof.body.size)
  assert.equal(signed.root, proof.body.root)
  assert.equal(signed.note.split('\n')[1], String(signed.size))
  assert.equal(Buffer.from(signed.note.split('\n')[2], 'base64').toString('hex'), signed.root)
})

test('the inbox can be watched', async () => {
  await kadis.expect(200, 'watch_inbox')
})

test('a wrong password again and again is answered with a wait', async () => {
  const { username } = server.accounts.find((each) => each.username === office.outsider.label) ?? { username: office.outsider.label }
  let answer
  for (let tries = 0; tries < 20 && answer?.status !== 429; ++tries) {
    answer = await office.nobody.call('open_session', { body: { username, password: `salah ${tries}` } })
  }
  assert.equal(answer.status, 429)
})

test('every operation of the contract was carried out', () => {
  const done = new Set([...contract.seen].filter((each) => / 2\d\d$/.test(each)).map((each) => each.split(' ')[0]))
  const missing = [...contract.operations.keys()].filter((name) => !done.has(name))
  assert.deepEqual(missing, [])
})
