// The first thing anybody sees.

import { expect, expect_accessible, test } from './support/browser.mjs'

test('a stranger is asked to sign in, in Indonesian, and asks nobody else for anything', async ({ page, himpun }) => {
  const foreign = []
  page.on('request', (request) => {
    if (!request.url().startsWith(himpun.url) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  await page.goto(himpun.url)
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await expect(page.locator('input[type=password]')).toBeVisible()
  await expect_accessible(page)
  expect(foreign).toEqual([])
})

test('whoever is signed in sees the inbox', async ({ sign_in }) => {
  const page = await sign_in('kadis')
  await expect(page.locator('h1')).toHaveText('Kotak tugas')
  await expect_accessible(page)
})
