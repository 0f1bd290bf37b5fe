// The document of a case, from the initials to the archive, as its people see it: two of them sign with a key of the
// office's own authority, one in ink; strangers check it and receive it without an account and without script.
// The way to the initials is the business of ten_steps.mjs and is gone through HTTP here.

import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { CaseDriver, case_of, start_case } from './case_driver.mjs'
import { check_with_other_programs, himpun_for, link_in, spoilt, unpack_and_check } from './document_tools.mjs'
import { performers, seed_procedure } from './office.mjs'

const title = 'Naskah dari paraf sampai arsip'
const passphrase = 'kunci-uji-rahasia'
const place = 'Ruang arsip, lemari B2, boks 14'
const divisions = ['Bidang Perpustakaan', 'Bidang Kearsipan']
const outside = { name: 'Inspektorat Kabupaten', address: 'inspektorat@contoh.go.id' }
const recall_reason = 'Tabel capaian keliru, menyusul yang benar.'
const made = { timeout: 60000 } // the PDF of a paper is made beside the requests; the page waits for it
const initials = { open: 'Bubuhkan paraf', title: 'Bubuhkan paraf', send: 'Paraf naskah', notice: 'Naskah sudah diparaf.' }
const signature = {
  open: 'Bubuhkan tanda tangan',
  title: 'Bubuhkan tanda tangan',
  send: 'Tanda tangani naskah',
  notice: 'Naskah sudah ditandatangani.',
}

