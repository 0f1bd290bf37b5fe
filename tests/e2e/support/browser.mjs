// Playwright's `test` with a Himpun server of its own and the people of the demo office:
//   test('...', async ({ himpun, sign_in }) => { const page = await sign_in('kadis'); ... })
// `expect_accessible(page)` fails for any axe violation.

import AxeBuilder from '@axe-core/playwright'
import axe from 'axe-core'
import { test as base, expect } from '@playwright/test'
import { Contract } from './contract.mjs'
import { open_office, performers } from './office.mjs'
import { start_server } from './server.mjs'

export const test = base.extend({
  /// The server and, through the API, everybody in its office (support/office.mjs).
  himpun: [
    async ({}, use) => {
      const server = await start_server()
      const office = await open_office(server, new Contract())
      await use({ ...server, office })
      await server.stop()
    },
    { scope: 'worker', timeout: 120000 },
  ],

  /// Opens a page of its own in which the performer (`kadis`, ...), `auditor`, `administrator` or `outsider` is signed in.
  /// `nth` chooses among the holders of a plural performer.
  sign_in: async ({ browser, himpun }, use) => {
    const contexts = []
    await use(async (who, { nth = 0, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: himpun.url, ...options })
      contexts.push(context)
      const client = himpun.office[who] ?? performers(himpun.office, who)[nth]
      const { status } = await context.request
        .post('/api/v1/session', { data: { username: client.me.username, password: client.password } })
        .then((answer) => ({ status: answer.status() }))
      expect(status).toBe(201)
      const page = await context.newPage()
      await page.goto('/')
      return page
    })
    for (const context of contexts) await context.close()
  },
})

export async function expect_accessible(page) {
  const is_framed = await page.locator('iframe[sandbox]').count()
  const { violations } = is_framed ? await analyze_without_frames(page) : await new AxeBuilder({ page }).analyze()
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(', ')}`)).toEqual([])
}

/// A frame that may not run scripts cannot be asked, and waits for ever when it is; it shows a printed page, no screen.
async function analyze_without_frames(page) {
  await page.evaluate(axe.source)
  return page.evaluate(() => window.axe.run(document, { iframes: false }))
}

export { expect }
