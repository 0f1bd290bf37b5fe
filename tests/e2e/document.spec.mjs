// The document of a case by hand: initialled with a key and in ink, signed, checked by anybody, distributed inside and
// outside, recalled, archived. Strangers have neither an account nor script. Every screen on the way is looked at.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Contract } from './support/contract.mjs'
import { document_steps } from './support/document_steps.mjs'
import { public_address } from './support/document_tools.mjs'
import { look_at } from './support/looking.mjs'
import { start_mail_sink } from './support/mail_sink.mjs'
import { open_office } from './support/office.mjs'
import { Official } from './support/official.mjs'
import { expect, test as base } from './support/browser.mjs'
import { start_server } from './support/server.mjs'

const looks = !process.env.HIMPUN_TEST_POSTGRES
const dark_too = ['penanda-tangan', 'paraf-kunci', 'paraf-tinta', 'penerima-luar', 'arsip']

const test = base.extend({
  sink: [
    async ({}, use) => {
      const sink = await start_mail_sink()
      await use(sink)
      await sink.stop()
    },
    { scope: 'worker' },
  ],
  himpun: [
    async ({ sink }, use) => {
      const server = await start_server([...sink.options, '--public-url', public_address])
      await use({ ...server, office: await open_office(server, new Contract()) })
      await server.stop()
    },
    { scope: 'worker', timeout: 120000 },
  ],
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'himpun-document-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  /// Opens the screen of an official of the demo office, once.
  official: async ({ browser, himpun }, use) => {
    const opened = new Map()
    await use(async (username) => {
      if (opened.has(username)) return opened.get(username)
      const page = await (await browser.newContext({ baseURL: himpun.url })).newPage()
      const who = new Official(page, himpun.accounts.find((each) => each.username === username))
      opened.set(username, who)
      await who.sign_in()
      return who
    })
    // Whoever comes before the PDF is made is told so (503): no fault of the page.
    const is_too_early = (fault) => /^console: Failed to load resource.* status of 503/.test(fault)
    for (const { page, username, faults } of opened.values()) {
      expect(faults.filter((fault) => !is_too_early(fault)), username).toEqual([])
      await page.context().close()
    }
  },
  /// A browser of somebody without an account, in which no script runs.
  stranger: async ({ browser, himpun }, use) => {
    const contexts = []
    await use(async () => {
      const context = await browser.newContext({ baseURL: himpun.url, javaScriptEnabled: false })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

/// A page without script cannot look at itself: a copy of it does.
async function look_at_copy(browser, name, page) {
  const copy = await (await browser.newContext()).newPage()
  await copy.setContent(await page.content())
  await look_at(copy, name)
  await copy.context().close()
}

test('a document is initialled, signed, checked, sent out, recalled and archived @databases', async ({ browser, himpun, folder, official, stranger, sink }) => {
  test.setTimeout(900000)
  const look = async (name, page) => {
    if (!looks) return
    const is_plain = /^(verifikasi|tautan)/.test(name)
    await (is_plain ? look_at_copy(browser, name, page) : look_at(page, name, { dark: dark_too.includes(name) }))
  }
  const scene = { himpun, folder, official, stranger, mails: sink.mails }
  for (const [what, act] of document_steps(scene, look)) await test.step(what, act)
})
