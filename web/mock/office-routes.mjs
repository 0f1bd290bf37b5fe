// The office, its calendar and its journal in the mock.
import { accounts, agency, appointments, people, positions, units } from './office.mjs';
import { cases } from './cases.mjs';
import { calendar, changeCalendar } from './calendar.mjs';

const lists = { units, positions, people, appointments, accounts };
let register = 7;
const etag = () => ({ ETag: `"${register}"` });
const named = (item) => ({
  ...item,
  ...(typeof item.person === 'string' ? { person_name: people.find((p) => p.id === item.person)?.name } : {}),
  ...(item.position ? { position_name: positions.find((p) => p.id === item.position)?.name } : {}),
  ...(item.unit ? { unit_name: units.find((u) => u.id === item.unit)?.name } : {}),
});
const fresh = { units: { closed: false }, positions: { closed: false, people: [] }, people: {}, appointments: {}, accounts: { closed: false, must_change_password: true } };

function fit(name, { password, ...body }) {
  const item = named(body);
  if (name !== 'accounts') return item;
  const person = people.find((p) => p.id === body.person);
  return { ...body, person: person && { id: person.id, name: person.name } };
}

const collection = (page, [name, items]) => [
  ['GET', new RegExp(`^/${name}$`), false, ({ query }) => ({ data: page(items, query), headers: etag() })],
  ['POST', new RegExp(`^/${name}$`), false, ({ body }) => {
    const item = { id: `${name[0]}${items.length + 1}`, ...fresh[name], ...fit(name, body) };
    items.push(item);
    register += 1;
    return { status: 201, data: item, headers: etag() };
  }],
  ['PUT', new RegExp(`^/${name}/([\\w-]+)$`), false, ({ params, body }) => {
    const item = items.find((i) => i.id === params[0]);
    Object.assign(item, fit(name, body));
    register += 1;
    return { data: item, headers: etag() };
  }],
];

const events = () =>
  cases
    .flatMap((c) => c.history.map((h) => ({ ...h, stream: `case/${c.id}`, version: Number(h.event.split('@')[1]) })))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((e, i, all) => ({ ...e, position: all.length - i, hash: `${String(1000 + i)}${'c0ffee'.repeat(10)}`, leaf: all.length - i - 1, bytes: JSON.stringify({ agency: agency.id, stream: e.stream, version: e.version, at: e.at, actor: e.by, type: e.type, type_version: 1, data: {} }) }));

export const officeRoutes = (page) => [
  ['GET', /^\/agency$/, false, () => ({ data: agency, headers: etag() })],
  ['PUT', /^\/agency$/, false, ({ body }) => { Object.assign(agency, body); register += 1; return { data: agency, headers: etag() }; }],
  ['PUT', /^\/agency\/settings$/, false, ({ body }) => { agency.settings = body; register += 1; return { data: agency, headers: etag() }; }],
  ...Object.entries(lists).flatMap((entry) => collection(page, entry)),
  ['POST', /^\/appointments\/([\w-]+)\/ending$/, false, ({ params, body }) => { const a = appointments.find((i) => i.id === params[0]); a.to = body.last_day; register += 1; return { data: a, headers: etag() }; }],
  ['POST', /^\/accounts\/([\w-]+)\/password$/, false, () => ({})],
  ['GET', /^\/calendar$/, false, ({ query }) => ({ data: calendar(Number(query.get('year') ?? 2026)), headers: { ETag: '"3"' } })],
  ['PUT', /^\/calendar\/(?:years\/\d+|hours|zone|at-risk-rule)$/, false, ({ body }) => ({ data: changeCalendar(body), headers: { ETag: '"3"' } })],
  ['POST', /^\/calendar\/local-holidays$/, false, ({ body }) => ({ status: 201, data: changeCalendar({ holiday: body }), headers: { ETag: '"3"' } })],
  ['DELETE', /^\/calendar\/local-holidays\/([\d-]+)$/, false, ({ params }) => ({ data: changeCalendar({ remove: params[0] }), headers: { ETag: '"3"' } })],
  ['POST', /^\/calendar\/ramadan$/, false, ({ body }) => ({ status: 201, data: changeCalendar({ ramadan: body }), headers: { ETag: '"3"' } })],
  ['DELETE', /^\/calendar\/ramadan\/([\d-]+)$/, false, () => ({ data: changeCalendar({}), headers: { ETag: '"3"' } })],
  ['GET', /^\/journal$/, false, ({ query }) => ({ data: page(events().filter((e) => !query.get('stream') || e.stream === query.get('stream')), query) })],
  ['GET', /^\/journal\/checkpoints$/, false, () => ({ data: { items: [{ size: 96, root: 'c0ffee12'.repeat(8), at: new Date(Date.now() - 60_000).toISOString(), note: 'himpun.dpk-tanjabbar\n96\nk3Jm8y1bTq0vXr5n2cWf7A==\n\n— himpun.dpk-tanjabbar AbCd…' }], key: 'himpun.dpk-tanjabbar+1f2e3d4c+AbCdEf' } })],
  ['POST', /^\/journal\/verifications$/, false, () => ({ data: { ok: true, events: 96, streams: 15, checkpoints: 3 } })],
  ['GET', /^\/journal\/events\/([\w/@.-]+)\/proof$/, false, ({ params }) => ({ data: { event: params[0], leaf: 4, size: 96, path: ['aa', 'bb'] } })],
];
