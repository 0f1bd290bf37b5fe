// Running cases of the mock and what can be done to them: enough of the engine to walk the seed SOP by hand.
import { createHash } from 'node:crypto';
import { byOf, holderName, holderOf } from './office.mjs';
import { actors, seed, steps } from './procedure.mjs';

export const now = () => new Date();
const day = 86_400_000;
const iso = (t) => new Date(t).toISOString();
const hash = (text) => createHash('sha256').update(text).digest('hex');
const divisions = ['bidang-perpustakaan', 'bidang-kearsipan'];
const action = { disposition: 'dispose', task: 'work', gathering: 'gather', review: 'review', initialing: 'initial', signature: 'sign', distribution: 'distribute' };

const draftText = `MEKANISME PENGUMPULAN DATA KINERJA
Dinas Perpustakaan dan Kearsipan Kabupaten Tanjung Jabung Barat

A. Dasar
Peraturan Pemerintah Nomor 8 Tahun 2006 dan Peraturan Presiden Nomor 29 Tahun 2014.

B. Alur
Setiap bidang menyampaikan realisasi indikator kepada Subbagian PPMEP paling lambat hari kelima setelah triwulan berakhir, disertai data dukung.

C. Hasil sementara
Bidang Perpustakaan: pemustaka 12.480 orang (104 % dari target).
Bidang Kearsipan: arsip statis yang ditata 1.234,5 meter lari.`;

export const cases = [];

export function newCase(spec) {
  const n = cases.length + 1;
  const start = Date.now() - (spec.age ?? 0) * day;
  const item = {
    id: `01JZ${String(n).padStart(4, '0')}K7Q2M4X8V9T3R5W6Y`,
    number: `${String(n).padStart(3, '0')}/PDK/DPK/2026`,
    title: spec.title,
    period: spec.period ?? { kind: 'quarter', year: 2026, number: 3 },
    origin: spec.origin ?? { kind: 'letter', from: 'Inspektorat Kabupaten Tanjung Jabung Barat', number: '700/512/ITKAB/2026', date: '2026-11-02', subject: 'Permintaan data kinerja triwulan III', received_on: '2026-11-04', agenda_number: '1187', file: file('surat-inspektorat.pdf', 184_320) },
    stage: spec.stage ?? 0,
    state: spec.state ?? 'running',
    state_reason: spec.state_reason,
    start,
    version: 5 + (spec.stage ?? 0) * 2,
    read: spec.read ?? n % 3 !== 0,
    late: spec.late ?? 0,
    left: spec.left ?? 3,
    repaired: spec.repaired ?? false,
    returned: spec.returned ?? false,
    inputs: {},
    versions: [],
    history: [],
    requests: divisions.map((d, i) => request(d, spec.stage > 2 ? 'accepted' : spec.requests?.[i] ?? 'open', start)),
    recipients: [],
    archive: undefined,
    marks: {},
  };
  if (item.stage > 3) addPaper(item, 'kasubag', { text: draftText }, start + 5 * day);
  if (item.stage > 5) addPaper(item, 'analis', { text: `${draftText}\n\nD. Jadwal\nPengumpulan triwulan IV dimulai 4 Januari 2027.` }, start + 7 * day);
  if (item.stage > 6) mark(item, 'initials', 'kasubag', start + 8 * day);
  if (item.stage > 7) mark(item, 'initials', 'sekretaris', start + 9 * day);
  if (item.stage > 8) mark(item, 'signature', 'kadis', start + 10 * day);
  for (let i = 0; i < item.stage; i++) note(item, steps[i].performers[0], 'workflow.step_completed', `menyelesaikan langkah ${i + 1}: ${steps[i].outputs[0]}.`, start + i * day, i + 1);
  note(item, 'kasubag-umum', 'workflow.case_started', `memulai berkas dari surat ${item.origin.number ?? ''}.`, start - 3_600_000);
  item.history.sort((a, b) => (a.at < b.at ? 1 : -1));
  cases.push(item);
  return item;
}

export const file = (name, size) => ({ sha256: hash(name), name, size, media_type: name.endsWith('pdf') ? 'application/pdf' : 'application/vnd.ms-excel' });

function request(unit, state, start) {
  const returned = state === 'returned';
  return {
    step: 'himpun',
    run: 1,
    holder: holderOf(unit),
    state,
    due_at: iso(start + 4 * day),
    punctuality: 'on_time',
    days_left: 1,
    answers: state === 'open' ? [] : [{ text: 'Data realisasi triwulan III terlampir, sudah diperiksa bersama bendahara.', numbers: [{ label: 'Jumlah pemustaka', value: '12480', unit: 'orang' }, { label: 'Arsip statis ditata', value: '1234.5', unit: 'meter' }], files: [file('realisasi-tw3.xlsx', 48_210)], at: iso(start + 2 * day), by: byOf(unit), accepted: state === 'accepted', ...(returned ? { returned_with: 'Realisasi indikator 2 belum disertai data dukung. Mohon dilengkapi.' } : {}) }],
  };
}

