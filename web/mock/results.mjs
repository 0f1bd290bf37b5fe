// Achievements of the mock: floating point will do here. The server computes exactly; this only fills the screens.
import { catalogue, profiles, realisations, spending, targets } from './catalogue.mjs';
import { cases } from './cases.mjs';
import { units } from './office.mjs';

const unitName = (id) => units.find((u) => u.id === id)?.name ?? id;
const round = (x) => (Math.sign(x) * Math.round(Math.abs(x) * 100 + 1e-9)) / 100;
export const spell = (x, places) => x.toLocaleString('id-ID', { minimumFractionDigits: places ?? 0, maximumFractionDigits: places ?? 6 });
const percent = (x) => `${spell(x, 2)} %`;
const roman = ['I', 'II', 'III', 'IV'];
const sizeOf = (value, multiplier = 1) => (!value ? undefined : value.kind === 'ratio' ? (value.numerator / value.denominator) * multiplier : value.number === undefined ? undefined : Number(value.number));
const wordsOf = (value) => {
  if (!value || value.kind === 'blank') return 'belum diisi';
  if (value.kind === 'ratio') return `${spell(Number(value.numerator))} / ${spell(Number(value.denominator))}`;
  if (value.kind === 'predicate') return `${value.predicate} (${spell(Number(value.number))})`;
  return value.kind === 'not_available' ? `tidak tersedia (${value.reason})` : spell(Number(value.number));
};
const consolidationWords = { sum: 'Dijumlahkan dari periode yang terisi', last: 'Nilai terakhir yang terisi', average: 'Rata-rata periode yang terisi', maximum: 'Nilai tertinggi dari periode yang terisi', ratio: 'Jumlah pembilang dibagi jumlah penyebut' };
const formulaOf = (sheet, rules) => (sheet.polarity !== 'minimise' ? 'Realisasi ÷ Target × 100' : rules.minimise === 'a' ? '(2 × Target − Realisasi) ÷ Target × 100' : 'Target ÷ Realisasi × 100');
const limitWords = (rules) => [rules.floor.at ? `Batas bawah ${spell(Number(rules.floor.at))} %` : 'Tanpa batas bawah', rules.cap.at ? `Batas atas ${spell(Number(rules.cap.at))} %` : 'Tanpa batas atas'];
export const ruleWords = (sheet, rules) => [formulaOf(sheet, rules), consolidationWords[rules.consolidation], ...limitWords(rules), 'Target nol: realisasi 0 bernilai 100 %, di atas 0 bernilai 0 %', 'Pembulatan setengah ke atas, 2 angka di belakang koma', 'Skala penilaian permendagri-86', 'Peta predikat sakip'];
export const rulesFor = (sheet, profile) => ({ ...profile.defaults, ...sheet.rules });

export function rated(value, basis, trace, steps = profiles[0].defaults.rating_scale) {
  const rank = steps.steps.findIndex((step) => value > Number(step.above));
  return { achievement: { basis, value: String(value), shown: percent(value), rating: steps.steps[rank]?.name ?? steps.lowest, trace }, rank: rank < 0 ? steps.steps.length : rank };
}

class Trace {
  lines = [];
  remarks = [];
  push = (operation, words, operands, x, more = {}) => this.lines.push({ operation, words, operands, value: spell(x), evidence: [], ...more }) - 1;
}

/** The figures up to a quarter, put together by the rule of the indicator. */
function consolidate(trace, sheet, rules, values, quarters, label) {
  const filled = quarters.filter((i) => sizeOf(values[i]) !== undefined);
  for (const i of quarters) if (!filled.includes(i)) trace.remarks.push(`Triwulan ${roman[i]} ${catalogue.year} ${wordsOf(values[i])}: tidak ikut dihitung, bukan nol.`);
  if (!filled.length) return undefined;
  const used = rules.consolidation === 'last' || rules.consolidation === 'ratio' ? [filled.at(-1)] : filled;
  const inputs = used.map((i) => ({ x: sizeOf(values[i], Number(sheet.multiplier)), at: trace.push('input', `${label} triwulan ${roman[i]} ${catalogue.year}`, [], sizeOf(values[i], Number(sheet.multiplier)), { entered: wordsOf(values[i]), ...(label === 'Realisasi' ? { evidence: [`bukti-${i + 1}`], source: `${cases[0].id}/${sheet.provider}/${catalogue.indicators.find((one) => one.sheet === sheet).indicator}@3` } : { source: 'PK-P/DPK/2026' }) }) }));
  const sum = inputs.reduce((total, { x }) => total + x, 0);
  if (inputs.length === 1) return { x: sum, at: inputs[0].at, filled };
  const average = rules.consolidation === 'average';
  return { x: average ? sum / inputs.length : sum, at: trace.push(average ? 'average' : 'sum', `${label} sampai triwulan ${roman[quarters.at(-1)]}`, inputs.map(({ at }) => at), average ? sum / inputs.length : sum), filled };
}

