// What every screen has to stand: no axe violation, nothing wider than a 320 px phone, nothing too small for a thumb. With
// HIMPUN_PICTURES=1 also a picture at a desk's and a phone's size in out/screens, for whoever wants to look.

import { mkdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { expect_accessible } from './browser.mjs'

const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }
const smallest = { width: 320, height: 640 }
const thumb = 44 // px
const folder = new URL('../out/screens/', import.meta.url).pathname
const pictures = process.env.HIMPUN_PICTURES === '1'
if (pictures) mkdirSync(folder, { recursive: true })

/// Nothing reaches over the right edge, neither of the page nor of an open dialog.
async function expect_to_fit(page, name) {
  await page.setViewportSize(smallest)
  const too_wide = await page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('dialog[open]')]
    return boxes.filter((box) => box.scrollWidth > box.clientWidth).flatMap((box) => {
      const limit = box.getBoundingClientRect().left + box.clientWidth
      const wide = [...box.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > limit + 1)
      return [box.tagName, ...wide.slice(0, 5).map((each) => `${each.tagName}.${each.className}`)]
    })
  })
  expect(too_wide, `${name} is wider than ${smallest.width} px`).toEqual([])
  await expect_room_for_a_thumb(page, name)
}

/// What is pressed on a phone is as large as a thumb. Links inside a sentence are as high as their line.
async function expect_room_for_a_thumb(page, name) {
  const too_small = await page.evaluate((target) => {
    const pressed = 'button, .button, select, textarea, summary, nav a, .back, .choice, input:not([type=checkbox], [type=radio], .unseen)'
    const named = (each) => `${each.tagName}.${each.className} "${(each.textContent || each.ariaLabel || '').trim().slice(0, 40)}"`
    const seen = [...document.querySelectorAll(pressed)].filter((each) => each.checkVisibility() && !each.matches('.unseen'))
    return seen.filter((each) => {
      const { width, height } = each.getBoundingClientRect()
      return Math.min(width, height) < target - 0.5
    }).map(named)
  }, thumb)
  expect(too_small, `${name} has something smaller than ${thumb} px`).toEqual([])
}

async function picture(page, name, kind) {
  if (!pictures) return
  const has_dialog = await page.locator('dialog[open]').count()
  await page.screenshot({ path: `${folder}${name}-${kind}.png`, fullPage: has_dialog === 0, animations: 'disabled' })
}

/// The record of a case comes when it is near, or printed.
async function have_all_of_it(page) {
  if (!/\/berkas\/[0-9A-Z]{26}(\?|$)/.test(page.url())) return
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('#history')).toBeAttached()
}

/// Looks at the page as it is now, in the light and, when asked, in the dark.
export async function look_at(page, name, { dark = false } = {}) {
  const before = page.viewportSize()
  await have_all_of_it(page)
  await page.emulateMedia({ reducedMotion: 'reduce' }) // a colour half way to another has no contrast to speak of
  await expect_to_fit(page, name)
  await page.setViewportSize(phone)
  await expect_room_for_a_thumb(page, name)
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