export function addPaper(item, holder, { text, reference, stored }, at = Date.now()) {
  const version = item.versions.length + 1;
  for (const older of item.versions) for (const m of older.marks) if (!m.voided_at) Object.assign(m, { voided_at: iso(at), void_reason: `Naskah diubah menjadi versi ${version}.` });
  const content = text ? { kind: 'text', text } : reference ? { kind: 'reference', text: reference } : { kind: 'file', file: stored };
  item.versions.push({ version, step: steps[Math.min(item.stage, 9)].id, at: iso(at), by: byOf(holder), content, sha256: hash(text ?? reference ?? stored.sha256), marks: [] });
}

export function mark(item, kind, holder, at = Date.now()) {
  item.versions.at(-1)?.marks.push({ kind, step: steps[Math.min(item.stage, 9)].id, by: byOf(holder), at: iso(at) });
}

export function note(item, holder, type, words, at = Date.now(), step_number) {
  const by = byOf(holder);
  item.history.unshift({ event: `case/${item.id}@${item.history.length + 1}`, at: iso(at), by, type, words: `${by.name} (${by.position_name}) ${words}`, ...(step_number ? { step: steps[step_number - 1].id, step_number } : {}), corrections: [] });
}

const holdersOf = (actor) => (actor === 'bidang' ? divisions.map(holderOf) : [holderOf(actor)]);

export const mine = (me, holder) => me.posts.some((p) => p.position === holder || p.unit === holder);

export function tasksOf(item, me) {
  if (item.state !== 'running') return [];
  const step = steps[item.stage];
  const due = Date.now() + (item.late ? -item.late * day : item.left * day);
  const card = (n, kind, holder, extra = {}) => ({
    id: `${item.id}-${item.stage * 10 + n}`,
    case_id: item.id, case_number: item.number, case_title: item.title, case_state: item.state, procedure_name: seed.name,
    action: kind, step: step.id, step_number: item.stage + 1, step_count: 10, activity: step.activity,
    holder, holder_name: holderName(holder),
    ...(item.stage ? { from_name: holderName(steps[item.stage - 1].performers[0]) } : {}),
    since: iso(Date.now() - 1.4 * day), due_at: iso(due),
    punctuality: item.late ? 'late' : item.left < 1 ? 'at_risk' : 'on_time',
    days_left: item.late ? -item.late : item.left, ...(item.left < 1 ? { minutes_left: 95 } : {}),
    read: item.read, returned: item.returned, state: item.returned ? 'returned' : kind === 'gather' && item.requests.some((r) => r.state !== 'accepted') ? 'waiting' : Object.keys(item.inputs).length ? 'started' : 'not_started',
    revision: item.version, may_act: mine(me, holder), ...extra,
  });
  const tasks = [];
  tasks.push(card(1, action[step.kind], step.performers[0], item.distributed ? { state: 'waiting' } : {}));
  if (step.kind === 'gathering')
    item.requests.forEach((r, i) => {
      r.task = `${item.id}-${item.stage * 10 + 2 + i}`;
      r.revision = item.version;
      if (r.state === 'open' || r.state === 'returned') tasks.push(card(2 + i, 'answer', r.holder.id, { from_name: holderName('analis'), state: r.state === 'returned' ? 'returned' : 'not_started', returned: r.state === 'returned' }));
    });
  item.recipients.forEach((r, i) => {
    r.task = `${item.id}-${item.stage * 10 + 6 + i}`;
    if (!r.received_at) tasks.push(card(6 + i, 'receive', r.holder.id, { from_name: holderName('analis') }));
  });
  return tasks;
}

const target = (id) => steps.find((s) => s.id === id);
const numberOf = (id) => steps.findIndex((s) => s.id === id) + 1;

function inputsOf(item, step) {
  const latest = item.versions.at(-1);
  return step.inputs.map((input, index) => {
    const how = item.inputs[index] ?? (input.source === 'surat' ? { kind: 'origin' } : input.source === 'permintaan' ? { kind: 'answers' } : input.source === 'draf' && latest ? { kind: 'paper', paper: 'draf', version: latest.version } : undefined);
    const present = input.source === 'permintaan' ? item.requests.every((r) => r.state === 'accepted') : Boolean(how);
    return { index, name: input.name, ...(input.source ? { source: input.source } : {}), present, ...(present ? { how } : {}) };
  });
}