/// Parts in order, each with what it does. `scene`: the server and its office, a folder to work in, `official(username)`
/// and `stranger()` who open a browser, `mails()`. `look(name, page)` is called at every screen worth seeing.
export function document_steps(scene, look) {
  const { himpun, folder, official, stranger, mails } = scene
  const command = himpun_for(himpun)
  const known = {} // what one step leaves to the next

  async function make_keys() {
    const secret = join(folder, 'frasa.txt')
    writeFileSync(secret, `${passphrase}\n`)
    command('ca', 'init', '--passphrase-file', secret)
    for (const user of ['kasubag', 'kadis']) {
      command('ca', 'issue', '--user', user, '--key', `${user}.p12`, '--passphrase-file', secret, '--key-passphrase-file', secret)
    }
  }

  async function name_the_secretary() {
    const admin = await official('admin')
    const { page } = admin
    await page.goto('/kantor/penanda-tangan')
    const table = page.getByRole('table', { name: 'Penanda tangan' })
    await expect(table.getByRole('row')).toHaveCount(3)
    await expect(page.getByText('Sertifikatnya bukan sertifikat tersertifikasi BSrE.')).toBeVisible()
    await admin.field('Pegawai', page.getByRole('main')).selectOption({ label: 'Pejabat Sekretaris' })
    await admin.field('Cara menandatangani').selectOption({ label: 'Tinta basah: cetak, tanda tangani, pindai' })
    await admin.button('Simpan').click()
    await expect(table.getByRole('row').filter({ hasText: 'Pejabat Sekretaris' })).toContainText('Tinta basah')
    await look('penanda-tangan', page)
  }

  async function bring_to_the_initials() {
    const { office } = himpun
    const [analyst] = performers(office, 'analis')
    known.id = (await start_case(analyst, case_of(seed_procedure, title))).id
    const driver = new CaseDriver(office, known.id, { outcomes: ['sudah baik'] })
    const view = await driver.run({ until: ({ tasks }) => tasks.some(({ action }) => action === 'initial') })
    expect(view.state).toBe('running')
  }

  async function with_key(who, task, words, spoken) {
    const dialog = who.dialog(words.title)
    if (!(await dialog.isVisible())) await who.button(words.open, task).click()
    const send = async () => {
      await who.field('Kata sandi Anda', dialog).fill(who.password)
      await who.field('Frasa sandi tanda tangan elektronik', dialog).fill(spoken)
      await who.button(words.send, dialog).click()
    }
    return { dialog, send }
  }

  async function initial_with_key() {
    const kasubag = await official('kasubag')
    const task = await kasubag.open_task(title, 'Paraf', 7)
    const wrong = await with_key(kasubag, task, initials, 'bukan frasa itu')
    await expect(kasubag.field('Frasa sandi tanda tangan elektronik', wrong.dialog)).toBeVisible()
    await look('paraf-kunci', kasubag.page)
    await wrong.send()
    await expect(wrong.dialog.getByText('Frasa sandi tidak cocok.')).toBeVisible(made)
    await expect(kasubag.field('Frasa sandi tanda tangan elektronik', wrong.dialog)).toBeFocused()
    await look('paraf-frasa-salah', kasubag.page)
    const right = await with_key(kasubag, task, initials, passphrase)
    await Promise.all([kasubag.told(initials.notice), right.send()])
    await expect(kasubag.page.getByRole('heading', { name: 'Naskah bertanda tangan' })).toBeVisible()
  }

  /// Printed pages as the scanner gives them back; the last one has the place of the marks.
  function scans_of(pdf) {
    const at = join(folder, 'cetakan')
    writeFileSync(`${at}.pdf`, pdf)
    execFileSync('pdftoppm', ['-r', '200', '-png', `${at}.pdf`, `${at}-hal`])
    execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', '-H', '120', `${at}.pdf`, `${at}-sobek`])
    const pages = readdirSync(folder).filter((name) => name.startsWith('cetakan-hal')).sort()
    const file = (name, path) => ({ name, mimeType: 'image/png', buffer: readFileSync(join(folder, path)) })
    return { whole: file('pindaian.png', pages.at(-1)), torn: file('pindaian-terpotong.png', 'cetakan-sobek.png') }
  }

  async function initial_in_ink() {
    const sekretaris = await official('sekretaris')
    const { page } = sekretaris
    const task = await sekretaris.open_task(title, 'Paraf', 8)
    await sekretaris.button(initials.open, task).click()
    const dialog = sekretaris.dialog(initials.title)
    const link = dialog.getByRole('link', { name: 'Unduh naskah untuk dicetak' })
    await expect(sekretaris.button('Siapkan cetakan', dialog)).toBeVisible()
    await look('paraf-tinta', page)
    await sekretaris.button('Siapkan cetakan', dialog).click()
    await expect(link).toBeVisible(made)
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    const { whole, torn } = scans_of(readFileSync(await download.path()))
    const give_back = async (scan) => {
      await sekretaris.attach(/^Pindaian naskah/, scan, dialog)
      await sekretaris.field('Kata sandi Anda', dialog).fill(sekretaris.password)
      return () => sekretaris.button('Kirim pindaian', dialog).click()
    }
    await (await give_back(torn))()
    await expect(dialog.getByRole('alert')).toContainText(/kode QR/i)
    await look('paraf-pindaian-ditolak', page)
    await sekretaris.button(`Hapus: ${torn.name}`, dialog).click()
    const send = await give_back(whole)
    await look('paraf-pindaian', page)
    await Promise.all([sekretaris.told(initials.notice), send()])
  }

  async function sign_with_key() {
    const kadis = await official('kadis')
    const { page } = kadis
    const task = await kadis.open_task(title, 'Tanda tangan', 9)
    const { send } = await with_key(kadis, task, signature, passphrase)
    await look('tanda-tangan-kunci', page)
    await Promise.all([kadis.told(signature.notice), send()])
    const signed = page.getByRole('article', { name: 'Naskah bertanda tangan' })
    const entry = signed.getByRole('listitem').filter({ hasText: 'Tanda tangan: Pejabat Kadis' })
    await expect(entry.getByText(/^PAdES B-/)).toBeVisible()
    await expect(signed.getByRole('listitem').filter({ hasText: 'Frasa sandi' })).toHaveCount(1)
    await look('naskah-bertanda-tangan', page)
    const link = entry.getByRole('link', { name: /^Unduh PDF/ })
    known.code = (await link.innerText()).replace(/^Unduh PDF\s*:\s*/, '').trim()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    known.pdf = readFileSync(await download.path())
  }

  async function other_programs_accept_it() {
    const path = join(folder, 'naskah.pdf')
    writeFileSync(path, known.pdf)
    expect(command('document', 'verify', path)).toMatch(/sah/i)
    check_with_other_programs(path)
  }

  async function anybody_checks() {
    const page = await stranger()
    const check = async (buffer) => {
      await page.goto('/verifikasi')
      await page.getByLabel('Berkas PDF yang akan diperiksa').setInputFiles({ name: 'naskah.pdf', mimeType: 'application/pdf', buffer })
      await page.getByRole('button', { name: 'Periksa', exact: true }).click()
    }
    await page.goto('/verifikasi')
    await look('verifikasi', page)
    await check(known.pdf)
    const verdict = page.getByRole('status')
    await expect(verdict.getByRole('heading')).toHaveText(/^Sah: isi utuh/)
    for (const [mark, name] of [['Paraf', 'Pejabat Kasubag'], ['Tanda tangan', 'Pejabat Kadis']]) {
      const card = page.locator('section').filter({ has: page.getByRole('heading', { name: mark, exact: true }) })
      await expect(card).toContainText(name)
      await expect(card).toContainText(/Waktu\d{1,2} \S+ \d{4} pukul \d\d\.\d\d WI/)
    }
    await expect(page.getByText(/Pejabat Sekretaris, .* \(tanda tangan basah, dipindai\)/)).toBeVisible()
    await look('verifikasi-sah', page)
    await check(spoilt(known.pdf))
    await expect(verdict.getByRole('heading')).toHaveText(/^Tidak sah/)
    await expect(verdict).toContainText('Isi dokumen berubah setelah ditandatangani.')
    await look('verifikasi-tidak-sah', page)
    await page.goto(`/verifikasi?kode=${encodeURIComponent(known.code)}`)
    await expect(page.getByText(/^Pejabat Kadis, /)).toBeVisible()
    await look('verifikasi-kode', page)
    await page.goto('/verifikasi?kode=TIDAKADA-9')
    await expect(verdict.getByRole('heading')).toBeVisible()
    await look('verifikasi-kode-salah', page)
  }

  async function distribute() {
    const analis = await official('analis')
    const { page } = analis
    const task = await analis.open_task(title, 'Distribusi', 10)
    const recipients = task.getByRole('group', { name: 'Kirim kepada' })
    for (const name of divisions) await recipients.getByLabel(name, { exact: true }).check()
    await recipients.getByLabel('Subbagian Umum dan Kepegawaian', { exact: true }).uncheck()
    await analis.press('Distribusikan', task, 'Naskah sudah didistribusikan.')
    await analis.button('Tambah penerima luar').click()
    const dialog = analis.dialog('Tambah penerima luar')
    await analis.field('Nama penerima', dialog).fill(outside.name)
    await analis.field('Alamat surel', dialog).fill(outside.address)
    await analis.field('Klasifikasi keamanan', dialog).selectOption({ label: 'Terbatas' })
    await look('penerima-luar-dialog', page)
    await analis.press('Kirim', dialog, 'Penerima luar dicatat.')
    await expect(outside_row(page)).toContainText(`${outside.address} · versi 1, sebagai tautan`)
    await look('penerima-luar', page)
  }

  const outside_row = (page) => page.getByRole('region', { name: 'Penerima luar' }).getByRole('listitem').filter({ hasText: outside.name })

  async function the_stranger_confirms() {
    await expect(() => expect(mails().some((mail) => mail.includes(`<${outside.address}>`))).toBe(true)).toPass({ timeout: 60000 })
    known.link = link_in(mails().find((mail) => mail.includes(`<${outside.address}>`)))
    const page = await stranger()
    await page.goto(known.link)
    await expect(page.getByText(`Untuk: ${outside.name}`)).toBeVisible()
    await look('tautan', page)
    await page.getByRole('button', { name: 'Terima dan buka naskah' }).click()
    await expect(page.getByText(/^Diterima /)).toBeVisible()
    await look('tautan-diterima', page)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh naskah' }).click()])
    expect(readFileSync(await download.path()).length).toBeGreaterThan(0)
    await page.goto(`${known.link}x`)
    await expect(page.getByRole('heading', { name: 'Tautan tidak dikenal' })).toBeVisible()
  }

  async function a_division_confirms() {
    const division = await official('perpustakaan')
    const task = await division.open_task(title, 'Terima', 10)
    await division.press('Konfirmasi terima', task, 'Penerimaan tercatat.')
  }

  /// Who has not confirmed yet sees that the paper was recalled before they do, in the inbox and on the receipt.
  async function another_division_confirms() {
    const division = await official('kearsipan')
    await division.to_inbox()
    await expect(division.row(title)).toContainText(`Ditarik kembali: “${recall_reason}”`)
    await expect(division.row(title).getByRole('link', { name: 'Lihat penarikan' })).toBeVisible()
    await look('kotak-tugas-ditarik', division.page)
    const task = await division.open_task(title, 'Terima', 10)
    await expect(task.getByText(`oleh Pejabat Analis: “${recall_reason}”`)).toBeVisible()
    await look('terima-ditarik', division.page)
    await division.press('Konfirmasi terima dan tahu ditarik', task, 'Penerimaan tercatat.')
  }

  async function recall() {
    const analis = await official('analis')
    const { page } = analis
    await page.goto(`/berkas/${known.id}`)
    await expect(outside_row(page).getByText('Diterima', { exact: true })).toBeVisible()
    await analis.button('Tarik distribusi').click()
    const dialog = analis.dialog('Tarik distribusi')
    await dialog.getByRole('textbox').fill(recall_reason)
    await look('tarik-distribusi', page)
    await analis.press('Tarik distribusi', dialog, 'Distribusi ditarik.')
    await expect(page.getByRole('region', { name: 'Penerima luar' }).getByText(`oleh Pejabat Analis: “${recall_reason}”`)).toBeVisible()
    const receiver = await stranger()
    await receiver.goto(known.link)
    await expect(receiver.getByText(/^Naskah ini ditarik oleh pengirimnya pada /)).toBeVisible()
    await expect(receiver.getByText(recall_reason)).toBeVisible()
    await expect(receiver.getByRole('link')).toHaveCount(0)
    await look('tautan-ditarik', receiver)
  }

  async function archive() {
    const analis = await official('analis')
    const { page } = analis
    const task = await analis.open_task(title, 'Distribusi', 10)
    await analis.field('Lokasi simpan', task).fill(place)
    await look('arsipkan', page)
    await analis.press('Arsipkan', task, 'Berkas sudah diarsipkan.')
    await look('berkas-diarsipkan', page)
    await page.goto('/arsip')
    const row = page.getByRole('table', { name: 'Daftar berkas' }).getByRole('row').filter({ hasText: title })
    await expect(row).toContainText(/berkas kerja \d{4}\/\d{4}/)
    await expect(row).toContainText('000.8.6.3')
    await expect(row.getByText('Aktif', { exact: true })).toBeVisible()
    await look('arsip', page)
  }

  async function the_other_pages_of_the_archive() {
    const { page } = await official('admin')
    for (const [path, name] of [['musnah', 'arsip-musnah'], ['pengaturan', 'arsip-pengaturan']]) {
      await page.goto(`/arsip/${path}`)
      await expect(page.getByRole('heading', { level: 1, name: 'Arsip' })).toBeVisible()
      await expect(page.getByText('Memuat…')).toBeHidden()
      await look(name, page)
    }
  }

  async function package_is_complete() {
    const path = join(folder, 'arsip.zip')
    command('archive', 'export', known.id, path)
    const files = unpack_and_check('arsip.zip', folder)
    const has_signed_paper = files.some((each) => readFileSync(join(folder, each)).equals(known.pdf))
    expect(has_signed_paper, `the signed PDF is in the package: ${files}`).toBe(true)
  }

  return [
    ['the office makes its authority and two keys', make_keys],
    ['the administrator names who signs in ink', name_the_secretary],
    ['the case comes to the initials', bring_to_the_initials],
    ['the head of subsection initials with a key, with a wrong passphrase at first', initial_with_key],
    ['the secretary initials in ink and gives back the scan', initial_in_ink],
    ['the head signs with a key', sign_with_key],
    ['other programs accept the signed PDF', other_programs_accept_it],
    ['anybody checks it, without session and without script', anybody_checks],
    ['the analyst distributes, inside and outside', distribute],
    ['the outside recipient confirms behind the mailed link', the_stranger_confirms],
    ['a division confirms', a_division_confirms],
    ['the distribution is recalled, visibly', recall],
    ['another division sees that and confirms', another_division_confirms],
    ['the case is archived and listed', archive],
    ['the other pages of the archive', the_other_pages_of_the_archive],
    ['the package of the case is complete', package_is_complete],
  ]
}
