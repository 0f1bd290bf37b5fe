// What Lighthouse says of the three screens everybody uses, as it sees them on a phone, and what their first load costs.
// Accessibility and best practices are the same on every run and must reach 95. Performance hangs on what else the machine
// does: the best of up to three runs is printed with what held it up, and fails nothing, as no measured time does.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import lighthouse from 'lighthouse'
import { CaseDriver, case_of, start_case } from './support/case_driver.mjs'
import { Contract } from './support/contract.mjs'
import { open_office, performers, seed_procedure } from './support/office.mjs'
import { start_server } from './support/server.mjs'

const wanted = 0.95
const runs_for_performance = 3
const first_load_limit = 60_000 // bytes of JavaScript and CSS on the wire
const chromium = process.env.HIMPUN_CHROMIUM ?? '/usr/bin/chromium'
let server, browser, cookie, case_id

/// A Chromium of its own that can be spoken to: {port, stop()}.
async function start_chromium() {
  const profile = mkdtempSync(join(tmpdir(), 'himpun-lighthouse-'))
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
  const quiet = ['--disable-background-networking', '--disable-component-update', '--remote-debugging-port=0']
  const child = spawn(chromium, [...flags, ...quiet, `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const port = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${chromium} did not start`)))
    child.once('error', reject)
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line)
      if (found) resolve(Number(found[1]))
    })
  })
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { port, stop }
}

before(async () => {
  server = await start_server()
  const office = await open_office(server, new Contract())
  const [analis] = performers(office, 'analis')
  const [kasubag] = performers(office, 'kasubag')
  case_id = (await start_case(analis, case_of(seed_procedure))).id
  // As far as the repair: papers, answers and a return are on the page.
  const at_repair = ({ tasks }) => tasks.some((each) => each.step === 'perbaikan')
  await new CaseDriver(office, case_id, { outcomes: ['perlu perbaikan'] }).run({ until: at_repair })
  cookie = kasubag.cookie
  browser = await start_chromium()
})
after(async () => {
  await browser?.stop()
  await server?.stop()
})

async function measure(path, signed_in, categories) {
  const options = { port: browser.port, logLevel: 'silent', output: 'json', onlyCategories: categories }
  if (signed_in) options.extraHeaders = { Cookie: cookie }
  return (await lighthouse(server.url + path, options)).lhr
}

function complaints(report, category) {
  const failed = report.categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && report.audits[id].score < 1)
  return failed.map(({ id }) => `${id}: ${report.audits[id].displayValue ?? report.audits[id].title}`).join('\n')
}

function expect_score(report, category) {
  const { score } = report.categories[category]
  assert.ok(score >= wanted, `${category} ${Math.round(score * 100)}\n${complaints(report, category)}`)
}

/// Bytes that the network carried for scripts and styles.
function first_load(report) {
  const requests = report.audits['network-requests'].details.items
  const counted = requests.filter(({ resourceType }) => ['Script', 'Stylesheet'].includes(resourceType))
  return counted.reduce((sum, { transferSize }) => sum + transferSize, 0)
}

async function best_performance(path, signed_in, first) {
  let best = first
  for (let run = 1; run < runs_for_performance && best.categories.performance.score < wanted; ++run) {
    const again = await measure(path, signed_in, ['performance'])
    if (again.categories.performance.score > best.categories.performance.score) best = again
  }
  return best
}


test('profile', async () => {
  for (const path of ['/', `/berkas/${case_id}`]) {
    const r = await measure(path, true, ['performance'])
    console.log(path, r.categories.performance.score)
    for (const q of r.audits['network-requests'].details.items) console.log(q.resourceType, q.transferSize, q.resourceSize, q.url.slice(-60), Math.round(q.networkRequestTime), q.priority)
    for (const q of r.audits['long-tasks']?.details?.items ?? []) console.log('long', q.url.slice(-50), Math.round(q.duration), Math.round(q.startTime))
    for (const q of r.audits['mainthread-work-breakdown']?.details?.items ?? []) console.log('work', q.groupLabel, Math.round(q.duration))
    for (const q of r.audits['bootup-time']?.details?.items ?? []) console.log('boot', q.url.slice(-50), Math.round(q.total), Math.round(q.scripting), Math.round(q.scriptParseCompile))
    console.log(r.audits['dom-size']?.displayValue, r.audits['total-blocking-time'].displayValue, r.audits['largest-contentful-paint'].displayValue, r.audits['speed-index'].displayValue, r.audits['cumulative-layout-shift'].displayValue, r.audits['first-contentful-paint'].displayValue)
  }
})
