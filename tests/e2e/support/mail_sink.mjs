// A mail server for a test (tests/support/mail_sink.py): {options, mails(), stop()}.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './server.mjs'

export async function start_mail_sink(...further) {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-mails-'))
  const child = spawn('/usr/bin/python3', [join(root, 'tests/support/mail_sink.py'), folder, ...further], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [port] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    options: ['--mail-server', `smtp://127.0.0.1:${port}`, '--mail-tls', 'none', '--mail-from', 'dpk@contoh.go.id'],
    mails: () => readdirSync(folder).filter((name) => name.endsWith('.eml')).sort().map((name) => readFileSync(join(folder, name), 'utf8')),
    async stop() {
      const gone = once(child, 'exit')
      child.stdin.end()
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
