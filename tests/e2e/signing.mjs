// What contract.test.mjs says about signatures: keys of the office's own authority, ink, and the check by anybody.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { CaseDriver } from './support/case_driver.mjs'
import { tag } from './support/client.mjs'
import { binary } from './support/server.mjs'

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
    const { server, office, administrator, auditor, kasubag, sekretaris, kadis, fresh_case } = scene()
    const secret = join(server.folder, 'frasa.txt')
    writeFileSync(secret, `${passphrase}\n`)
    assert.match(himpun('ca', 'init', '--passphrase-file', secret), /BUKAN sertifikat tersertifikasi/)
    for (const user of ['kasubag', 'kadis']) {
      himpun('ca', 'issue', '--user', user, '--key', `${user}.p12`, '--passphrase-file', secret, '--key-passphrase-file', secret)
    }
    const signers = await administrator.expect(200, 'list_signers')
    await administrator.expect(200, 'name_signer', {
      path: { person: await person_of(sekretaris) },
      if_match: signers.etag,
      body: { kind: 'wet_ink' },
    })

    const id = await fresh_case('Naskah bertanda tangan elektronik')
    const driver = new CaseDriver(office, id, { outcomes: ['sudah baik'] })
    const first = (await driver.run({ until: (view) => view.tasks.some((each) => each.action === 'initial') })).tasks[0]
    const own = await kasubag.expect(200, 'show_signing', { path: { task: first.task } })
    assert.equal(own.body.needs_passphrase, true)
    const without = await marked(kasubag, 'initial_paper', first.task, {})
    assert.equal(without.body.code, 'signing.passphrase_needed')
    const wrong = await marked(kasubag, 'initial_paper', first.task, { passphrase: 'bukan frasa itu' })
    assert.equal(wrong.body.code, 'signing.passphrase_wrong')
    const right = await marked(kasubag, 'initial_paper', first.task, { passphrase })
    assert.equal(right.status, 200, JSON.stringify(right.body))

    await initial_in_ink(sekretaris, id)
    const last = (await driver.view()).tasks[0]
    assert.equal((await marked(kadis, 'sign_paper', last.task, { passphrase })).status, 200)

    const { items } = (await auditor.expect(200, 'list_signatures', { path: { case: id } })).body
    assert.deepEqual(items.map((each) => each.state), ['refused', 'completed', 'completed', 'completed'])
    await anybody_can_check(items.at(-1), id)
    await nothing_kept_the_passphrase()
  })

  async function initial_in_ink(client, id) {
    const { server } = scene()
    const { task, ...detail } = (await client.expect(200, 'show_case', { path: { case: id } })).body.tasks[0]
    const shown = (await client.expect(200, 'show_task', { path: { task } })).body
    const common = { path: { task }, query: { kind: 'initials' }, if_match: tag(shown.revision) }
    const { sha256 } = shown.paper.latest
    assert.ok(detail)
    const printed = (await client.expect(200, 'print_paper', { ...common, body: { sha256 } })).body
    const { body: pdf } = await client.expect(200, 'download_print', { path: { case: id, signature: printed.id } })
    const at = join(server.folder, 'cetakan')
    writeFileSync(`${at}.pdf`, pdf)
    execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', '-l', '1', `${at}.pdf`, at])
    execFileSync('pdftoppm', ['-r', '200', '-png', `${at}.pdf`, at])
    const scans = execFileSync('sh', ['-c', `ls ${at}-*.png | tail -1`], { encoding: 'utf8' }).trim()
    const upload = async (bytes, type) =>
      (await client.expect(201, 'upload_file', { query: { name: 'pindaian.png' }, raw: bytes, type })).body
    const blank = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
    const other = await upload(Buffer.from(blank, 'base64'), 'image/png')
    const refused = await client.call('return_scan', { ...common, body: { password: client.password, sha256, file: other } })
    assert.ok([409, 422].includes(refused.status), JSON.stringify(refused.body))
    const scan = await upload(readFileSync(scans), 'image/png')
    await client.expect(200, 'return_scan', { ...common, body: { password: client.password, sha256, file: scan } })
  }

  async function anybody_can_check(signature, id) {
    const { server, office, auditor } = scene()
    const { body: pdf } = await auditor.expect(200, 'download_signed_paper', { path: { case: id, signature: signature.id } })
    const page = await office.nobody.expect(200, 'check_signed_paper', form_of(pdf))
    assert.match(String(page.body), /Sah: isi utuh/)
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
    assert.equal(spawnSync(binary, ['document', 'verify', path, ...place()]).status, 0)
    assert.equal(spawnSync(binary, ['document', 'verify', path]).status, 1)
    const seen = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
    assert.equal(seen.match(/Signature is Valid/g).length, 2)
    // Behind the closing signature stands only what proves it later (/DSS, B-LT); himpun has checked that above.
    assert.equal(seen.match(/Not total document signed/g).length, 2)
  }

  /// Neither the journal, nor what is kept, nor the log has it.
  async function nothing_kept_the_passphrase() {
    const { server } = scene()
    assert.ok(!server.log().includes(passphrase))
    const found = spawnSync('grep', ['-rlF', passphrase, server.folder], { encoding: 'utf8' })
    assert.deepEqual(found.stdout.trim().split('\n').filter((each) => each && !each.endsWith('frasa.txt')), [])
  }
}
