// Makes the pictures of the manual again, from the same way through the SOP that the browser test goes:
//   scripts/pictures.sh      (builds, runs this, and makes docs/manual/pictures/*.png small)

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import config from './playwright.config.mjs'
import { Official } from './support/official.mjs'
import { root, start_server } from './support/server.mjs'
import { ten_steps } from './support/ten_steps.mjs'

const folder = join(root, 'docs/manual/pictures')
const size = { width: 1366, height: 768 }

/// What of the screen the picture holds, by its name; a screen without a line here is not in the manual.
const wanted = {
  'kotak-tugas': 'screen',
  'mulai-berkas': 'form',
  disposisi: 'task',
  kelengkapan: 'screen',
  perintah: 'task',
  rancangan: 'task',
  jawab: 'task',
  himpun: 'task',
  'kembalikan-jawaban': 'screen',
  'jawab-dikembalikan': 'task',
  periksa: 'task',
  perbaikan: 'task',
  paraf: 'screen',
  'tanda-tangan': 'screen',
  'berkas-ditandatangani': 'page',
  distribusi: 'task',
  terima: 'task',
  arsip: 'task',
}
const file_names = { 'berkas-ditandatangani': 'halaman-berkas' }

/// What comes and goes: notices, and the warning of a calendar that the demo office has not imported.
const quiet = '.notices { opacity: 0 } main > .warning { display: none !important }'

async function take(name, { page }) {
  const kind = wanted[name]
  if (!kind) return
  const path = join(folder, `${file_names[name] ?? name}.png`)
  const shot = { path, animations: 'disabled' }
  if (kind === 'task') return page.locator('section.mine').screenshot(shot)
  if (kind === 'form') return page.locator('main form').screenshot(shot)
  await page.evaluate(() => scrollTo(0, 0))
  if (kind === 'screen') return page.screenshot(shot)
  const flow = await page.locator('section[aria-labelledby=flow]').boundingBox()
  const clip = { x: 0, y: 0, width: size.width, height: Math.ceil(flow.y + flow.height) }
  await page.screenshot({ ...shot, clip, fullPage: true })
}

async function the_other_screens(browser, server, auditor) {
  const { page } = auditor
  await page.getByRole('link', { name: 'Jurnal' }).first().click()
  await auditor.button('Periksa keutuhan').click()
  await page.getByText('Jurnal utuh.').waitFor()
  await page.screenshot({ path: join(folder, 'jurnal.png'), animations: 'disabled' })
  const stranger = await browser.newPage({ baseURL: server.url, viewport: size, locale: 'id-ID' })
  await stranger.goto('/')
  await stranger.getByRole('button', { name: 'Masuk' }).waitFor()
  await stranger.screenshot({ path: join(folder, 'masuk.png') })
}

async function sign_everybody_in(browser, server) {
  const people = {}
  for (const account of server.accounts) {
    const { locale, timezoneId } = config.use
    const seen = { viewport: size, locale, timezoneId, bypassCSP: true } // `quiet` is a style the server did not send
    const context = await browser.newContext({ baseURL: server.url, ...seen })
    people[account.username] = new Official(await context.newPage(), account)
    await people[account.username].sign_in()
    await people[account.username].page.addStyleTag({ content: quiet })
  }
  return people
}

mkdirSync(folder, { recursive: true })
const server = await start_server()
const browser = await chromium.launch({
  ...config.use.launchOptions,
  executablePath: '/usr/bin/chromium',
  env: { ...process.env, LANGUAGE: 'id' }, // dates in their fields too
})
try {
  const people = await sign_everybody_in(browser, server)
  for (const [what, act] of ten_steps(people, take)) {
    console.log(what)
    await act()
  }
  await the_other_screens(browser, server, people.auditor)
} finally {
  await browser.close()
  await server.stop()
}
