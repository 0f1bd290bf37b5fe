// What contract.test.mjs says about signatures: keys of the office's own authority, ink, and the check by anybody.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { CaseDriver } from './support/case_driver.mjs'
import { tag } from './support/client.mjs'
import { registered, service_account, start_esign_simulator } from '../support/esign_simulator.mjs'
import { start_time_authority } from '../support/tsa.mjs'
import { binary } from './support/server.mjs'

/// The services that signing asks, and the settings that lead to them: {files, esign, time, stop()}.
export async function start_signing_services() {
  const [esign, time] = [await start_esign_simulator(), await start_time_authority()]
  const folder = mkdtempSync(join(tmpdir(), 'himpun-services-'))
  const password_file = join(folder, 'esign.txt')
  writeFileSync(password_file, `${service_account.password}\n`)
  const service = `{url: "${esign.url}", user: ${service_account.user}, password_file: ${password_file}}`
  const settings = `time_stamp: {url: "${time.url}"}\nbsre_v1: ${service}\nbsre_v2: ${service}\n`
  const stop = () => {
    esign.stop()
    time.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { files: { 'signing.yaml': settings }, esign, time, stop }
}

const passphrase = 'kunci-uji-rahasia'
const form_of = (bytes) => ({
  type: 'multipart/form-data; boundary=batas',
  raw: Buffer.concat([
    Buffer.from('--batas\r\nContent-Disposition: form-data; name="berkas"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--batas--\r\n'),
  ]),
})

export function tests_of_signing(scene) {
  const place = () => {
    const { server } = scene()
    return ['--data', server.folder, ...(server.database_url ? ['--database', server.database_url] : [])]
  }
  const himpun = (...args) => execFileSync(binary, [...args, ...place()], { encoding: 'utf8' })
  const person_of = async (client) => (await client.expect(200, 'show_session')).body.person.id

  /// The PDF of a paper is made beside the requests: whoever comes too early is told to wait.
  async function marked(client, name, task, body) {
    for (let tries = 0; tries < 60; ++tries) {
      const detail = (await client.expect(200, 'show_task', { path: { task } })).body
      const answer = await client.call(name, {
        path: { task },
        if_match: tag(detail.revision),
        body: { sha256: detail.paper.latest.sha256, password: client.password, ...body },
      })
      if (answer.body?.code !== 'signing.edition_pending') return answer
      await pause(500)
    }
    throw new Error('the PDF was never made')
  }

  test('who signs with what is for administrators to say', async () => {
    const { administrator, office } = scene()
    const person = (await administrator.expect(200, 'list_people')).body.items[0].id
    const { etag, body } = await administrator.expect(200, 'list_signers')
    assert.deepEqual(body.items, [])
    const named = await administrator.expect(200, 'name_signer', { path: { person }, if_match: etag, body: { kind: 'wet_ink' } })
    assert.equal(named.body.items[0].kind, 'wet_ink')
    await administrator.expect(412, 'name_signer', { path: { person }, if_match: etag, body: { kind: 'wet_ink' } })
    await administrator.expect(422, 'name_signer', { path: { person }, if_match: named.etag, body: { kind: 'bsre_v2', key: '12' } })
    const removed = await administrator.expect(200, 'remove_signer', { path: { person }, if_match: named.etag })
    assert.deepEqual(removed.body.items, [])
    await office.outsider.expect(403, 'list_signers')
  })

  test('a paper is initialled with a key and in ink, signed with a key, and anybody can check it', async () => {
    const { server, office, auditor, kasubag, sekretaris, kadis, fresh_case } = scene()
    const secret = join(server.folder, 'frasa.txt')
    writeFileSync(secret, `${passphrase}\n`)
    assert.match(himpun('ca', 'init', '--passphrase-file', secret), /BUKAN sertifikat tersertifikasi/)
    for (const user of ['sekretaris', 'kadis']) {
      himpun('ca', 'issue', '--user', user, '--key', `${user}.p12`, '--passphrase-file', secret, '--key-passphrase-file', secret)
    }
    await name_signer(kasubag, 'wet_ink')

    const id = await fresh_case('Naskah bertanda tangan elektronik')
    const driver = new CaseDriver(office, id, { outcomes: ['sudah baik'] })
    const to_initials = () => driver.run({ until: (view) => view.tasks.some((each) => each.action === 'initial') })
    await to_initials()
    const older = await scan_of_print(kasubag, id)
    await driver.act(kasubag, 'return_task', older.task, { to: 'perbaikan', reason: 'Angka Maret belum masuk.' })
    await to_initials()
    await initial_in_ink(kasubag, id, older.scan)

    const { task } = (await driver.view()).tasks[0]
    const own = await sekretaris.expect(200, 'show_signing', { path: { task } })
    assert.equal(own.body.needs_passphrase, true)
    const without = await marked(sekretaris, 'initial_paper', task, {})
    assert.equal(without.body.code, 'signing.passphrase_needed')
    const wrong = await marked(sekretaris, 'initial_paper', task, { passphrase: 'bukan frasa itu' })
    assert.equal(wrong.body.code, 'signing.passphrase_wrong')
    const right = await marked(sekretaris, 'initial_paper', task, { passphrase })
    assert.equal(right.status, 200, JSON.stringify(right.body))
    const last = (await driver.view()).tasks[0]
    assert.equal((await marked(kadis, 'sign_paper', last.task, { passphrase })).status, 200)

    const { items } = (await auditor.expect(200, 'list_signatures', { path: { case: id } })).body
    assert.deepEqual(items.map((each) => each.state), ['requested', 'completed', 'refused', 'completed', 'completed'])
    assert.deepEqual(new Set(items.slice(1).map((each) => each.version)), new Set([items[0].version + 1]))
    await anybody_can_check(items.at(-1), id)
    await its_package_is_checked_with_standard_tools(id)
    await nothing_kept_the_passphrase()
  })

  /// The task that waits for initials in ink, printed, and its last page as a scan.
  async function scan_of_print(client, id) {
    const { server } = scene()
    const { task } = (await client.expect(200, 'show_case', { path: { case: id } })).body.tasks[0]
    const shown = (await client.expect(200, 'show_task', { path: { task } })).body
    const common = { path: { task }, query: { kind: 'initials' }, if_match: tag(shown.revision) }
    const { sha256 } = shown.paper.latest
    let printed = { pending: true }
    for (let tries = 0; printed.pending && tries < 60; ++tries) {
      printed = (await client.expect(200, 'print_paper', { ...common, body: { sha256 } })).body
      if (printed.pending) await pause(500)
    }
    const { body: pdf } = await client.expect(200, 'download_print', { path: { case: id, signature: printed.id } })
    const at = join(server.folder, `cetakan-${printed.id}`)
    writeFileSync(`${at}.pdf`, pdf)
    execFileSync('pdftoppm', ['-r', '200', '-png', `${at}.pdf`, at])
    const pages = execFileSync('sh', ['-c', `ls ${at}-*.png`], { encoding: 'utf8' }).trim().split('\n')
    return { task, common, sha256, scan: readFileSync(pages.at(-1)) }
  }

  /// Neither what is no picture nor a scan of the version before is taken.
  async function initial_in_ink(client, id, older) {
    const { common, sha256, scan } = await scan_of_print(client, id)
    const give_back = async (bytes) => {
      const sent = { query: { name: 'pindaian.png' }, raw: bytes, type: 'image/png' }
      const file = (await client.expect(201, 'upload_file', sent)).body
      return client.call('return_scan', { ...common, body: { password: client.password, sha256, file } })
    }
    const blank = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
    const refused = await give_back(Buffer.from(blank, 'base64'))
    assert.ok([409, 422].includes(refused.status), JSON.stringify(refused.body))
    const outdated = await give_back(older)
    assert.equal(outdated.body.code, 'signing.scan_other', JSON.stringify(outdated.body))
    const taken = await give_back(scan)
    assert.equal(taken.status, 200, JSON.stringify(taken.body))
  }

  async function anybody_can_check(signature, id) {
    const { server, office, auditor } = scene()
    const { body: pdf } = await auditor.expect(200, 'download_signed_paper', { path: { case: id, signature: signature.id } })
    const page = await office.nobody.expect(200, 'check_signed_paper', form_of(pdf))
    assert.match(String(page.body), /Sah: isi utuh/)
    assert.match(String(page.body), /Tidak dicabut, menurut penerbitnya/)
    assert.match(page.headers.get('content-security-policy'), /default-src 'none'/)
    assert.doesNotMatch(String(page.body), /<script/)
    const known = await office.nobody.expect(200, 'show_verification_page', { query: { kode: signature.code } })
    assert.match(String(known.body), /Pejabat Kadis/)
    await office.nobody.expect(404, 'show_verification_page', { query: { kode: 'TIDAKADA-9' } })
    const spoilt = Buffer.from(pdf)
    spoilt[spoilt.indexOf('/MediaBox') + 1] ^= 1
    assert.match(String((await office.nobody.call('check_signed_paper', form_of(spoilt))).body), /Tidak sah|tidak dapat dibaca/)

    const path = join(server.folder, 'naskah.pdf')
    writeFileSync(path, pdf)
    const said = spawnSync(binary, ['document', 'verify', path, ...place()], { encoding: 'utf8' })
    assert.equal(said.status, 0, said.stderr)
    assert.match(said.stdout, /oleh +Pejabat Kadis/)
    assert.match(said.stdout, /jabatan +Kepala Dinas/)
    assert.match(said.stdout, /naskah +.+, versi \d+, berkas \d+\/\d+/)
    assert.match(said.stdout, /titik periksa +(\d+|belum ada)/)
    assert.match(said.stdout, /waktu +\d{4}-\d\d-\d\dT.+, menurut jurnal kantor/)
    assert.match(said.stdout, /pencabutan +Tidak dicabut/)
    assert.equal(spawnSync(binary, ['document', 'verify', path]).status, 1)
    const seen = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
    assert.equal(seen.match(/Signature is Valid/g).length, 2)
    // Behind the closing signature stands only what proves it later (/DSS, B-LT); himpun has checked that above.
    assert.equal(seen.match(/Not total document signed/g).length, 2)
  }

  test('a paper is signed through the BSrE service, versions 1 and 2, beside a key with a trusted time', async () => {
    const { server, services, office, auditor, kasubag, sekretaris, kadis, fresh_case } = scene()
    for (const [file, reason] of [[services.esign.authority, 'Simulator'], [services.time.certificate, 'Stempel waktu uji']]) {
      himpun('ca', 'trust', file, '--reason', reason)
    }
    const [[nik, one], [other_nik, other]] = Object.entries(registered)
    await name_signer(kasubag, 'bsre_v1', '1571010101010099')
    await name_signer(kadis, 'bsre_v2', other_nik)

    const id = await fresh_case('Naskah bertanda tangan BSrE')
    const driver = new CaseDriver(office, id, { outcomes: ['sudah baik'] })
    const first = (await driver.run({ until: (view) => view.tasks.some((each) => each.action === 'initial') })).tasks[0].task
    const stranger = await marked(kasubag, 'initial_paper', first, { passphrase: one.passphrase })
    assert.equal(stranger.body.code, 'signing.user_unregistered')
    await name_signer(kasubag, 'bsre_v1', nik)
    const wrong = await marked(kasubag, 'initial_paper', first, { passphrase: other.passphrase })
    assert.equal(wrong.body.code, 'signing.passphrase_wrong')
    const right = await marked(kasubag, 'initial_paper', first, { passphrase: one.passphrase })
    assert.equal(right.status, 200, JSON.stringify(right.body))
    const second = (await driver.view()).tasks[0].task
    assert.equal((await marked(sekretaris, 'initial_paper', second, { passphrase })).status, 200)
    const last = (await driver.view()).tasks[0].task
    const signed = await marked(kadis, 'sign_paper', last, { passphrase: other.passphrase })
    assert.equal(signed.status, 200, JSON.stringify(signed.body))

    const done = (await auditor.expect(200, 'list_signatures', { path: { case: id } })).body.items.filter((each) => each.state === 'completed')
    assert.deepEqual(done.map((each) => [each.signer, each.level]), [['bsre_v1', 'b_b'], ['pkcs12', 'b_t'], ['bsre_v2', 'b_b']])
    const { body: pdf } = await auditor.expect(200, 'download_signed_paper', { path: { case: id, signature: done.at(-1).id } })
    const path = join(server.folder, 'naskah-bsre.pdf')
    writeFileSync(path, pdf)
    const said = spawnSync(binary, ['document', 'verify', path, ...place()], { encoding: 'utf8' })
    assert.equal(said.status, 0, said.stdout)
    assert.match(said.stdout, /, stempel waktu/)
    assert.match(said.stdout, /pencabutan +Pencabutan tidak diperiksa/)
    assert.equal(execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' }).match(/Signature is Valid/g).length, 3)
    for (const { passphrase: secret } of [one, other]) assert.ok(!server.log().includes(secret))
  })

  async function name_signer(client, kind, key) {
    const { administrator } = scene()
    const { etag } = await administrator.expect(200, 'list_signers')
    const path = { person: await person_of(client) }
    await administrator.expect(200, 'name_signer', { path, if_match: etag, body: { kind, key } })
  }

  async function its_package_is_checked_with_standard_tools(id) {
    const { server, auditor } = scene()
    const { body } = await auditor.expect(200, 'download_case_package', { path: { case: id } })
    const folder = join(server.folder, 'paket')
    mkdirSync(folder)
    writeFileSync(join(folder, 'paket.zip'), body)
    execFileSync('python3', ['-m', 'zipfile', '-e', 'paket.zip', 'isi'], { cwd: folder })
    const bag = join(folder, 'isi', readdirSync(join(folder, 'isi'))[0])
    const files = JSON.parse(readFileSync(join(bag, 'data/metadata/files.json'), 'utf8'))
    const signed = files.filter((each) => readFileSync(join(bag, each.path)).includes('/ByteRange'))
    assert.ok(signed.every((each) => /^data\/papers\/dokumen\/v\d\d\//.test(each.path)), JSON.stringify(signed))
    assert.deepEqual(signed.map((each) => execFileSync('pdfsig', ['-nocert', each.path], { cwd: bag, encoding: 'utf8' }).match(/Signature is Valid/g).length), [1, 2])
    const readme = readFileSync(join(bag, 'README.txt'), 'utf8')
    const commands = readme.slice(readme.indexOf('     pdf='), readme.indexOf('   Sertifikat yang dicabut'))
    const run = (path) => spawnSync('sh', ['-e', '-c', commands.replace('data/papers/NASKAH/VERSI/BERKAS.pdf', path)], { cwd: bag, encoding: 'utf8' })
    assert.equal(run(signed.at(-1).path).status, 0, run(signed.at(-1).path).stderr)
    const spoilt = readFileSync(join(bag, signed[0].path))
    spoilt[spoilt.indexOf('/MediaBox') + 1] ^= 1
    writeFileSync(join(bag, 'rusak.pdf'), spoilt)
    assert.notEqual(run('rusak.pdf').status, 0)
    assert.match(execFileSync('openssl', ['crl', '-in', 'data/certificates/revocation-list.pem', '-noout', '-text'], { cwd: bag, encoding: 'utf8' }), /Certificate Revocation List/)
  }

  /// Neither the journal, nor what is kept, nor the log has it.
  async function nothing_kept_the_passphrase() {
    const { server } = scene()
    assert.ok(!server.log().includes(passphrase))
    const found = spawnSync('grep', ['-rlF', passphrase, server.folder], { encoding: 'utf8' })
    assert.deepEqual(found.stdout.trim().split('\n').filter((each) => each && !each.endsWith('frasa.txt')), [])
  }
}
