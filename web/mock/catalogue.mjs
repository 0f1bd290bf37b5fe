// The catalogue of the mock: one year of a library and archives office. Partly made up; not a record of any one office.
import { profiles } from './profiles.mjs';

const year = 2026;
const node = (id, kind, code, name, owner, parent) => ({ id, kind, code, name, owner, first_year: year, ...(parent ? { parent } : {}) });
export const nodes = [
  node('t1', 'goal', 'T1', 'Meningkatkan literasi masyarakat dan tata kelola arsip daerah', 'dinas'),
  node('s1', 'objective', 'S1', 'Meningkatnya budaya baca dan literasi masyarakat', 'bidang-perpustakaan', 't1'),
  node('p1', 'program', '2.23.02', 'Program Pembinaan Perpustakaan', 'bidang-perpustakaan', 's1'),
  node('k1', 'activity', '2.23.02.2.01', 'Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota', 'bidang-perpustakaan', 'p1'),
  node('s2', 'objective', 'S2', 'Meningkatnya mutu pengelolaan arsip perangkat daerah', 'bidang-kearsipan', 't1'),
  node('p2', 'program', '2.24.02', 'Program Pengelolaan Arsip', 'bidang-kearsipan', 's2'),
  node('s3', 'objective', 'S3', 'Meningkatnya akuntabilitas kinerja dan mutu layanan', 'sekretariat', 't1'),
];

const number = (text) => ({ kind: 'number', number: text });
export const ratio = (numerator, denominator) => ({ kind: 'ratio', numerator, denominator });
const target = (text) => ({ value: number(text) });
const quarter = (n) => ({ kind: 'quarter', year, number: n });

const sheet = (name, unit_of_measure, provider, more = {}) => ({
  year, name, unit_of_measure, provider,
  definition: `Ukuran ${name.toLowerCase()} selama satu tahun, sesuai pedoman instansi pembina.`,
  formula_words: 'Hasil pengukuran instansi pembina', inputs: [], polarity: 'maximise', kind: 'outcome', form: 'number', counting: 'per_period',
  multiplier: '1', numerator: '', denominator: '', data_source: 'Laporan pengukuran', responsible: provider === 'bidang-kearsipan' ? 'kabid-arsip' : provider === 'bidang-perpustakaan' ? 'kabid-perpus' : 'sekretaris',
  reporting: 'quarter', required_evidence: ['Surat penetapan nilai'], weight: '1', rules: { consolidation: 'last' }, ...more,
});
// [id, node, sheet, the year's target, realisations I–IV, targets per quarter, yearly figures]
const rows = [
  ['I1', 's1', sheet('Indeks Pembangunan Literasi Masyarakat (IPLM)', 'indeks', 'bidang-perpustakaan'), target('65.00'), [null, null, null, number('64.68')]],
  ['I2', 's1', sheet('Tingkat Kegemaran Membaca (TGM)', 'nilai', 'bidang-perpustakaan'), target('66.00'), [null, null, null, number('66.77')]],
  ['I3', 'p1', sheet('Kunjungan perpustakaan', 'orang', 'bidang-perpustakaan', { kind: 'output', rules: { consolidation: 'sum', cap: { at: '120' } }, required_evidence: ['Rekap buku tamu', 'Unduhan aplikasi kunjungan'] }), target('18000'), [number('9217'), number('10287'), number('8150'), number('9046')], ['4500', '4500', '4500', '4500']],
  ['I5', 'k1', sheet('Perpustakaan sesuai standar nasional', '%', 'bidang-perpustakaan', { form: 'ratio', kind: 'intermediate_outcome', multiplier: '100', numerator: 'Perpustakaan terakreditasi', denominator: 'Seluruh perpustakaan di kabupaten', formula_words: 'Perpustakaan terakreditasi ÷ seluruh perpustakaan × 100', rules: { consolidation: 'ratio' } }), { value: ratio('3', '232') }, [ratio('2', '232'), null, null, null]],
  ['I4', 's2', sheet('Nilai pengawasan kearsipan', 'nilai', 'bidang-kearsipan'), target('70'), [null, null, null, number('68.4')]],
  ['I6', 'p2', sheet('Waktu temu balik arsip', 'menit', 'bidang-kearsipan', { polarity: 'minimise', kind: 'output', rules: { consolidation: 'average' } }), target('15'), [number('12'), number('20'), number('35'), { kind: 'not_available', reason: 'Gedung arsip direnovasi' }]],
  ['I7', 'p2', sheet('Arsip hilang', 'berkas', 'bidang-kearsipan', { polarity: 'minimise', kind: 'output', rules: { consolidation: 'sum' } }), target('0'), [number('0'), number('0'), number('2'), number('0')], ['0', '0', '0', '0']],
  ['I8', 's3', sheet('Nilai SAKIP perangkat daerah', 'nilai', 'sekretariat', { form: 'predicate' }), { value: { kind: 'predicate', predicate: 'BB', number: '72' } }, [null, null, null, { kind: 'predicate', predicate: 'B', number: '69.5' }]],
  ['I9', 's3', sheet('Indeks Kepuasan Masyarakat', 'nilai', 'sekretariat'), target('72.29'), [null, null, null, number('79.29')]],
];
const yearly = {
  I1: { midterm: [[2029, '70', 'Renstra 2025–2029']], past: [[2024, '61.20', 'LKjIP 2024'], [2025, '63.05', 'LKjIP 2025']], benchmark: [[2025, '69.42', 'Rata-rata nasional, Perpusnas']] },
  I3: { midterm: [[2029, '25000', 'Renstra 2025–2029']], past: [[2025, '31200', 'LKjIP 2025']], benchmark: [] },
  I6: { midterm: [[2029, '10', 'Renstra 2025–2029']], past: [[2025, '24', 'LKjIP 2025']], benchmark: [] },
};
const figures = (list = []) => list.map(([of, text, source]) => ({ year: of, target: target(text), source }));
export const realisations = Object.fromEntries(rows.map(([id, , , , values]) => [id, values]));
export const targets = Object.fromEntries(rows.map(([id, , , whole, , quarters = []]) => [id, { year: whole, quarters: quarters.map((text) => target(text)) }]));
const line = ([id, , , whole, , quarters = []]) => ({ indicator: id, target: whole, periods: quarters.map((text, i) => ({ period: quarter(i + 1), target: target(text) })) });

