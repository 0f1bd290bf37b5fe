// Holidays of 2026 for the mock, as the joint decree lists them; 2027 is missing on purpose.
const holidays = [
  ['2026-01-01', 'Tahun Baru 2026 Masehi'], ['2026-01-16', 'Isra Mikraj Nabi Muhammad SAW'], ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'], ['2026-03-19', 'Hari Suci Nyepi'],
  ['2026-03-21', 'Idulfitri 1447 H'], ['2026-03-22', 'Idulfitri 1447 H'], ['2026-04-03', 'Wafat Yesus Kristus'], ['2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['2026-05-01', 'Hari Buruh Internasional'], ['2026-05-14', 'Kenaikan Yesus Kristus'], ['2026-05-27', 'Iduladha 1447 H'], ['2026-05-31', 'Hari Raya Waisak 2570 BE'],
  ['2026-06-01', 'Hari Lahir Pancasila'], ['2026-06-16', 'Tahun Baru Islam 1448 H'], ['2026-08-17', 'Proklamasi Kemerdekaan'], ['2026-08-25', 'Maulid Nabi Muhammad SAW'], ['2026-12-25', 'Kelahiran Yesus Kristus'],
].map(([date, name]) => ({ date, name }));
const leave = ['2026-02-16', '2026-03-18', '2026-03-20', '2026-03-23', '2026-03-24', '2026-05-15', '2026-05-28', '2026-12-24'].map((date) => ({ date }));
const week = (end, friday) => [1, 2, 3, 4, 5].map((day) => ({ day, from: '07:30', to: day === 5 ? friday : end, break_minutes: day === 5 ? 90 : 60 }));

export const calendar = (year) => ({
  years: [2025, 2026],
  year: year === 2026 ? { year, source: 'SKB 3 Menteri Nomor 1497, 2, 5 Tahun 2025', holidays, collective_leave: leave } : undefined,
  local_holidays: [{ date: '2026-08-10', name: 'Hari jadi kabupaten' }],
  hours: { normal: week('16:00', '16:30'), ramadan: week('15:00', '15:30') },
  ramadan: [{ from: '2026-02-18', to: '2026-03-19' }],
  warnings: year === 2027 ? [{ code: 'calendar.year_missing', text: 'Kalender tahun 2027 belum diisi.' }] : [],
});
