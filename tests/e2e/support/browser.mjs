// Playwright's `test` with a Himpun server of its own and the people of the demo office:
//   test('...', async ({ himpun, sign_in }) => { const page = await sign_in('kadis'); ... })
// `expect_accessible(page)` fails for any axe violation.

import axe from 'axe-core'
import { test as base, expect } from '@playwright/test'
import { Contract } from './contract.mjs'
import { open_office, performers } from './office.mjs'
import { start_server } from './server.mjs'

export const test = base.extend({
  /// Where a spec must not meet what another one did to the office: `test.use({ apart: 'its name' })` gives it an own one.
  apart: ['', { option: true, scope: 'worker' }],

  /// The server and, through the API, everybody in its office (support/office.mjs).
  himpun: [
    async ({ apart: _ }, use) => {
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

/// Frames are left out: the only ones show a printed page, no screen, and may not run scripts; asked, they never answer.
export async function expect_accessible(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const found = await window.axe.run(document, { iframes: false, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)
  })
  expect(violations).toEqual([])
}

export { expect }
