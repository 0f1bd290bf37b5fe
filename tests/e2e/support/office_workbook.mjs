// Fills a downloaded form in LibreOffice, as a person does: opened, typed into, saved as .xlsx.

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './server.mjs'

const filler = join(root, 'tests/adapters/sheets/fill_form.py')
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const limit_ms = 180000

/// `cells`: what is typed, by row and column of the form: {'indicator:IKU-6': {realisasi: '12,5'}}. Answers a file for an
/// upload field, and what LibreOffice said about the cells.
export async function fill_in_office(bytes, cells, name = 'formulir-terisi.xlsx') {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-office-'))
  const [form, filled] = [join(folder, 'form.xlsx'), join(folder, 'filled.xlsx')]
  const typed = Object.entries(cells).flatMap(([row, fields]) => Object.entries(fields).map(([column, text]) => `${row}/${column}=${text}`))
  try {
    writeFileSync(form, bytes)
    const { stdout } = await promisify(execFile)('/usr/bin/python3', [filler, join(folder, 'profile'), form, filled, ...typed], { timeout: limit_ms })
    return { file: { name, mimeType: xlsx, buffer: readFileSync(filled) }, said: stdout }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
