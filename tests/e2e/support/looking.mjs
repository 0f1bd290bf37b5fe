// What every screen has to stand: no axe violation, nothing wider than a 320 px phone; and a picture at a desk's and a
// phone's size in out/screens, for whoever wants to look.

import { mkdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { expect_accessible } from './browser.mjs'

const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }
const smallest = { width: 320, height: 640 }
const folder = new URL('../out/screens/', import.meta.url).pathname
mkdirSync(folder, { recursive: true })

async function expect_to_fit(page, name) {
  await page.setViewportSize(smallest)
  const too_wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= limit) return []
    const wide = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > limit + 1)
    return wide.slice(0, 5).map((each) => `${each.tagName}.${each.className}`)
  })
  expect(too_wide, `${name} is wider than ${smallest.width} px`).toEqual([])
}

async function picture(page, name, kind) {
  const has_dialog = await page.locator('dialog[open]').count()
  await page.screenshot({ path: `${folder}${name}-${kind}.png`, fullPage: has_dialog === 0, animations: 'disabled' })
}

/// Looks at the page as it is now, in the light and, when asked, in the dark.
export async function look_at(page, name, { dark = false } = {}) {
  const before = page.viewportSize()
  await expect_to_fit(page, name)
  await page.setViewportSize(phone)
  await picture(page, name, 'phone')
  await page.setViewportSize(desk)
  await expect_accessible(page)
  await picture(page, name, 'desk')
  if (dark) await in_the_dark(page, name)
  await page.setViewportSize(before)
}

async function in_the_dark(page, name) {
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await expect_accessible(page)
  await picture(page, name, 'dark')
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
}
