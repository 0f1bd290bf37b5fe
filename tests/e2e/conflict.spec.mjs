// Two people of one division at the same form. Where both changed the same cell, whoever comes second sees both texts and
// chooses; what only one of them changed is put together, and nothing that was typed is lost. The second may also have
// been without a network, or be the same person at another machine.

import { open_collection } from './support/figures.mjs'
import { look_at } from './support/looking.mjs'
import { hire, performers } from './support/office.mjs'
import { expect, test } from './support/browser.mjs'
import { quarter } from './support/quarter_steps.mjs'

test.use({ apart: 'conflict' })

const visits = 'Kunjungan perpustakaan'
const libraries = 'Perpustakaan sesuai standar nasional'
const cell = (page, column, row = visits) => page.getByRole('main').getByLabel(`${column}, ${row}`, { exact: true })
const stored = (page) => expect(page.getByText(/^Tersimpan pukul /)).toBeVisible()
const conflict = (page) => page.getByRole('dialog', { name: 'Isian berbeda' })
const side = (page, group, whose) => conflict(page).getByRole('group', { name: group, exact: true }).getByRole('radio', { name: whose })

/// Types into cells as somebody does who then leaves the last of them.
async function type(page, ...cells) {
  for (const [column, text, row] of cells) await cell(page, column, row).fill(text)
  await page.keyboard.press('Tab')
}

/// The library's form of a new collection.
const scene = test.extend({
  form: async ({ himpun }, use) => {
    const { office } = himpun
    const [analis] = performers(office, 'analis')
    const { id, forms } = await open_collection(office, analis, quarter)
    const form = forms.find(({ client }) => client.me.username === 'perpustakaan')
    office.library = form.client
    office.colleague ??= await hire(office, { name: 'Pustakawan Bidang', position: 'Pustakawan Ahli', username: 'pustakawan.bidang', unit: form.path.unit })
    await use({ form, address: `/berkas/${id}/formulir/${form.path.unit}` })
  },
  /// Opens the form at a machine of its own.
  open: async ({ form, sign_in }, use) => {
    await use(async (who) => {
      const page = await sign_in(who)
      await page.goto(form.address)
      await expect(cell(page, 'Realisasi')).toBeVisible()
      return page
    })
  },
})

/// Until the device has what was typed: a moment after the last key, which nothing on the screen tells.
const on_device = (page, text) =>
  expect.poll(() => page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }))
    const [{ name }] = await indexedDB.databases()
    const shelves = await done(indexedDB.open(name))
    const drafts = await done(shelves.transaction('drafts').objectStore('drafts').getAll())
    shelves.close()
    return drafts.map(({ raw }) => raw.value)
  })).toContain(text)

/// What the server has by now.
async function kept(form, subject = 'IKU-3') {
  const { entry } = (await form.show()).rows.find((each) => each.subject === subject)
  return entry
}

scene('two people change the same cells: the second compares and chooses, cell by cell', async ({ form: { form }, open }) => {
  const first = await open('colleague')
  const second = await open('library')
  await type(first, ['Realisasi', '9.000'], ['Faktor pendorong', 'Layanan Sabtu dan Minggu'], ['Catatan', 'Tanpa Desember'], ['Pembilang', '5', libraries], ['Penyebut', '232', libraries])
  await stored(first)
  await type(second, ['Realisasi', '9.412'], ['Faktor pendorong', 'Pojok baca di 14 kecamatan'], ['Faktor penghambat', 'Listrik padam tiga hari'], ['Pembilang', '6', libraries], ['Penyebut', '233', libraries])
  await expect(conflict(second).getByText('Terakhir disimpan oleh Pustakawan Bidang').first()).toBeVisible()
  await expect(side(second, 'Realisasi', 'Isian Anda 9.412')).toBeChecked()
  await expect(side(second, 'Realisasi', 'Yang tersimpan 9.000')).not.toBeChecked()
  await expect(conflict(second).getByRole('group'), 'only what both changed').toHaveCount(3)
  await look_at(second, 'isian-berbeda', { dark: true })

  await side(second, 'Faktor pendorong', 'Yang tersimpan Layanan Sabtu dan Minggu').check()
  await side(second, 'Pembilang / Penyebut', 'Yang tersimpan 5 / 232').check()
  await conflict(second).getByRole('button', { name: 'Pakai pilihan ini' }).click()
  await expect(conflict(second)).toBeHidden()
  await stored(second)
  await expect(cell(second, 'Realisasi')).toHaveValue('9.412')
  await expect(cell(second, 'Catatan'), 'what only the first changed').toHaveValue('Tanpa Desember')
  await expect.poll(() => kept(form)).toMatchObject({
    value: { kind: 'number', number: '9412' },
    drivers: 'Layanan Sabtu dan Minggu',
    obstacles: 'Listrik padam tiga hari',
    note: 'Tanpa Desember',
  })
  expect((await kept(form, 'IKU-5')).value).toEqual({ kind: 'ratio', numerator: '5', denominator: '232' })
  await first.reload()
  await expect(cell(first, 'Realisasi'), 'the first sees it too').toHaveValue('9.412')
})

