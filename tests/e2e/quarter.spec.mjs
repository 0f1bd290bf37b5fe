// A quarter is collected by hand: one division pastes from Excel, one fills in the workbook in LibreOffice, one works
// without a network; one row is returned and repaired, and the first initials freeze the figures. Every screen and dialog
// on the way is looked at (support/looking.mjs).

import { open_collection } from './support/figures.mjs'
import { look_at } from './support/looking.mjs'
import { performers } from './support/office.mjs'
import { expect, test } from './support/people.mjs'
import { quarter, quarter_steps } from './support/quarter_steps.mjs'

const looks = !process.env.HIMPUN_TEST_POSTGRES
const dark_too = ['formulir-tempel-salah', 'lembar-kerja-ditolak', 'capaian', 'capaian-indikator']

test('three divisions fill a quarter, one is returned and repaired, the initials freeze it @databases', async ({ people, himpun }) => {
  test.setTimeout(900000)
  const [analis] = performers(himpun.office, 'analis')
  const { id, collection } = await open_collection(himpun.office, analis, quarter)
  expect(collection.forms).toHaveLength(3)
  const title = `Data kinerja ${quarter.year} triwulan ${quarter.number}`
  const look = (name, { page }) => (looks ? look_at(page, name, { dark: dark_too.includes(name) }) : undefined)
  for (const [what, act] of quarter_steps({ id, title }, people, look)) await test.step(what, act)
  // Without a network the browser itself says so; that is no fault of the page.
  const is_offline = (fault) => fault.includes('net::ERR_INTERNET_DISCONNECTED')
  for (const { username, faults } of Object.values(people)) expect(faults.filter((each) => !is_offline(each)), username).toEqual([])
})

test('a catalogue is imported from a file: looked at row by row, then all of it', async ({ people }) => {
  test.setTimeout(300000)
  const { admin } = people
  const { page } = admin
  const look = (name) => (looks ? look_at(page, name, { dark: name === 'impor-ditolak' }) : undefined)
  const csv = (name, ...lines) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })
  const heading = 'Kode;Jenis anggaran;Tahun;Jumlah (Rp);Sumber'
  await page.goto('/katalog/impor')
  const template = page.getByRole('link', { name: /^Unduh templat / })
  await expect(template).toBeVisible()
  await look('impor')
  const [download] = await Promise.all([page.waitForEvent('download'), template.click()])
  expect(download.suggestedFilename()).toMatch(/^katalog-kinerja-\d{4}\.xlsx$/)
  await page.getByLabel('Pilih berkas', { exact: true }).setInputFiles(csv('anggaran.csv', heading, '2.23.2;Realisasi tahun lalu;2024;1.850.000.000;LRA 2024', 'dua;Realisasi tahun lalu;2024;banyak;'))
  await expect(page.getByRole('heading', { name: '1 baris ditolak' })).toBeVisible()
  await expect(page.getByText(/Kolom Jumlah \(Rp\)/)).toBeVisible()
  await expect(admin.button('Simpan semuanya')).toBeDisabled()
  await look('impor-ditolak')
  await page.getByLabel('Pilih berkas lain', { exact: true }).setInputFiles(csv('anggaran.csv', heading, '2.23.2;Realisasi tahun lalu;2024;1.850.000.000;LRA 2024', '2.24.02;Pagu akhir Renstra;2029;900.000.000;Renstra 2025-2029'))
  await expect(page.getByRole('heading', { name: '2 baris siap disimpan' })).toBeVisible()
  await look('impor-siap')
  await Promise.all([admin.told('Impor tersimpan.'), admin.button('Simpan semuanya').click()])
  await page.goto('/jurnal')
  await expect(page.getByText('Katalog diimpor dari anggaran.csv: 2 baru, 0 diubah.').first()).toBeVisible()
  expect(admin.faults).toEqual([])
})
