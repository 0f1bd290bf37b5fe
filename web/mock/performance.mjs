// Forms of the mock in memory: enough of the rules to fill in, send, judge, return and correct.
import { createHash } from 'node:crypto';
import { cases, newCase } from './cases.mjs';
import { divisions, filled, none, rowsOf } from './performance-data.mjs';
import { byOf } from './office.mjs';
import { Refusal } from './refusal.mjs';

const day = 86_400_000;
const forms = new Map(); // `${case}/${unit}` -> form
const earlier = [
  { id: 'ev-lalu-1', kind: 'file', title: 'Rekap buku tamu triwulan II', page: 'lembar Rekap', file: { sha256: createHash('sha256').update('rekap').digest('hex'), name: 'rekap-tamu-tw2.xlsx', media_type: 'application/vnd.ms-excel', size: 48_210 } },
  { id: 'ev-lalu-2', kind: 'physical', title: 'Berita acara pemeriksaan arsip', page: '', place: 'Ruang arsip, lemari B2' },
];

function open(item, state) {
  for (const [unit, unit_name, ids, codes] of divisions) {
    const rows = rowsOf(ids, codes);
    for (const row of rows) {
      const entry = filled[row.subject];
      if (state === 'empty' || !entry || (state === 'begun' && unit === 'bidang-perpustakaan' && ['sakip', 'layanan', 'tgm', '2.23.03'].includes(row.subject))) continue;
      Object.assign(row, { entry: { ...none(), ...entry }, state: state === 'frozen' ? 'frozen' : unit === 'bidang-kearsipan' ? 'submitted' : 'entered', revision: 1, entered_by: byOf(unit).name, entered_at: new Date().toISOString() });
      if (row.kind === 'indicator' && row.subject !== 'kunjungan') row.evidence.push({ id: `ev-${row.subject}`, kind: 'link', title: `Laporan ${row.about.name.toLowerCase()}`, page: 'hlm. 4', link: `https://data.contoh.go.id/${row.subject}` });
    }
    if (state === 'begun') Object.assign(rows.find((row) => row.subject === 'standar') ?? {}, { state: 'returned', comment: 'Lampirkan daftar perpustakaan yang terakreditasi.' });
    forms.set(`${item.id}/${unit}`, { case_id: item.id, unit, unit_name, rows, due_at: new Date(Date.now() + 2 * day).toISOString(), frozen_at: state === 'frozen' ? new Date(Date.now() - day).toISOString() : undefined });
  }
}

const gathering = newCase({ title: 'Pengumpulan data kinerja triwulan III 2026', stage: 2, age: 2, left: 2, requests: ['open', 'answered'] });
open(gathering, 'begun');
open(cases[7], 'frozen');
const mine = [gathering.id, cases[7].id].join('|'); // forms of other cases: results-routes.mjs

const numberOf = ({ kind, number, numerator, denominator }) => (kind === 'ratio' ? Number(numerator) / Number(denominator) : number === undefined ? undefined : Number(number));
const show = (n, digits = 2) => n.toLocaleString('id-ID', { maximumFractionDigits: digits });

function figureOf(row) {
  if (row.about.form !== 'derived' || row.entry.value.kind !== 'blank') return numberOf(row.entry.value);
  const [a, b] = row.about.inputs.map((input) => numberOf(row.entry.parts.find((part) => part.name === input.name)?.value ?? {}));
  return a !== undefined && b ? a / b : undefined;
}

function achievementOf(row, n) {
  if (row.kind === 'budget' || n === undefined || !row.goal) return undefined;
  return row.about.polarity === 'minimise' ? ((2 * row.goal - n) / row.goal) * 100 : (n / row.goal) * 100;
}

