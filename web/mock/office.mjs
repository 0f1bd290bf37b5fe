// The demo office of the mock: people, positions and who may act. Development and tests only.
export const agency = {
  id: 'dpk-tanjabbar',
  name: 'Dinas Perpustakaan dan Kearsipan',
  region: 'Kabupaten Tanjung Jabung Barat',
  settings: { duty_separation: 'enforced' },
};

export const units = [
  { id: 'dinas', name: 'Dinas Perpustakaan dan Kearsipan' },
  { id: 'sekretariat', name: 'Sekretariat', parent: 'dinas' },
  { id: 'ppmep', name: 'Subbagian Perencanaan, Program, Monitoring, Evaluasi dan Pelaporan', parent: 'sekretariat' },
  { id: 'umum', name: 'Subbagian Umum dan Kepegawaian', parent: 'sekretariat' },
  { id: 'bidang-perpustakaan', name: 'Bidang Perpustakaan', parent: 'dinas' },
  { id: 'bidang-kearsipan', name: 'Bidang Kearsipan', parent: 'dinas' },
].map((unit) => ({ ...unit, closed: false }));

export const positions = [
  { id: 'kadis', name: 'Kepala Dinas', unit: 'dinas', unit_name: 'Dinas Perpustakaan dan Kearsipan' },
  { id: 'sekretaris', name: 'Sekretaris Dinas', unit: 'sekretariat', unit_name: 'Sekretariat' },
  { id: 'kasubag', name: 'Kasubag PPMEP', unit: 'ppmep', unit_name: 'Subbagian PPMEP' },
  { id: 'analis', name: 'Analis Perencana Evaluasi dan Pelaporan', unit: 'ppmep', unit_name: 'Subbagian PPMEP' },
  { id: 'kabid-perpus', name: 'Kepala Bidang Perpustakaan', unit: 'bidang-perpustakaan', unit_name: 'Bidang Perpustakaan' },
  { id: 'kabid-arsip', name: 'Kepala Bidang Kearsipan', unit: 'bidang-kearsipan', unit_name: 'Bidang Kearsipan' },
  { id: 'kasubag-umum', name: 'Kasubag Umum dan Kepegawaian', unit: 'umum', unit_name: 'Subbagian Umum' },
].map((position) => ({ ...position, closed: false, people: [] }));

export const people = [
  ['p1', 'Erlina Wati, S.H.', '19750404 200604 2 006', 'Pembina Tk. I (IV/b)', 'kadis'],
  ['p2', 'Rina Wulandari, S.Sos.', '19790812 200501 2 011', 'Pembina (IV/a)', 'sekretaris'],
  ['p3', 'Budi Santoso, S.E.', '19830220 200903 1 004', 'Penata (III/c)', 'kasubag'],
  ['p4', 'Dewi Lestari, S.Kom.', '19900715 201503 2 003', 'Penata Muda (III/a)', 'analis'],
  ['p5', 'Ahmad Fauzi, S.IP.', '19780101 200312 1 007', 'Pembina (IV/a)', 'kabid-perpus'],
  ['p6', 'Siti Rahmah, M.Si.', '19811130 200604 2 015', 'Penata Tk. I (III/d)', 'kabid-arsip'],
  ['p7', 'Hendra Gunawan, S.AP.', '19860606 201001 1 009', 'Penata (III/c)', 'kasubag-umum'],
].map(([id, name, nip, rank, position]) => ({ id, name, nip, rank, position }));

export const appointments = people
  .map((person, i) => ({
    id: `a${i + 1}`,
    person: person.id,
    person_name: person.name,
    position: person.position,
    position_name: positions.find((p) => p.id === person.position).name,
    standing: 'definitive',
    from: '2024-01-02',
    decree: `800/${120 + i}/BKPSDM/2024`,
  }))
  .concat({
    id: 'a8',
    person: 'p3',
    person_name: 'Budi Santoso, S.E.',
    position: 'sekretaris',
    position_name: 'Sekretaris Dinas',
    standing: 'plh',
    from: '2026-11-20',
    to: '2026-12-04',
    decree: '800/455/DPK/2026',
  });

for (const a of appointments) positions.find((p) => p.id === a.position).people.push({ person: a.person, name: a.person_name, standing: a.standing, ...(a.to ? { until: a.to } : {}) });

const account = (id, username, roles, person) => ({ id, username, ...(person ? { person: { id: person.id, name: person.name } } : {}), roles, closed: false, must_change_password: false });
export const accounts = [
  ...people.map((person, i) => account(`u${i + 1}`, person.position, [], person)),
  account('u8', 'admin', ['administrator']),
  account('u9', 'inspektorat', ['auditor']),
];

export const holderName = (holder) =>
  positions.find((p) => p.id === holder)?.name ?? units.find((u) => u.id === holder)?.name ?? holder;

export const holderOf = (id) => ({ id, name: holderName(id), people: positions.filter((p) => p.id === id || p.unit === id).flatMap((p) => p.people) });

export function me(username) {
  const found = accounts.find((a) => a.username === username);
  if (!found) return undefined;
  const posts = appointments
    .filter((a) => a.person === found.person?.id)
    .map((a) => {
      const position = positions.find((p) => p.id === a.position);
      return { position: a.position, name: position.name, unit: position.unit, unit_name: position.unit_name, standing: a.standing, ...(a.to ? { until: a.to } : {}) };
    });
  return {
    account: found.id,
    username,
    roles: found.roles,
    ...(found.person ? { person: found.person } : {}),
    posts,
    agency: { id: agency.id, name: agency.name, region: agency.region, zone: 'Asia/Jakarta', zone_name: 'WIB', utc_offset: '+07:00' },
    today: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    csrf_token: `csrf-${found.id}`,
    must_change_password: username === 'kasubag-umum',
    warnings: [{ code: 'calendar.year_missing', text: 'Kalender tahun 2027 belum diisi. Tenggat yang jatuh pada 2027 belum dapat dihitung dengan benar.' }],
  };
}

export function byOf(holder) {
  const position = positions.find((p) => p.id === holder) ?? positions.find((p) => p.unit === holder);
  const person = people.find((p) => p.position === position?.id) ?? people[0];
  return { person: person.id, name: person.name, position: position?.id, position_name: position?.name, standing: 'definitive' };
}
