// The main job, by hand: six officials at six screens carry the seed SOP from the letter to the archive, and the auditor
// checks the proof. Every screen and dialog on the way is looked at (support/looking.mjs).

import { look_at } from './support/looking.mjs'
import { expect, test } from './support/people.mjs'
import { ten_steps, title } from './support/ten_steps.mjs'

const dark_too = ['kotak-tugas', 'himpun', 'paraf', 'berkas-selesai', 'jurnal']

// The screens do not know which database is behind them: they are looked at once, on SQLite.
const looks = !process.env.HIMPUN_TEST_POSTGRES

test('six officials carry the seed SOP through all ten rows, and the auditor finds it sound @databases', async ({ people }) => {
  test.setTimeout(900000)
  const look = (name, { page }) => (looks ? look_at(page, name, { dark: dark_too.includes(name) }) : undefined)
  for (const [what, act] of ten_steps(people, look)) await test.step(what, act)

  await test.step('the auditor reads the journal and verifies it', async () => {
    const { auditor } = people
    const { page } = auditor
    await auditor.to_inbox()
    await page.getByRole('link', { name: 'Jurnal' }).first().click()
    await auditor.button('Periksa keutuhan').click()
    await expect(page.getByText('Jurnal utuh.')).toBeVisible()
    await look('jurnal', auditor)
    await page.getByRole('link', { name: 'Berkas' }).first().click()
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText('Giliran Anda')).toHaveCount(0)
  })

  for (const { username, faults } of Object.values(people)) expect(faults, username).toEqual([])
})
