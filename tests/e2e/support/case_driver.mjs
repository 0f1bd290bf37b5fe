// Takes a case through its procedure as its officials would: each open task is done by whoever holds it, until nothing
// is open. It follows the procedure, not a list of steps, so that it runs any shipped SOP.

import assert from 'node:assert/strict'
import { tag } from './client.mjs'

export const letter = {
  kind: 'letter',
  from: 'Inspektorat Kabupaten Tanjung Jabung Barat',
  number: '700/12/ITKAB/2026',
  date: '2026-01-02',
  received_on: '2026-01-05',
  agenda_number: '015/2026',
  subject: 'Permintaan data kinerja Triwulan I 2026',
}

/// Of a year without a catalogue, so that the divisions answer in words; figures.mjs has cases with forms.
export function case_of(procedure, title = 'Pengumpulan data kinerja Triwulan I 2026') {
  return { procedure, title, period: { kind: 'quarter', year: 2024, number: 1 }, origin: letter }
}

export class CaseDriver {
  /// `plan.outcomes`: labels to take at reviews, one after another (the last one for good).
  /// `plan.filing`: under which code and retention the case is archived; `plan.on_distributed(client, task)`: before that.
  /// `plan.reject`: how many answers are returned to their division before any is accepted.
  constructor(office, case_id, plan = {}) {
    this.office = office
    this.case_id = case_id
    this.outcomes = [...(plan.outcomes ?? [])]
    this.rejections = plan.reject ?? 0
    this.filing = plan.filing ?? { classification: '000.8.6.3', active_years: 2, inactive_years: 3, disposal: 'destroy' }
    this.on_distributed = plan.on_distributed ?? (() => {})
    this.actions = [] // what was done, in order: `step:action`
  }

  client_of(holder) {
    const client = this.office.by_holder(holder)
    assert.ok(client, `nobody in the demo office holds ${holder}`)
    return client
  }

  async view(client = this.office.clients[0]) {
    return (await client.expect(200, 'show_case', { path: { case: this.case_id } })).body
  }

  async detail(client, task) {
    return (await client.expect(200, 'show_task', { path: { task } })).body
  }

  /// Sends a task command with the revision the task has now.
  async act(client, name, task, body = {}) {
    const { revision } = await this.detail(client, task)
    return (await client.expect(200, name, { path: { task }, if_match: tag(revision), body })).body
  }

  async run({ until = () => false } = {}) {
    for (let steps = 0; steps < 200; ++steps) {
      const view = await this.view()
      const next = view.tasks.find((each) => !['answer', 'receive'].includes(each.action)) ?? view.tasks[0]
      if (!next || view.state !== 'running' || until(view)) return view
      await this.do_task(next)
    }
    assert.fail(`the case does not end: ${this.actions}`)
  }

  async do_task({ task, step, action, holder }) {
    const client = this.client_of(holder)
    await client.expect(200, 'read_task', { path: { task } })
    const detail = await this.detail(client, task)
    assert.equal(detail.may_act, true, `${client.label} may act on ${step}: ${detail.why_not}`)
    this.actions.push(`${step}:${action}`)
    await this[action](client, detail)
  }

  async prepare(client, { id, inputs, paper_required, paper, returned, kind }) {
    for (const { index, present, source } of inputs) {
      if (present || source === 'permintaan') continue
      await this.act(client, 'present_input', id, { index, reference: 'Renstra 2025-2029, lemari arsip B2, halaman 14' })
    }
    const is_due = paper_required && (!paper?.latest || returned || kind === 'task')
    const is_mine = !paper?.latest || paper.latest.by.person === client.me.person.id
    if (is_due && is_mine) await this.act(client, 'write_paper', id, { text: `Naskah ${paper?.name}, tulisan ${this.actions.length}` })
  }

  async dispose(client, detail) {
    await this.prepare(client, detail)
    const to = detail.forward_to.filter((each) => each.suggested).map((each) => each.id)
    await this.act(client, 'complete_task', detail.id, {
      disposition: {
        to: to.length > 0 ? to : [detail.forward_to[0].id],
        nature: 'urgent',
        instructions: ['process', 'coordinate'],
        note: 'Koordinasikan dengan semua bidang.',
      },
    })
  }

  async work(client, detail) {
    await this.prepare(client, detail)
    await this.act(client, 'complete_task', detail.id, { note: 'Sudah disiapkan.' })
  }

  async gather(client, detail) {
    const owed = detail.requests.filter((each) => each.state !== 'accepted') // a form's last accepted row accepts it
    for (const request of owed) await this.collect(client, request.task, request.holder.id)
    await this.prepare(client, await this.detail(client, detail.id))
    await this.act(client, 'complete_task', detail.id)
  }

  /// One division's request: answered, perhaps returned and answered again, accepted.
  async collect(analyst, task, holder) {
    const division = this.client_of(holder)
    await division.expect(200, 'read_task', { path: { task } })
    await this.act(division, 'answer_request', task, await this.an_answer(division))
    if (this.rejections-- > 0) {
      await this.act(analyst, 'reject_answer', task, { comment: 'Angka kunjungan bulan Maret belum ada.' })
      await this.act(division, 'answer_request', task, { text: 'Sudah dilengkapi.', numbers: [], files: [] })
    }
    await this.act(analyst, 'accept_answer', task)
  }

  async an_answer(division) {
    const sent = { query: { name: 'capaian-triwulan-1.csv' }, raw: 'bulan,kunjungan\nMaret,3212\n', type: 'text/csv' }
    const file = (await division.expect(201, 'upload_file', sent)).body
    return {
      text: 'Data kunjungan triwulan I terlampir.',
      numbers: [{ label: 'Kunjungan perpustakaan', value: '9217', unit: 'orang' }],
      files: [file],
    }
  }

  async review(client, detail) {
    await this.prepare(client, detail)
    if (detail.outcomes.length === 0) return this.act(client, 'complete_task', detail.id)
    const label = this.outcomes.length > 1 ? this.outcomes.shift() : this.outcomes[0]
    const known = detail.outcomes.find((each) => each.label === label) ?? detail.outcomes.at(-1)
    const reason = 'Tabel capaian sudah diperiksa bersama bidang.'
    await this.act(client, 'complete_task', detail.id, { outcome: known.label, reason })
  }

  async initial(client, detail) {
    await this.prepare(client, detail)
    await this.mark(client, 'initial_paper', detail)
  }

  async sign(client, detail) {
    await this.prepare(client, detail)
    await this.mark(client, 'sign_paper', detail)
  }

  async mark(client, name, { id, paper }) {
    await this.act(client, name, id, { password: client.password, sha256: paper.latest.sha256 })
  }

  async distribute(client, detail) {
    await this.prepare(client, detail)
    const { candidates } = detail.distribution
    const recipients = candidates.filter((each) => each.suggested).map((each) => each.id)
    const chosen = recipients.length > 0 ? recipients : [candidates[0].id]
    await this.act(client, 'distribute_paper', detail.id, { recipients: chosen, note: 'Untuk dilaksanakan.' })
    const { tasks } = await this.view(client)
    for (const each of tasks.filter(({ action }) => action === 'receive')) await this.do_task(each)
    await this.on_distributed(client, detail.id)
    await this.act(client, 'archive_case', detail.id, { ...this.filing, location: 'Ruang arsip, lemari B2, boks 14' })
  }

  async receive(client, { id }) {
    await this.act(client, 'confirm_receipt', id)
  }
}

export async function start_case(client, body) {
  const { body: started } = await client.expect(201, 'start_case', { body })
  return started
}