export function achieve(id, { quarters, basis, against, profile = catalogue.profile, words = 'Target' }) {
  const { sheet } = catalogue.indicators.find((one) => one.indicator === id);
  const rules = rulesFor(sheet, profile);
  const trace = new Trace();
  const done = () => ({ formula: formulaOf(sheet, rules), rules: [consolidationWords[rules.consolidation], ...limitWords(rules), 'Pembulatan setengah ke atas, 2 angka di belakang koma'], lines: trace.lines, remarks: trace.remarks });
  const figure = consolidate(trace, sheet, rules, realisations[id], quarters, 'Realisasi');
  if (!figure) return { achievement: { basis, why_not: 'Sampai periode ini belum ada realisasi yang dapat dihitung.', trace: done() }, figure };
  const own = targets[id].quarters;
  const target = against !== undefined || basis === 'year' || !own.length
    ? { x: sizeOf(against ?? targets[id].year.value, Number(sheet.multiplier)) }
    : consolidate(trace, sheet, rules, own.map((one) => one.value), basis === 'period' ? quarters.slice(-1) : figure.filled, 'Target');
  target.at ??= trace.push('input', `${words} tahun ${catalogue.year}`, [], target.x, { source: 'PK-P/DPK/2026', entered: wordsOf(against ?? targets[id].year.value) });
  let raw;
  if (target.x === 0) raw = figure.x === 0 ? 100 : 0;
  else raw = sheet.polarity !== 'minimise' ? (figure.x / target.x) * 100 : rules.minimise === 'a' ? ((2 * target.x - figure.x) / target.x) * 100 : (target.x / figure.x) * 100;
  let last = trace.push(target.x === 0 ? 'score' : 'divide', formulaOf(sheet, rules), [figure.at, target.at], raw);
  let kept = raw;
  if (rules.cap.at) last = trace.push('at_most', `Batas atas ${rules.cap.at} %`, [last, trace.push('constant', `Batas atas`, [], Number(rules.cap.at))], (kept = Math.min(kept, Number(rules.cap.at))));
  if (rules.floor.at) last = trace.push('at_least', `Batas bawah ${rules.floor.at} %`, [last, trace.push('constant', 'Batas bawah', [], Number(rules.floor.at))], (kept = Math.max(kept, Number(rules.floor.at))));
  trace.push('round_half_up', 'Dibulatkan 2 angka di belakang koma', [last, trace.push('constant', 'Jumlah angka di belakang koma', [], 2)], round(kept));
  if (raw > 150) trace.remarks.push('Realisasi di atas 150 % target: target mungkin terlalu rendah.');
  if (sheet.form === 'predicate') trace.remarks.push('Predikat B berada di bawah target BB.');
  return { ...rated(round(kept), basis, done()), before: round(raw), figure };
}

