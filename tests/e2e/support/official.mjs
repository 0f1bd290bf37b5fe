// One person at the screen: signs in and works as people do, by the names that stand on the buttons and fields. Knows the
// application's words, not its classes. Takes no shortcuts through the API.

import { expect } from '@playwright/test'

/// Steps of the SOP have the stage in their heading: "Paraf: Tahap 7 dari 10".
const of_stage = (action, number, total = 10) => `${action}: Tahap ${number} dari ${total}`

/// A button's whole name; what only a screen reader hears ("Hapus : surat.pdf") may stand apart by a space.
const whole = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(': ', ' ?: ')}$`)

export class Official {
  /// `faults` collects what a visitor should never cause: console errors, script errors, policy violations.
  constructor(page, { username, password }) {
    Object.assign(this, { page, username, password, faults: watch(page) })
  }

  button(name, within = this.page) {
    return within.getByRole('button', { name: whole(name) })
  }

  field(label, within = this.page) {
    return within.getByLabel(label)
  }

  dialog(name) {
    return this.page.getByRole('dialog', { name })
  }

  async told(notice) {
    await expect(this.page.getByRole('status').filter({ hasText: notice })).toBeVisible({ timeout: 60000 })
  }

  /// Presses a button and sees the notice that follows. Notices go away again, so the look-out begins before.
  async press(name, within, notice) {
    await Promise.all([this.told(notice), this.button(name, within).click()])
  }

  /// Is signed in without having seen a screen; the form itself is used by `sign_in`.
  async arrive() {
    const { username, password } = this
    const answer = await this.page.request.post('/api/v1/session', { data: { username, password } })
    expect(answer.status()).toBe(201)
  }

  async sign_in(address = '/') {
    await this.page.goto(address)
    await this.field('Nama pengguna').fill(this.username)
    await this.field('Kata sandi').fill(this.password)
    await this.button('Masuk').click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'Kotak tugas' })).toBeVisible()
  }

  async to_inbox() {
    if (this.page.url() === 'about:blank') await this.page.goto('/')
    else await this.page.getByRole('link', { name: 'Himpun, ke kotak tugas' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'Kotak tugas' })).toBeVisible()
  }

  row(title) {
    return this.page.getByRole('row').filter({ hasText: title })
  }

  /// Opens the task from the inbox; answers the part of the page that holds it.
  async open_task(title, action, number) {
    await this.to_inbox()
    await this.row(title).getByRole('rowheader').getByRole('link').click()
    const task = this.page.getByRole('region', { name: of_stage(action, number) })
    await expect(task).toBeVisible()
    await expect(task.getByText('Memuat…')).toHaveCount(0)
    return task
  }

  async start_case({ title, year, letter, file }) {
    const { page } = this
    await page.getByRole('link', { name: 'Mulai berkas' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mulai berkas' })).toBeVisible()
    const sop = this.field('SOP')
    await expect(sop.getByRole('option', { name: /Pengumpulan Data Kinerja/ })).toBeAttached()
    await sop.selectOption({ label: await sop.getByRole('option', { name: /Pengumpulan Data Kinerja/ }).innerText() })
    await this.field('Judul berkas').fill(title)
    if (year) await this.field('Tahun', page.getByRole('main')).fill(String(year))
    await this.field('Surat dari').fill(letter.from)
    await this.field('Nomor surat').fill(letter.number)
    await this.field('Tanggal surat').fill(letter.date)
    await this.field('Nomor agenda').fill(letter.agenda_number)
    await this.field('Hal', page.getByRole('main')).fill(letter.subject)
    await this.attach('File surat', file)
    await page.keyboard.press('Control+Home')
    return () => this.button('Mulai berkas').click()
  }

  async attach(label, file, within = this.page) {
    await this.field(label, within).setInputFiles(file)
    await expect(this.button(`Hapus: ${file.name}`, within)).toBeVisible()
  }

  /// Kelengkapan: says where a requisite is kept.
  async state_reference(task, name, reference, look = async () => {}) {
    await this.button(`Lengkapi: ${name}`, task).click()
    const dialog = this.dialog('Isi kelengkapan')
    await this.field('Atau sebutkan rujukannya', dialog).fill(reference)
    await look()
    await this.button('Simpan', dialog).click()
    await expect(dialog).toBeHidden()
    await expect(task.getByText(reference)).toBeVisible()
  }

  async write_paper(task, text) {
    await this.field('Isi naskah', task).fill(text)
    await this.press('Simpan naskah', task, 'Naskah tersimpan sebagai versi baru.')
  }

  async add_figure(task, { label, value, unit }) {
    await this.button('Tambah angka', task).click()
    await this.field('Uraian', task).last().fill(label)
    await this.field('Nilai', task).last().fill(value)
    await this.field('Satuan', task).last().fill(unit)
  }

  /// Paraf or tanda tangan on the open case page.
  async mark(task, { open, title, send, notice }, look = async () => {}) {
    await this.button(open, task).click()
    const dialog = this.dialog(title)
    const password = this.field('Kata sandi Anda', dialog)
    await expect(password).toBeVisible()
    await look()
    await password.fill(this.password)
    await this.press(send, dialog, notice)
  }
}

/// What went wrong in the page without anybody seeing it. A refused request is the server's word, not a fault.
function watch(page) {
  const faults = []
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('console', (message) => {
    const is_refusal = /^Failed to load resource.* status of 4\d\d/.test(message.text())
    // Whoever takes the picture tries its own script in the letterhead's preview, where none may run.
    const is_sandbox = message.text().startsWith("Blocked script execution in 'about:srcdoc'")
    if (message.type() === 'error' && !is_refusal && !is_sandbox) faults.push(`console: ${message.text()}`)
  })
  return faults
}
