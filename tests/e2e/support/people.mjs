// Everybody of the demo office, signed in, at a screen of their own that opens when they first go somewhere:
// `people.kadis`, ... are Officials.

import { test as base } from './browser.mjs'
import { Official } from './official.mjs'

export { expect, expect_accessible } from './browser.mjs'

export const test = base.extend({
  people: async ({ browser, himpun }, use) => {
    const people = {}
    for (const account of himpun.accounts) {
      const context = await browser.newContext({ baseURL: himpun.url })
      people[account.username] = new Official(await context.newPage(), account)
      await people[account.username].arrive()
    }
    await use(people)
    for (const { page } of Object.values(people)) await page.context().close()
  },
})
