// The mock's API: [method, path, open to nobody?, handler].
import { createHash } from 'node:crypto';
import { addPaper, advance, cases, detail, mark, mine, newCase, note, summary, tasksOf, view } from './cases.mjs';
import { byOf, holderOf, me } from './office.mjs';
import { officeRoutes } from './office-routes.mjs';
import { performanceRoutes } from './performance.mjs';
import { procedureRoutes } from './procedure-routes.mjs';
import { Refusal } from './refusal.mjs';
import { resultsRoutes } from './results-routes.mjs';

const page = (items, query) => {
  const limit = Number(query.get('limit') ?? 25);
  const from = Number(query.get('after') ?? 0);
  const next = from + limit < items.length ? String(from + limit) : undefined;
  return { items: items.slice(from, from + limit), ...(next ? { next } : {}) };
};

function myTasks(user, query) {
  const q = (query.get('q') ?? '').toLowerCase();
  return cases
    .flatMap((item) => tasksOf(item, user))
    .filter((task) => task.may_act && (!q || (task.case_title + task.case_number + task.procedure_name).toLowerCase().includes(q)))
    .sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
}

function inbox({ user, query }) {
  const whole = myTasks(user, new URLSearchParams());
  const wanted = query.get('action');
  const by_action = {};
  for (const task of whole) by_action[task.action] = (by_action[task.action] ?? 0) + 1;
  const counts = { all: whole.length, late: whole.filter((t) => t.punctuality === 'late').length, by_action };
  const items = myTasks(user, query).filter((t) => !wanted || t.action === wanted);
  return { data: { ...page(items.map(({ may_act, ...card }) => card), query), counts } };
}

function find(id, user) {
  const item = cases.find((c) => id.startsWith(c.id));
  const task = item && tasksOf(item, user).find((t) => t.id === id);
  if (!task) throw new Refusal(404, 'Tugas tidak ditemukan', 'Tugas ini sudah selesai atau tidak ada.');
  return { item, task };
}

const receipt = (item, user) => ({ data: { case_id: item.id, version: item.version, state: item.state, task_revision: item.version, open: tasksOf(item, user).map((t) => ({ task: t.id, step: t.step, action: t.action, holder: t.holder, holder_name: t.holder_name })) }, news: true });

/** One act on a task; checks the ETag and that it is mine, as the real server does. */
const onTask = (what, work) => [
  'POST',
  new RegExp(`^/tasks/([\\w-]+)/${what}$`),
  false,
  ({ params, body, user, ifMatch }) => {
    const { item, task } = find(params[0], user);
    if (!mine(user, task.holder) && !['acceptance', 'rejection'].includes(what)) throw new Refusal(403, 'Bukan tugas Anda', `Tugas ini dipegang ${task.holder_name}.`);
    if (what !== 'reading' && !ifMatch) throw new Refusal(428, 'If-Match wajib', '');
    if (what !== 'reading' && ifMatch !== `"${item.version}"`) throw new Refusal(412, 'Sudah berubah', '');
    work(item, task, body, user);
    return receipt(item, user);
  },
];

function marked(kind) {
  return (item, task, body) => {
    if (body.password === 'salah') throw new Refusal(403, 'Kata sandi tidak cocok', 'Periksa kata sandi Anda, lalu coba lagi.', {}, 'paper.password_needed');
    if (body.sha256 !== item.versions.at(-1)?.sha256) throw new Refusal(409, 'Naskah sudah berubah', '');
    mark(item, kind, task.holder);
    note(item, task.holder, `workflow.${kind}`, kind === 'initials' ? 'memaraf naskah.' : 'menandatangani naskah.');
    advance(item);
  };
}

function complete(item, task, body) {
  if (task.action === 'review') return advance(item, body.outcome === 'perlu perbaikan' ? 5 : 6);
  note(item, task.holder, 'workflow.step_completed', `menyelesaikan langkah ${item.stage + 1}.`, Date.now(), item.stage + 1);
  advance(item);
}

function distribute(item, task, body) {
  item.recipients = body.recipients.map((id) => ({ holder: holderOf(id), sent_at: new Date().toISOString() }));
  item.distributed = true;
  item.version += 1;
}

function answer(item, task, body) {
  const request = item.requests.find((r) => r.task === task.id);
  request.state = 'answered';
  request.answers.push({ ...body, accepted: false, at: new Date().toISOString(), by: byOf(task.holder) });
  item.version += 1;
}

const onRequest = (state) => [
  'POST',
  new RegExp(`^/tasks/([\\w-]+)/${state === 'accepted' ? 'acceptance' : 'rejection'}$`),
  false,
  ({ params, body, user }) => {
    const item = cases.find((c) => params[0].startsWith(c.id));
    const request = item?.requests.find((r) => r.task === params[0]);
    if (!request) throw new Refusal(404, 'Permintaan tidak ditemukan', '');
    request.state = state;
    Object.assign(request.answers.at(-1) ?? {}, state === 'accepted' ? { accepted: true } : { returned_with: body.comment });
    item.version += 1;
    return receipt(item, user);
  },
];

const caseOf = (id) => cases.find((c) => c.id === id) ?? (() => { throw new Refusal(404, 'Berkas tidak ditemukan', ''); })();

