// Procedures in the mock: the list, one procedure, its sheet, checking a file.
import { readFileSync } from 'node:fs';
import { holderOf } from './office.mjs';
import { actors, findings, paths, seed, steps } from './procedure.mjs';
import { Refusal } from './refusal.mjs';

const bound = { kadis: ['kadis'], sekretaris: ['sekretaris'], kasubag: ['kasubag'], analis: ['analis'], bidang: ['bidang-perpustakaan', 'bidang-kearsipan', 'umum'] };
const layout = JSON.parse(readFileSync(new URL('./sheet.json', import.meta.url), 'utf8'));
const { id: _id, actors: _actors, papers: _papers, steps: _steps, ...identity } = seed;

const sheet = () => ({
  identity,
  title: layout.flow_title,
  columns: layout.columns.map((name, i) => ({ actor: actors[i].id, name })),
  pages: layout.pages.map((page) => ({ rows: page.rows.map(({ kind, number, ...row }) => ({ ...row, number: kind === 'step' ? `${number}.` : '' })) })),
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
