// The e-sign client service of BSrE as public clients of it know it, versions 1 and 2, with an authority of its own.
// Nothing in it is a certified signature. By itself: `node tests/support/esign_simulator.mjs PORT` says where it listens
// and where its authority's certificate lies; tests start it with start_esign_simulator().
//
// ASSUMPTION: as docs/reference/signatures.md has it, from clients of the service and not from an official document.

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { make_certificate, sign_pdf } from './pdf_signing.mjs'

export const service_account = { user: 'himpun', password: 'sandi-layanan' }
/// Who is registered, by NIK; whoever else asks is told 2011.
export const registered = {
  '1571010101010001': { name: 'Pejabat Satu', passphrase: 'frasa bsre satu' },
  '1571010101010002': { name: 'Pejabat Dua', passphrase: 'frasa bsre dua' },
}

class Refusal extends Error {
  constructor(status, code, words) {
    super(words)
    Object.assign(this, { status, code })
  }
}

const certificates = new Map()
function credential_of(folder, authority, nik) {
  const key = `${folder}/${nik}`
  if (!certificates.has(key)) {
    const extensions = ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation']
    const made = make_certificate(folder, nik, { subject: `/CN=${registered[nik].name}`, extensions, by: authority })
    certificates.set(key, { ...made, chain: authority.pem })
  }
  return certificates.get(key)
}

function person(nik, passphrase) {
  const found = registered[nik]
  if (!found) throw new Refusal(400, 2011, 'User tidak terdaftar')
  if (found.passphrase !== passphrase) throw new Refusal(400, 2031, 'Passphrase anda salah')
  return found
}

function require_fields(fields, names) {
  const missing = names.filter((name) => fields[name] === undefined || fields[name] === '')
  if (missing.length) throw new Refusal(400, 2099, `Parameter kurang: ${missing.join(', ')}`)
}

/// POST /api/sign/pdf: multipart in, the PDF out. Width and height are the upper right corner.
async function version_1(request, sign) {
  const form = await request.formData()
  const fields = Object.fromEntries(form.entries())
  require_fields(fields, ['file', 'nik', 'passphrase', 'tampilan', 'image', 'linkQR', 'page', 'xAxis', 'yAxis', 'width', 'height'])
  if (!(Number(fields.width) > Number(fields.xAxis)) || !(Number(fields.height) > Number(fields.yAxis))) {
    throw new Refusal(400, 2099, 'Posisi tanda tangan tidak benar')
  }
  const pdf = sign(fields.nik, fields.passphrase, Buffer.from(await fields.file.arrayBuffer()), fields)
  return new Response(pdf, { headers: { 'Content-Type': 'application/pdf' } })
}

/// POST /api/v2/sign/pdf: JSON in, JSON out, files as base64.
async function version_2(request, sign) {
  const body = await request.json()
  require_fields(body, ['nik', 'passphrase', 'file', 'signatureProperties'])
  const [properties] = body.signatureProperties
  require_fields(properties, ['tampilan', 'imageBase64', 'page', 'originX', 'originY', 'width', 'height'])
  const pdf = sign(body.nik, body.passphrase, Buffer.from(body.file[0], 'base64'), properties)
  return Response.json({ time: 120, file: [pdf.toString('base64')] })
}

const versions = { '/api/sign/pdf': version_1, '/api/v2/sign/pdf': version_2 }

async function answer(request, sign) {
  const version = request.method === 'POST' && versions[new URL(request.url).pathname]
  if (!version) return new Response('', { status: 404 })
  const { user, password } = service_account
  if (request.headers.get('Authorization') !== `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`) {
    return new Response('', { status: 401 })
  }
  try {
    return await version(request, sign)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return Response.json({ error: refusal.message, status_code: refusal.code }, { status: refusal.status })
  }
}

/// node:http's two halves as the Request and Response that fetch knows.
export async function start_server_of(handle, port = 0) {
  const server = createServer(async (incoming, outgoing) => {
    const pieces = []
    for await (const piece of incoming) pieces.push(piece)
    const url = `http://127.0.0.1${incoming.url}`
    const body = incoming.method === 'POST' ? Buffer.concat(pieces) : undefined
    const made = await handle(new Request(url, { method: incoming.method, headers: incoming.headers, body })).catch(
      (error) => new Response(String(error.stack), { status: 500 }),
    )
    outgoing.writeHead(made.status, Object.fromEntries(made.headers)).end(Buffer.from(await made.arrayBuffer()))
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

/// {url, authority: path of a PEM, stop()}
export async function start_esign_simulator(port = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-esign-'))
  const authority = make_certificate(folder, 'otoritas', {
    subject: '/C=ID/O=Simulator/CN=Otoritas Uji BSrE (bukan BSrE)',
    extensions: ['keyUsage=critical,keyCertSign,cRLSign'],
  })
  const sign = (nik, passphrase, pdf, { reason, location }) =>
    sign_pdf(pdf, { name: person(nik, passphrase).name, reason, location }, credential_of(folder, authority, nik))
  const server = await start_server_of((request) => answer(request, sign), port)
  const stop = () => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, authority: authority.pem, stop }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, authority } = await start_esign_simulator(Number(process.argv[2] ?? 0))
  console.log(JSON.stringify({ url, authority, registered, account: service_account }))
}
