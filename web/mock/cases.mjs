// Running cases of the mock and what can be done to them: enough of the engine to walk the seed SOP by hand.
import { createHash } from 'node:crypto';
import { byOf, holderName, units } from './office.mjs';
import { actors, seed, steps } from './procedure.mjs';

export const now = () => new Date();
const day = 86_400_000;
const iso = (t) => new Date(t).toISOString();
const hash = (text) => createHash('sha256').update(text).digest('hex');
const divisions = ['bidang-perpustakaan', 'bidang-kearsipan', 'umum'];
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
  const answered = state !== 'open';
  return {
    holder: unit,
    holder_name: units.find((u) => u.id === unit).name,
    state,
    round: state === 'returned' ? 2 : 1,
    due_at: iso(start + 4 * day),
    comment: state === 'returned' ? 'Realisasi indikator 2 belum disertai data dukung. Mohon dilengkapi.' : undefined,
    answer: answered
      ? { text: 'Data realisasi triwulan III terlampir, sudah diperiksa bersama bendahara.', numbers: [{ label: 'Jumlah pemustaka', value: '12480', unit: 'orang' }, { label: 'Arsip statis ditata', value: '1234.5', unit: 'meter' }], files: [file('realisasi-tw3.xlsx', 48_210)], at: iso(start + 2 * day), by: byOf(unit) }
      : undefined,
  };
}

export function addPaper(item, holder, { text, reference, stored }, at = Date.now()) {
  for (const version of item.versions) for (const m of version.marks) if (!m.voided_at) Object.assign(m, { voided_at: iso(at), voided_by_version: item.versions.length + 1 });
  item.versions.push({ version: item.versions.length + 1, at: iso(at), by: byOf(holder), kind: text ? 'text' : reference ? 'reference' : 'file', text, reference, file: stored, sha256: hash(text ?? reference ?? stored.sha256), marks: [] });
}

export function mark(item, kind, holder, at = Date.now()) {
  item.versions.at(-1)?.marks.push({ kind, by: byOf(holder), at: iso(at) });
}

export function note(item, holder, type, text, at = Date.now(), step_number) {
  item.history.unshift({ event: `case/${item.id}@${item.history.length + 1}`, at: iso(at), by: byOf(holder), type, text, step_number });
}

const holdersOf = (actor) => (actor === 'bidang' ? divisions.map((d) => ({ holder: d, name: holderName(d) })) : [{ holder: actor, name: holderName(actor) }]);

export const mine = (me, holder) => me.posts.some((p) => p.position === holder || p.unit === holder);

export function tasksOf(item, me) {
  if (item.state !== 'running') return [];
  const step = steps[item.stage];
  const due = Date.now() + (item.late ? -item.late * day : item.left * day);
  const card = (n, kind, holder, extra = {}) => ({
    id: `${item.id}-${item.stage * 10 + n}`,
    case: item.id, case_number: item.number, case_title: item.title, procedure_name: seed.name,
    action: kind, step: step.id, step_number: item.stage + 1, step_count: 10, activity: step.activity,
    holder, holder_name: holderName(holder),
    from_name: item.stage ? holderName(steps[item.stage - 1].performers[0]) : 'Subbagian Umum',
    since: iso(Date.now() - 1.4 * day), due_at: iso(due),
    punctuality: item.late ? 'late' : item.left < 1 ? 'at_risk' : 'on_time',
    days_left: item.late ? -item.late : item.left, minutes_left: Math.round((due - Date.now()) / 60000),
    read: item.read, returned: item.returned, state: item.returned ? 'returned' : kind === 'gather' && item.requests.some((r) => r.state !== 'accepted') ? 'waiting' : Object.keys(item.inputs).length ? 'started' : 'not_started',
    revision: item.version, may_act: mine(me, holder), ...extra,
  });
  const tasks = [];
  if (!(step.kind === 'distribution' && item.distributed && item.archive)) tasks.push(card(1, action[step.kind], step.performers[0]));
  if (step.kind === 'gathering')
    item.requests.forEach((r, i) => {
      r.task = `${item.id}-${item.stage * 10 + 2 + i}`;
      r.revision = item.version;
      if (r.state === 'open' || r.state === 'returned') tasks.push(card(2 + i, 'answer', r.holder, { from_name: holderName('analis'), state: r.state === 'returned' ? 'returned' : 'not_started', returned: r.state === 'returned' }));
    });
  item.recipients.forEach((r, i) => {
    r.task = `${item.id}-${item.stage * 10 + 6 + i}`;
    if (!r.received_at) tasks.push(card(6 + i, 'receive', r.holder, { from_name: holderName('analis') }));
  });
  return tasks;
}