function findingsOf(row) {
  const found = [];
  const n = figureOf(row);
  const achievement = achievementOf(row, n);
  const add = (code, severity, message) => found.push({ code, severity, message, ...(severity === 'warning' && row.waivers[code] ? { waived_because: row.waivers[code] } : {}) });
  if (n === undefined && !['not_available', 'predicate'].includes(row.entry.value.kind)) add('value_missing', 'error', 'Nilai belum diisi. Isi angkanya, termasuk 0 bila memang nol, atau pilih "tidak tersedia" dengan alasan.');
  if (row.entry.value.kind === 'ratio' && n > 1) add('ratio_above_one', 'error', 'Pembilang lebih besar dari penyebut. Periksa apakah keduanya tertukar.');
  if (achievement > 150) add('target_too_low', 'warning', `Capaian ${show(achievement)} %: apakah target terlalu rendah? Periksa angka dan targetnya.`);
  if (row.entry.value.kind !== 'blank' && row.about.required_evidence.length && !row.evidence.length) add('evidence_missing', 'error', `Data dukung belum dilampirkan: ${row.about.required_evidence.join(', ')}.`);
  if (achievement < 100 && row.entry.obstacles.length < 20) add('narrative_too_short', 'warning', 'Target belum tercapai: jelaskan faktor penghambat, paling sedikit 20 karakter.');
  return found;
}

const blocks = (finding) => finding.severity === 'error' || (finding.severity === 'warning' && finding.waived_because === undefined);
const isComplete = (row) => ['submitted', 'accepted', 'frozen'].includes(row.state) && !findingsOf(row).some(blocks);

function summaryOf(form, user) {
  const complete = form.rows.filter(isComplete).length;
  const sent = form.rows.every((row) => ['submitted', 'accepted', 'frozen'].includes(row.state));
  const judges = user.posts.some((post) => post.position === 'analis');
  const fills = user.posts.some((post) => post.unit === form.unit);
  const all = form.rows.length;
  return {
    unit: form.unit, unit_name: form.unit_name, rows: all, complete, timeliness: sent ? 'on_time' : 'due_soon', due_at: form.due_at,
    reason: complete === all ? `${all} baris lengkap; dikirim tepat waktu.` : `${all - complete} dari ${all} baris belum lengkap; mendekati batas waktu.`,
    allowed: form.frozen_at ? (judges ? ['correct'] : []) : [...(fills ? ['fill'] : []), ...(judges ? ['judge'] : [])],
    owed: !sent && !form.frozen_at,
    ...(sent ? { sent_at: form.sent_at ?? new Date(Date.now() - day).toISOString() } : {}),
  };
}

function shown(row) {
  const { goal, waivers, ...rest } = row;
  const n = figureOf(row);
  const achievement = achievementOf(row, n);
  return { ...rest, findings: findingsOf(row), figure: n === undefined ? 'belum diisi' : show(n, 4), ...(achievement === undefined ? {} : { achievement: `${show(achievement)} %` }) };
}

const find = (id, unit) => forms.get(`${id}/${unit}`) ?? (() => { throw new Refusal(404, 'Formulir tidak ada', '', {}, 'collection.unknown'); })();
const rowOf = (form, { kind, subject }) => form.rows.find((row) => row.kind === kind && row.subject === subject) ?? (() => { throw new Refusal(404, 'Baris tidak ada pada formulir ini', ''); })();
const period = (id) => ({ period: cases.find((item) => item.id === id).period, period_name: 'Triwulan III 2026' });

/** One act on a form; the receipt names the rows that changed. */
const act = (noun, work) => ['POST', new RegExp(`^/cases/(\\w+)/forms/([\\w-]+)/${noun}$`), false, (call) => {
  const form = find(call.params[0], call.params[1]);
  const before = new Map(form.rows.map((row) => [row, row.revision]));
  work(form, call);
  const rows = form.rows.filter((row) => row.revision !== before.get(row));
  return { data: { case_id: form.case_id, unit: form.unit, frozen: Boolean(form.frozen_at), rows: rows.map((row) => ({ kind: row.kind, subject: row.subject, revision: row.revision, state: row.state, findings: findingsOf(row) })) }, news: true };
}];

function requireSeen(form, rows) {
  const errors = rows.flatMap((seen, i) => (rowOf(form, seen).revision === seen.if_revision ? [] : [{ pointer: `/rows/${i}/if_revision`, detail: 'Baris ini sudah diubah orang lain' }]));
  if (errors.length) throw Object.assign(new Refusal(412, 'Baris ini sudah diubah orang lain', '', {}, 'row.changed'), { errors });
}

function enter(form, { body, user }) {
  requireSeen(form, body.rows);
  for (const seen of body.rows) {
    const row = rowOf(form, seen);
    if (!['empty', 'entered', 'returned'].includes(row.state)) throw new Refusal(409, 'Baris ini sudah dikirim atau diterima', '', {}, 'row.locked');
    Object.assign(row, { entry: seen.entry, state: 'entered', revision: row.revision + 1, waivers: {}, entered_by: user.person?.name ?? user.username, entered_at: new Date().toISOString() });
  }
}

