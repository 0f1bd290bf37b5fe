// The office, its calendar and its journal in the mock.
import { accounts, agency, appointments, people, positions, units } from './office.mjs';
import { cases } from './cases.mjs';
import { calendar } from './calendar.mjs';

const lists = { units, positions, people, appointments, accounts };
const named = (item) => ({
  ...item,
  ...(item.person ? { person_name: people.find((p) => p.id === item.person)?.name } : {}),
  ...(item.position ? { position_name: positions.find((p) => p.id === item.position)?.name } : {}),
  ...(item.unit ? { unit_name: units.find((u) => u.id === item.unit)?.name } : {}),
});

const collection = (page, [name, items]) => [
  ['GET', new RegExp(`^/${name}$`), false, ({ query }) => ({ data: page(items, query) })],
  ['POST', new RegExp(`^/${name}$`), false, ({ body }) => {
    const item = named({ id: `${name[0]}${items.length + 1}`, revision: 1, ...(name === 'accounts' ? { state: 'active' } : {}), ...body });
    delete item.password;
    items.push(item);
    return { status: 201, data: item };
  }],
  ['PUT', new RegExp(`^/${name}/([\\w-]+)$`), false, ({ params, body }) => {
    const item = items.find((i) => i.id === params[0]);
    Object.assign(item, named(body), { revision: item.revision + 1 });
    return { data: item };
  }],
];

const events = () =>
  cases
    .flatMap((c) => c.history.map((h) => ({ ...h, stream: `case/${c.id}`, version: Number(h.event.split('@')[1]) })))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((e, i, all) => ({ ...e, position: all.length - i, hash: 'c0ffee'.repeat(10) + String(1000 + i), bytes: JSON.stringify({ agency: agency.id, stream: e.stream, version: e.version, at: e.at, actor: e.by, type: e.type, type_version: 1, data: {} }) }));

export const officeRoutes = (page) => [
  ['GET', /^\/agency$/, false, () => ({ data: agency, headers: { ETag: `"${agency.revision}"` } })],
  ['PUT', /^\/agency$/, false, ({ body }) => { Object.assign(agency, body); agency.revision += 1; return { data: agency }; }],
  ['PUT', /^\/agency\/settings$/, false, ({ body }) => { agency.settings = body; agency.revision += 1; return { data: agency }; }],
  ...Object.entries(lists).flatMap((entry) => collection(page, entry)),
  ['POST', /^\/appointments\/([\w-]+)\/ending$/, false, ({ params, body }) => { const a = appointments.find((i) => i.id === params[0]); a.until = body.until; a.revision += 1; return { data: a }; }],
  ['POST', /^\/accounts\/([\w-]+)\/password$/, false, () => ({})],
  ['GET', /^\/calendar$/, false, ({ query }) => ({ data: calendar(Number(query.get('year') ?? 2026)), headers: { ETag: '"3"' } })],
  ['PUT', /^\/calendar\/years\/(\d+)$/, false, ({ body }) => ({ data: body })],
  ['POST', /^\/calendar\/local-holidays$/, false, ({ body }) => ({ status: 201, data: body })],
  ['DELETE', /^\/calendar\/local-holidays\/([\d-]+)$/, false, () => ({})],
  ['PUT', /^\/calendar\/hours$/, false, ({ body }) => ({ data: body })],
  ['POST', /^\/calendar\/ramadan$/, false, ({ body }) => ({ status: 201, data: body })],
  ['GET', /^\/journal$/, false, ({ query }) => ({ data: page(events().filter((e) => e.stream.startsWith(query.get('stream') ?? '')), query) })],
  ['GET', /^\/journal\/checkpoints$/, false, () => ({ data: { items: [{ size: 96, root: 'k3Jm8y1bTq0vXr5n2cWf7A==', at: new Date(Date.now() - 60_000).toISOString(), note: 'himpun.dpk-tanjabbar\n96\nk3Jm8y1bTq0vXr5n2cWf7A==\n\n— himpun.dpk-tanjabbar AbCd…' }] } })],
  ['POST', /^\/journal\/verifications$/, false, () => ({ data: { ok: true, events: 96, streams: 15 } })],
  ['GET', /^\/journal\/events\/([\w/@.-]+)\/proof$/, false, ({ params }) => ({ data: { event: params[0], leaf: 4, size: 96, path: ['aa', 'bb'] } })],
];