export function detail(item, task, me) {
  const step = steps[item.stage];
  const main = !['answer', 'receive'].includes(task.action);
  const latest = item.versions.at(-1);
  const inputs = main
    ? step.inputs.map((input, index) => {
        const how = item.inputs[index] ?? (input.source === 'surat' ? { kind: 'origin', text: item.origin.number ?? 'arahan langsung' } : input.source === 'permintaan' ? { kind: 'answers', text: '' } : input.source === 'draf' && latest ? { kind: 'paper', paper: 'draf', version: latest.version } : undefined);
        const present = input.source === 'permintaan' ? item.requests.every((r) => r.state === 'accepted') : Boolean(how);
        return { index, name: input.name, source: input.source || undefined, present, how: present ? how : undefined };
      })
    : [];
  return {
    ...task,
    kind: step.kind,
    time_written: step.time_written,
    inputs,
    outputs: step.outputs,
    paper_required: ['inventarisasi', 'perbaikan'].includes(step.id),
    paper: step.paper ? { key: 'draf', name: seed.papers[0].name, latest } : undefined,
    outcomes: task.action === 'review' ? step.outcomes.map((o) => ({ ...o, target_number: steps.findIndex((s) => s.id === o.target) + 1, target_activity: steps.find((s) => s.id === o.target).activity })) : [],
    returns: main ? step.returns.map((id) => ({ step: id, number: steps.findIndex((s) => s.id === id) + 1, activity: steps.find((s) => s.id === id).activity, holder_name: holderName(steps.find((s) => s.id === id).performers[0]) })) : [],
    requests: task.action === 'gather' ? item.requests : undefined,
    request: task.action === 'answer' ? item.requests.find((r) => r.task === task.id) : undefined,
    recipients: task.action === 'distribute' ? item.recipients : undefined,
    candidates: task.action === 'distribute' ? [...divisions, 'sekretariat', 'kadis'].map((h, i) => ({ holder: h, name: holderName(h), suggested: i < 3 })) : undefined,
    forward_to: task.action === 'dispose' ? ['sekretaris', 'kasubag', 'kabid-perpus', 'kabid-arsip'].map((h) => ({ holder: h, name: holderName(h), suggested: h === 'sekretaris' })) : undefined,
    disposition: task.action === 'dispose' && item.origin.kind === 'letter' ? item.origin : undefined,
    archive: task.action === 'distribute' ? { classification: '000.8.3.3', retention_active_years: 2, retention_inactive_years: 3, disposal: 'permanent', location: '' } : undefined,
    distributed: item.distributed ?? false,
    may_act: mine(me, task.holder),
    why_not: mine(me, task.holder) ? undefined : `Tugas ini dipegang ${task.holder_name}.`,
  };
}

export function summary(item) {
  const step = steps[item.stage];
  const due = Date.now() + (item.late ? -item.late : item.left) * day;
  return {
    id: item.id, number: item.number, title: item.title, procedure: seed.id, procedure_name: seed.name, procedure_version: 1,
    period: item.period, state: item.state, started_at: iso(item.start), updated_at: item.history[0]?.at ?? iso(item.start),
    ...(item.state === 'running' ? { due_at: iso(due), punctuality: item.late ? 'late' : 'on_time', days_left: item.late ? -item.late : item.left, step_number: item.stage + 1, activity: step.activity, holder_names: [...new Set(holdersOf(step.performers[0]).map((h) => h.name))] } : { holder_names: [] }),
    step_count: 10,
  };
}