function submit(form) {
  const rows = form.rows.filter((row) => ['empty', 'entered', 'returned'].includes(row.state));
  const errors = rows.flatMap((row) => findingsOf(row).filter(blocks).map((finding) => ({ pointer: `/${row.subject}/${finding.code}`, detail: finding.message })));
  if (errors.length) throw Object.assign(new Refusal(409, 'Formulir masih berisi kesalahan', 'Perbaiki kesalahannya; peringatan dapat dilewati dengan alasan.', {}, 'form.has_errors'), { errors });
  for (const row of rows) Object.assign(row, { state: 'submitted', revision: row.revision + 1 });
  form.sent_at = new Date().toISOString();
}

const judge = (state) => (form, { body }) => {
  requireSeen(form, body.rows);
  for (const seen of body.rows) {
    const row = rowOf(form, seen);
    Object.assign(row, { state, revision: row.revision + 1, ...(body.comment ? { comment: body.comment } : {}) });
  }
};

function attach(form, { body }) {
  const kind = body.file ? 'file' : body.link ? 'link' : 'physical';
  const known = form.rows.flatMap((row) => row.evidence).find((piece) => (body.file && piece.file?.sha256 === body.file.sha256) || (body.link && piece.link === body.link) || (body.place && piece.place === body.place));
  const { uses, id, ...piece } = body;
  for (const use of uses) put(form, use, known ?? { id: id ?? `ev-${Date.now()}`, kind, ...piece });
}
function put(form, use, piece) {
  const row = rowOf(form, use);
  row.evidence = [...row.evidence.filter((one) => one.id !== piece.id), { ...piece, page: use.page }];
  row.revision += 1;
}

export const performanceRoutes = [
  ['GET', /^\/cases\/(\w+)\/collection$/, false, ({ params, user }) => {
    const own = [...forms.values()].filter((form) => form.case_id === params[0]);
    if (!own.length) throw new Refusal(404, 'Pengumpulan data belum dibuka', '', {}, 'collection.unknown');
    return { data: { case_id: params[0], ...period(params[0]), forms: own.map((form) => summaryOf(form, user)), ...(own[0].frozen_at ? { frozen_at: own[0].frozen_at } : {}) } };
  }],
  ['GET', new RegExp(`^/cases/(${mine})/forms/([\\w-]+)$`), false, ({ params, user }) => {
    const form = find(params[0], params[1]);
    const item = cases.find((one) => one.id === form.case_id);
    return { data: { case_id: form.case_id, case_number: item.number, ...period(form.case_id), summary: summaryOf(form, user), rows: form.rows.map(shown), ...(form.frozen_at ? { frozen_at: form.frozen_at } : {}) } };
  }],
  ['GET', /^\/cases\/(\w+)\/forms\/([\w-]+)\/earlier-evidence$/, false, () => ({ data: { items: earlier } })],
  act('entries', enter),
  act('submission', submit),
  act('acceptance', judge('accepted')),
  act('rejection', judge('returned')),
  act('waivers', (form, { body }) => { const row = rowOf(form, body); row.waivers[body.code] = body.reason; row.revision += 1; }),
  act('corrections', (form, { body, user }) => {
    const row = rowOf(form, body);
    row.corrections.push({ number: row.corrections.length + 1, value: body.value, reason: body.reason, papers: ['Dokumen mekanisme pengumpulan data kinerja versi 2'], by: user.person?.name ?? user.username, at: new Date().toISOString() });
    row.entry = { ...row.entry, value: body.value };
    row.revision += 1;
  }),
  act('evidence', attach),
  act('evidence/([\\w-]+)/uses', (form, { params, body }) => {
    const piece = form.rows.flatMap((row) => row.evidence).find((one) => one.id === params[2]);
    for (const use of body.uses) put(form, use, piece);
  }),
  act('evidence/([\\w-]+)/detachment', (form, { params, body }) => {
    for (const use of body.uses) { const row = rowOf(form, use); row.evidence = row.evidence.filter((one) => one.id !== params[2]); row.revision += 1; }
  }),
];
