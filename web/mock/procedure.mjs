// The seed SOP as the mock knows it, and the layout of its sheet.
const doc = 'Dokumen Final Penyusunan Data Kinerja';
const mech = 'Dokumen mekanisme pengumpulan data kinerja';
const rows = [
  ['disposisi', 'disposition', 'Memberi arahan/disposisi kepada Sekretaris koordinasi penyusunan pengumpulan data kinerja', ['kadis'], 'Surat dari Bupati /Inspektorat /Disposisi', '1 Hari', 'Disposisi', 'Disposisi Kepala Dinas'],
  ['perintah', 'task', 'Menerima, menelaah dan memerintahkan Kasubag PPMEP untuk menyiapkan bahan-bahan penyusunan pengumpulan data kinerja', ['sekretaris'], 'Data Awal', '1 Hari', 'Persiapan/ Draft', 'Proses Pembuatan Pengumpulan Data Kinerha'],
  ['himpun', 'gathering', 'Melaksanakan koordinasi / pengumpulan bahan dengan bidang-bidang lain dalam penyusunan draft pengumpulan data kinerja dan meyampaikan kepada kasubag PPMEP', ['analis', 'bidang'], 'Data / Bahan dari Bidang', '2 Hari', 'Bahan-bahan materi/Draft', 'IKU, Renstra, Struktur Organisasi'],
  ['inventarisasi', 'task', 'Menerima hasil inventarisasi materi untuk penyusunan draf pengumpulan data kinerja', ['kasubag'], 'Draft data Kinerja', '3 Hari', 'Data Draft Kinerja', 'Diterima Bahan-bahan Draft data kinerja'],
  ['telaah-draf', 'review', 'Menelaah dan menganalisa draft materi draft data pengumpulan kinerja', ['kasubag'], 'Draft data Kinerja', '2 Hari', 'Data Draft Kinerja', 'Proses pembuatan data kinerja'],
  ['perbaikan', 'task', 'Melakukan perbaikan / edit atas naskah draft data kinerja apabila masih perlu perbaikan', ['analis'], doc, '1 Hari', doc, '-'],
  ['paraf-kasubag', 'initialing', 'Menerima, memeriksa, memaraf penyusunan data kinerja dan melaporkan kepada sekretaris', ['kasubag'], doc, '1 Hari', doc, '-'],
  ['paraf-sekretaris', 'initialing', 'Menerima, memeriksa dan memaraf penyusunan data kinerja yang telah disusun dan melaporkan kepada Kepala Dinas', ['sekretaris'], doc, '3 Hari', mech, mech],
  ['tanda-tangan', 'signature', 'Menerima, memeriksa dan menandatangani dokumen mekanisme pengumpulan data kinerja', ['kadis'], `${mech} disahkan`, '1 Hari', mech, `${mech} yang sudah ditandatangani`],
  ['distribusi', 'distribution', 'Dokumen mekanisme pengumpulan data kinerja yang telah ditandatangani oleh Kepala Dinas didistribusikan kepada pihak yang berkepentingan dan diarsipkan', ['analis'], `${mech} disahkan`, '20 Menit', mech, `${mech} yang sudah disahkan`],
];

export const actors = [
  { id: 'kadis', name: 'Kepala Dinas', plural: false },
  { id: 'sekretaris', name: 'Sekretaris Dinas', plural: false },
  { id: 'kasubag', name: 'Kasubag Perencanaan, Program, Monitoring, Evaluasi dan Pelaporan', plural: false },
  { id: 'analis', name: 'Analisis Perencana Evaluasi dan Pelaporan', plural: false },
  { id: 'bidang', name: 'Bidang - Bidang Lain', plural: true },
];