export function detail(item, task, me) {
  const step = steps[item.stage];
  const main = !['answer', 'receive'].includes(task.action);
  const latest = item.versions.at(-1);
  const candidates = (ids, suggested) => ids.map((id) => ({ id, name: holderName(id), suggested: suggested.includes(id) }));
  const { may_act, ...card } = task;
  return {
    ...card,
    kind: step.kind,
    time_written: step.time_written,
    remark: step.remark,
    ...(item.note ? { note: item.note } : {}),
    ...(item.returned ? { reason: item.return_reason ?? 'Halaman pengesahan belum memuat NIP pejabat.' } : {}),
    inputs: main ? inputsOf(item, step) : [],
    outputs: step.outputs,
    paper_required: ['inventarisasi', 'perbaikan'].includes(step.id),
    ...(step.paper ? { paper: { key: 'draf', name: seed.papers[0].name, ...(latest ? { latest } : {}) } } : {}),
    outcomes: task.action === 'review' ? step.outcomes.map((o) => ({ label: o.label, target: o.target, target_number: numberOf(o.target), target_activity: target(o.target).activity })) : [],
    returns: main ? step.returns.map((id) => ({ step: id, number: numberOf(id), activity: target(id).activity, holder_names: target(id).performers.map(holderName) })) : [],
    siblings: [],
    ...(task.action === 'gather' ? { requests: item.requests } : {}),
    ...(task.action === 'answer' ? { request: item.requests.find((r) => r.task === task.id) } : {}),
    ...(['distribute', 'receive'].includes(task.action) ? { distribution: { distributed: Boolean(item.distributed), archived: Boolean(item.archive), recipients: item.recipients, candidates: candidates([...divisions, 'sekretariat', 'kadis'], divisions) } } : {}),
    ...(task.action === 'dispose' ? { forward_to: candidates(['sekretaris', 'kasubag', 'kabid-perpus', 'kabid-arsip'], ['sekretaris']) } : {}),
    may_act,
    ...(may_act ? {} : { why_not: `Tugas ini dipegang ${task.holder_name}.` }),
  };
}

export function summary(item) {
  const step = steps[item.stage];
  const due = Date.now() + (item.late ? -item.late : item.left) * day;
  return {
    id: item.id, number: item.number, title: item.title, procedure: seed.id, procedure_name: seed.name, procedure_version: 1,
    period: item.period, state: item.state, started_at: iso(item.start), updated_at: item.history[0]?.at ?? iso(item.start),
    ...(item.state === 'running' ? { due_at: iso(due), punctuality: item.late ? 'late' : 'on_time', days_left: item.late ? -item.late : item.left, step_number: item.stage + 1, activity: step.activity, holder_name: holderName(step.performers[0]) } : {}),
    step_count: 10,
  };
}

function stepOf(item, step, i, base) {
  const done = item.state === 'completed' || i < item.stage;
  const skipped = i === 5 && !item.repaired && done;
  const state = skipped ? 'skipped' : done ? 'done' : i === item.stage ? 'open' : item.returned && i === item.stage + 1 ? 'returned' : 'to_come';
  const common = { run: 1, opened_at: iso(item.start + Math.max(0, i - 1) * day), sent_back: item.returned && state === 'open', holders: step.performers.flatMap(holdersOf), missing: [] };
  const runs = [];
  if (state === 'done') runs.push({ ...common, state: 'done', closed_at: iso(item.start + i * day), by: byOf(step.performers[0]), punctuality: 'on_time', ...(step.kind === 'review' ? { outcome: item.repaired ? 'perlu perbaikan' : 'sudah baik', reason: 'Sudah diperiksa terhadap Renstra.' } : {}) });
  if (state === 'returned') runs.push({ ...common, state: 'returned', closed_at: iso(Date.now() - day), by: byOf(step.performers[0]), reason: 'Halaman pengesahan belum memuat NIP pejabat.', returned_to: steps[item.stage].id });
  if (state === 'open') runs.push({ ...common, state: 'open', due_at: base.due_at, punctuality: base.punctuality ?? 'on_time', days_left: base.days_left });
  return { id: step.id, number: i + 1, kind: step.kind, activity: step.activity, performers: step.performers, ...(step.gathers_from ? { gathers_from: step.gathers_from } : {}), inputs: step.inputs.map((x) => x.name), outputs: step.outputs, time_written: step.time_written, remark: step.remark, is_start: i === 0, next: step.next, outcomes: step.outcomes, waits_for: [], returns: step.returns, inferred: step.inferred, state, runs };
}

