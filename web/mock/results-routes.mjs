// Catalogue and results in the mock.
import { catalogue, profiles } from './catalogue.mjs';
import { cases } from './cases.mjs';
import { Refusal } from './refusal.mjs';
import { achieve, moneyOf, realisations, roman, rollUp, ruleWords, rulesFor, sizeOf, spell, targets, unitName, wordsOf } from './results.mjs';

const kindNames = { goal: 'Tujuan', objective: 'Sasaran', program: 'Program', activity: 'Kegiatan', sub_activity: 'Sub kegiatan' };
const quarterOf = (text) => (/-q(\d)/.test(text) ? Number(/-q(\d)/.exec(text)[1]) : /-s1/.test(text) ? 2 : 4);
const quartersTo = (n) => [0, 1, 2, 3].slice(0, n);
const bare = ({ trace, ...achievement }) => achievement;

function results(query) {
  const year = Number(query.get('year') ?? catalogue.year);
  if (year < 2025) throw new Refusal(409, 'Profil perhitungan belum dipilih', `Pilih profil untuk tahun ${year} di Katalog.`, {}, 'catalogue.profile_missing');
  const until = query.get('period') ?? String(year);
  const unit = query.get('unit');
  const n = quarterOf(until);
  const shown = catalogue.indicators.filter(({ sheet }) => !unit || sheet.provider === unit);
  const found = shown.map(({ indicator, node, sheet }) => {
    const { achievement, rank, figure } = achieve(indicator, { quarters: quartersTo(n), basis: 'same_periods' });
    const ofYear = achieve(indicator, { quarters: quartersTo(n), basis: 'year' });
    return {
      id: indicator, indicator, name: sheet.name, node, unit: sheet.provider, unit_name: unitName(sheet.provider), unit_of_measure: sheet.unit_of_measure, polarity: sheet.polarity,
      target: wordsOf(targets[indicator].year.value), realised: figure ? spell(Math.round(figure.x * 100) / 100) : 'belum diisi', trend: realisations[indicator].map((value) => String(sizeOf(value, Number(sheet.multiplier)) ?? '')),
      achievement, of_year: bare(ofYear.achievement), ...(rank === undefined ? {} : { rank }), remarks: achievement.trace.remarks,
    };
  });
  const office = rollUp(found);
  const ratings = new Map();
  for (const { achievement, rank } of found) if (rank !== undefined) ratings.set(achievement.rating, { rating: achievement.rating, rank, indicators: (ratings.get(achievement.rating)?.indicators ?? 0) + 1 });
  const nodes = [];
  const visit = (one) => {
    const place = nodes.push(undefined) - 1;
    const own = found.filter((indicator) => indicator.node === one.id);
    const below = catalogue.nodes.filter((child) => child.parent === one.id).map(visit);
    const { achievement, rank } = rollUp(own.length ? own : below);
    nodes[place] = { node: one.id, kind: one.kind, kind_name: kindNames[one.kind], code: one.code, name: one.name, achievement, ...(one.parent ? { parent: one.parent } : {}), ...(rank === undefined ? {} : { rank }) };
    return { id: one.id, name: one.name, achievement };
  };
  if (!unit) catalogue.nodes.filter((one) => !one.parent).forEach(visit);
  const form = (of, timeliness, reason, complete, rows) => ({ unit: of, unit_name: unitName(of), rows, complete, timeliness, reason, allowed: [], due_at: new Date(Date.now() - 2 * 86_400_000).toISOString() });
  const owed = [form('bidang-kearsipan', 'overdue', 'Data dukung Waktu temu balik arsip belum ada; 2 baris belum diisi.', 3, 5), form('bidang-perpustakaan', 'due_soon', 'Menunggu dikirim.', 4, 5)]
    .filter((one) => !unit || one.unit === unit)
    .map((one) => ({ case_id: cases[0].id, case_number: cases[0].number, period_name: `Triwulan ${roman[n - 1]} ${year}`, form: one }));
  return {
    year, until: until.includes('-') ? { kind: 'quarter', year, number: n } : { kind: 'year', year, number: 1 }, until_name: until.includes('-') ? `Triwulan ${roman[n - 1]} ${year}` : `Tahun ${year}`,
    profile: catalogue.profile.name, profile_assumptions: catalogue.profile.assumptions, office: office.achievement, ratings: [...ratings.values()].sort((a, b) => a.rank - b.rank),
    indicators: found.map(({ id, ...one }) => ({ ...one, achievement: bare(one.achievement) })), nodes, money: moneyOf(unit, quartersTo(n), office.achievement.value), owed, ...(unit ? { unit: unitName(unit) } : {}),
  };
}

