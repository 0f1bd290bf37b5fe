// Every other screen and its dialogs, as the administrator sees them: nothing inaccessible, nothing too wide, nothing in
// the console. (The screens on the way through the SOP: ten-steps.spec.mjs.)

import { expect, expect_accessible, test } from './support/browser.mjs'
import { screens_of_administrator, when_ready } from './support/all_screens.mjs'
import { look_at } from './support/looking.mjs'
import { Official } from './support/official.mjs'

const desk = { width: 1366, height: 768 }

test('every screen of the administrator stands being looked at', async ({ page, himpun }) => {
  test.setTimeout(600000)
  await page.setViewportSize(desk)
  const admin = new Official(page, himpun.accounts.find((each) => each.username === 'admin'))
  await page.goto(himpun.url)
  await look_at(page, 'masuk', { dark: true })
  await admin.sign_in(himpun.url)
  for (const screen of screens_of_administrator) {
    await test.step(screen.name, async () => {
      await page.goto(himpun.url + screen.path)
      await expect(when_ready(page, screen.ready)).toBeVisible()
      await look_at(page, screen.name, { dark: screen.dark })
      if (screen.open) await look_at_dialog(admin, screen)
    })
  }
  expect(admin.faults).toEqual([])
})

async function look_at_dialog(admin, { name, open, title = open }) {
  await admin.button(open).click()
  await expect(admin.dialog(title)).toBeVisible()
  await look_at(admin.page, `${name}-dialog`)
  await admin.page.keyboard.press('Escape')
  await expect(admin.dialog(title)).toBeHidden()
}

test('the account menu is as sound', async ({ sign_in }) => {
  const page = await sign_in('kadis')
  await page.getByRole('button', { name: /^Akun/ }).click()
  await expect(page.getByRole('button', { name: 'Keluar' })).toBeVisible()
  await look_at(page, 'menu-akun', { dark: true })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Keluar' })).toBeHidden()
})

test('every screen of the administrator is as sound in English', async ({ sign_in }) => {
  test.setTimeout(600000)
  const page = await sign_in('administrator')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbox')
  for (const { name, path } of screens_of_administrator) {
    await test.step(name, async () => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText('Loading…')).toBeHidden()
      await look_at(page, `english-${name}`)
    })
  }
})

test('an official who opens a screen of the administrator is told whose it is', async ({ sign_in }) => {
  const page = await sign_in('kadis')
  for (const path of ['/kantor', '/kantor/akun', '/jurnal']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'Anda tidak berwenang melihat ini' })).toBeVisible()
    await expect(page.getByText(/^Bagian ini untuk /)).toBeVisible()
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  }
  await look_at(page, 'bukan-untuk-anda')
})
