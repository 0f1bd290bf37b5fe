// The test year on the screen: whatever tests/core/performance/test-year.json expects of an indicator or of a budget code
// is read there to the last digit, and followed down to the form and the evidence it came from. The demo office has
// collected that year (data/demo/year.json); what it has not comes through the API, last, because it changes the year.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, expect_accessible, test } from './support/browser.mjs'
import { performers } from './support/office.mjs'
import { root } from './support/server.mjs'

test.use({ apart: 'test-year' })

const expected_year = JSON.parse(readFileSync(join(root, 'tests/core/performance/test-year.json'), 'utf8'))
const by_id = Object.fromEntries(expected_year.indicators.map((each) => [each.id, each]))
const quarters = ['I', 'II', 'III', 'IV'].map((roman, i) => ({ name: `Triwulan ${roman} 2025`, query: `tahun=2025&periode=2025-q${i + 1}`, i }))
const year = { query: 'tahun=2025' }
const office_id = (id) => id.replace('I', 'IKU-')
const none = 'Belum ada'
const warning_words = { 'target too low': /apakah target terlalu rendah\?/, 'predicate below target': /Predikat .+ di bawah target / }

/// `1234.5` as it is written in Indonesian.
const written = (text) => {
  const [whole, digits] = text.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (digits ? `,${digits}` : '')
}
const percent = (text) => `${written(text)} %`
const rupiah = (millions) => `Rp${written(String(Number(millions) * 1e6))}`
const value_words = (value) => {
  if (value.numerator) return `${value.numerator}/${value.denominator}`
  const number = written(value.score ?? value.value ?? value)
  return value.predicate ? `${value.predicate} (${number})` : number
}
/// The target of the year is shown as it was agreed, without digits that say nothing.
const target_words = ({ target }) => value_words(typeof target === 'string' ? target.replace(/\.0+$/, '') : target)
const of_the_year = ({ expected, cases }) => expected?.achievement ?? expected?.vs_year.at(-1) ?? cases[0].A ?? cases[0].expected

async function open_results(page, { query }) {
  await page.goto(`/capaian?${query}`)
  await expect(page.getByRole('table', { name: 'Indikator', exact: true })).toBeVisible()
}

/// A row by the name of its table and what stands before it, and one of its cells by the name that stands above it.
const row_of = (page, table, head) =>
  page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: head }) })
const cell = (row, column) => row.locator(`td[data-label="${column}"]`)
const of_indicator = (page, { name }) => row_of(page, 'Indikator', name)

/// A figure is a button; that it leads to its origin is said only to those who hear the page.
const expect_figure = (within, shown, what) =>
  expect(within.getByRole('button'), what).toHaveText(new RegExp(`^${shown.replaceAll('.', '\\.')}:`))

test('the test year is read on the screen to the last digit', async ({ sign_in }) => {
  const page = await sign_in('auditor')
  await open_results(page, year)
  for (const each of expected_year.indicators) {
    const row = of_indicator(page, each)
    await expect_figure(cell(row, 'Terhadap target tahun'), percent(of_the_year(each)), each.name)
    await expect(cell(row, 'Target tahun'), each.name).toHaveText(`${target_words(each)} ${each.unit}`)
    if (each.expected?.rating) await expect(row.getByRole('cell').last(), each.name).toHaveText(each.expected.rating)
  }
  const { percent: absorbed, realised, ceiling } = expected_year.budget_expected
  await expect_figure(page.getByRole('region', { name: 'Serapan anggaran' }), percent(absorbed))
  await page.getByRole('region', { name: 'Serapan anggaran' }).getByRole('button').click()
  await expect(page.getByRole('dialog').getByText(`${rupiah(realised)} ÷ ${rupiah(ceiling)}`.replaceAll('Rp', ''))).toBeVisible()
})

test('and quarter by quarter: what is not there yet is no zero', async ({ sign_in }) => {
  const page = await sign_in('auditor')
  for (const quarter of quarters) {
    await open_results(page, quarter)
    for (const each of expected_year.indicators.filter((one) => one.quarters?.length === 4)) {
      const { achievement, vs_same_quarters = [], vs_year = [] } = each.expected
      const so_far = vs_same_quarters[quarter.i] ?? (each.quarters[quarter.i] && achievement)
      const of_year = vs_year[quarter.i] ?? so_far
      const row = of_indicator(page, each)
      await expect_figure(cell(row, 'Capaian'), so_far ? percent(so_far) : none, `${each.name}, ${quarter.name}`)
      await expect_figure(cell(row, 'Terhadap target tahun'), of_year ? percent(of_year) : none, `${each.name}, ${quarter.name}`)
    }
    for (const each of expected_year.budget_million_rupiah) {
      const row = row_of(page, 'Serapan menurut kode', each.code)
      const spent = each.quarters.slice(0, quarter.i + 1).reduce((sum, one) => sum + Number(one), 0)
      await expect(cell(row, 'Pagu'), each.code).toHaveText(rupiah(each.ceiling))
      await expect(cell(row, 'Realisasi'), `${each.code}, ${quarter.name}`).toHaveText(rupiah(spent))
      await expect_figure(cell(row, 'Serapan'), percent(each.expected_cumulative_percent[quarter.i]), `${each.code}, ${quarter.name}`)
    }
  }
})