const find = (id) => catalogue.indicators.find((one) => one.indicator === id) ?? (() => { throw new Refusal(404, 'Indikator tidak ditemukan', ''); })();

function detail(id) {
  const { node, sheet, midterm, past, benchmark } = find(id);
  const compare = (list, basis) => list.map((figure) => ({ year: figure.year, figure: wordsOf(figure.target.value), source: figure.source, achievement: achieve(id, { quarters: quartersTo(4), basis, against: figure.target.value, words: basis === 'midterm' ? 'Target Renstra' : 'Pembanding' }).achievement }));
  return {
    indicator: id, year: catalogue.year, node, unit: sheet.provider, unit_name: unitName(sheet.provider), responsible: 'Kepala Bidang', data_source: sheet.data_source, rules: ruleWords(sheet, rulesFor(sheet, catalogue.profile)),
    about: { name: sheet.name, unit_of_measure: sheet.unit_of_measure, form: sheet.form, polarity: sheet.polarity, definition: sheet.definition, formula: sheet.formula_words, numerator: sheet.numerator, denominator: sheet.denominator, inputs: [], predicates: [], required_evidence: sheet.required_evidence },
    periods: [0, 1, 2, 3].map((i) => {
      const value = realisations[id][i];
      const number = sizeOf(value, Number(sheet.multiplier));
      const blank = { basis: 'period', why_not: `Realisasi Triwulan ${roman[i]} ${wordsOf(value)}.` };
      const target = targets[id].quarters[i];
      return {
        period: { kind: 'quarter', year: catalogue.year, number: i + 1 }, period_name: `Triwulan ${roman[i]} ${catalogue.year}`, realised: wordsOf(value), state: number === undefined ? '' : i === 3 ? 'submitted' : 'frozen', evidence: number === undefined ? [] : [`bukti-${i + 1}`],
        of_period: number === undefined ? blank : achieve(id, { quarters: [i], basis: 'period' }).achievement, to_date: achieve(id, { quarters: quartersTo(i + 1), basis: 'same_periods' }).achievement, of_year: achieve(id, { quarters: quartersTo(i + 1), basis: 'year' }).achievement,
        ...(target ? { target: wordsOf(target.value) } : {}), ...(number === undefined ? {} : { number: String(number), case_id: cases[0].id }),
      };
    }),
    of_year: achieve(id, { quarters: quartersTo(4), basis: 'year' }).achievement, midterm: compare(midterm, 'midterm'), past: compare(past, 'past'), benchmark: compare(benchmark, 'benchmark'), target: wordsOf(targets[id].year.value), target_source: 'PK-P/DPK/2026, revisi 1',
  };
}

function differences(id) {
  const { sheet } = find(id);
  const of = profiles.map((profile) => ({ profile: profile.id, name: profile.name, achievement: achieve(id, { quarters: quartersTo(4), basis: 'year', profile }).achievement, rules: ruleWords(sheet, rulesFor(sheet, profile)) }));
  return of.map((one, i) => ({ ...one, differs: i ? one.rules.filter((words, at) => words !== of[0].rules[at]) : [] }));
}

const evidence = (id) => ({ id, kind: 'link', title: `Surat penetapan nilai, ${id.replace('bukti-', 'triwulan ')}`, page: 'hlm. 3', link: 'https://example.go.id/penetapan.pdf' });
const etag = () => ({ ETag: `"${catalogue.version}"` });
const mayKeep = (user) => user.roles.includes('administrator') || user.posts.some((post) => catalogue.keepers.includes(post.position) || catalogue.keepers.includes(post.unit));