export const catalogue = {
  version: 12, year, nodes,
  indicators: rows.map(([indicator, at, of]) => ({ indicator, node: at, sheet: of, midterm: figures(yearly[indicator]?.midterm), past: figures(yearly[indicator]?.past), benchmark: figures(yearly[indicator]?.benchmark) })),
  agreements: [
    { agreement: 'pk-2026', year, unit: 'dinas', revisions: [
      { number: 0, date: '2026-01-12', document: 'PK/DPK/2026', reason: '', lines: rows.map(line).map((one) => (one.indicator === 'I3' ? { ...one, target: target('16000') } : one)) },
      { number: 1, date: '2026-07-20', document: 'PK-P/DPK/2026', reason: 'Penyesuaian target kunjungan sesudah perubahan APBD', lines: rows.filter(([id]) => id === 'I3').map(line) },
    ] },
  ],
  ceilings: [
    ['2.23.01', 'Program Penunjang Urusan Pemerintahan Daerah', 'sekretariat', '4200000000'],
    ['2.23.02', 'Program Pembinaan Perpustakaan', 'bidang-perpustakaan', '1850000000', 'I3'],
    ['2.23.03', 'Program Pelestarian Koleksi Nasional dan Naskah Kuno', 'bidang-perpustakaan', '60000000'],
    ['2.24.02', 'Program Pengelolaan Arsip', 'bidang-kearsipan', '740000000'],
  ].map(([code, name, unit, amount, indicator]) => ({ year, code, name, unit, stage: 'original', date: '2026-01-05', document: 'DPA 2026', amount, ...(indicator ? { indicator } : {}) })),
  keepers: ['ppmep'],
  profile: profiles[0],
};
catalogue.ceilings.push({ ...catalogue.ceilings[1], stage: 'amended', date: '2026-08-14', document: 'DPPA 2026', amount: '1850000000' });
catalogue.ceilings[1].amount = '1790000000';
export const spending = { '2.23.01': [950, 1010, 1020, 1030], '2.23.02': [180, 520, 610, 430], '2.23.03': [0, 20, 25, 10], '2.24.02': [90, 170, 240, 190] };
export { profiles };