export function view(item, me) {
  const base = summary(item);
  const stateNote = { reason: item.state_reason ?? '', at: iso(Date.now() - day), by: byOf('kadis') };
  const dispositions = item.stage ? [{ task: `${item.id}-1`, to: [{ id: 'sekretaris', name: 'Sekretaris Dinas' }], nature: 'urgent', instructions: ['process', 'coordinate'], note: 'Mohon dikoordinasikan dengan semua bidang, selesai sebelum akhir bulan.', by: byOf('kadis'), at: iso(item.start), ...(item.stage > 1 ? { read_at: iso(item.start + 7_200_000) } : {}) }] : [];
  return {
    id: item.id, number: item.number, title: item.title, state: item.state, version: item.version,
    procedure: { id: seed.id, name: seed.name, number: seed.number, version: 1, latest_version: 2 },
    period: item.period,
    origin: item.origin,
    started_at: iso(item.start), started_by: byOf('kasubag-umum'), updated_at: base.updated_at,
    ...(item.state === 'completed' ? { closed_at: base.updated_at } : {}),
    ...(item.state === 'suspended' ? { suspended: stateNote } : {}),
    ...(item.state === 'cancelled' ? { cancelled: stateNote } : {}),
    lanes: actors.map((a) => ({ ...a, holders: holdersOf(a.id) })),
    steps: steps.map((step, i) => stepOf(item, step, i, base)),
    tasks: tasksOf(item, me).map((t) => ({ task: t.id, step: t.step, action: t.action, holder: t.holder, holder_name: t.holder_name, state: t.state, since: t.since, ...(t.read ? { read_at: t.since } : {}), revision: t.revision, may_act: t.may_act })),
    papers: item.versions.length ? [{ key: 'draf', name: seed.papers[0].name, versions: item.versions }] : [],
    dispositions,
    requests: item.stage >= 2 ? item.requests.map((r, i) => ({ ...r, task: r.task ?? `${item.id}-2${i + 2}`, revision: item.version })) : [],
    recipients: item.recipients,
    ...(item.archive ? { archive: item.archive } : {}),
    allowed: item.state === 'running' ? ['suspend', 'cancel', 'correct', 'migrate', ...(item.stage === 1 ? ['withdraw'] : [])] : item.state === 'suspended' ? ['resume', 'cancel', 'correct'] : [],
  };
}

export function advance(item, to = item.stage + 1) {
  item.inputs = {};
  item.returned = to < item.stage;
  if (to === 5) item.repaired = true;
  item.version += 1;
  if (to > 9) item.state = 'completed';
  else item.stage = to;
  item.late = 0;
  item.left = 2;
  item.read = false;
}

newCase({ title: 'Mekanisme pengumpulan data kinerja triwulan III', stage: 6, age: 12, late: 2, repaired: true });
newCase({ title: 'Data kinerja triwulan II (tindak lanjut reviu)', stage: 8, age: 20, late: 1, read: false, period: { kind: 'quarter', year: 2026, number: 2 } });
newCase({ title: 'Pengumpulan data kinerja semester I', stage: 2, age: 3, left: 1, requests: ['accepted', 'answered', 'returned'], period: { kind: 'semester', year: 2026, number: 1 } });
newCase({ title: 'Data kinerja bulan November', stage: 0, age: 0, left: 0, read: false, period: { kind: 'month', year: 2026, number: 11 } });
newCase({ title: 'Pengumpulan data kinerja tahun 2026', stage: 1, age: 1, left: 1, period: { kind: 'year', year: 2026, number: 1 } });
newCase({ title: 'Mekanisme data kinerja triwulan I', stage: 4, age: 9, left: 2, period: { kind: 'quarter', year: 2026, number: 1 } });
newCase({ title: 'Perbaikan data indikator literasi', stage: 5, age: 10, left: 1, returned: true, repaired: true });
newCase({ title: 'Data kinerja untuk LKjIP 2026', stage: 7, age: 14, left: 3, repaired: true });
newCase({ title: 'Pengumpulan data kearsipan dinamis', stage: 3, age: 6, left: 3 });
newCase({ title: 'Data kinerja bulan Oktober', stage: 9, age: 15, left: 0, repaired: true, period: { kind: 'month', year: 2026, number: 10 } });
newCase({ title: 'Data kinerja triwulan IV 2025', stage: 9, age: 300, state: 'completed', repaired: true, period: { kind: 'quarter', year: 2025, number: 4 } });
newCase({ title: 'Permintaan data mendadak Bappeda', stage: 2, age: 8, state: 'suspended', state_reason: 'Menunggu surat resmi dari Bappeda.', origin: { kind: 'instruction', subject: 'Arahan lisan Kepala Dinas pada rapat 16 November 2026.' } });
newCase({ title: 'Disposisi permintaan data Inspektorat', stage: 0, age: 0, left: 1 });
newCase({ title: 'Penandatanganan mekanisme semester I', stage: 8, age: 11, left: 1, repaired: true, period: { kind: 'semester', year: 2026, number: 1 } });