export function rollUp(members) {
  const trace = new Trace();
  const counted = members.filter((one) => one.achievement.value !== undefined);
  for (const one of members) if (one.achievement.value === undefined) trace.remarks.push(`${one.name} tidak ikut dihitung, bukan nol: ${one.achievement.why_not}`);
  const at = counted.map((one) => trace.push('input', `Capaian ${one.name}`, [], Number(one.achievement.value), { source: one.id, entered: spell(Number(one.achievement.value)) }));
  const whole = { formula: 'Rata-rata capaian yang tercetak: Σ capaian ÷ banyaknya', rules: ['Pembulatan setengah ke atas, 2 angka di belakang koma'], lines: trace.lines, remarks: trace.remarks };
  if (!counted.length) return { achievement: { basis: 'year', why_not: 'Belum ada capaian di bawahnya yang dapat dihitung.', trace: whole } };
  const mean = counted.reduce((sum, one) => sum + Number(one.achievement.value), 0) / counted.length;
  const last = trace.push('average', 'Rata-rata', at, mean);
  trace.push('round_half_up', 'Dibulatkan 2 angka di belakang koma', [last, trace.push('constant', 'Jumlah angka di belakang koma', [], 2)], round(mean));
  return rated(round(mean), 'year', whole);
}

function absorption(rows, quarters) {
  const trace = new Trace();
  const spent = rows.map(({ code, name }) => trace.push('input', `Realisasi ${name}`, [], quarters.reduce((sum, i) => sum + spending[code][i], 0) * 1e6, { evidence: [], source: 'SP2D' }));
  const ceilings = rows.map(({ name, amount, document }) => trace.push('input', `Pagu ${name}`, [], Number(amount), { source: document }));
  const total = (list) => list.reduce((sum, i) => sum + Number(trace.lines[i].value.replaceAll('.', '')), 0);
  const [above, below] = [total(spent), total(ceilings)];
  const lines = [trace.push('sum', 'Realisasi anggaran', spent, above), trace.push('sum', 'Pagu anggaran', ceilings, below)];
  trace.push('divide', 'Realisasi ÷ pagu × 100', lines, round((above / below) * 100));
  return { value: String(round((above / below) * 100)), shown: percent(round((above / below) * 100)), warnings: [], spent: above, trace: { formula: 'Realisasi ÷ pagu × 100', rules: ['Pembulatan setengah ke atas, 2 angka di belakang koma'], lines: trace.lines, remarks: [] } };
}

export function moneyOf(unit, quarters, achievement) {
  const current = catalogue.ceilings.filter((one) => (!unit || one.unit === unit) && !catalogue.ceilings.some((other) => other.code === one.code && other.date > one.date));
  const codes = current.map((one) => {
    const { spent, ...figure } = absorption([one], quarters);
    return { code: one.code, name: one.name, unit: one.unit, unit_name: unitName(one.unit), stage: one.stage === 'amended' ? 'Perubahan' : 'Murni', ceiling: `Rp${spell(Number(one.amount))}`, spent: `Rp${spell(spent)}`, absorption: figure };
  });
  const none = { warnings: [], why_not: 'Belum ada pagu.' };
  if (!codes.length) return { codes, total: none, difference: none, treasury: none, treasury_score: none };
  const { spent, ...total } = absorption(current, quarters);
  const gap = round(Number(achievement ?? 0) - Number(total.value));
  const plain = (formula, remarks = []) => ({ formula, rules: [], lines: [{ operation: 'input', words: 'Capaian', operands: [], value: spell(Number(achievement ?? 0)), evidence: [] }, { operation: 'input', words: 'Serapan', operands: [], value: spell(Number(total.value)), evidence: [] }, { operation: 'subtract', words: formula, operands: [0, 1], value: spell(gap), evidence: [] }], remarks });
  return {
    codes, total,
    difference: { value: String(gap), shown: percent(gap), verdict: gap > 5 ? 'efisien' : gap < -5 ? 'tidak efisien' : 'cukup efisien', warnings: [], trace: plain('Capaian − serapan') },
    treasury: { value: '51.38', shown: '51,38 %', warnings: [], trace: plain('Σ(1 − (RAK ÷ RVK) ÷ (PAK ÷ TVK)) ÷ n × 100', ['Program Pengelolaan Arsip: volumenya belum lengkap, tidak ikut dihitung.']) },
    treasury_score: { value: '100', shown: '100,00 %', warnings: ['Efisiensi 51,38 % berada di luar −20 sampai 20 %; nilai dihitung pada batasnya. Periksa pagu dan target volume.'], trace: plain('50 + E ÷ 20 × 50') },
  };
}
export { realisations, roman, sizeOf, targets, unitName, wordsOf };
