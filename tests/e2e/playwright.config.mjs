// Browser tests: Debian's Chromium without its own windows, which takes a third less of the processor than the whole
// one; one server per worker (support/browser.mjs), nothing kept between runs.

import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.mjs',
  outputDir: 'out/results',
  retries: 1, // a second try is printed as "flaky"; nothing is hidden
  workers: 1,
  timeout: 120000,
  expect: { timeout: 30000 }, // costs nothing when it comes at once, and a busy machine is no fault
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? [['line']] : [['list']],
  use: {
    actionTimeout: 60000, // what hangs says so, and where
    navigationTimeout: 60000,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: { mode: 'on-first-retry', screenshots: false }, // recording every run costs a sixth of it
    launchOptions: {
      executablePath: process.env.HIMPUN_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--headless',
        '--no-sandbox', // Chromium refuses its sandbox when it runs as root, as it does in CI
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
