// What other programs say about a signed PDF and about an archive package, and small things around them.

import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { binary } from './server.mjs'

export const public_address = 'https://himpun.contoh.go.id'

/// Runs `himpun` on the folder, and the database, of a running server; answers what it printed.
export const himpun_for = ({ folder, database_url }) => {
  const office = ['--data', folder, ...(database_url ? ['--database', database_url] : [])]
  return (...args) => execFileSync(binary, [...args, ...office], { encoding: 'utf8' })
}

/// One byte of what was signed is another one.
export function spoilt(pdf) {
  const bytes = Buffer.from(pdf)
  bytes[bytes.indexOf('/MediaBox') + 1] ^= 1
  return bytes
}

export function check_with_other_programs(path) {
  const seen = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
  expect(seen.match(/Signature is Valid/g)).toHaveLength(2)
  const { status, stdout } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('No syntax or stream encoding errors') })
}

/// The path behind the public address in a mail's text.
export function link_in(mail) {
  const text = Buffer.from(mail.split('\r\n\r\n').slice(1).join('').replace(/\s/g, ''), 'base64').toString()
  const [, path] = text.match(new RegExp(`${public_address.replaceAll('.', '\\.')}(/terima/\\S+)`)) ?? []
  expect(path, 'the link is in the mail').toBeTruthy()
  return path
}

/// Unpacked and checked with what every system has, and by Himpun without its office.
export function unpack_and_check(path, folder) {
  const inside = (...command) => execFileSync(command[0], command.slice(1), { cwd: folder, encoding: 'utf8' })
  inside('python3', '-m', 'zipfile', '-e', path, 'isi')
  for (const manifest of ['manifest-sha512.txt', 'tagmanifest-sha512.txt']) {
    inside('sh', '-c', `cd isi/* && sha512sum -c --quiet ${manifest}`)
  }
  const verdict = JSON.parse(execFileSync(binary, ['archive', 'verify', '--json', join(folder, path)], { encoding: 'utf8' }))
  expect(verdict).toMatchObject({ ok: true })
  expect(verdict.journal.events).toBe(verdict.journal.proofs)
  return inside('find', 'isi', '-type', 'f').trim().split('\n')
}
