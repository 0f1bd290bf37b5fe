// A time-stamp authority (RFC 3161) around `openssl ts`. By itself: `node tests/support/tsa.mjs PORT`; tests start it with
// start_time_authority().

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { start_server_of } from './esign_simulator.mjs'
import { make_certificate, run } from './pdf_signing.mjs'

const settings = `[tsa]
default_tsa=c
[c]
serial=./serial
crypto_device=builtin
signer_cert=./tsa.pem
signer_key=./tsa.key
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256
accuracy=secs:1
ess_cert_id_alg=sha256
`

/// {url, certificate: path of a PEM, stop()}
export async function start_time_authority(port = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-tsa-'))
  const { pem } = make_certificate(folder, 'tsa', {
    subject: '/CN=Waktu-Uji',
    extensions: ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=critical,timeStamping'],
  })
  writeFileSync(join(folder, 'serial'), '01\n')
  writeFileSync(join(folder, 'tsa.cnf'), settings)
  const server = await start_server_of(async (request) => {
    writeFileSync(join(folder, 'q.tsq'), Buffer.from(await request.arrayBuffer()))
    run('openssl', ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'q.tsq', '-out', 'r.tsr'], { cwd: folder })
    return new Response(readFileSync(join(folder, 'r.tsr')), { headers: { 'Content-Type': 'application/timestamp-reply' } })
  }, port)
  const stop = () => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, certificate: pem, stop }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, certificate } = await start_time_authority(Number(process.argv[2] ?? 0))
  console.log(JSON.stringify({ url, certificate }))
}
