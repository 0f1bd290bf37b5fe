// What administrators and leaders do beside the SOP, carried out by hand: somebody new comes to the office and acts for
// the head, a holiday moves what is due, a case is stopped, taken back, cancelled and moved to a new version of its SOP.
// And the main acts without a mouse.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { case_of, start_case } from './support/case_driver.mjs'
import { Official } from './support/official.mjs'
import { performers, seed_procedure } from './support/office.mjs'
import { expect, test } from './support/people.mjs'
import { root } from './support/server.mjs'

const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' })
const choose = async (field, label) => field.selectOption({ label: await field.getByRole('option', { name: label }).first().innerText() })

/// Fills in the dialog behind a button of a register, and sees the new row.
async function record(admin, path, open, fill, row) {
  await admin.page.goto(path)
  await admin.button(open).click()
  const dialog = admin.page.getByRole('dialog')
  await fill(dialog)
  await admin.button('Simpan', dialog).click()
  await expect(dialog).toBeHidden()
  await expect(admin.page.getByRole('row').filter({ hasText: row }).first()).toBeVisible()
}

async function new_case(himpun, title) {
  const [analis] = performers(himpun.office, 'analis')
  return (await start_case(analis, case_of(seed_procedure, title))).id
}

test('somebody new is taken in, acts for the head, and finds the tasks that wait for the head', async ({ people, himpun, browser }) => {
  const { admin } = people
  const title = 'Berkas untuk pelaksana harian'
  await new_case(himpun, title)
  await record(admin, '/kantor/unit', 'Tambah unit', (dialog) => admin.field('Nama unit', dialog).fill('Bidang Layanan Digital'), 'Bidang Layanan Digital')
  await record(admin, '/kantor/jabatan', 'Tambah jabatan', async (dialog) => {
    await admin.field('Nama jabatan', dialog).fill('Kepala Bidang Layanan Digital')
    await choose(admin.field('Unit', dialog), 'Bidang Layanan Digital')
  }, 'Kepala Bidang Layanan Digital')
  await record(admin, '/kantor/pegawai', 'Tambah pegawai', (dialog) => admin.field('Nama lengkap dengan gelar', dialog).fill('Pejabat Layanan Digital'), 'Pejabat Layanan Digital')
  await record(admin, '/kantor/penunjukan', 'Tunjuk pejabat', async (dialog) => {
    await choose(admin.field('Nama', dialog), 'Pejabat Layanan Digital')
    await choose(admin.field('Jabatan', dialog), /^Kepala Dinas/)
    await choose(admin.field('Kedudukan', dialog), 'Pelaksana Harian (Plh.)')
    await admin.field('Mulai tanggal', dialog).fill(today())
    await admin.field(/^Sampai tanggal/, dialog).fill(`${Number(today().slice(0, 4)) + 1}-01-31`)
    await admin.field('Nomor keputusan', dialog).fill('SPT-7')
  }, 'Pejabat Layanan Digital')
  await record(admin, '/kantor/akun', 'Buka akun', async (dialog) => {
    await admin.field('Nama pengguna', dialog).fill('plh.kadis')
    await admin.field('Kata sandi sementara', dialog).fill('sementara-sekali-2026')
    await choose(admin.field('Nama', dialog).last(), 'Pejabat Layanan Digital')
  }, 'plh.kadis')

  const context = await browser.newContext({ baseURL: himpun.url })
  const deputy = new Official(await context.newPage(), { username: 'plh.kadis', password: 'sementara-sekali-2026' })
  const { page } = deputy
  await page.goto('/')
  await deputy.field('Nama pengguna').fill(deputy.username)
  await deputy.field('Kata sandi').fill(deputy.password)
  await deputy.button('Masuk').click()
  await deputy.field('Kata sandi sekarang').fill(deputy.password)
  await deputy.field('Kata sandi baru', page.getByRole('main')).first().fill('kata sandi yang panjang')
  await deputy.field('Ulangi kata sandi baru').fill('kata sandi yang panjang')
  await page.getByRole('main').getByRole('button', { name: /Ganti|Simpan/ }).click()
  const task = await deputy.open_task(title, 'Disposisi', 1)
  await expect(task.getByRole('button', { name: 'Kirim disposisi' })).toBeEnabled()
  await expect(page.getByRole('button', { name: /Plh\. Kepala Dinas/ })).toBeVisible()
  expect(deputy.faults).toEqual([])
  expect(admin.faults).toEqual([])
  await context.close()
})

