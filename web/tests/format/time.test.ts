import { afterEach, describe, expect, it } from 'vitest';
import { clock, daysBetween, longDate, monthName, officeDay, parseOffset, plainDate, shortDate, today, useOffset, weekdayName, zoneName } from '$lib/format/time';

afterEach(() => useOffset('+07:00'));

describe('dates and times at the office', () => {
  it('a date is written in full', () => expect(longDate('2026-01-05')).toBe('Senin, 5 Januari 2026'));
  it('an instant belongs to the office day, not to the UTC day', () => expect(officeDay('2026-01-04T17:30:00Z')).toBe('2026-01-05'));
  it('half past midnight UTC is half past seven in Jambi', () => expect(clock('2026-01-05T00:30:00.000000Z')).toBe('07.30 WIB'));
  it('the same instant is later on the clock in Papua', () => {
    useOffset('+09:00');
    expect(clock('2026-01-05T00:30:00Z')).toBe('09.30 WIT');
    expect(plainDate('2026-01-05T15:30:00Z')).toBe('6 Januari 2026');
  });
  it('an offset is read with its sign', () => expect([parseOffset('+08:00'), parseOffset('-03:30')]).toEqual([480, -210]));
  it('zones have their short names', () => expect([420, 480, 540].map(zoneName)).toEqual(['WIB', 'WITA', 'WIT']));
  it('days are counted over a month end', () => expect(daysBetween('2026-01-30', '2026-02-02')).toBe(3));
  it('weekday 1 is Monday', () => expect([1, 7].map((day) => weekdayName(day))).toEqual(['Senin', 'Minggu']));
  it('names are shortened to their first letters', () => {
    expect(weekdayName(1, 'narrow')).toBe('S');
    expect(Array.from({ length: 12 }, (_, i) => monthName(i + 1, 'short')).join(' ')).toBe('Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des');
  });
  it('a short date says the year only when it is another one', () => {
    expect(shortDate('1999-08-17')).toBe('17 Agu 1999');
    expect(shortDate(`${today().slice(0, 4)}-08-17`)).toBe('17 Agu');
  });
  it('a Sunday is the last day of its week', () => expect(longDate('2026-01-11')).toBe('Minggu, 11 Januari 2026'));
});
