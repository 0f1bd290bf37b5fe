// Procedures in the mock: the list, one procedure, its sheet, checking a file.
import { holderOf } from './office.mjs';
import { actors, findings, paths, seed, steps } from './procedure.mjs';
import { Refusal } from './refusal.mjs';

const bound = { kadis: ['kadis'], sekretaris: ['sekretaris'], kasubag: ['kasubag'], analis: ['analis'], bidang: ['bidang-perpustakaan', 'bidang-kearsipan', 'umum'] };
const line = (x1, y1, x2, y2, arrow) => ({ x1, y1, x2, y2, arrow: Boolean(arrow) });
const symbolOf = (step, i) => (i === 0 || i === 9 ? 'capsule' : step.kind === 'review' ? 'diamond' : 'box');

/** Lines of one cell: comes in from the row above, goes out to the row below, or passes through. */
function segments(row, column) {
  const at = actors.findIndex((a) => a.id === steps[row].performers[0]);
  const before = row ? actors.findIndex((a) => a.id === steps[row - 1].performers[0]) : -1;
  const found = [];
  if (row < steps.length - 1 && column === at) found.push(line(50, 75, 50, 100));
  if (row && column === before) found.push(before === at ? line(50, 0, 50, 25, true) : line(50, 0, 50, 50));
  if (row && before !== at) {
    const [from, to] = before < at ? [before, at] : [at, before];
    if (column > from && column < to) found.push(line(0, 50, 100, 50));
    if (column === before) found.push(before < at ? line(50, 50, 100, 50) : line(50, 50, 0, 50));
    if (column === at) found.push(before < at ? line(0, 50, 20, 50, true) : line(100, 50, 80, 50, true));
  }
  return found;
}

const sheet = () => ({
  identity: seed,
  title: seed.name,
  columns: actors.map((a) => ({ actor: a.id, name: a.name })),
  pages: [steps.slice(0, 7), steps.slice(7)].map((rows) => ({
    rows: rows.map((step) => {
      const row = steps.indexOf(step);
      return {
        number: `${row + 1}.`, step: step.id, activity: step.activity, inputs: step.inputs.map((i) => i.name), time: step.time_written, outputs: step.outputs, remark: step.remark, inferred: step.inferred,
        cells: actors.map((a, column) => ({ symbol: step.performers[0] === a.id ? symbolOf(step, row) : step.performers.includes(a.id) ? 'box' : undefined, segments: segments(row, column), labels: [] })),
      };
    }),
  })),
});

const procedureView = () => ({
  id: seed.id, name: seed.name, number: seed.number, unit: seed.unit, latest_version: 1,
  versions: [{ version: 1, adopted_at: '2026-01-05T02:10:00Z', adopted_by: { name: 'admin' } }],
  actors: actors.map((a) => ({ ...a, holders: bound[a.id].map(holderOf) })),
  starts: [{ id: steps[0].id, number: 1, activity: steps[0].activity }],
  startable: actors.every((a) => bound[a.id].length > 0),
});

export const procedureRoutes = (page) => [
  ['GET', /^\/procedures$/, false, ({ query }) => ({ data: page([{ id: seed.id, number: seed.number, name: seed.name, unit: seed.unit, version: 1, adopted_at: '2026-01-05T02:10:00Z', step_count: 10, startable: true }, { id: 'surat-masuk', number: '041/34.15/PUSTAKA/2025', name: 'Pengelolaan Surat Masuk', unit: seed.unit, version: 2, adopted_at: '2026-03-02T02:10:00Z', step_count: 6, startable: false }], query) })],
  ['POST', /^\/procedures\/checks$/, false, ({ bytes }) => ({ data: bytes.toString().includes('prosedur:') ? { id: seed.id, number: seed.number, name: seed.name, findings, refusals: [], paths } : { findings: [], refusals: [{ code: 'file.key_missing', severity: 'refusal', line: 1, column: 1, text: 'Berkas harus diawali “prosedur:”.', suggestion: 'prosedur: nama-singkat-sop' }], paths: [] } })],
  ['POST', /^\/procedures$/, false, () => ({ status: 201, data: { id: seed.id, version: 2, findings } })],
  ['GET', /^\/procedures\/([\w-]+)$/, false, ({ params }) => {
    if (params[0] !== seed.id) throw new Refusal(404, 'Prosedur tidak ditemukan', '');
    return { data: procedureView(), headers: { ETag: '"1"' } };
  }],
  ['GET', /^\/procedures\/([\w-]+)\/versions\/(\d+)$/, false, () => ({ data: { version: 1, adopted_at: '2026-01-05T02:10:00Z', adopted_by: { name: 'admin' }, procedure: seed, findings, paths } })],
  ['GET', /^\/procedures\/([\w-]+)\/versions\/(\d+)\/sheet$/, false, () => ({ data: sheet() })],
  ['PUT', /^\/procedures\/([\w-]+)\/assignments$/, false, ({ body }) => { for (const a of body.assignments) bound[a.actor] = a.holders; return { data: procedureView(), headers: { ETag: '"2"' } }; }],
];
