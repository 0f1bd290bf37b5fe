// Every screen that is not on the way through the SOP, with its dialogs: where it is and what must be there when it has
// loaded. `open` names the button that opens a dialog, `title` the dialog.

const register = (path, name, heading, open, title = open) => ({ path, name, heading, ready: { role: 'table', name: heading }, open, title })

export const screens_of_administrator = [
  { path: '/', name: 'kotak-tugas-administrator', heading: 'Kotak tugas', ready: { text: 'Tugas baru muncul di sini dengan sendirinya.' } },
  { path: '/berkas', name: 'daftar-berkas', heading: 'Berkas', ready: { role: 'table' } },
  { path: '/prosedur', name: 'prosedur', heading: 'Prosedur', ready: { role: 'table' } },
  { path: '/prosedur/pengumpulan-data-kinerja', name: 'lembar-sop', ready: { role: 'heading', name: /^Temuan pemeriksa/ }, dark: true },
  { path: '/prosedur/periksa', name: 'periksa-sop', heading: 'Periksa atau tetapkan SOP', ready: { text: 'Pilih file SOP' } },
  { path: '/kantor', name: 'kantor', heading: 'Kantor', ready: { role: 'heading', name: 'Pemisahan tugas' } },
  register('/kantor/unit', 'unit', 'Unit', 'Tambah unit'),
  register('/kantor/jabatan', 'jabatan', 'Jabatan', 'Tambah jabatan'),
  register('/kantor/pegawai', 'pegawai', 'Pegawai', 'Tambah pegawai'),
  register('/kantor/penunjukan', 'penunjukan', 'Penunjukan', 'Tunjuk pejabat'),
  register('/kantor/akun', 'akun-kantor', 'Akun', 'Buka akun'),
  { path: '/kantor/kop', name: 'kop-naskah', heading: 'Kantor', ready: { role: 'heading', name: 'Pratinjau' }, dark: true },
  { path: '/kalender', name: 'kalender', heading: 'Kalender', ready: { role: 'heading', name: 'Jam kerja' }, dark: true },
  { path: '/jurnal', name: 'jurnal-administrator', heading: 'Jurnal', ready: { role: 'heading', name: 'Kejadian' } },
  { path: '/akun', name: 'ganti-kata-sandi', ready: { text: 'Kata sandi sekarang' } },
  { path: '/lainnya', name: 'lainnya', heading: 'Lainnya', ready: { role: 'heading', name: 'Lainnya' } },
  { path: '/tidak/ada', name: 'tidak-ditemukan', ready: { text: 'Alamat ini tidak ada, atau sudah dipindahkan.' } },
]

export function when_ready(page, { role, name, text }) {
  const main = page.getByRole('main')
  return (role ? main.getByRole(role, name ? { name } : {}) : main.getByText(text)).first()
}