const keep = (method, pattern, work) => [method, pattern, false, ({ params, body, user, ifMatch }) => {
  if (!mayKeep(user)) throw new Refusal(403, 'Bukan pengelola katalog', 'Katalog dikelola administrator dan pengelola data kinerja yang ditunjuk.');
  if (!ifMatch) throw new Refusal(428, 'If-Match wajib', '');
  if (ifMatch !== etag().ETag) throw new Refusal(412, 'Sudah berubah', 'Katalog diubah orang lain.');
  work(body, ...params);
  catalogue.version += 1;
  return { data: { version: catalogue.version }, headers: etag() };
}];
const put = (list, item, same) => { const at = list.findIndex(same); if (at < 0) list.push(item); else list[at] = { ...list[at], ...item }; };

export const resultsRoutes = [
  ['GET', /^\/results$/, false, ({ query }) => ({ data: results(query) })],
  ['GET', /^\/results\/indicators\/([\w-]+)$/, false, ({ params }) => ({ data: detail(params[0]) })],
  ['GET', /^\/results\/indicators\/([\w-]+)\/profiles$/, false, ({ params }) => ({ data: { items: differences(params[0]) } })],
  ['GET', /^\/profiles$/, false, () => ({ data: { items: profiles } })],
  ['GET', /^\/catalogue$/, false, ({ query }) => ({ data: { ...catalogue, year: Number(query.get('year') ?? catalogue.year) }, headers: etag() })],
  keep('PUT', /^\/catalogue\/nodes\/([\w.-]+)$/, (body, id) => put(catalogue.nodes, { id, ...body }, (one) => one.id === id)),
  keep('PUT', /^\/catalogue\/indicators\/([\w.-]+)$/, (body, id) => {
    if (body.sheet.name.includes('tolak')) throw new Refusal(422, 'Lembar indikator belum lengkap', 'Perbaiki isian yang ditandai.');
    put(catalogue.indicators, { indicator: id, ...body, ...(catalogue.indicators.some((one) => one.indicator === id) ? {} : { midterm: [], past: [], benchmark: [] }) }, (one) => one.indicator === id);
    realisations[id] ??= [null, null, null, null];
    targets[id] ??= { year: { value: { kind: 'number', number: '1' } }, quarters: [] };
  }),
  keep('PUT', /^\/catalogue\/indicators\/([\w.-]+)\/figures$/, ({ kind, figure }, id) => put(find(id)[kind], figure, (one) => one.year === figure.year)),
  keep('PUT', /^\/catalogue\/indicators\/([\w.-]+)\/closing$/, (_body, id) => catalogue.indicators.splice(catalogue.indicators.indexOf(find(id)), 1)),
  keep('PUT', /^\/catalogue\/agreements\/([\w.-]+)$/, ({ revision, ...body }, id) => catalogue.agreements.push({ agreement: id, ...body, revisions: [revision] })),
  keep('POST', /^\/catalogue\/agreements\/([\w.-]+)\/revisions$/, (body, id) => { const of = catalogue.agreements.find((one) => one.agreement === id).revisions; of.push({ ...body, number: of.length }); }),
  keep('PUT', /^\/catalogue\/ceilings$/, (body) => put(catalogue.ceilings, body, (one) => one.code === body.code && one.stage === body.stage && one.date === body.date)),
  keep('PUT', /^\/catalogue\/profiles\/(\d+)$/, (body) => (catalogue.profile = profiles.find((one) => one.id === body.profile))),
  keep('PUT', /^\/catalogue\/keepers$/, (body) => (catalogue.keepers = body.keepers)),
  ['GET', /^\/cases\/(\w+)\/forms\/([\w-]+)$/, false, ({ params }) => ({ data: { case_id: params[0], case_number: '000', period: { kind: 'quarter', year: catalogue.year, number: 1 }, period_name: 'Triwulan I', summary: { unit: params[1], unit_name: unitName(params[1]), rows: 1, complete: 1, timeliness: 'on_time', reason: '', allowed: [] }, rows: [{ kind: 'indicator', subject: 'I1', about: detail('I1').about, entry: { value: { kind: 'blank' }, parts: [], drivers: '', obstacles: '', follow_ups: [], note: '' }, figure: '', state: 'frozen', revision: 1, findings: [], corrections: [], evidence: [1, 2, 3, 4].map((n) => evidence(`bukti-${n}`)) }] } })],
];
