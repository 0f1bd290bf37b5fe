// The forms of the mock: a made-up quarter of two divisions, with every kind of value.
const shared = { polarity: 'maximise', definition: '', formula: '', numerator: '', denominator: '', inputs: [], predicates: [], required_evidence: [] };
const number = (n) => ({ kind: 'number', number: n });
const ratio = (a, b) => ({ kind: 'ratio', numerator: a, denominator: b });

const indicators = {
  iplm: { name: 'Indeks Pembangunan Literasi Masyarakat (IPLM)', unit_of_measure: 'indeks', form: 'number', target: '65', goal: 65, previous: number('63.90'), required_evidence: ['Laporan survei'], definition: 'Indeks yang menggambarkan upaya pemerintah daerah membina dan mengembangkan perpustakaan.' },
  tgm: { name: 'Tingkat Kegemaran Membaca (TGM)', unit_of_measure: 'nilai', form: 'number', target: '66', goal: 66, previous: number('64.20'), required_evidence: ['Laporan survei'] },
  kunjungan: { name: 'Kunjungan perpustakaan', unit_of_measure: 'orang', form: 'number', target: '4.500', goal: 4500, previous: number('8150'), required_evidence: ['Rekap buku tamu'], definition: 'Jumlah orang yang datang ke perpustakaan umum daerah dan perpustakaan keliling.' },
  standar: { name: 'Perpustakaan sesuai standar nasional', unit_of_measure: '%', form: 'ratio', target: '3/232', goal: 3 / 232, previous: ratio('2', '232'), numerator: 'Perpustakaan yang terakreditasi', denominator: 'Seluruh perpustakaan', required_evidence: ['Daftar perpustakaan'] },
  layanan: { name: 'Rata-rata kunjungan per hari layanan', unit_of_measure: 'orang/hari', form: 'derived', target: '75', goal: 75, formula: 'kunjungan dibagi hari layanan', inputs: [{ name: 'kunjungan', label: 'Kunjungan pada periode ini', unit_of_measure: 'orang' }, { name: 'hari', label: 'Hari layanan', unit_of_measure: 'hari' }] },
  sakip: { name: 'Predikat layanan perpustakaan', unit_of_measure: 'predikat', form: 'predicate', target: 'BB (72)', goal: 72, predicates: ['AA', 'A', 'BB', 'B', 'CC', 'C', 'D'] },
  pengawasan: { name: 'Nilai pengawasan kearsipan', unit_of_measure: 'nilai', form: 'number', target: '70', goal: 70, previous: number('68.4'), required_evidence: ['Laporan audit kearsipan'] },
  temu: { name: 'Waktu temu balik arsip', unit_of_measure: 'menit', form: 'number', polarity: 'minimise', target: '15', goal: 15, previous: number('20') },
  hilang: { name: 'Arsip hilang', unit_of_measure: 'berkas', form: 'number', polarity: 'minimise', target: '0', goal: 0, previous: number('0') },
};
const budget = {
  '2.23.02': { name: 'Program Pembinaan Perpustakaan', ceiling: '1.850.000.000' },
  '2.23.03': { name: 'Program Pelestarian Koleksi Nasional dan Naskah Kuno', ceiling: '60.000.000' },
  '2.24.02': { name: 'Program Pengelolaan Arsip', ceiling: '740.000.000' },
};
export const divisions = [
  ['bidang-perpustakaan', 'Bidang Perpustakaan', ['iplm', 'tgm', 'kunjungan', 'standar', 'layanan', 'sakip'], ['2.23.02', '2.23.03']],
  ['bidang-kearsipan', 'Bidang Kearsipan', ['pengawasan', 'temu', 'hilang'], ['2.24.02']],
];

const none = () => ({ value: { kind: 'blank' }, parts: [], drivers: '', obstacles: '', follow_ups: [], note: '' });
const row = (kind, subject, about, more) => ({ kind, subject, about: { ...shared, ...about }, entry: none(), state: 'empty', revision: 0, evidence: [], corrections: [], waivers: {}, ...more });

export const rowsOf = (ids, codes) => [
  ...ids.map((id) => {
    const { target, goal, previous, ...about } = indicators[id];
    return row('indicator', id, about, { target, year_target: target, goal, ...(previous ? { previous } : {}) });
  }),
  ...codes.map((code) => row('budget', code, { name: budget[code].name, unit_of_measure: 'Rp', form: 'number' }, { year_target: budget[code].ceiling })),
];

/** What stands in the forms that are not empty. */
export const filled = {
  iplm: { value: number('64.68'), drivers: 'Kerja sama dengan 14 desa dalam gerakan membaca.', obstacles: 'Data perpustakaan sekolah belum seluruhnya terkumpul dari Dinas Pendidikan.', follow_ups: [{ action: 'Rapat penyamaan data dengan Dinas Pendidikan', owner: 'Kepala Bidang Perpustakaan', due: '2026-12-10' }] },
  tgm: { value: number('66.77'), drivers: 'Perpustakaan keliling menambah dua rute.' },
  kunjungan: { value: number('9046'), drivers: 'Libur sekolah dan lomba bertutur.' },
  standar: { value: ratio('2', '232'), obstacles: 'Satu perpustakaan menunggu jadwal penilaian akreditasi dari Perpustakaan Nasional.' },
  pengawasan: { value: number('68.4'), obstacles: 'Tiga unit kerja belum memiliki arsiparis.' },
  temu: { value: number('12'), drivers: 'Daftar arsip sudah dalam lembar elektronik.' },
  hilang: { value: number('0') },
  '2.23.02': { value: number('610000000') },
  '2.24.02': { value: number('190000000') },
};
export { none };
