// What contract.test.mjs says about figures; it stands here so that each file holds one noun.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { performers } from './support/office.mjs'
import {
  correct_after_the_freeze,
  decide_about_a_figure,
  evidence_of_a_form,
  keep_the_catalogue,
  open_collection,
  refusals_of_a_form,
  remind_the_division,
  return_and_change,
  send_and_accept,
} from './support/figures.mjs'

export function tests_of_figures(scene) {
  test('the demo year is what the test year expects', async () => {
    const { auditor } = scene()
    const { body } = await auditor.expect(200, 'show_results', { query: { period: '2025' } })
    const achieved = Object.fromEntries(body.indicators.map((each) => [each.indicator, each.of_year.value]))
    assert.deepEqual(achieved, {
      'IKU-1': '99.51', 'IKU-2': '101.17', 'IKU-3': '203.89', 'IKU-4': '97.71', 'IKU-5': '66.67',
      'IKU-6': '120', 'IKU-7': '100', 'IKU-8': '96.53', 'IKU-9': '109.68',
    })
    assert.equal(body.money.total.value, '94.82')
    const absorbed = Object.fromEntries(body.money.codes.map((each) => [each.code, each.absorption.value]))
    assert.deepEqual(absorbed, { '2.23.01': '95.48', '2.23.02': '94.05', '2.23.03': '91.67', '2.24.02': '93.24' })
    const visits = (await auditor.expect(200, 'show_indicator', { path: { indicator: 'IKU-3' }, query: { year: 2025 } })).body
    assert.deepEqual(visits.periods.map((each) => each.to_date.value), ['204.82', '216.71', '204.84', '203.89'])
    assert.deepEqual(visits.periods.map((each) => each.of_year.value), ['51.21', '108.36', '153.63', '203.89'])
    await auditor.expect(200, 'compare_profiles', { path: { indicator: 'IKU-3' }, query: { year: 2025 } })
    await auditor.expect(404, 'show_indicator', { path: { indicator: 'IKU-99' }, query: { year: 2025 } })
  })

  test('three divisions fill a quarter, one is returned and repaired, the initials freeze it', async () => {
    const { office, analis, outsider } = scene()
    const { id, driver, forms } = await open_collection(office, analis, { kind: 'quarter', year: 2026, number: 4 })
    assert.equal(forms.length, 3)
    await refusals_of_a_form(forms[0], outsider)
    await remind_the_division(forms[0], analis)
    await evidence_of_a_form(forms[0])
    for (const form of forms) {
      await form.fill()
      await send_and_accept(form, analis)
    }
    const { body } = await analis.expect(200, 'show_case', { path: { case: id } })
    assert.ok(body.requests.every((each) => each.answers.at(-1).accepted))
    await driver.run({ until: (view) => view.tasks.some((each) => each.action === 'sign') })
    assert.ok((await analis.expect(200, 'show_collection', { path: { case: id } })).body.frozen_at)
    await correct_after_the_freeze(forms[0], analis)
    const results = await analis.expect(200, 'show_results', { query: { period: '2026-q4' } })
    assert.ok(results.body.indicators.some((each) => each.achievement.value))
  })

  test('the draft carries the accepted figures and follows them until they freeze', async () => {
    const { office, analis } = scene()
    const { id, driver, forms } = await open_collection(office, analis, { kind: 'quarter', year: 2026, number: 2 })
    for (const form of forms) {
      await form.fill()
      await send_and_accept(form, analis)
    }
    const draft = async () => {
      const { body } = await analis.expect(200, 'show_case', { path: { case: id } })
      return { ...body.papers.find((each) => each.key === 'dokumen'), tasks: body.tasks }
    }
    const { task } = (await driver.view()).tasks.find((each) => each.action === 'gather')
    await driver.act(analis, 'write_paper', task, { text: 'Rancangan dokumen.' })
    const first = (await draft()).versions.at(-1)
    assert.match(first.content.text, /^Rancangan dokumen\./)
    assert.match(first.content.text, /Formulir E\.81/)
    await papers_of_the_case(analis, id)
    await return_and_change(forms[0], analis)
    const { versions } = await draft()
    assert.ok(versions.length > 1, 'a figure that changed gives a new version')
    assert.match(versions.at(-1).content.text, /^Rancangan dokumen\./)
    assert.match(versions.at(-1).content.text, /777/)
    const history = await analis.list('list_case_history', { path: { case: id } })
    assert.ok(history.some((each) => /diperbarui karena angka berubah/.test(each.words)))
  })

  async function papers_of_the_case(client, id) {
    const { items } = (await client.expect(200, 'list_reports', { path: { case: id } })).body
    const kinds = items.map((each) => each.kind)
    assert.ok(kinds.includes('mechanism') && kinds.includes('performance_report'), kinds.join())
    for (const report of ['dokumen', 'lkjip']) {
      const path = { case: id, report }
      assert.equal((await client.expect(200, 'download_report_pdf', { path })).body.subarray(0, 5).toString(), '%PDF-')
      assert.equal((await client.expect(200, 'download_report_docx', { path })).body.subarray(0, 2).toString(), 'PK')
      assert.equal((await client.expect(200, 'download_report_xlsx', { path })).body.subarray(0, 2).toString(), 'PK')
    }
  }

  test('a division with a form answers with it, not with words', async () => {
    const { office, analis } = scene()
    const { id } = await open_collection(office, analis, { kind: 'quarter', year: 2026, number: 1 })
    const { body } = await analis.expect(200, 'show_case', { path: { case: id } })
    const { task, revision, holder } = body.tasks.find((each) => each.action === 'answer')
    const answer = { text: 'Data terlampir.', numbers: [], files: [] }
    const refused = await office.by_holder(holder.id ?? holder).expect(409, 'answer_request', {
      path: { task }, if_match: `"${revision}"`, body: answer,
    })
    assert.equal(refused.body.code, 'collection.use_form')
  })

  test('a leader decides about a red figure, and whom it was given to carries it out', async () => {
    const { office, auditor } = scene()
    const [[kadis], [bidang]] = ['kadis', 'bidang'].map((actor) => performers(office, actor))
    await decide_about_a_figure({ kadis, bidang, auditor, unit: bidang.me.posts[0].unit })
  })

  test('the catalogue is kept by its administrator, version by version', async () => {
    const { administrator } = scene()
    const { body } = await administrator.expect(200, 'list_units')
    await keep_the_catalogue(administrator, body.items[0].id)
  })
}