test('a holiday moves what is due; a case is stopped, goes on, is taken back and cancelled', async ({ people, himpun }) => {
  const { admin, kadis } = people
  const title = 'Berkas yang ditunda'
  const id = await new_case(himpun, title)
  const due = async () => (await himpun.office.auditor.expect(200, 'show_case', { path: { case: id } })).body.steps.flatMap((step) => step.runs).find((run) => run.due_at && !run.closed_at).due_at
  const before = await due()
  const day = new Date(before).toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' })
  await admin.page.goto('/kalender')
  await expect(admin.page.getByRole('heading', { name: 'Jam kerja' })).toBeVisible()
  await admin.page.waitForLoadState('load')
  const local = admin.page.getByRole('region', { name: 'Libur daerah' })
  await admin.field('Tanggal', local).fill(day)
  await admin.field('Nama hari libur', local).fill('Hari jadi kabupaten')
  await admin.field('Dasar (keputusan atau surat)', local).fill('SE Bupati 7')
  await admin.button('Tambah libur daerah', local).click()
  await expect(local.getByRole('listitem').filter({ hasText: 'Hari jadi kabupaten' })).toBeVisible()
  await expect.poll(due, { timeout: 30000 }).not.toBe(before)
  expect(Date.parse(await due())).toBeGreaterThan(Date.parse(before))

  const { page } = kadis
  const reason = async (act, dialog_name, send, notice) => {
    await page.getByRole('region', { name: 'Kendali berkas' }).getByRole('button', { name: act }).click()
    const dialog = kadis.dialog(dialog_name)
    await kadis.field('Alasan', dialog).fill('Menunggu arahan Bupati.')
    await kadis.press(send, dialog, notice)
  }
  await page.goto(`/berkas/${id}`)
  await reason('Tunda', 'Tunda berkas', 'Tunda', 'Berkas ditunda.')
  await expect(page.getByText(/^Ditunda sejak/)).toBeVisible()
  await kadis.press('Lanjutkan', page.getByRole('region', { name: 'Kendali berkas' }), 'Berkas dilanjutkan.')
  await expect(page.getByText(/^Ditunda sejak/)).toBeHidden()
  const task = await kadis.open_task(title, 'Disposisi', 1)
  await task.getByRole('checkbox', { name: /Sekretaris Dinas/ }).check()
  await task.getByRole('checkbox', { name: /^Proses lebih lanjut/ }).check()
  await kadis.press('Kirim disposisi', task, 'Disposisi terkirim.')
  await page.goto(`/berkas/${id}`)
  await reason('Tarik disposisi', 'Tarik disposisi', 'Tarik disposisi', 'Disposisi ditarik.')
  await reason('Batalkan berkas', 'Batalkan berkas ini?', 'Batalkan berkas', 'Berkas dibatalkan.')
  await expect(page.getByText(/^Dibatalkan /).first()).toBeVisible()
  expect([...admin.faults, ...kadis.faults]).toEqual([])
})

test('a new version of an SOP is adopted, and a running case moves to it', async ({ people, himpun }) => {
  const { admin, kadis } = people
  const id = await new_case(himpun, 'Berkas yang pindah versi')
  const source = readFileSync(join(root, `procedures/${seed_procedure}.yaml`), 'utf8')
  const changed = source.replace('Memberi arahan/disposisi kepada Sekretaris', 'Memberi arahan tertulis kepada Sekretaris')
  expect(changed).not.toBe(source)
  await admin.page.goto('/prosedur/periksa')
  await admin.page.getByLabel('Pilih file SOP').setInputFiles({ name: 'sop.yaml', mimeType: 'text/yaml', buffer: Buffer.from(changed) })
  await admin.press('Tetapkan SOP ini', admin.page, 'SOP ditetapkan.')
  await kadis.page.goto(`/berkas/${id}`)
  await kadis.page.getByRole('button', { name: /^Pindah ke versi / }).click()
  const dialog = kadis.page.getByRole('dialog')
  await expect(dialog.getByText('Berkas ini dapat dipindahkan.')).toBeVisible()
  await kadis.press('Pindahkan', dialog, 'Berkas dipindahkan ke versi baru.')
  await expect(kadis.page.getByText(/Memberi arahan tertulis kepada Sekretaris/).first()).toBeVisible()
  expect([...admin.faults, ...kadis.faults]).toEqual([])
})

/// Tab until what is named has the focus, and see that the focus shows.
async function tab_to(page, role, name) {
  const wanted = page.getByRole(role, { name }).first()
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 80; ++presses) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      const { outlineStyle, outlineWidth } = await wanted.evaluate((element) => getComputedStyle(element))
      expect(`${outlineStyle} ${outlineWidth}`, `the focus on ${name} shows`).not.toMatch(/^none|^\S+ 0px/)
      return wanted
    }
  }
  throw new Error(`80 times Tab does not reach ${role} ${name}`)
}

test('signing in, a disposition and its sending need no mouse', async ({ himpun, browser }) => {
  const title = 'Berkas tanpa tetikus'
  await new_case(himpun, title)
  const context = await browser.newContext({ baseURL: himpun.url })
  const page = await context.newPage()
  const { username, password } = himpun.accounts.find((each) => each.username === 'kadis')
  await page.goto('/')
  await expect(page.getByLabel('Nama pengguna')).toBeVisible()
  await page.getByLabel('Nama pengguna').focus()
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Kotak tugas' })).toBeVisible()
  await tab_to(page, 'link', new RegExp(title))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Disposisi: Tahap 1 dari 10' })).toBeVisible()
  await tab_to(page, 'checkbox', /Sekretaris Dinas/)
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /Sekretaris Dinas/ }), 'the next performer was ticked already').not.toBeChecked()
  await page.keyboard.press('Space')
  await tab_to(page, 'checkbox', /^Proses lebih lanjut/)
  await page.keyboard.press('Space')
  await tab_to(page, 'button', 'Kirim disposisi')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /^Disposisi: Tahap/ })).toBeHidden()
  await expect(page.getByText(/^Sekarang ditangani Sekretaris Dinas/)).toBeVisible()
  await context.close()
})