export const steps = rows.map(([id, kind, activity, performers, input, time, output, remark], i) => ({
  id, kind, activity, performers,
  gathers_from: kind === 'gathering' ? 'bidang' : undefined,
  inputs: [{ name: input, source: i === 0 ? 'surat' : i === 2 ? 'permintaan' : i > 3 ? 'draf' : '' }],
  time_written: time,
  outputs: [output],
  remark,
  paper: i >= 3 ? 'draf' : '',
  is_start: i === 0,
  next: kind === 'review' || i === 9 ? [] : [rows[i + 1][0]],
  outcomes: kind === 'review' ? [{ label: 'perlu perbaikan', target: 'perbaikan' }, { label: 'sudah baik', target: 'paraf-kasubag' }] : [],
  waits_for: [],
  returns: { 'paraf-kasubag': ['perbaikan'], 'paraf-sekretaris': ['paraf-kasubag'], 'tanda-tangan': ['paraf-sekretaris'] }[id] ?? [],
  inferred: ['pelaksana', 'jenis'],
}));

export const seed = {
  id: 'pengumpulan-data-kinerja',
  number: '040/34.15/PUSTAKA/2025',
  name: 'Penyusunan Mekanisme Pengumpulan Data Kinerja',
  unit: 'Dinas Perpustakaan dan Kearsipan Kabupaten Tanjung Jabung Barat',
  dates: { made: 'Januari 2025', revised: '-', approved: 'Januari 2025', effective: '' },
  approved_by: { position: 'Kepala Dinas Perpustakaan dan Kearsipan Kabupaten Tanjung Jabung Barat', name: 'ERLINAWATY, SH', rank: 'Perencana Tk.I IVb', nip: '19750404 200604 2 006' },
  legal_basis: [
    'Peraturan Presiden Nomor 8 Tahun 2006 Tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah',
    'Peraturan Pemerintah Nomor 29 Tahun 2014 Tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah',
    'Peraturan MenPAN dan Reformasi Birokrasi Nomor 53 Tahun 2014 Tentang Petunjuk Teknis Pelaporan Kinerja, Pelaporan dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah',
  ],
  qualifications: ['Memiliki kemampuan pengolahan data', 'Memahami Renstra LAKIP IKU Dinas Perpustakaan dan Kearsipan', 'Memahami instrumen-instrumen dalam Sistem Akuntabilitas Kinerja Instansi Pemerintah'],
  related: ['SOP Laporan Akuntabilitas Kinerja Instansi Pemerintah', 'Keterkaitan OPD'],
  equipment: ['Komputer', 'Jaringan internet', 'Data Realisasi Kegiatan'],
  warnings: [],
  recording: ['Disimpan Sebagai Data'],
  actors,
  papers: [{ key: 'draf', name: mech }],
  steps,
};

export const findings = [
  { code: 'law.kind_swapped', severity: 'warning', line: 12, column: 5, where: 'Dasar hukum 1', text: '“Peraturan Presiden Nomor 8 Tahun 2006” seharusnya Peraturan Pemerintah: PP 8/2006.', suggestion: 'Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah' },
  { code: 'law.kind_swapped', severity: 'warning', line: 13, column: 5, where: 'Dasar hukum 2', text: '“Peraturan Pemerintah Nomor 29 Tahun 2014” seharusnya Peraturan Presiden: Perpres 29/2014.', suggestion: 'Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah' },
  { code: 'rank.unknown', severity: 'warning', line: 9, column: 12, where: 'Disahkan oleh', text: '“Perencana Tk.I IVb” bukan pangkat yang dikenal.', suggestion: 'Pembina Tk.I (IV/b)' },
  { code: 'text.typo', severity: 'notice', line: 44, column: 10, where: 'Langkah 2, Ket', text: '“Kinerha” sepertinya salah ketik.', suggestion: 'Kinerja' },
  { code: 'step.input_is_output', severity: 'notice', line: 88, where: 'Langkah 6', text: 'Kelengkapan langkah 6 sama dengan output-nya.' },
  { code: 'step.signed_before_signature', severity: 'notice', line: 120, where: 'Langkah 9', text: 'Kelengkapan menyebut “disahkan”, padahal baru ditandatangani pada langkah ini.' },
  { code: 'sheet.warnings_empty', severity: 'notice', where: 'Peringatan', text: 'Kotak Peringatan kosong.' },
];

export const paths = [
  { label: 'perlu perbaikan', steps: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], total: '15 hari 20 menit', total_minutes: 6770 },
  { label: 'sudah baik', steps: [1, 2, 3, 4, 5, 7, 8, 9, 10], total: '14 hari 20 menit', total_minutes: 6320 },
];
