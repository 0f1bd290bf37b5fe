// A quarter's figures as the officials see it: three divisions fill in their forms, each in its own way, the analyst sends
// one back, the head of subsection's initials freeze the figures, and a correction follows. It knows the words on the
// screen, no classes; the way to the gathering is the business of ten_steps.mjs and is gone through HTTP here.

import { expect } from '@playwright/test'
import { fill_in_office } from './office_workbook.mjs'

const year = new Date().getFullYear()
export const quarter = { kind: 'quarter', year, number: 4 }
const map = { title: 'Rekap layanan triwulan IV', place: 'Lemari 3, map 12' }
const recap = { name: 'rekap-kunjungan.csv', mimeType: 'text/csv', buffer: Buffer.from('bulan;kunjungan\nOktober;3.201\nNovember;3.118\n') }
const initials = { open: 'Bubuhkan paraf', title: 'Bubuhkan paraf', send: 'Paraf naskah', notice: 'Naskah sudah diparaf.' }

/// As Excel puts it on the clipboard: tabs between cells, a cell with a line break in quotes.
const block_of = (rows) => rows.map((cells) => cells.map((text) => (/[\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t')).join('\r\n') + '\r\n'

const library_block = block_of([
  ['66,4', '', 'Pojok baca di 14 kecamatan', 'Data sekolah terlambat masuk', ''],
  ['67,25', '', 'Duta baca aktif', 'Survei hanya satu kali setahun', ''],
  ['9.4l2', '', 'Layanan Sabtu dan Minggu', 'Listrik padam tiga hari', 'Angka "sementara"\nbulan Desember'],
  ['6', '232', 'Pendampingan akreditasi', 'Pustakawan bersertifikat masih kurang', ''],
  ['1.250.000.000', '', '', '', 'SP2D sampai Desember'],
  ['41.050.000,50', '', '', '', ''],
])

/// `cases`: {id, title}; `people`: Officials by user name; `look(name, official)` is called at every screen and dialog.
export function quarter_steps({ id, title }, people, look) {
  const { kadis, kasubag, analis, perpustakaan, kearsipan, umum } = people

  const cell = (official, column, row) => official.page.getByRole('main').getByLabel(`${column}, ${row}`, { exact: true })
  const stored = ({ page }) => expect(page.getByText(/^Tersimpan pukul |^Semua isian tersimpan$/)).toBeVisible()

  /// From the inbox to the form.
  async function open_form(official) {
    const task = await official.open_task(title, 'Jawab', 3)
    await look(`tugas-formulir-${official.username}`, official)
    await task.getByRole('link', { name: 'Buka formulir' }).click()
    await expect(official.page.getByRole('heading', { level: 1, name: /^Formulir / })).toBeVisible()
    await expect(official.page.getByText('Memuat…')).toHaveCount(0)
  }

  async function attach_to_all(official, row, fill) {
    await official.button(`Lampirkan: Data dukung, ${row}`).click()
    const dialog = official.dialog('Data dukung')
    await fill(dialog)
    const more = dialog.getByText(/^Untuk baris lain juga/)
    if (await more.count()) {
      await more.click()
      for (const box of await dialog.getByRole('group', { name: 'Bukti yang sama mendukung' }).getByRole('checkbox').all()) await box.check()
    }
    await look(`bukti-${official.username}`, official)
    await official.button('Lampirkan', dialog).click()
    await expect(dialog.getByText('Belum ada bukti.')).toBeHidden()
    await official.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }

  /// A reason for every warning on the form.
  async function waive_warnings(official) {
    const waive = official.page.getByRole('button', { name: /^Lewati dengan alasan/ })
    while (await waive.count()) {
      const left = await waive.count()
      await waive.first().click()
      const dialog = official.dialog('Lewati peringatan dengan alasan')
      await official.field('Mengapa boleh dilewati', dialog).fill('Sudah diperiksa dengan register.')
      await look(`lewati-${official.username}`, official)
      await official.button('Lewati peringatan', dialog).click()
      await expect(dialog).toBeHidden()
      await expect(waive).toHaveCount(left - 1)
    }
  }

  async function send(official, name) {
    await official.button('Kirim ke pemeriksa').click()
    const dialog = official.dialog('Kirim formulir')
    await look(name, official)
    await official.press('Kirim ke pemeriksa', dialog, 'Formulir terkirim ke pemeriksa.')
    await look(`${name}-terkirim`, official)
  }

  async function analyst_sees_the_request() {
    const task = await analis.open_task(title, 'Kumpulkan', 3)
    await expect(task.getByText('6 dari 6 baris belum lengkap').first()).toBeVisible()
    await look('kuartal-diminta', analis)
    await analis.to_inbox()
    await analis.page.getByText(/formulir belum disampaikan bidang$/).click()
    const ask = analis.page.getByRole('listitem').filter({ hasText: 'Bidang Perpustakaan' }).filter({ hasText: 'Triwulan IV' })
    await Promise.all([analis.told('Bidang Perpustakaan sudah diingatkan.'), ask.getByRole('button', { name: /^Ingatkan/ }).click()])
    await expect(ask.getByText(/^Diingatkan .*: diminta Pejabat Analis\.$/)).toBeVisible()
    await look('kotak-tugas-menagih', analis)
  }

  async function library_pastes() {
    const { page } = perpustakaan
    await perpustakaan.to_inbox()
    const owed = page.getByRole('region', { name: 'Data kinerja yang ditunggu' }).getByRole('listitem').filter({ hasText: 'Triwulan IV' })
    await expect(owed.getByText(/hari kerja lagi\.$/)).toBeVisible()
    await expect(owed.getByText(/^Diingatkan /)).toBeVisible()
    await look('kotak-tugas-ditagih', perpustakaan)
    await open_form(perpustakaan)
    await look('formulir-kosong', perpustakaan)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate((text) => navigator.clipboard.writeText(text), library_block)
    await cell(perpustakaan, 'Realisasi', 'Indeks Pembangunan Literasi Masyarakat (IPLM)').focus()
    await page.keyboard.press('Control+v')
    await expect(cell(perpustakaan, 'Penyebut', 'Perpustakaan sesuai standar nasional')).toHaveValue('232')
    await expect(page.getByRole('button', { name: /kesalahan|salah/i }).first()).toBeVisible()
    await look('formulir-tempel-salah', perpustakaan)
    const visits = cell(perpustakaan, 'Realisasi', 'Kunjungan perpustakaan')
    await page.keyboard.press('Control+z')
    await expect(visits, 'the whole block is one step').toHaveValue('')
    await page.keyboard.press('Control+y')
    await expect(visits).toHaveValue('9.4l2')
    await visits.fill('9.412')
    await page.keyboard.press('Enter')
    await stored(perpustakaan)
    await look('formulir-tersimpan', perpustakaan)
  }

  async function library_sends() {
    await perpustakaan.button('Kirim ke pemeriksa').click()
    await look('kirim-terhalang', perpustakaan)
    await perpustakaan.page.keyboard.press('Escape')
    await attach_to_all(perpustakaan, 'Indeks Pembangunan Literasi Masyarakat (IPLM)', async (dialog) => {
      await perpustakaan.attach(/^File$/, recap, dialog)
      await perpustakaan.field('Nama bukti', dialog).fill('Rekap kunjungan')
      await perpustakaan.field(/^Halaman atau lembar/, dialog).fill('lembar 1')
    })
    await waive_warnings(perpustakaan)
    await send(perpustakaan, 'kirim')
  }

  async function archives_fill_the_workbook() {
    const { page } = kearsipan
    await open_form(kearsipan)
    await page.getByText('Isi lewat Excel').click()
    await look('lembar-kerja', kearsipan)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh lembar isian' }).click()])
    const blank = await read_stream(await download.createReadStream())
    const { file: wrong } = await fill_in_office(blank, { 'indicator:IKU-6': { realisasi: '=10+2' }, 'indicator:IKU-4': { ketersediaan: 'Tidak tersedia' } })
    await page.getByLabel('Pilih berkas', { exact: true }).setInputFiles(wrong)
    await expect(page.getByRole('heading', { name: /baris ditolak$/ })).toBeVisible()
    await look('lembar-kerja-ditolak', kearsipan)
    const why = { pendorong: 'Arsip sudah terdaftar dalam SIKN', penghambat: 'Rak di ruang simpan penuh' }
    const { file, said } = await fill_in_office(blank, {
      'indicator:IKU-4': { realisasi: '72.5', ...why, tindak_lanjut: 'Menambah rak arsip', penanggung_jawab: 'Kepala Bidang Kearsipan', tanggal: `${year}-12-31` },
      'indicator:IKU-6': { realisasi: '12.5', ...why },
      'indicator:IKU-7': { realisasi: '0', ...why },
      'budget:2.24.02': { realisasi: '215000000' },
    })
    expect(said).not.toContain('PROTECTED')
    await page.getByLabel('Pilih berkas lain', { exact: true }).setInputFiles(file)
    await expect(page.getByRole('heading', { name: '4 baris siap disimpan' })).toBeVisible()
    await look('lembar-kerja-diperiksa', kearsipan)
    await kearsipan.button('Simpan semuanya').click()
    await expect(cell(kearsipan, 'Realisasi', 'Arsip hilang'), 'zero is a figure').toHaveValue('0')
    await expect(cell(kearsipan, 'Realisasi', 'Nilai pengawasan kearsipan')).toHaveValue('72,5')
    await look('formulir-dari-lembar-kerja', kearsipan)
  }

  async function archives_send() {
    await attach_to_all(kearsipan, 'Nilai pengawasan kearsipan', async (dialog) => {
      await dialog.getByLabel('Disimpan di tempat').check()
      await kearsipan.field('Tempat penyimpanan', dialog).fill(map.place)
      await kearsipan.field('Nama bukti', dialog).fill(map.title)
    })
    await waive_warnings(kearsipan)
    await send(kearsipan, 'kirim-kearsipan')
  }

  async function general_affairs_work_without_a_network() {
    const { page } = umum
    await open_form(umum)
    await stored(umum)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.context().setOffline(true)
    await cell(umum, 'Realisasi', 'Nilai SAKIP perangkat daerah').selectOption('BB')
    await cell(umum, 'Skor', 'Nilai SAKIP perangkat daerah').fill('75,2')
    await cell(umum, 'Realisasi', 'Indeks Kepuasan Masyarakat').fill('41,2')
    for (const row of ['Nilai SAKIP perangkat daerah', 'Indeks Kepuasan Masyarakat']) {
      await cell(umum, 'Faktor pendorong', row).fill('Tindak lanjut hasil evaluasi selesai')
      await cell(umum, 'Faktor penghambat', row).fill('Responden survei masih sedikit')
    }
    await cell(umum, 'Realisasi', 'Program Penunjang Urusan Pemerintahan Daerah').fill('3.100.000.000')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Tanpa sambungan; 3 perubahan/)).toBeVisible()
    await look('formulir-luring', umum)
    await page.reload()
    await expect(page.getByText(/^Tidak ada sambungan\. Ini formulir yang tersimpan/)).toBeVisible()
    await expect(cell(umum, 'Realisasi', 'Indeks Kepuasan Masyarakat'), 'what was typed is still there').toHaveValue('41,2')
    await look('formulir-luring-dibuka', umum)
    await page.context().setOffline(false)
    await expect(page.getByText(/^Tersimpan pukul/)).toBeVisible()
    await expect(page.getByText(/^Tidak ada sambungan\./)).toBeHidden()
  }

  async function general_affairs_send() {
    await attach_to_all(umum, 'Nilai SAKIP perangkat daerah', async (dialog) => {
      await dialog.getByLabel('Tautan').check()
      await umum.field('Tautan', dialog).last().fill('https://contoh.go.id/lhe')
      await umum.field('Nama bukti', dialog).fill('Laporan hasil evaluasi')
    })
    await waive_warnings(umum)
    await send(umum, 'kirim-umum')
  }

  async function check_form(unit) {
    await analis.page.goto(`/berkas/${id}`)
    await analis.page.getByRole('link', { name: new RegExp(`^(Periksa|Buka) formulir ?: ${unit}$`) }).click()
    await expect(analis.page.getByRole('heading', { level: 1, name: `Formulir ${unit}` })).toBeVisible()
  }

  async function analyst_returns_a_row() {
    await check_form('Bidang Perpustakaan')
    await look('periksa-formulir', analis)
    const row = 'Perpustakaan sesuai standar nasional'
    await analis.page.getByRole('button', { name: new RegExp(`^Kembalikan… ?: ${row}$`) }).click()
    const dialog = analis.dialog('Kembalikan baris ini')
    await analis.field('Yang perlu diperbaiki', dialog).fill('Jumlah terakreditasi menurut daftar Perpusnas adalah 5.')
    await look('kembalikan-baris', analis)
    await analis.button('Kembalikan', dialog).click()
    await expect(dialog).toBeHidden()
    await Promise.all([analis.told('Semua baris yang terkirim sudah diterima.'), analis.page.getByRole('button', { name: /^Terima semua/ }).click()])
    await look('periksa-formulir-sebagian', analis)
  }

  async function library_repairs() {
    const task = await perpustakaan.open_task(title, 'Jawab', 3)
    await expect(task.getByText(/Dikembalikan|belum lengkap/).first()).toBeVisible()
    await task.getByRole('link', { name: 'Buka formulir' }).click()
    await expect(perpustakaan.page.getByText('Jumlah terakreditasi menurut daftar Perpusnas adalah 5.')).toBeVisible()
    await look('formulir-dikembalikan', perpustakaan)
    await cell(perpustakaan, 'Pembilang', 'Perpustakaan sesuai standar nasional').fill('5')
    await perpustakaan.page.keyboard.press('Enter')
    await stored(perpustakaan)
    await waive_warnings(perpustakaan)
    await send(perpustakaan, 'kirim-perbaikan')
  }

  async function analyst_accepts() {
    for (const unit of ['Bidang Perpustakaan', 'Bidang Kearsipan', 'Subbagian Umum dan Kepegawaian']) {
      await check_form(unit)
      await Promise.all([analis.told('Semua baris yang terkirim sudah diterima.'), analis.page.getByRole('button', { name: /^Terima semua/ }).click()])
    }
    await look('periksa-formulir-selesai', analis)
    const task = await analis.open_task(title, 'Kumpulkan', 3)
    await expect(task.getByText('3 dari 3 jawaban sudah diterima.')).toBeVisible()
    await analis.write_paper(task, 'LAPORAN DATA KINERJA TRIWULAN IV')
    await expect(task.getByText(/Formulir E\.81/).first(), 'the figures are in the draft').toBeVisible()
    await look('rancangan-dengan-data', analis)
    await analis.press('Tutup pengumpulan', task, 'Pengumpulan ditutup')
  }

  async function kasubag_freezes() {
    await kasubag.press('Selesaikan langkah', await kasubag.open_task(title, 'Kerjakan', 4), 'Langkah 4 selesai')
    const review = await kasubag.open_task(title, 'Periksa', 5)
    await kasubag.field('sudah baik', review).check()
    await kasubag.field('Alasan atau catatan pemeriksaan', review).fill('Angka sesuai dengan bukti.')
    await kasubag.press('Simpan hasil pemeriksaan', review, 'Hasil pemeriksaan tercatat.')
    await kasubag.mark(await kasubag.open_task(title, 'Paraf', 7), initials)
    await kasubag.page.goto(`/berkas/${id}`)
    await expect(kasubag.page.getByText(/^Angka dikunci /).first()).toBeVisible()
    await look('kuartal-dikunci', kasubag)
    await perpustakaan.page.reload()
    await expect(perpustakaan.page.getByText(/^Angka dikunci /).first()).toBeVisible()
    await expect(perpustakaan.page.getByRole('main').getByRole('textbox')).toHaveCount(0)
    await look('formulir-dikunci', perpustakaan)
  }

  async function analyst_corrects() {
    await check_form('Bidang Perpustakaan')
    await analis.page.getByRole('button', { name: /^Betulkan…? ?: Kunjungan perpustakaan$/ }).click()
    const dialog = analis.dialog('Betulkan angka yang terkunci')
    await analis.field('Realisasi', dialog).fill('9.421')
    await analis.field('Alasan', dialog).fill('Kunjungan 31 Desember belum dihitung.')
    await look('pembetulan', analis)
    await analis.button('Simpan pembetulan', dialog).click()
    await expect(dialog).toBeHidden()
    await expect(analis.page.getByText('Kunjungan 31 Desember belum dihitung.')).toBeVisible()
    await look('formulir-dibetulkan', analis)
  }

  async function head_decides() {
    const { page } = kadis
    await page.goto(`/capaian?tahun=${year}&periode=${year}-q4`)
    await expect(page.getByRole('heading', { name: 'Keputusan pimpinan' })).toBeVisible()
    await look('capaian', kadis)
    await kadis.button('Catat keputusan').click()
    const dialog = kadis.dialog('Catat keputusan pimpinan')
    const about = kadis.field('Tentang', dialog)
    await about.selectOption({ label: await about.getByRole('option', { name: /^Indeks Kepuasan Masyarakat/ }).innerText() })
    await kadis.field('Keputusan', dialog).first().fill('Buka survei di setiap layanan mulai bulan depan.')
    await kadis.field('Dilaksanakan oleh', dialog).selectOption({ label: 'Subbagian Umum dan Kepegawaian' })
    await kadis.field(/^Tenggat/, dialog).fill(`${year + 1}-03-31`)
    await look('catat-keputusan', kadis)
    await kadis.press('Catat keputusan', dialog, 'Keputusan tercatat.')
    const decision = page.getByRole('listitem').filter({ hasText: 'Buka survei di setiap layanan mulai bulan depan.' })
    await expect(decision.getByText('Belum dilaksanakan')).toBeVisible()
    await page.getByRole('link', { name: 'Indeks Kepuasan Masyarakat' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Indeks Kepuasan Masyarakat' })).toBeVisible()
    await expect(page.getByText('Buka survei di setiap layanan mulai bulan depan.', { exact: true })).toBeVisible()
    await look('capaian-indikator', kadis)
  }

  async function division_carries_it_out() {
    const { page } = umum
    await page.goto(`/capaian?tahun=${year}&periode=${year}-q4`)
    await page.getByRole('button', { name: /^Catat pelaksanaan/ }).click()
    const dialog = umum.dialog('Keputusan sudah dilaksanakan')
    await umum.field('Apa yang sudah dilakukan', dialog).fill('Survei dibuka di empat layanan.')
    await look('catat-pelaksanaan', umum)
    await umum.press('Catat pelaksanaan', dialog, 'Pelaksanaan tercatat.')
    await expect(page.getByText('Survei dibuka di empat layanan.')).toBeVisible()
    await look('keputusan-dilaksanakan', umum)
  }

  return [
    ['the analyst sees who owes what', analyst_sees_the_request],
    ['the library pastes a block from Excel', library_pastes],
    ['and sends its form', library_sends],
    ['the archives fill in the workbook in LibreOffice', archives_fill_the_workbook],
    ['and send', archives_send],
    ['general affairs type without a network', general_affairs_work_without_a_network],
    ['and send when it is back', general_affairs_send],
    ['the analyst returns one row', analyst_returns_a_row],
    ['the library repairs it', library_repairs],
    ['the analyst accepts and writes the draft', analyst_accepts],
    ["the head of subsection's initials freeze the figures", kasubag_freezes],
    ['the analyst corrects a frozen figure', analyst_corrects],
    ['the head decides about a red figure', head_decides],
    ['the division carries it out', division_carries_it_out],
  ]
}

async function read_stream(stream) {
  const pieces = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