function listCases({ query }) {
  const q = (query.get('q') ?? '').toLowerCase();
  const state = query.get('state');
  const items = cases.map(summary).filter((c) => (!state || c.state === state) && (!q || (c.title + c.number).toLowerCase().includes(q)));
  return { data: page(items.sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1)), query) };
}

const onCase = (what, state) => [
  'POST',
  new RegExp(`^/cases/(\\w+)/${what}$`),
  false,
  ({ params, body, user }) => {
    const item = caseOf(params[0]);
    if (state) Object.assign(item, { state, state_reason: body.reason });
    item.version += 1;
    note(item, user.posts[0]?.position ?? 'kadis', `workflow.${what}`, `mencatat: ${body.reason ?? body.text}`);
    return receipt(item, user);
  },
];

export const routes = [
  ['POST', /^\/session$/, true, ({ body }) => {
    if (body.username === 'terkunci') throw new Refusal(429, 'Terkunci', '', { 'Retry-After': '540' });
    const user = body.password === 'salah' ? undefined : me(body.username);
    if (!user) throw new Refusal(401, 'Nama pengguna atau kata sandi salah', '');
    return { status: 201, data: user, headers: { 'Set-Cookie': `himpun_session=${body.username}; HttpOnly; SameSite=Strict; Path=/` } };
  }],
  ['GET', /^\/session$/, false, ({ user }) => ({ data: user })],
  ['DELETE', /^\/session$/, false, () => ({ headers: { 'Set-Cookie': 'himpun_session=; Max-Age=0; Path=/' } })],
  ['PUT', /^\/session\/password$/, false, ({ body }) => { if (body.current === 'salah') throw new Refusal(403, 'Kata sandi lama salah', ''); }],
  ['GET', /^\/tasks$/, false, inbox],
  ['GET', /^\/tasks\/([\w-]+)$/, false, ({ params, user }) => {
    const { item, task } = find(params[0], user);
    return { data: detail(item, task, user), headers: { ETag: `"${item.version}"` } };
  }],
  onTask('reading', (item) => (item.read = true)),
  onTask('inputs', (item, task, body) => { item.inputs[body.index] = { by: byOf(task.holder), at: new Date().toISOString(), ...(body.file ? { kind: 'file', file: body.file } : { kind: 'reference', text: body.reference }) }; item.version += 1; }),
  onTask('papers', (item, task, body) => { addPaper(item, task.holder, { text: body.text, reference: body.reference, stored: body.file }); item.version += 1; }),
  onTask('completion', complete),
  onTask('return', (item, task, body) => { note(item, task.holder, 'workflow.returned', `mengembalikan: ${body.reason}`); advance(item, { perbaikan: 5, 'paraf-kasubag': 6, 'paraf-sekretaris': 7 }[body.to] ?? item.stage); item.returned = true; item.return_reason = body.reason; }),
  onTask('initials', marked('initials')),
  onTask('signature', marked('signature')),
  onTask('answer', answer),
  onRequest('accepted'),
  onRequest('returned'),
  onTask('distribution', distribute),
  onTask('archiving', (item, task, body) => { item.archive = { ...body, at: new Date().toISOString(), by: byOf(task.holder) }; item.version += 1; item.state = 'completed'; }),
  onTask('receipt', (item, task) => { Object.assign(item.recipients.find((r) => r.task === task.id), { received_at: new Date().toISOString(), received_by: byOf(task.holder) }); item.version += 1; }),
  ['GET', /^\/cases$/, false, listCases],
  ['POST', /^\/cases$/, false, ({ body }) => {
    const item = newCase({ title: body.title, period: body.period, origin: body.origin, stage: 0, left: 1, read: false });
    return { status: 201, data: { id: item.id, number: item.number, version: item.version, open: [] }, news: true };
  }],
  ['GET', /^\/cases\/(\w+)$/, false, ({ params, user }) => {
    const item = caseOf(params[0]);
    return { data: view(item, user), headers: { ETag: `"${item.version}"` } };
  }],
  ['GET', /^\/cases\/(\w+)\/history$/, false, ({ params, query }) => ({ data: page(caseOf(params[0]).history, query) })],
  ['GET', /^\/cases\/(\w+)\/migration$/, false, ({ params }) => {
    const seen = view(caseOf(params[0]), { posts: [] });
    return { data: { from: 1, to: 2, fits: true, open_steps: seen.steps.filter((s) => s.state === 'open').map((s) => ({ step: s.id, activity_now: s.activity, activity_then: `${s.activity} (disempurnakan)`, fits: true })), added: [{ id: 'verifikasi', number: 4, activity: 'Memverifikasi kelengkapan data dukung' }], removed: [], unassigned: [] } };
  }],
  onCase('migration'),
  onCase('suspension', 'suspended'),
  onCase('resumption', 'running'),
  onCase('cancellation', 'cancelled'),
  onCase('withdrawal'),
  onCase('corrections'),
  ['POST', /^\/files$/, false, ({ bytes, query }) => ({ status: 201, data: { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, name: query.get('name') ?? 'berkas', media_type: 'application/pdf' } })],
  ...performanceRoutes,
  ...resultsRoutes,
  ...procedureRoutes(page),
  ...officeRoutes(page),
];
