// The figures of a case through HTTP: every operation of the catalogue, the forms and the results, on the demo year.

import assert from 'node:assert/strict'
import { CaseDriver, start_case } from './case_driver.mjs'

const number = (text) => ({ kind: 'number', number: text })
const row_of = (form, subject) => form.rows.find((each) => each.subject === subject)
const seen = ({ kind, subject, revision }) => ({ kind, subject, if_revision: revision })

/// A value that the row's form of entry takes.
export function value_for({ about }) {
  if (about.form === 'ratio') return { kind: 'ratio', numerator: '3', denominator: '232' }
  if (about.form === 'predicate') return { kind: 'predicate', predicate: 'B', number: '69.5' }
  return number('12')
}

export const entry_for = (row, value = value_for(row)) => ({
  value,
  parts: [],
  drivers: 'Pendampingan berjalan sesuai jadwal.',
  obstacles: 'Sebagian data terlambat diterima dari kecamatan.',
  follow_ups: [{ action: 'Menambah petugas pencatat', owner: 'Kepala Bidang', due: '2026-12-31' }],
  note: '',
})

export class Form {
  constructor(client, case_id, unit) {
    this.client = client
    this.path = { case: case_id, unit }
  }
  async show(client = this.client) {
    return (await client.expect(200, 'show_form', { path: this.path })).body
  }
  async act(status, name, body, client = this.client, path = {}) {
    return (await client.expect(status, name, { path: { ...this.path, ...path }, body })).body
  }
  /// Fills every row, attaches one piece of evidence to all, gives a reason for every warning.
  async fill() {
    const form = await this.show()
    const rows = form.rows.map((row) => ({ ...seen(row), entry: entry_for(row) }))
    await this.act(200, 'enter_values', { rows })
    const uses = form.rows.map(({ kind, subject }) => ({ kind, subject, page: '1' }))
    await this.act(200, 'attach_evidence', { title: 'Map data dukung', place: 'Lemari 3', uses })
    await this.waive()
  }
  async waive() {
    for (const { kind, subject, findings } of (await this.show()).rows) {
      for (const { code } of findings.filter((each) => each.severity === 'warning' && !each.waived_because)) {
        const { revision } = row_of(await this.show(), subject)
        await this.act(200, 'waive_warning', { kind, subject, if_revision: revision, code, reason: 'Sudah diperiksa ulang.' })
      }
    }
  }
}

/// A case of the quarter at its gathering, with the divisions' forms.
export async function open_collection(office, analis, period) {
  const { id } = await start_case(analis, {
    procedure: 'pengumpulan-data-kinerja',
    title: `Data kinerja ${period.year} triwulan ${period.number}`,
    period,
    origin: { kind: 'instruction', subject: 'Kumpulkan data kinerja.' },
  })
  const driver = new CaseDriver(office, id)
  await driver.run({ until: (view) => view.tasks.some((each) => each.action === 'gather') })
  const { body } = await analis.expect(200, 'show_collection', { path: { case: id } })
  const forms = body.forms.map(({ unit }) => new Form(office.by_holder(unit), id, unit))
  assert.ok(forms.every((form) => form.client), 'every form has somebody who fills it in')
  return { id, driver, collection: body, forms }
}

export async function refusals_of_a_form(form, other) {
  const shown = await form.show()
  const [first] = shown.rows
  const blank = { ...entry_for(first), value: { kind: 'blank' } }
  await form.act(403, 'enter_values', { rows: [{ ...seen(first), entry: blank }] }, other)
  await form.act(409, 'submit_form', {}) // nothing was filled in
  await form.act(422, 'enter_values', { rows: [{ ...seen(first), entry: entry_for(first, number('1,5')) }] })
  await form.act(200, 'enter_values', { rows: [{ ...seen(first), entry: blank }] })
  const stale = await form.act(412, 'enter_values', { rows: [{ ...seen(first), if_revision: 99, entry: blank }] })
  assert.equal(stale.code, 'row.changed')
  await form.act(404, 'enter_values', { rows: [{ kind: 'indicator', subject: 'IKU-99', if_revision: 0, entry: blank }] })
}

/// Whoever checks the data asks for a form; the division finds it above its inbox, with the days that are left.
export async function remind_the_division(form, analis) {
  const owed_by = async (client) => (await client.expect(200, 'list_owed_forms')).body.items.find((each) => each.case_id === form.path.case && each.form.unit === form.path.unit)
  assert.deepEqual((await owed_by(form.client)).form.reminders, [])
  await form.act(403, 'remind_division', {})
  await form.act(200, 'remind_division', {}, analis)
  await form.act(200, 'remind_division', {}, analis) // once a day is enough
  const { form: summary } = await owed_by(form.client)
  assert.deepEqual(summary.reminders.map((each) => each.stage), ['asked'])
  assert.ok(summary.days_left >= 0 && summary.due_at)
  assert.ok((await owed_by(analis)).form.allowed.includes('judge'))
}

