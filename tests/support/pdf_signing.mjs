// Signs a PDF the way a foreign service does, with nothing of Himpun's: qpdf shows the objects, openssl makes the CMS,
// and the update is written here. For the simulators; it knows what qpdf prints and no more of PDF.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const room = 8192 // bytes for the CMS

/// Runs `work(folder)` with a folder that is gone afterwards.
export function in_folder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-sign-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const run = (program, args, options = {}) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })

/// A certificate with its key, in `folder`: of an authority (`by` absent), or issued by one.
export function make_certificate(folder, name, { subject, extensions, by }) {
  const [key, pem] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
  const of = ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-subj', subject]
  if (!by) {
    run('openssl', [...of, '-x509', '-days', '3650', '-out', pem, ...extensions.flatMap((each) => ['-addext', each])])
  } else {
    const [request, extras] = [join(folder, `${name}.csr`), join(folder, `${name}.ext`)]
    writeFileSync(extras, extensions.join('\n'))
    run('openssl', [...of, '-out', request])
    run('openssl', ['x509', '-req', '-in', request, '-CA', by.pem, '-CAkey', by.key, '-CAcreateserial', '-days', '3650', '-extfile', extras, '-out', pem])
  }
  return { key, pem }
}

const text = (value) => `<${Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(value, 'utf16le').swap16()]).toString('hex')}>`
const without_end = (dictionary) => dictionary.replace(/>>\s*$/, '')

class Update {
  constructor(pdf, folder) {
    this.pdf = pdf
    this.path = join(folder, 'asal.pdf')
    writeFileSync(this.path, pdf)
    this.trailer = this.show('trailer')
    this.next = Number(/\/Size (\d+)/.exec(this.trailer)[1])
    this.objects = new Map()
  }

  show(object) {
    return run('qpdf', [`--show-object=${object}`, this.path], { encoding: 'latin1' }).trim()
  }
  /// Every object here is of generation 0: qpdf, WeasyPrint and Himpun write no others.
  reference(dictionary, key) {
    const found = new RegExp(`${key} (\\d+) 0 R`).exec(dictionary)
    return found ? Number(found[1]) : undefined
  }
  add(body) {
    this.objects.set(this.next, body)
    return this.next++
  }
  /// The object with `item` in its list `key`, which may be an object of its own or not be there yet.
  append(number, key, item) {
    const dictionary = this.objects.get(number) ?? this.show(number)
    const list = this.reference(dictionary, key)
    if (list) {
      this.objects.set(list, this.show(list).replace(/\]$/, ` ${item} ]`))
    } else if (new RegExp(`${key} \\[`).test(dictionary)) {
      this.objects.set(number, dictionary.replace(`${key} [`, `${key} [ ${item}`))
    } else {
      this.objects.set(number, `${without_end(dictionary)} ${key} [ ${item} ] >>`)
    }
  }

  finish() {
    let bytes = Buffer.from(this.pdf.toString('latin1').endsWith('\n') ? this.pdf : Buffer.concat([this.pdf, Buffer.from('\n')]))
    const offsets = new Map()
    for (const [number, body] of [...this.objects].sort(([one], [other]) => one - other)) {
      offsets.set(number, bytes.length)
      bytes = Buffer.concat([bytes, Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1')])
    }
    const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.pdf.toString('latin1'))[1])
    const is_table = this.pdf.subarray(previous, previous + 4).toString() === 'xref'
    const at = bytes.length
    if (!is_table) offsets.set(this.next, at)
    const size = is_table ? this.next : this.next + 1
    const kept = ['/Root', '/Info'].map((key) => [key, this.reference(this.trailer, key)]).filter(([, object]) => object)
    const id = /\/ID \[[^\]]*\]/.exec(this.trailer)[0]
    const members = `/Size ${size} /Prev ${previous} ${kept.map(([key, object]) => `${key} ${object} 0 R`).join(' ')} ${id}`
    const section = is_table ? this.table(offsets, members) : this.stream(offsets, members)
    return Buffer.concat([bytes, section, Buffer.from(`startxref\n${at}\n%%EOF\n`)])
  }
  table(offsets, members) {
    const rows = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    return Buffer.from(`xref\n${rows.join('')}trailer\n<< ${members} >>\n`, 'latin1')
  }
  stream(offsets, members) {
    const rows = Buffer.alloc(offsets.size * 6)
    ;[...offsets.values()].forEach((offset, index) => {
      rows.writeUInt8(1, index * 6)
      rows.writeUInt32BE(offset, index * 6 + 1)
    })
    const index = [...offsets.keys()].map((number) => `${number} 1`).join(' ')
    const head = `${this.next} 0 obj\n<< /Type /XRef /W [1 4 1] /Index [${index}] ${members} /Length ${rows.length} >>\nstream\n`
    return Buffer.concat([Buffer.from(head, 'latin1'), rows, Buffer.from('\nendstream\nendobj\n')])
  }
}

/// `what`: {name, reason, location}; `credential`: {key, pem, chain} as paths of PEM files.
export function sign_pdf(pdf, what, credential) {
  return in_folder((folder) => {
    const update = new Update(pdf, folder)
    const page = Number(/page 1: (\d+) 0 R/.exec(run('qpdf', ['--show-pages', update.path], { encoding: 'latin1' }))[1])
    const blank = 'x'.repeat(40)
    const value = update.add(
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${text(what.name)} /Reason ${text(what.reason)}` +
        ` /Location ${text(what.location)} /ByteRange [${blank}] /Contents <${'0'.repeat(room * 2)}> >>`,
    )
    const field = update.add(`<< /Type /Annot /Subtype /Widget /FT /Sig /T ${text(`BSrE ${update.next}`)} /V ${value} 0 R /F 132 /P ${page} 0 R /Rect [0 0 0 0] >>`)
    update.append(page, '/Annots', `${field} 0 R`)
    const root = update.reference(update.trailer, '/Root')
    const catalogue = update.show(root)
    const form = update.reference(catalogue, '/AcroForm')
    if (form || catalogue.includes('/AcroForm <<')) update.append(form ?? root, '/Fields', `${field} 0 R`)
    else update.objects.set(root, `${without_end(catalogue)} /AcroForm << /SigFlags 3 /Fields [ ${field} 0 R ] >> >>`)
    return seal(update.finish(), blank, credential, folder)
  })
}

function seal(bytes, blank, { key, pem, chain }, folder) {
  const from = bytes.lastIndexOf('/Contents <') + '/Contents '.length
  const to = bytes.indexOf('>', from) + 1
  bytes.write([0, from, to, bytes.length - to].join(' ').padEnd(blank.length), bytes.lastIndexOf(`[${blank}]`) + 1, 'latin1')
  const content = join(folder, 'isi.bin')
  writeFileSync(content, Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]))
  const signer = ['-signer', pem, '-inkey', key, '-certfile', chain]
  const cms = run('openssl', ['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-nosmimecap', '-outform', 'DER', ...signer, '-in', content])
  bytes.write(cms.toString('hex'), from + 1, 'latin1')
  return bytes
}
