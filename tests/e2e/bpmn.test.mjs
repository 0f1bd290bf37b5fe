// The BPMN of every shipped procedure in tools nobody here wrote: bpmn-moddle reads it without a warning, bpmnlint finds
// nothing, and what comes back from an import is drawn byte by byte as before. A file that bpmn-moddle wrote anew, as
// drawing programs do, is still the same procedure.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { BpmnModdle } from 'bpmn-moddle'
import Linter from 'bpmnlint/lib/linter.js'
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js'
import { binary as program, root } from './support/server.mjs'

const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'himpun-bpmn-'))
const shipped = readdirSync(join(root, 'procedures')).filter((name) => name.endsWith('.yaml'))
// A linter keeps what it has seen of a file, so each file gets a new one.
const make_linter = () =>
  new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver({ require }) })

const draw = (yaml) =>
  execFileSync(program, ['procedure', 'render', yaml, '--format', 'bpmn'], { encoding: 'utf8', maxBuffer: 1 << 26 })

/** Imports a file that must come over without a note; answers with the path of the procedure file. */
function bring_back(xml, name) {
  const [from, to] = [join(folder, `${name}.bpmn`), join(folder, `${name}.yaml`)]
  writeFileSync(from, xml)
  const done = spawnSync(program, ['procedure', 'import', from, '--output', to], { encoding: 'utf8' })
  assert.equal(done.stderr, '', 'nothing is lost')
  assert.equal(done.status, 0)
  return to
}

const show = (yaml) => JSON.parse(execFileSync(program, ['procedure', 'show', yaml, '--json'], { encoding: 'utf8' }))

after(() => rmSync(folder, { recursive: true }))

for (const name of shipped) {
  describe(name, () => {
    const yaml = join(root, 'procedures', name)
    const xml = draw(yaml)

    test('is read by bpmn-moddle without warnings, with a place for every node and edge', async () => {
      const { rootElement, warnings } = await new BpmnModdle().fromXML(xml)
      assert.deepEqual(warnings, [])
      const process = rootElement.rootElements.find((each) => each.$type === 'bpmn:Process')
      const drawn = new Set(rootElement.diagrams[0].plane.planeElement.map((each) => each.bpmnElement))
      const artifacts = process.artifacts ?? []
      for (const each of [...process.flowElements, ...artifacts, ...process.laneSets[0].lanes]) {
        assert.ok(drawn.has(each), `${each.id} is on the diagram`)
      }
    })

    test('passes the recommended rules of bpmnlint', async () => {
      const { rootElement } = await new BpmnModdle().fromXML(xml)
      assert.deepEqual(await make_linter().lint(rootElement), {})
    })

    test('comes back as the same procedure and is drawn the same', () => {
      const back = bring_back(xml, name)
      assert.deepEqual(show(back), show(yaml))
      assert.equal(draw(back), xml)
    })

    test('survives being saved by another program', async () => {
      const { rootElement } = await new BpmnModdle().fromXML(xml)
      const saved = await new BpmnModdle().toXML(rootElement, { format: true })
      const back = bring_back(saved.xml, `${name}-saved`)
      assert.deepEqual(show(back), show(yaml))
      assert.equal(draw(back), xml)
    })
  })
}

test('a procedure file on the disk is not touched', () => {
  const yaml = join(root, 'procedures', shipped[0])
  const before = readFileSync(yaml, 'utf8')
  bring_back(draw(yaml), 'untouched')
  assert.equal(readFileSync(yaml, 'utf8'), before)
})
