// What contract.test.mjs says about the archive: mail to outside recipients, filing, lists, destruction, packages.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { CaseDriver } from './support/case_driver.mjs'
import { performers } from './support/office.mjs'
import { binary } from './support/server.mjs'

const codes = (...rows) => ({ raw: ['Kode;Uraian;Aktif (tahun);Inaktif (tahun);Nasib akhir;Keamanan;Dasar', ...rows].join('\n') + '\n', type: 'text/csv', query: { name: 'jra.csv' } })
const in_minutes = async (what, minutes = 1) => {
  for (let tries = 0; tries < minutes * 120; ++tries) {
    const found = await what()
    if (found) return found
    await pause(500)
  }
  assert.fail('it did not happen in time')
}
const decoded = (mail) => Buffer.from(mail.split('\r\n\r\n').slice(1).join('').replace(/\s/g, ''), 'base64').toString()

const recipient_of = (mail) => mail.match(/^To: .*<([^>]+)>/m)[1]
const attachment_of = (mail) => {
  const [, boundary] = mail.match(/boundary="?([^";\r\n]+)/)
  const part = mail.split(`--${boundary}`).find((each) => /Content-Disposition: attachment/.test(each))
  return Buffer.from(part.split('\r\n\r\n')[1].replace(/\s/g, ''), 'base64')
}