export function view(item, me) {
  const base = summary(item);
  const stepState = (i) => (item.state === 'finished' || i < item.stage ? (i === 5 && !item.repaired ? 'skipped' : 'done') : i === item.stage ? 'now' : item.returned && i === item.stage + 1 ? 'returned' : 'upcoming');
  return {
    ...base,
    state_reason: item.state_reason,
    started_by: byOf('kasubag-umum'),
    procedure: { id: seed.id, name: seed.name, number: seed.number, version: 1, latest_version: 2 },
    origin: item.origin,
    actors: actors.map((a) => ({ ...a, holders: holdersOf(a.id) })),
    steps: steps.map((s, i) => ({
      id: s.id, number: i + 1, kind: s.kind, activity: s.activity, performers: s.performers, gathers_from: s.gathers_from, time_written: s.time_written,
      next: s.next, outcomes: s.outcomes, returns: s.returns, state: stepState(i), visits: i <= item.stage ? 1 : 0,
      ...(stepState(i) === 'now' && item.state === 'running' ? { opened_at: iso(Date.now() - 1.4 * day), due_at: base.due_at, punctuality: base.punctuality, days_left: base.days_left } : {}),
      ...(stepState(i) === 'done' ? { done_at: iso(item.start + i * day), done_by: byOf(s.performers[0]) } : {}),
      ...(s.kind === 'review' && i < item.stage ? { outcome: item.repaired ? 'perlu perbaikan' : 'sudah baik' } : {}),
    })),
    tasks: tasksOf(item, me),
    papers: item.versions.length ? [{ key: 'draf', name: seed.papers[0].name, versions: item.versions }] : [],
    dispositions: item.stage ? [{ task: `${item.id}-1`, from: item.origin.from ?? 'Kepala Dinas', number: item.origin.number ?? '', date: item.origin.date, received_on: item.origin.received_on, agenda_number: item.origin.agenda_number ?? '', urgency: 'urgent', confidential: false, subject: item.origin.subject ?? item.origin.text, forwarded_to: [{ holder: 'sekretaris', name: 'Sekretaris Dinas' }], instructions: ['process', 'coordinate'], note: 'Mohon dikoordinasikan dengan semua bidang, selesai sebelum akhir bulan.', by: byOf('kadis'), at: iso(item.start), read_at: iso(item.start + 7_200_000) }] : [],
    requests: item.stage >= 2 ? item.requests : [],
    recipients: item.recipients,
    archive: item.archive,
    actions: item.state === 'running' ? ['suspension', 'cancellation', 'correction', 'migration', ...(item.stage === 1 ? ['withdrawal'] : [])] : item.state === 'suspended' ? ['resumption', 'cancellation'] : [],
  };
}

export function advance(item, to = item.stage + 1) {
  item.inputs = {};
  item.returned = to < item.stage;
  if (to === 5) item.repaired = true;
  item.version += 1;
  if (to > 9) item.state = 'finished';
  else item.stage = to;
  item.late = 0;
  item.left = 2;
  item.read = false;
}

newCase({ title: 'Mekanisme pengumpulan data kinerja triwulan III', stage: 6, age: 12, late: 2, repaired: true });
newCase({ title: 'Data kinerja triwulan II (tindak lanjut reviu)', stage: 8, age: 20, late: 1, read: false, period: { kind: 'quarter', year: 2026, number: 2 } });
newCase({ title: 'Pengumpulan data kinerja semester I', stage: 2, age: 3, left: 1, requests: ['accepted', 'answered', 'returned'], period: { kind: 'semester', year: 2026, number: 1 } });
newCase({ title: 'Data kinerja bulan November', stage: 0, age: 0, left: 0, read: false, period: { kind: 'month', year: 2026, number: 11 } });
newCase({ title: 'Pengumpulan data kinerja tahun 2026', stage: 1, age: 1, left: 1, period: { kind: 'year', year: 2026 } });
newCase({ title: 'Mekanisme data kinerja triwulan I', stage: 4, age: 9, left: 2, period: { kind: 'quarter', year: 2026, number: 1 } });
newCase({ title: 'Perbaikan data indikator literasi', stage: 5, age: 10, left: 1, returned: true, repaired: true });
newCase({ title: 'Data kinerja untuk LKjIP 2026', stage: 7, age: 14, left: 3, repaired: true });
newCase({ title: 'Pengumpulan data kearsipan dinamis', stage: 3, age: 6, left: 3 });
newCase({ title: 'Data kinerja bulan Oktober', stage: 9, age: 15, left: 0, repaired: true, period: { kind: 'month', year: 2026, number: 10 } });
newCase({ title: 'Data kinerja triwulan IV 2025', stage: 9, age: 300, state: 'finished', repaired: true, period: { kind: 'quarter', year: 2025, number: 4 } });
newCase({ title: 'Permintaan data mendadak Bappeda', stage: 2, age: 8, state: 'suspended', state_reason: 'Menunggu surat resmi dari Bappeda.', origin: { kind: 'instruction', text: 'Arahan lisan Kepala Dinas pada rapat 16 November 2026.' } });
newCase({ title: 'Disposisi permintaan data Inspektorat', stage: 0, age: 0, left: 1 });
newCase({ title: 'Penandatanganan mekanisme semester I', stage: 8, age: 11, left: 1, repaired: true, period: { kind: 'semester', year: 2026, number: 1 } });