test('every indicator shows the quarters it was collected in', async ({ sign_in }) => {
  const page = await sign_in('auditor')
  for (const each of expected_year.indicators.filter((one) => one.quarters)) {
    await page.goto(`/capaian/indikator/${office_id(each.id)}?tahun=2025`)
    await expect(page.getByRole('heading', { level: 1, name: each.name, exact: true })).toBeVisible()
    for (const { name, i } of quarters) {
      const row = row_of(page, 'Capaian per periode', new RegExp(`^${name}$`))
      if (each.quarters[i]) await expect(cell(row, 'Realisasi'), `${each.name}, ${name}`).toHaveText(value_words(each.quarters[i]))
      else if (each.quarters[i] === null) await expect(row, `${each.name}, ${name}`).toHaveCount(0)
    }
  }
})

test('a figure leads to its evidence and to the form, with the warning that was given a reason', async ({ sign_in }) => {
  const page = await sign_in('auditor')
  for (const { name, expected } of expected_year.indicators.filter((one) => one.expected?.warning)) {
    await open_results(page, year)
    await page.getByRole('button', { name: `lihat asal angka Capaian, ${name}` }).first().click()
    const trace = page.getByRole('dialog', { name })
    await expect(trace.getByRole('heading', { name: 'Angka yang dipakai' })).toBeVisible()
    await expect_accessible(page)
    await trace.getByRole('button', { name: '1 data dukung' }).last().click()
    await expect(trace.getByText('Map data dukung Triwulan IV 2025 (contoh)')).toBeVisible()
    await trace.getByRole('link', { name: 'Formulir bidang' }).last().click()
    await expect(page.getByRole('heading', { level: 1, name: /^Formulir / })).toBeVisible()
    const group = page.getByRole('rowgroup').filter({ has: page.getByRole('rowheader').filter({ hasText: name }) })
    await expect(group.getByText(warning_words[expected.warning])).toContainText('Dilewati karena:')
  }
})

test('the figures and rules that the office did not have give what is expected of them', async ({ himpun, sign_in }) => {
  const page = await sign_in('auditor')
  const year_of = async (rules, indicator, shown) => {
    await adopt(himpun.office, rules)
    await open_results(page, year)
    await expect_figure(cell(of_indicator(page, indicator), 'Terhadap target tahun'), percent(shown), `${indicator.name}, ${JSON.stringify(rules)}`)
  }
  const { I3: visits, I6: search, I7: lost, I9: satisfaction } = by_id
  await year_of({ batas_atas: '120' }, visits, visits.expected.cap_120)
  await year_of({ batas_atas: '100' }, satisfaction, satisfaction.expected.cap_100)
  for (const { value, A, B, A_floored } of search.cases) {
    await correct_the_year(himpun.office, office_id(search.id), value)
    await year_of({}, search, A)
    if (B) await year_of({ rumus_minimal: 'B' }, search, B)
    if (A_floored) await year_of({ batas_bawah: '0' }, search, A_floored)
  }
  for (const { value, expected } of lost.cases) {
    await correct_the_year(himpun.office, office_id(lost.id), value)
    await year_of({}, lost, expected)
  }
})

/// The year's rules: the shipped ones with these answers instead.
async function adopt({ administrator }, rules) {
  const { etag } = await administrator.expect(200, 'show_catalogue', { query: { year: 2025 } })
  const shipped = (await administrator.expect(200, 'download_profile', { path: { profile: 'lkjip-tanpa-batas' } })).body.toString()
  const answers = Object.entries({ profil: 'kantor-contoh', ...rules })
  const file = answers.reduce((text, [key, answer]) => text.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: ${answer}`), shipped)
  await administrator.expect(200, 'adopt_profile', { path: { year: 2025 }, if_match: etag, body: { file, reason: 'Aturan lain untuk tahun contoh' } })
}

/// Every quarter's figure becomes this one: the year is their average, or is met only when all of them are zero.
async function correct_the_year(office, subject, number) {
  const [analis] = performers(office, 'analis')
  const { periods, unit } = (await analis.expect(200, 'show_indicator', { path: { indicator: subject }, query: { year: 2025 } })).body
  for (const { case_id } of periods) {
    const path = { case: case_id, unit }
    const { rows } = (await analis.expect(200, 'show_form', { path })).body
    const { kind, revision } = rows.find((each) => each.subject === subject)
    const body = { kind, subject, if_revision: revision, value: { kind: 'number', number }, reason: 'Angka tahun contoh.' }
    await analis.expect(200, 'correct_value', { path, body })
  }
}
