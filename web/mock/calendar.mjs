// Holidays of 2026 for the mock, as the joint decree lists them; 2027 is missing on purpose.
const holidays = [
  ['2026-01-01', 'Tahun Baru 2026 Masehi'], ['2026-01-16', 'Isra Mikraj Nabi Muhammad SAW'], ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'], ['2026-03-19', 'Hari Suci Nyepi'],
  ['2026-03-21', 'Idulfitri 1447 H'], ['2026-03-22', 'Idulfitri 1447 H'], ['2026-04-03', 'Wafat Yesus Kristus'], ['2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['2026-05-01', 'Hari Buruh Internasional'], ['2026-05-14', 'Kenaikan Yesus Kristus'], ['2026-05-27', 'Iduladha 1447 H'], ['2026-05-31', 'Hari Raya Waisak 2570 BE'],
  ['2026-06-01', 'Hari Lahir Pancasila'], ['2026-06-16', 'Tahun Baru Islam 1448 H'], ['2026-08-17', 'Proklamasi Kemerdekaan'], ['2026-08-25', 'Maulid Nabi Muhammad SAW'], ['2026-12-25', 'Kelahiran Yesus Kristus'],
].map(([date, name]) => ({ date, name }));
const leave = ['2026-02-16', '2026-03-18', '2026-03-20', '2026-03-23', '2026-03-24', '2026-05-15', '2026-05-28', '2026-12-24'];
const monthly = [20, 17, 16, 21, 18, 20, 23, 19, 22, 22, 21, 21];
const dayHours = (end) => [{ from_minute: 450, to_minute: 720 }, { from_minute: 780, to_minute: end }];
const week = (end, friday) => ({ monday: dayHours(end), tuesday: dayHours(end), wednesday: dayHours(end), thursday: dayHours(end), friday: dayHours(friday), saturday: [], sunday: [] });
const local = [{ date: '2026-08-10', name: 'Hari Jadi Kabupaten Tanjung Jabung Barat', reason: 'Keputusan Bupati 112/2026' }];
const ramadan = [{ from: '2026-02-18', to: '2026-03-19' }];

export const calendar = (year) => ({
  zone: 'Asia/Jakarta',
  years: [2025, 2026],
  ...(year === 2026 ? { year: { year, source: 'SKB 3 Menteri Nomor 1497, 2, 5 Tahun 2025', holidays, collective_leave: leave, working_days_per_month: monthly } } : {}),
  local_holidays: local,
  ramadan,
  hours: { normal: week(960, 990), ramadan: week(900, 930), minutes_per_working_day: 450, source: 'Perpres 21/2023' },
  at_risk: { percent_left: 25, on_due_day: true },
  warnings: year === 2027 ? [{ code: 'calendar.year_missing', text: 'Kalender tahun 2027 belum diisi.' }] : [],
});

export function changeCalendar({ holiday, remove, ramadan: period }) {
  if (holiday) local.push(holiday);
  if (remove) local.splice(local.findIndex((h) => h.date === remove), 1);
  if (period) ramadan.push(period);
  return calendar(2026);
}
