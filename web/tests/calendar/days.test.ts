import { describe, expect, it } from 'vitest';
import type { Calendar } from '$lib/api/types';
import { monthWeeks, readIntervals, readYearFile, showIntervals, weekdays, weekMinutes } from '$lib/calendar/days';

const morning = { from_minute: 450, to_minute: 720 };
const afternoon = { from_minute: 780, to_minute: 960 };
const week = Object.fromEntries(weekdays.map((day, i) => [day, i < 5 ? [morning, afternoon] : []])) as unknown as Calendar['hours']['normal'];
const calendar: Calendar = {
  zone: 'Asia/Jakarta',
  years: [2026],
  year: { year: 2026, source: 'SKB', holidays: [{ date: '2026-01-01', name: 'Tahun Baru' }], collective_leave: ['2026-01-02'], working_days_per_month: Array.from({ length: 12 }, () => 20) },
  local_holidays: [{ date: '2026-01-05', name: 'Hari jadi', reason: 'Keputusan' }],
  ramadan: [{ from: '2026-02-18', to: '2026-03-19' }],
  hours: { normal: week, ramadan: week, minutes_per_working_day: 450, source: '' },
  at_risk: { percent_left: 25, on_due_day: true },
  warnings: [],
};

describe('a month on the wall', () => {
  const january = monthWeeks(calendar, 2026, 1, 'Cuti bersama').flat();
  it('has all its days and starts on the right weekday', () => {
    expect(january.filter(Boolean)).toHaveLength(31);
    expect(january.findIndex(Boolean)).toBe(3); // 1 January 2026 is a Thursday
  });
  it('knows what each day is', () => {
    const kindOf = (date: string) => january.find((day) => day?.date === date)?.kind;
    expect(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-05', '2026-01-06'].map(kindOf)).toEqual(['holiday', 'leave', 'weekend', 'local', 'working']);
  });
  it('marks Ramadan', () => expect(monthWeeks(calendar, 2026, 2, '').flat().find((day) => day?.date === '2026-02-18')?.kind).toBe('ramadan'));
  it('gives February of a leap year 29 days', () => expect(monthWeeks(calendar, 2028, 2, '').flat().filter(Boolean)).toHaveLength(29));
});

describe('office hours as they are typed', () => {
  it('are read and written alike', () => expect(showIntervals(readIntervals('07.30-12.00, 13:00 - 16.00')!)).toBe('07.30-12.00, 13.00-16.00'));
  it('an empty text is a day off', () => expect(readIntervals(' ')).toEqual([]));
  it.each(['pagi', '07.30', '12.00-07.30', '07.30-25.00', '07.30-12.00, 11.00-16.00', '07.60-08.00'])('%s is refused', (text) => expect(readIntervals(text)).toBeUndefined());
  it('make 37.5 hours a week', () => expect(weekMinutes(week) / 60).toBe(37.5));
});

describe('the file of a year', () => {
  const file = { year: 2027, source: 'SKB', holidays: [{ date: '2027-01-01', name: 'Tahun Baru' }], collective_leave: [{ date: '2027-01-02' }, '2027-01-04'] };
  it('is read with both ways of writing leave', () => expect(readYearFile(JSON.stringify(file))?.collective_leave).toEqual(['2027-01-02', '2027-01-04']));
  it.each(['', '{', '[]', '{"year":2027}', JSON.stringify({ ...file, holidays: [] }), JSON.stringify({ ...file, holidays: [{ date: '1 Januari', name: 'x' }] })])('%s is refused', (text) => expect(readYearFile(text)).toBeUndefined());
});