/// Evidence: attached, used for a further row, taken off again.
export async function evidence_of_a_form(form) {
  const [first, second] = (await form.show()).rows
  const use = ({ kind, subject }) => ({ kind, subject, page: '3' })
  await form.act(200, 'attach_evidence', { title: 'Rekap kunjungan', link: 'https://contoh.go.id/rekap', uses: [use(first)] })
  const [piece] = row_of(await form.show(), first.subject).evidence
  await form.act(200, 'reuse_evidence', { uses: [use(second)] }, form.client, { evidence: piece.id })
  assert.equal(row_of(await form.show(), second.subject).evidence[0].id, piece.id)
  await form.act(200, 'detach_evidence', { uses: [use(second)] }, form.client, { evidence: piece.id })
  assert.deepEqual(row_of(await form.show(), second.subject).evidence, [])
  await form.client.expect(200, 'list_earlier_evidence', { path: form.path })
}

/// Sent, one row returned and sent again, all accepted.
export async function send_and_accept(form, analis) {
  await form.act(200, 'submit_form', {})
  const [first] = (await form.show()).rows
  await form.act(200, 'return_rows', { rows: [seen(first)], comment: 'Satuan belum sesuai.' }, analis)
  const returned = row_of(await form.show(), first.subject)
  assert.equal(returned.state, 'returned')
  assert.equal(returned.comment, 'Satuan belum sesuai.')
  await form.act(200, 'enter_values', { rows: [{ ...seen(returned), entry: entry_for(returned) }] })
  await form.waive()
  await form.act(200, 'submit_form', {})
  const { rows } = await form.show()
  await form.act(200, 'accept_rows', { rows: rows.map(seen) }, analis)
}

/// A budget row is sent back after it was accepted, and comes again with another figure.
export async function return_and_change(form, analis) {
  const budget = async () => (await form.show()).rows.find((each) => each.kind === 'budget')
  await form.act(200, 'return_rows', { rows: [seen(await budget())], comment: 'Periksa lagi.' }, analis)
  const row = await budget()
  await form.act(200, 'enter_values', { rows: [{ ...seen(row), entry: entry_for(row, number('777')) }] })
  await form.waive()
  await form.act(200, 'submit_form', {})
  await form.act(200, 'accept_rows', { rows: [seen(await budget())] }, analis)
}

export async function correct_after_the_freeze(form, analis) {
  const [first] = (await form.show()).rows
  await form.act(409, 'enter_values', { rows: [{ ...seen(first), entry: entry_for(first) }] })
  const value = value_for(first)
  await form.act(200, 'correct_value', { ...seen(first), value: { ...value, ...(value.number ? { number: '13' } : { numerator: '4' }) }, reason: 'Salah hitung.' }, analis)
  const corrected = row_of(await form.show(), first.subject)
  assert.equal(corrected.corrections.length, 1)
  assert.match(corrected.corrections[0].papers[0], /, versi \d+ \(berkas \d+\/\d+\)$/, 'the papers it affects are named')
  assert.deepEqual(corrected.corrections[0].papers, (await form.show()).papers)
  assert.equal(corrected.state, 'frozen')
}

/// A leader decides about a figure, whom it was given to carries it out.
export async function decide_about_a_figure({ kadis, bidang, unit, auditor }) {
  const body = { year: 2025, indicator: 'IKU-5', unit, period: { kind: 'quarter', year: 2025, number: 4 }, text: 'Dampingi dua perpustakaan lagi.', to: unit, due: '2099-12-31' }
  await bidang.expect(403, 'note_decision', { body })
  await kadis.expect(422, 'note_decision', { body: { ...body, to: 'tidak-ada' } })
  const { decision } = (await kadis.expect(201, 'note_decision', { body })).body
  const path = { year: 2025, decision }
  const shown = async (client) => (await client.expect(200, 'show_results', { query: { year: 2025 } })).body.decisions.find((each) => each.decision === decision)
  assert.deepEqual((await shown(bidang)).allowed, ['settle'])
  assert.deepEqual((await shown(auditor)).allowed, [])
  await auditor.expect(403, 'settle_decision', { path, body: { note: 'Sudah.' } })
  await bidang.expect(200, 'settle_decision', { path, body: { note: 'Dua perpustakaan didampingi.' } })
  await bidang.expect(409, 'settle_decision', { path, body: { note: 'Lagi.' } })
  const indicator = (await kadis.expect(200, 'show_indicator', { path: { indicator: 'IKU-5' }, query: { year: 2025 } })).body
  assert.equal(indicator.may_decide, true)
  assert.equal(indicator.decisions.find((each) => each.decision === decision).settled_note, 'Dua perpustakaan didampingi.')
  const journal = await auditor.expect(200, 'list_journal', { query: { limit: 5 } })
  assert.ok(journal.body.items.some((each) => /Keputusan pimpinan dilaksanakan/.test(JSON.stringify(each))))
}

