// What contract.test.mjs says about figures as files: import of the catalogue, a division's workbook, exports.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { open_collection } from './support/figures.mjs'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const filler = fileURLToPath(new URL('./support/fill_workbook.py', import.meta.url))
const csv = (...lines) => ({ raw: `${lines.join('\n')}\n`, type: 'text/csv', query: { name: 'impor.csv' } })
const figures = (...rows) => csv('Kode indikator;Jenis angka;Tahun;Nilai;Sumber', ...rows)
const ceilings = (...rows) => csv('Tahun;Kode;Nama;Unit pengisi;Tahap;Berlaku mulai tanggal;Pagu (Rp)', ...rows)

/// The downloaded form with numbers typed into it.
function fill(bytes, ...fields) {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-workbook-'))
  try {
    writeFileSync(join(folder, 'in.xlsx'), bytes)
    execFileSync('python3', [filler, join(folder, 'in.xlsx'), join(folder, 'out.xlsx'), ...fields])
    return readFileSync(join(folder, 'out.xlsx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function tests_of_exchange(scene) {
  test('the template of a year changes nothing when it is imported as it is', async () => {
    const { administrator } = scene()
    const { body: raw } = await administrator.expect(200, 'download_import_template', { query: { year: 2025 } })
    const sent = { raw, type: xlsx, query: { name: 'katalog-2025.xlsx' } }
    const { body } = await administrator.expect(200, 'check_import', sent)
    const { added, changed, refused, same } = body.counts
    assert.deepEqual({ added, changed, refused }, { added: 0, changed: 0, refused: 0 }, JSON.stringify(body.rows.filter((each) => each.fate !== 'same')))
    assert.ok(same > 20)
    assert.deepEqual(new Set(body.rows.map((each) => each.sheet)), new Set(['Pohon kinerja', 'Indikator', 'Target', 'Pagu', 'Angka tahun lalu']))
  })

  test('an import says what each row would do, and then does it: all or nothing', async () => {
    const { administrator, analis } = scene()
    const wrong = ceilings(
      '2028;2.23.2;Program Pembinaan Perpustakaan;Bidang Perpustkaan;Murni;02/01/2028;1.000.000',
      '2028;2.24.02;Program Pengelolaan Arsip;Bidang Kearsipan;Murni;02/01/2028;Rp satu juta',
    )
    const checked = (await administrator.expect(200, 'check_import', wrong)).body
    assert.equal(checked.acceptable, false)
    assert.deepEqual(checked.rows.map(({ row, fate }) => [row, fate]), [[2, 'refused'], [3, 'refused']])
    assert.match(checked.rows[0].problem, /Kolom Unit pengisi: .*Maksud Anda `Bidang Perpustakaan`/)
    assert.match(checked.rows[1].problem, /Kolom Pagu \(Rp\): /)
    const { etag, body: before } = await administrator.expect(200, 'show_catalogue', { query: { year: 2025 } })
    const refused = await administrator.expect(422, 'import_catalogue', { ...wrong, if_match: etag })
    assert.equal(refused.body.code, 'import.refused')
    assert.equal(refused.body.errors[0].pointer, '/CSV/2')
    await analis.expect(403, 'check_import', wrong)

    const right = figures('IKU-1;Tahun lalu;2021;60,5;LKjIP 2021', 'IKU-1;Pembanding;2024;70,25;Rata-rata nasional')
    assert.deepEqual((await administrator.expect(200, 'check_import', right)).body.counts, { added: 2, changed: 0, same: 0, refused: 0 })
    const done = await administrator.expect(200, 'import_catalogue', { ...right, if_match: etag })
    assert.equal(done.body.version, before.version + 2)
    assert.match(done.body.sha256, /^[0-9a-f]{64}$/)
    await administrator.expect(412, 'import_catalogue', { ...right, if_match: etag })
    await administrator.expect(428, 'import_catalogue', right)
    const { body } = await administrator.expect(200, 'check_import', right)
    assert.deepEqual(body.counts, { added: 0, changed: 0, same: 2, refused: 0 })
    const shown = (await administrator.expect(200, 'show_catalogue', { query: { year: 2025 } })).body
    const past = shown.indicators.find((each) => each.indicator === 'IKU-1').past
    assert.ok(past.some((each) => each.year === 2021 && each.target.value.number === '60.5'))
  })

  test('a file that is no table is refused with what to do', async () => {
    const { administrator } = scene()
    const { body } = await administrator.expect(422, 'check_import', csv('satu,dua', '1,2'))
    assert.equal(body.code, 'import.table_unknown')
    const mistyped = await administrator.expect(422, 'check_import', csv('Kode indikator;Jenis angka;Tahun;Nilay;Sumber', 'IKU-1;Tahun lalu;2021;60;LKjIP'))
    assert.match(mistyped.body.detail, /Maksud Anda `Nilai`/)
  })

  test('a workbook goes out, is filled in, checked and read; a stale one names its rows', async () => {
    const { office, analis } = scene()
    const { forms } = await open_collection(office, analis, { kind: 'quarter', year: 2026, number: 3 })
    const shown = await Promise.all(forms.map((form) => form.show()))
    const at = shown.findIndex((form) => form.rows.some((row) => row.about.form === 'number' && row.kind === 'indicator'))
    const [{ client, path }, form] = [forms[at], shown[at]]
    const row = form.rows.find((each) => each.about.form === 'number' && each.kind === 'indicator')
    const key = `indicator:${row.subject}@`
    const blank = (await client.expect(200, 'download_workbook', { path })).body
    const send = (raw) => ({ path, raw, type: xlsx, query: { name: 'formulir.xlsx' } })

    const untouched = (await client.expect(200, 'check_workbook', send(blank))).body
    assert.deepEqual(untouched.counts, { entered: 0, changed: 0, same: form.rows.length, refused: 0, stale: 0 })
    const formula = (await client.expect(200, 'check_workbook', send(fill(blank, `${key}==2*3`)))).body
    assert.equal(formula.acceptable, false)
    assert.match(formula.rows.find((each) => each.fate === 'refused').problem, /rumus/)

    const filled = fill(blank, `${key}=9300.5`)
    const checked = (await client.expect(200, 'check_workbook', send(filled))).body
    assert.equal(checked.counts.entered, 1)
    await analis.expect(403, 'read_workbook', send(filled))
    const receipt = (await client.expect(200, 'read_workbook', send(filled))).body
    assert.deepEqual(receipt.rows.map((each) => each.subject), [row.subject])
    const saved = (await forms[at].show()).rows.find((each) => each.subject === row.subject)
    assert.equal(saved.entry.value.number, '9300.5')

    const again = await client.expect(200, 'read_workbook', send(filled))
    assert.deepEqual(again.body.rows, [], 'what is there already asks for nothing')
    const stale = fill(blank, `${key}=1`)
    assert.equal((await client.expect(200, 'check_workbook', send(stale))).body.counts.stale, 1)
    const refused = await client.expect(412, 'read_workbook', send(stale))
    assert.equal(refused.body.code, 'workbook.stale')

    const other = forms[(at + 1) % forms.length]
    const foreign = await other.client.expect(422, 'check_workbook', { ...send(filled), path: other.path })
    assert.equal(foreign.body.code, 'workbook.foreign')
    await client.expect(422, 'check_workbook', send('bukan lembar kerja\n'))
  })

  test('every figure can be taken along, and the report has its tables', async () => {
    const { auditor } = scene()
    const query = { year: 2025 }
    const rows = (await auditor.expect(200, 'export_figures_json', { query })).body
    assert.ok(rows.length >= 30)
    const visits = rows.find((each) => each.subject === 'IKU-3' && each.period === '2025-q1')
    assert.equal(visits.value, '9217')
    assert.equal(visits.achievement, '204.82')
    assert.equal(visits.target, '4500')
    const table = (await auditor.expect(200, 'export_figures_csv', { query })).body.toString()
    assert.equal(table.trim().split('\n').length, rows.length + 1)
    const book = await auditor.expect(200, 'export_figures_xlsx', { query })
    assert.equal(book.body.subarray(0, 2).toString(), 'PK')
    const report = await auditor.expect(200, 'export_results', { query: { period: '2025' } })
    assert.equal(report.body.subarray(0, 2).toString(), 'PK')
    assert.match(report.headers.get('content-disposition'), /capaian-kinerja-2025\.xlsx/)
  })
}