scene('the choice can wait: it stays in sight, holds the form back, and takes what is typed meanwhile', async ({ form: { form }, open }) => {
  const first = await open('colleague')
  const second = await open('library')
  await type(first, ['Realisasi', '9.000'])
  await stored(first)
  await type(second, ['Realisasi', '9.412'])
  await conflict(second).getByRole('button', { name: 'Nanti saja' }).click()
  await expect(second.getByText('Isian yang sama sudah disimpan dari tempat lain. Pilih yang dipakai.')).toBeVisible()
  await look_at(second, 'isian-berbeda-nanti')
  await type(second, ['Realisasi', '9.413'])
  await on_device(second, '9.413')
  await second.reload()
  await expect(side(second, 'Realisasi', 'Isian Anda 9.413'), 'what was typed is still there').toBeChecked()
  expect((await kept(form)).value, 'nothing goes over the other one unasked').toEqual({ kind: 'number', number: '9000' })
  await conflict(second).getByRole('button', { name: 'Nanti saja' }).click()
  await second.getByRole('button', { name: 'Kirim ke pemeriksa' }).click()
  const sending = second.getByRole('dialog', { name: 'Kirim formulir' })
  await expect(sending.getByText('Isian yang sama sudah disimpan dari tempat lain. Pilih yang dipakai.')).toBeVisible()
  await second.keyboard.press('Escape')
  await second.getByRole('button', { name: '1 baris berbeda: pilih' }).click()
  await conflict(second).getByRole('button', { name: 'Pakai pilihan ini' }).click()
  await expect.poll(async () => (await kept(form)).value).toEqual({ kind: 'number', number: '9413' })
})

scene('somebody who was without a network comes back, and is asked the same', async ({ form: { form }, open }) => {
  const first = await open('library')
  const second = await open('library')
  await second.evaluate(() => navigator.serviceWorker.ready)
  await second.context().setOffline(true)
  await type(second, ['Realisasi', '9.412'], ['Faktor penghambat', 'Listrik padam tiga hari'])
  await expect(second.getByText(/^Tanpa sambungan; 1 perubahan/)).toBeVisible()
  await type(first, ['Realisasi', '9.000'], ['Faktor pendorong', 'Layanan Sabtu dan Minggu'])
  await stored(first)
  await second.reload()
  await expect(cell(second, 'Realisasi'), 'what was typed outlives the page').toHaveValue('9.412')
  await second.context().setOffline(false)
  await expect(conflict(second).getByText('Terakhir disimpan oleh Anda sendiri, di perangkat atau jendela lain')).toBeVisible()
  await side(second, 'Realisasi', 'Yang tersimpan 9.000').check()
  await conflict(second).getByRole('button', { name: 'Pakai pilihan ini' }).click()
  await expect(cell(second, 'Realisasi')).toHaveValue('9.000')
  await expect(cell(second, 'Faktor pendorong')).toHaveValue('Layanan Sabtu dan Minggu')
  await expect.poll(() => kept(form)).toMatchObject({
    value: { kind: 'number', number: '9000' },
    drivers: 'Layanan Sabtu dan Minggu',
    obstacles: 'Listrik padam tiga hari',
  })
})