/// Unpacked and checked with what every system has.
function check_package(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-package-'))
  try {
    writeFileSync(join(folder, 'arsip.zip'), bytes)
    execFileSync('python3', ['-m', 'zipfile', '-e', 'arsip.zip', 'isi'], { cwd: folder })
    execFileSync('sh', ['-c', 'cd isi/* && sha512sum -c --quiet manifest-sha512.txt && sha512sum -c --quiet tagmanifest-sha512.txt'], { cwd: folder })
    execFileSync('sh', ['-c', 'cd isi/* && python3 tools/check_proof.py data/journal/proofs.jsonl'], { cwd: folder })
    const verdict = JSON.parse(execFileSync(binary, ['archive', 'verify', '--json', join(folder, 'arsip.zip')], { encoding: 'utf8' }))
    assert.equal(verdict.ok, true)
    assert.equal(verdict.journal.events, verdict.journal.proofs)
    return verdict
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function tests_of_archive(scene) {
  let filed, archivist

  test('the schedule is imported row by row: all or nothing', async () => {
    const { administrator, analis, office } = scene()
    const shown = await administrator.expect(200, 'show_archive')
    assert.ok(shown.body.codes.length >= 8 && shown.body.security.length === 4)
    archivist = office.by_holder(shown.body.keepers[0].id)
    const wrong = codes('900;Keuangan;;;;;', '900.1;Anggaran;1;;Musnah;;', '900 2;Lain;1;1;Musnah;tidak-ada;')
    const checked = (await administrator.expect(200, 'check_code_import', wrong)).body
    assert.deepEqual(checked.rows.map(({ row, fate }) => [row, fate]), [[2, 'added'], [3, 'refused'], [4, 'refused']])
    const refused = await administrator.expect(422, 'import_codes', { ...wrong, if_match: shown.etag })
    assert.equal(refused.body.code, 'import.refused')
    await analis.expect(403, 'check_code_import', wrong)
    const right = codes('900;Keuangan;;;;;', '900.9;Percobaan;0;0;Musnah;;ASUMSI')
    const done = await administrator.expect(200, 'import_codes', { ...right, if_match: shown.etag })
    assert.deepEqual(done.body.counts, { added: 2, changed: 0, same: 0, refused: 0 })
    await administrator.expect(412, 'import_codes', { ...right, if_match: shown.etag })
    const template = (await administrator.expect(200, 'download_code_template')).body
    const again = (await administrator.expect(200, 'check_code_import', { raw: template, type: 'application/octet-stream', query: { name: 'jra.xlsx' } })).body
    assert.equal(again.counts.same, shown.body.codes.length + 2, JSON.stringify(again.rows.filter((each) => each.fate !== 'same')))

    let { etag } = done
    const body = { title: 'Percobaan lagi', retention: { active_years: 0, inactive_years: 0, disposal: 'destroy' }, security: '', note: '', closed: false }
    ;({ etag } = await administrator.expect(200, 'record_class_code', { path: { code: '900.9' }, if_match: etag, body }))
    ;({ etag } = await administrator.expect(200, 'record_security_classes', { if_match: etag, body: { classes: shown.body.security } }))
    const roles = { keepers: shown.body.keepers.map(({ id }) => id), approvers: shown.body.approvers.map(({ id }) => id) }
    await administrator.expect(200, 'name_archive_roles', { if_match: etag, body: roles })
  })

  test('a paper goes out by mail, as a link and by post, and a case is filed under its code', async () => {
    const { administrator, office, kadis, fresh_case, mails } = scene()
    const id = await fresh_case('Berkas yang dikirim keluar')
    const path = { case: id }
    const before = mails().length
    const on_distributed = async (client, task) => {
      const send = async (status, recipients, security) => {
        const { etag } = await client.expect(200, 'show_outgoing', { path })
        return client.expect(status, 'address_outside', { path, if_match: etag, body: { task, recipients, ...(security ? { security } : {}) } })
      }
      const mail = { channel: 'mail', name: 'Kepala Bappeda', address: 'bappeda@contoh.go.id' }
      await send(200, [mail])
      await send(200, [{ ...mail, address: 'inspektorat@contoh.go.id' }], 'terbatas')
      const forbidden = await send(409, [mail], 'rahasia')
      assert.equal(forbidden.body.code, 'distribution.mail_forbidden')
      await send(200, [{ channel: 'post', name: 'Bupati', address: 'Jl. Contoh 1' }], 'rahasia')
      const wrong = await send(422, [{ ...mail, address: 'x@y\r\nBcc: z@w' }])
      assert.deepEqual(wrong.body.errors.map((each) => each.pointer), ['/recipients/0/address'])
    }
    const driver = new CaseDriver(office, id, {
      filing: { classification: '900.9', active_years: 0, inactive_years: 0, disposal: 'destroy' },
      on_distributed,
    })
    const end = await driver.run()
    assert.equal(end.state, 'completed')
    filed = id

    const arrived = await in_minutes(() => mails().length >= before + 2 && mails().slice(before), 5)
    const plain = arrived.find((each) => each.includes('<bappeda@contoh.go.id>'))
    const attached = attachment_of(plain)
    assert.equal(attached.subarray(0, 5).toString('latin1'), '%PDF-')
    const link = decoded(arrived.find((each) => each.includes('<inspektorat@contoh.go.id>'))).match(/https:\/\/himpun\.contoh\.go\.id\/terima\/(\S+)/)
    assert.ok(link, 'the link is in the mail')
    const at = { path: { token: link[1] } }
    await office.nobody.expect(404, 'show_receipt_page', { path: { token: `${link[1]}x` } })
    const page = (await office.nobody.expect(200, 'show_receipt_page', at)).body.toString()
    assert.match(page, /<form method="post"/)
    assert.doesNotMatch(page, /<script/)
    const outside = async () => (await kadis.expect(200, 'show_outgoing', { path })).body.distributions.flatMap((each) => each.outside)
    const of = async (address) => (await outside()).find((each) => each.address === address)
    assert.match((await office.nobody.expect(409, 'download_linked_paper', at)).body.toString(), /<form method="post"/)
    assert.equal((await of('inspektorat@contoh.go.id')).received_at, undefined, 'a look confirms nothing')
    assert.match((await office.nobody.expect(200, 'confirm_receipt_page', at)).body.toString(), /Unduh naskah/)
    assert.ok((await of('inspektorat@contoh.go.id')).received_at)
    const behind_link = (await office.nobody.expect(200, 'download_linked_paper', at)).body
    assert.ok(attached.equals(behind_link), 'by mail and behind the link it is the same PDF')
    assert.equal((await of('bappeda@contoh.go.id')).state, 'sent')

    const classed = async (security) => {
      const { etag } = await administrator.expect(200, 'show_archive')
      const body = { title: 'Percobaan', retention: { active_years: 0, inactive_years: 0, disposal: 'destroy' }, security, note: '', closed: false }
      await administrator.expect(200, 'record_class_code', { path: { code: '900.9' }, if_match: etag, body })
    }
    await classed('rahasia')
    const secret = await kadis.expect(200, 'show_outgoing', { path })
    assert.equal(secret.body.own_security, 'rahasia')
    for (const chosen of [{}, { security: 'biasa' }]) {
      const recipients = [{ channel: 'mail', name: 'Camat', address: 'camat@contoh.go.id' }]
      const body = { task: secret.body.distributions[0].task, recipients, ...chosen }
      const refused = await kadis.expect(409, 'address_outside', { path, if_match: secret.etag, body })
      assert.equal(refused.body.code, 'distribution.mail_forbidden')
    }
    await classed('')

    const post = await of('Jl. Contoh 1')
    const { etag, body } = await kadis.expect(200, 'show_outgoing', { path })
    const delivery = { path: { ...path, recipient: post.id }, body: { expedition_number: '045/2026', receiver: 'Staf TU' } }
    const delivered = await kadis.expect(200, 'record_delivery', { ...delivery, if_match: etag })
    assert.equal((await of('Jl. Contoh 1')).received_how, 'Staf TU')
    const recall = { path: { ...path, task: body.distributions[0].task }, body: { reason: 'Tabel capaian keliru.' } }
    await kadis.expect(412, 'recall_distribution', { ...recall, if_match: etag })
    const told = await performers(office, 'bidang')[0].listen('inbox')
    await kadis.expect(200, 'recall_distribution', { ...recall, if_match: delivered.etag })
    await told()
    const recalled = (await kadis.expect(200, 'show_outgoing', { path })).body.distributions[0]
    assert.equal(recalled.recall.reason, 'Tabel capaian keliru.')
    assert.equal(recalled.outside.length, 3, 'nothing disappears')
    const { recipients } = (await kadis.expect(200, 'show_case', { path })).body
    assert.ok(recipients.length)
    for (const { task } of recipients) {
      const receipt = (await kadis.expect(200, 'show_task', { path: { task } })).body
      assert.equal(receipt.recall.reason, 'Tabel capaian keliru.', 'inside recipients see it on their receipt')
    }
    assert.match((await office.nobody.expect(200, 'show_receipt_page', at)).body.toString(), /ditarik[^]*Tabel capaian keliru\./)
    assert.match((await office.nobody.expect(409, 'download_linked_paper', at)).body.toString(), /ditarik/)
    const notices = await in_minutes(() => mails().length >= before + 4 && mails().slice(before + 2))
    assert.deepEqual(notices.map(recipient_of).sort(), ['bappeda@contoh.go.id', 'inspektorat@contoh.go.id'])
    for (const each of notices) assert.match(decoded(each), /menarik naskah[^]*Alasan: Tabel capaian keliru\./)
    assert.equal((await of('bappeda@contoh.go.id')).notice, true)
    assert.equal((await of('Jl. Contoh 1')).notice, false)
  })

  test('a filed case is listed, with its items, on the screen and as files', async () => {
    const { auditor } = scene()
    const [file] = await auditor.list('list_filed', { query: { code: '900' } })
    assert.equal(file.id, filed)
    assert.equal(file.state, 'due')
    const path = { case: filed }
    const { items } = (await auditor.expect(200, 'show_filed', { path })).body
    assert.equal(items.length, file.items)
    assert.match((await auditor.expect(200, 'export_filed_csv')).body.toString(), /Berkas yang dikirim keluar/)
    assert.match((await auditor.expect(200, 'export_items_csv', { path })).body.toString(), /Naskah dokumen versi 1/)
    for (const name of ['export_filed_xlsx', 'export_items_xlsx']) {
      assert.equal((await auditor.expect(200, name, { path })).body.subarray(0, 2).toString(), 'PK')
    }
    const due = await auditor.list('list_filed', { query: { state: 'due' } })
    assert.deepEqual(due.map((each) => each.id), [filed])
  })

  test('a case is archived under the retention of the schedule and no other', async () => {
    const { office, fresh_case } = scene()
    const driver = new CaseDriver(office, await fresh_case('Berkas yang salah kode'), {
      on_distributed: async (client, task) => {
        const refuse = async (filing, code) => {
          const { revision } = await driver.detail(client, task)
          const answer = await client.expect(422, 'archive_case', { path: { task }, if_match: `"${revision}"`, body: { ...filing, location: 'B2' } })
          assert.equal(answer.body.code, code)
        }
        await refuse({ classification: '123.4', active_years: 2, inactive_years: 3, disposal: 'destroy' }, 'archive.code_unknown')
        await refuse({ classification: '000.8.6.3', active_years: 2, inactive_years: 4, disposal: 'destroy' }, 'archive.retention_differs')
      },
    })
    assert.equal((await driver.run()).state, 'completed')
  })

  test('a package holds everything, and standard tools say so', async () => {
    const { auditor } = scene()
    const { body, headers } = await auditor.expect(200, 'download_case_package', { path: { case: filed } })
    assert.match(headers.get('content-disposition'), /\.zip/)
    const verdict = check_package(body)
    assert.ok(verdict.files > 10)
    const again = await auditor.expect(200, 'download_case_package', { path: { case: filed } })
    assert.ok(Buffer.compare(body, again.body) === 0, 'the same case gives the same bytes')
  })

  test('destruction needs two people; it removes contents and leaves the proof', async () => {
    const { office, administrator, auditor, kadis } = scene()
    const file = (await auditor.expect(200, 'show_case', { path: { case: filed } })).body
    const evidence = file.requests.flatMap((each) => each.answers).flatMap((each) => each.files)
    await administrator.expect(403, 'propose_destruction', { body: { files: [filed], reason: 'JRA' } })
    const proposed = (await archivist.expect(201, 'propose_destruction', { body: { files: [filed], reason: 'Jadwal retensi 900.9' } })).body
    const other = await archivist.expect(409, 'propose_destruction', { body: { files: [filed], reason: 'Sekali lagi' } })
    assert.equal(other.body.code, 'archive.file_not_due')
    const path = { proposal: proposed.id }
    const etag = async () => (await auditor.expect(200, 'show_archive')).etag
    const reject = { path, if_match: await etag(), body: { reason: 'Masih diperiksa.' } }
    await archivist.expect(403, 'reject_destruction', reject)
    await kadis.expect(200, 'reject_destruction', reject)
    const second = (await archivist.expect(201, 'propose_destruction', { body: { files: [filed], reason: 'Jadwal retensi 900.9' } })).body
    const at = { path: { proposal: second.id } }
    await archivist.expect(409, 'carry_out_destruction', { ...at, if_match: await etag(), body: { witnesses: 'Dua saksi' } })
    await archivist.expect(403, 'approve_destruction', { ...at, if_match: await etag(), body: { decree: 'SK 1/2026' } })
    await kadis.expect(200, 'approve_destruction', { ...at, if_match: await etag(), body: { decree: 'SK 1/2026' } })
    await kadis.expect(403, 'carry_out_destruction', { ...at, if_match: await etag(), body: { witnesses: 'Dua saksi' } })
    await archivist.expect(200, 'carry_out_destruction', { ...at, if_match: await etag(), body: { witnesses: 'Dua saksi' } })
    const [newest] = (await auditor.expect(200, 'list_proposals')).body.items
    assert.equal(newest.state, 'carried_out')
    const edition_of_the_mailed_paper = 1
    assert.equal(newest.removed + newest.kept, new Set(evidence.map((each) => each.sha256)).size + edition_of_the_mailed_paper)
    assert.equal((await auditor.list('list_filed', { query: { state: 'destroyed' } }))[0].id, filed)
    assert.equal((await auditor.expect(200, 'verify_journal')).body.ok, true)
    // The same content stands in other cases of these tests: it is kept for them.
    assert.ok(newest.kept > 0 && newest.removed > 0)
    const left = check_package((await auditor.expect(200, 'download_case_package', { path: { case: filed } })).body)
    assert.ok(left.files > 10)
    assert.equal((await auditor.expect(200, 'download_disposal_record_pdf', at)).body.subarray(0, 5).toString('latin1'), '%PDF-')
    assert.equal((await auditor.expect(200, 'download_disposal_record_docx', at)).body.subarray(0, 2).toString('latin1'), 'PK')
    const refused = await auditor.expect(409, 'download_disposal_record_docx', { path })
    assert.equal(refused.body.code, 'archive.proposal_not_approved')
    await office.nobody.expect(401, 'list_proposals')
  })
}