/// Every command of the catalogue, each with the version that was seen.
export async function keep_the_catalogue(administrator, unit) {
  let { body, etag } = await administrator.expect(200, 'show_catalogue', { query: { year: 2025 } })
  const keep = async (name, path, content, status = 200) => {
    const answer = await administrator.expect(status, name, { path, if_match: etag, body: content })
    if (status === 200) etag = answer.etag
    return answer
  }
  const [first] = body.indicators
  const node = { kind: 'objective', code: '1.9', name: 'Sasaran tambahan', parent: 'tujuan-1', owner: unit, first_year: 2027 }
  await keep('record_node', { node: 'sasaran-9' }, node)
  await keep('record_indicator', { indicator: 'IKU-20' }, { node: 'sasaran-9', sheet: { ...first.sheet, year: 2027, name: 'Indikator tambahan' } })
  const figure = { year: 2024, target: { value: number('60') }, source: 'LKjIP 2024' }
  await keep('record_figure', { indicator: 'IKU-20' }, { kind: 'past', figure })
  const line = { indicator: 'IKU-20', target: { value: number('70') }, periods: [] }
  const revision = { number: 0, date: '2027-01-15', document: 'PK 2027', reason: '', lines: [line] }
  await keep('sign_agreement', { agreement: 'pk-2027' }, { year: 2027, unit, revision })
  await keep('revise_agreement', { agreement: 'pk-2027' }, { ...revision, date: '2027-07-01', document: 'PK-P 2027', reason: 'Perubahan anggaran' })
  const [ceiling] = body.ceilings
  await keep('record_ceiling', {}, { ...ceiling, year: 2027, date: '2027-01-02', document: 'DPA 2027' })
  await keep('close_indicator', { indicator: 'IKU-20' }, { last_year: 2028, reason: 'Diganti indikator lain' })
  const { body: profiles } = await administrator.expect(200, 'list_profiles')
  assert.ok(profiles.items.length >= 2)
  await keep('adopt_profile', { year: 2027 }, { profile: profiles.items[0].id, reason: 'Kebijakan tahun 2027' })
  await keep_an_own_profile(administrator, keep)
  await keep('name_keepers', {}, { keepers: [unit] })
  await administrator.expect(412, 'name_keepers', { if_match: '"1"', body: { keepers: [] } })
}

/// A shipped profile is taken away, changed, checked and adopted as the office's own.
async function keep_an_own_profile(administrator, keep) {
  const check = async (raw) => (await administrator.expect(200, 'check_profile', { type: 'application/yaml', raw })).body
  await administrator.expect(415, 'check_profile', { type: 'text/plain', raw: 'profil: a' })
  await administrator.expect(404, 'download_profile', { path: { profile: 'tidak-ada' } })
  await administrator.expect(404, 'download_adopted_profile', { path: { year: 2001 } })
  const shipped = (await administrator.expect(200, 'download_profile', { path: { profile: 'batas-120' } })).body.toString()
  const capped = shipped.replace('batas_atas: 120', 'batas_atas: 112,5')
  const taken = (await check(capped)).refusals
  assert.deepEqual(taken.map(({ code, line, column }) => [code, line, column]), [['profile.id_taken', 6, 9]])
  const faults = (await check(capped.replace('batas_bawah: 0', 'batas_bwah: 0'))).refusals
  assert.deepEqual(faults.map(({ code, line, column }) => [code, line, column]), [['profile.key_unknown', 20, 1]])
  const own = capped.replace('profil: batas-120', 'profil: kantor-kita')
  const { profile, refusals } = await check(own)
  assert.deepEqual([profile.id, profile.defaults.cap.at, refusals], ['kantor-kita', '112.5', []])
  const reason = 'Keputusan kepala dinas'
  await keep('adopt_profile', { year: 2028 }, { file: own, reason })
  const adopted = (await administrator.expect(200, 'download_adopted_profile', { path: { year: 2028 } })).body.toString()
  assert.deepEqual((await check(adopted)).profile, profile)
  const refused = async (body) => (await keep('adopt_profile', { year: 2028 }, body, 422)).body
  assert.equal((await refused({ file: 'profil: [', reason })).refusals[0].line, 1)
  assert.equal((await refused({ reason })).code, 'profile.choice_invalid')
}
