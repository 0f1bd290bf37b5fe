// The seed SOP through all ten rows as its officials see it, one part after another. The browser test looks at every
// screen on the way, the pictures of the manual are taken from the same way.

import { expect } from '@playwright/test'

export const title = 'Data kinerja untuk Inspektorat'
const today = new Date().toISOString().slice(0, 10)
const letter = {
  from: 'Inspektorat Kabupaten Tanjung Jabung Barat',
  number: `700/512/ITKAB/${today.slice(0, 4)}`,
  date: today,
  agenda_number: '118',
  subject: 'Permintaan data kinerja perangkat daerah',
}
const letter_file = { name: 'surat-inspektorat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
const figures_file = { name: 'kunjungan.csv', mimeType: 'text/csv', buffer: Buffer.from('bulan;kunjungan\nOktober;4.112\n') }
const initial_data = 'Renstra 2025-2029, lemari arsip B2, halaman 14'
const draft = `DOKUMEN MEKANISME PENGUMPULAN DATA KINERJA

1. Bidang menyampaikan data paling lambat tanggal 5 setelah triwulan berakhir.
2. Data disertai bukti dukung.
3. Subbagian PPMEP memeriksa kelengkapan dan menyusun rekapitulasi.`
const initials = { open: 'Bubuhkan paraf', title: 'Bubuhkan paraf', send: 'Paraf naskah', notice: 'Naskah sudah diparaf.' }
const signature = {
  open: 'Bubuhkan tanda tangan',
  title: 'Bubuhkan tanda tangan',
  send: 'Tanda tangani naskah',
  notice: 'Naskah sudah ditandatangani.',
}

/// Parts in order, each with what it does. `people` are Officials by user name, signed in; `look(name, official)` is
/// called at every screen and dialog worth seeing.
export function ten_steps(people, look) {
  const { kadis, sekretaris, kasubag, analis, perpustakaan, kearsipan, umum } = people

  async function register_letter() {
    await kadis.to_inbox() // where the case turns up by itself
    await sekretaris.to_inbox()
    await look('kotak-tugas-kosong', sekretaris)
    const send = await sekretaris.start_case({ title, year: 2024, letter, file: letter_file }) // a year without a catalogue: answers in words
    await look('mulai-berkas', sekretaris)
    await Promise.all([sekretaris.told('Berkas sudah dimulai.'), send()])
    await expect(sekretaris.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await look('berkas-menunggu', sekretaris)
  }

  async function dispose() {
    await kadis.to_inbox()
    await expect(kadis.row(title)).toBeVisible()
    await look('kotak-tugas', kadis)
    const task = await kadis.open_task(title, 'Disposisi', 1)
    await kadis.field('Segera', task).first().check()
    const forward = task.getByRole('group', { name: 'Diteruskan kepada' })
    await expect(forward.getByLabel('Kepala Dinas', { exact: true }), 'nobody forwards to themself').toHaveCount(0)
    await kadis.field('Sekretaris Dinas', task).check()
    await kadis.field('Koordinasi/konfirmasi', task).check()
    await kadis.field('Laporkan hasilnya', task).check()
    await kadis.field(/^Catatan/, task).fill('Mohon selesai sebelum akhir bulan.')
    await look('disposisi', kadis)
    await kadis.press('Kirim disposisi', task, 'Disposisi terkirim.')
  }

  async function order() {
    const task = await sekretaris.open_task(title, 'Kerjakan', 2)
    await sekretaris.state_reference(task, 'Data Awal', initial_data, () => look('kelengkapan', sekretaris))
    await sekretaris.write_paper(task, 'Siapkan bahan penyusunan pengumpulan data kinerja dan koordinasikan dengan bidang.')
    await sekretaris.field(/^Catatan untuk langkah berikutnya/, task).fill('Bidang menjawab paling lambat lusa.')
    await look('perintah', sekretaris)
    await sekretaris.press('Selesaikan langkah', task, 'Langkah 2 selesai')
  }

  async function answer(division, { text, figures, file, name }) {
    const task = await division.open_task(title, 'Jawab', 3)
    await division.field('Jawaban', task).fill(text)
    for (const figure of figures) await division.add_figure(task, figure)
    if (file) await division.attach('Lampiran', file, task)
    await look(name, division)
    await division.press('Kirim jawaban', task, 'Jawaban terkirim.')
  }

  async function divisions_answer() {
    await answer(perpustakaan, {
      name: 'jawab',
      text: 'Data kunjungan triwulan IV terlampir.',
      figures: [{ label: 'Pemustaka', value: '12.480', unit: 'orang' }],
      file: figures_file,
    })
    const figures = [{ label: 'Arsip statis ditata', value: '1.234,5', unit: 'meter lari' }]
    await answer(kearsipan, { name: 'jawab-kearsipan', text: 'Arsip statis sudah ditata.', figures })
    await answer(umum, { name: 'jawab-umum', text: 'Laporan kepegawaian sudah disampaikan.', figures: [] })
  }

  async function return_one() {
    const task = await analis.open_task(title, 'Kumpulkan', 3)
    await expect(task.getByText('1.234,5 meter lari')).toBeVisible()
    await look('himpun', analis)
    await analis.button('Terima jawaban: Bidang Kearsipan', task).click()
    await expect(task.getByText('1 dari 3 jawaban sudah diterima.')).toBeVisible()
    await analis.button('Terima jawaban: Subbagian Umum dan Kepegawaian', task).click()
    await expect(task.getByText('2 dari 3 jawaban sudah diterima.')).toBeVisible()
    await analis.button('Kembalikan jawaban: Bidang Perpustakaan', task).click()
    const dialog = analis.dialog('Kembalikan jawaban Bidang Perpustakaan')
    await analis.field('Yang perlu diperbaiki', dialog).fill('Kunjungan bulan Desember belum ada.')
    await look('kembalikan-jawaban', analis)
    await analis.button('Kembalikan jawaban', dialog).click()
    await expect(dialog).toBeHidden()
  }

  async function answer_again() {
    const task = await perpustakaan.open_task(title, 'Jawab', 3)
    await expect(task.getByText('Kunjungan bulan Desember belum ada.').first()).toBeVisible()
    await expect(perpustakaan.field('Nilai', task), 'what was sent before is there to be mended').toHaveValue('12.480')
    await expect(perpustakaan.button(`Hapus: ${figures_file.name}`, task)).toBeVisible()
    await perpustakaan.field('Nilai', task).fill('16.592')
    await answer(perpustakaan, { name: 'jawab-dikembalikan', text: 'Sudah dilengkapi dengan bulan Desember.', figures: [] })
  }

  async function draft_paper() {
    const task = await analis.open_task(title, 'Kumpulkan', 3)
    await analis.button('Terima jawaban: Bidang Perpustakaan', task).click()
    await expect(task.getByText('3 dari 3 jawaban sudah diterima.')).toBeVisible()
    await analis.write_paper(task, draft)
    await look('rancangan', analis)
    await analis.press('Tutup pengumpulan', task, 'Pengumpulan ditutup')
  }

  async function receive_draft() {
    const task = await kasubag.open_task(title, 'Kerjakan', 4)
    await look('terima-rancangan', kasubag)
    await kasubag.press('Selesaikan langkah', task, 'Langkah 4 selesai')
  }

  async function ask_for_repair() {
    const task = await kasubag.open_task(title, 'Periksa', 5)
    await kasubag.field('perlu perbaikan', task).check()
    await kasubag.field('Alasan atau catatan pemeriksaan', task).fill('Tambahkan jadwal pengumpulan triwulan berikutnya.')
    await look('periksa', kasubag)
    await kasubag.press('Simpan hasil pemeriksaan', task, 'Hasil pemeriksaan tercatat.')
  }

  async function repair() {
    const task = await analis.open_task(title, 'Kerjakan', 6)
    await expect(task.getByText('Tambahkan jadwal pengumpulan').first()).toBeVisible()
    const repaired = `${draft}\n4. Pengumpulan triwulan I dimulai pada hari kerja pertama bulan April.`
    await analis.field('Isi naskah', task).fill(repaired)
    await analis.button('Selesaikan langkah', task).click()
    await expect(task.getByText('Naskah yang Anda ketik belum disimpan.')).toBeVisible()
    await analis.write_paper(task, repaired)
    await expect(task.getByText('Versi 2', { exact: true })).toBeVisible()
    await keeps_what_is_typed_after_saving(task, repaired)
    await look('perbaikan', analis)
    await analis.press('Selesaikan langkah', task, 'Langkah 6 selesai')
  }

  async function keeps_what_is_typed_after_saving(task, saved) {
    await analis.field('Isi naskah', task).fill(`${saved}\n5.`)
    const again = await analis.open_task(title, 'Kerjakan', 6)
    await expect(analis.field('Isi naskah', again)).toHaveValue(`${saved}\n5.`)
    await analis.field('Isi naskah', again).fill(saved)
    await expect(again.getByText('Naskah yang Anda ketik belum disimpan.')).toBeHidden()
  }

  async function initial_kasubag() {
    const task = await kasubag.open_task(title, 'Paraf', 7)
    await look('paraf-halaman', kasubag)
    await kasubag.mark(task, initials, () => look('paraf', kasubag))
  }

  /// Straight from the inbox, with a password that is wrong at first.
  async function initial_sekretaris() {
    await sekretaris.to_inbox()
    await sekretaris.button(`Paraf: ${title}`).click()
    const dialog = sekretaris.dialog(initials.title)
    await sekretaris.field('Kata sandi Anda', dialog).fill('bukan kata sandinya')
    await sekretaris.button(initials.send, dialog).click()
    await expect(dialog.getByText('Kata sandi tidak cocok.')).toBeVisible()
    await look('paraf-sandi-salah', sekretaris)
    await sekretaris.field('Kata sandi Anda', dialog).fill(sekretaris.password)
    await sekretaris.button(initials.send, dialog).click()
    await expect(dialog).toBeHidden()
    await expect(sekretaris.row(title)).toBeHidden()
  }

  async function sign() {
    const task = await kadis.open_task(title, 'Tanda tangan', 9)
    await kadis.mark(task, signature, () => look('tanda-tangan', kadis))
    await look('berkas-ditandatangani', kadis)
  }

  async function distribute() {
    const task = await analis.open_task(title, 'Distribusi', 10)
    const recipients = task.getByRole('group', { name: 'Kirim kepada' })
    for (const name of ['Bidang Perpustakaan', 'Bidang Kearsipan']) await recipients.getByLabel(name, { exact: true }).check()
    await recipients.getByLabel('Subbagian Umum dan Kepegawaian', { exact: true }).uncheck()
    await analis.field(/^Pesan kepada penerima/, task).fill('Untuk dilaksanakan.')
    await look('distribusi', analis)
    await analis.press('Distribusikan', task, 'Naskah sudah didistribusikan.')
  }

  async function confirm_receipts() {
    for (const division of [perpustakaan, kearsipan]) {
      const task = await division.open_task(title, 'Terima', 10)
      await look('terima', division)
      await division.press('Konfirmasi terima', task, 'Penerimaan tercatat.')
    }
  }

  async function archive() {
    const task = await analis.open_task(title, 'Distribusi', 10)
    await analis.field('Lokasi simpan', task).fill('Ruang arsip, lemari B2, boks 14')
    await look('arsip', analis)
    await analis.press('Arsipkan', task, 'Berkas sudah diarsipkan.')
    const { page } = analis
    await expect(page.getByRole('region', { name: 'Arsip', exact: true }).getByText('Ruang arsip, lemari B2, boks 14')).toBeVisible()
    await expect(page.getByRole('main').getByText('Selesai', { exact: true }).first()).toBeVisible()
    await look('berkas-selesai', analis)
  }

  return [
    ['the letter is registered', register_letter],
    ['1: the head disposes', dispose],
    ['2: the secretary orders and states where the initial data lie', order],
    ['3: every division answers', divisions_answer],
    ['3: the analyst accepts two answers and returns one', return_one],
    ['3: the returned division answers again', answer_again],
    ['3: the analyst writes the draft and closes the gathering', draft_paper],
    ['4: the head of subsection receives the draft', receive_draft],
    ['5: and asks for a repair', ask_for_repair],
    ['6: the analyst repairs', repair],
    ['7: the head of subsection initials', initial_kasubag],
    ['8: the secretary initials', initial_sekretaris],
    ['9: the head signs', sign],
    ['10: the analyst distributes', distribute],
    ['10: the recipients confirm', confirm_receipts],
    ['10: the analyst archives', archive],
  ]
}
