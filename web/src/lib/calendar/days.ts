// A year as it hangs on the wall: weeks of days, each with what it is. And reading the file of a year.
import type { Calendar, Interval, WeekHours } from '$lib/api/types';

export type DayKind = 'working' | 'weekend' | 'holiday' | 'leave' | 'local' | 'ramadan';

export interface Day {
  date: string;
  number: number;
  kind: DayKind;
  name: string;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

const iso = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Weeks from Monday to Sunday; undefined where the week belongs to another month. */
export function monthWeeks(calendar: Calendar, year: number, month: number, leaveName: string): (Day | undefined)[][] {
  const known = namedDays(calendar, leaveName);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (Day | undefined)[] = Array.from({ length: lead }, () => undefined);
  for (let number = 1; number <= last; number++) {
    const date = iso(year, month, number);
    cells.push({ date, number, ...(known.get(date) ?? ordinary(calendar, date, (cells.length % 7) as number)) });
  }
  while (cells.length % 7) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function namedDays(calendar: Calendar, leaveName: string): Map<string, { kind: DayKind; name: string }> {
  const days = new Map<string, { kind: DayKind; name: string }>();
  for (const date of calendar.year?.collective_leave ?? []) days.set(date, { kind: 'leave', name: leaveName });
  for (const { date, name } of calendar.local_holidays) days.set(date, { kind: 'local', name });
  for (const { date, name } of calendar.year?.holidays ?? []) days.set(date, { kind: 'holiday', name });
  return days;
}

function ordinary(calendar: Calendar, date: string, weekday: number): { kind: DayKind; name: string } {
  const ramadan = calendar.ramadan.some((period) => period.from <= date && date <= period.to);
  const hours = (ramadan ? calendar.hours.ramadan : calendar.hours.normal)[weekdays[weekday]!];
  if (!hours.length) return { kind: 'weekend', name: '' };
  return { kind: ramadan ? 'ramadan' : 'working', name: '' };
}

/** 450 -> "07.30". */
export const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`;

/** "07.30", "07:30" or "7.30" -> 450; undefined when it is no time of day. */
export function minuteOf(text: string): number | undefined {
  const match = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= 1440 ? minute : undefined;
}

/** "07.30-12.00, 13.00-16.00" -> intervals; empty text is a day off; undefined when it cannot be read. */
export function readIntervals(text: string): Interval[] | undefined {
  if (!text.trim() || text.trim() === '-') return [];
  const found: Interval[] = [];
  for (const part of text.split(/[,;]/)) {
    const ends = part.split(/\s*(?:-|–|s\.?d\.?)\s*/i);
    const from = minuteOf(ends[0] ?? '');
    const to = minuteOf(ends[1] ?? '');
    const before = found[found.length - 1]?.to_minute ?? 0;
    if (ends.length !== 2 || from === undefined || to === undefined || from >= to || from < before) return undefined;
    found.push({ from_minute: from, to_minute: to });
  }
  return found;
}

export const showIntervals = (intervals: Interval[]): string =>
  intervals.map(({ from_minute, to_minute }) => `${clockOf(from_minute)}-${clockOf(to_minute)}`).join(', ');

export const weekMinutes = (week: WeekHours): number =>
  weekdays.flatMap((day) => week[day]).reduce((sum, { from_minute, to_minute }) => sum + to_minute - from_minute, 0);

export interface YearFile {
  year: number;
  source: string;
  holidays: { date: string; name: string }[];
  collective_leave: string[];
  ramadan?: { from: string; to: string };
}

/** Reads the file of a year (JSON). Leave days may be dates or {date}. Undefined when it is no such file. */
export function readYearFile(text: string): YearFile | undefined {
  try {
    const file = JSON.parse(text) as Record<string, unknown>;
    const holidays = (file.holidays as { date: string; name: string }[]).map(({ date, name }) => ({ date, name }));
    const leave = (file.collective_leave as (string | { date: string })[]).map((one) => (typeof one === 'string' ? one : one.date));
    const good = Number.isInteger(file.year) && typeof file.source === 'string' && holidays.length > 0 && holidays.every((one) => isDate(one.date) && one.name) && leave.every(isDate);
    if (!good) return undefined;
    const ramadan = file.ramadan as YearFile['ramadan'];
    return {
      year: file.year as number,
      source: file.source as string,
      holidays,
      collective_leave: leave,
      ...(ramadan && isDate(ramadan.from) && isDate(ramadan.to) ? { ramadan: { from: ramadan.from, to: ramadan.to } } : {}),
    };
  } catch {
    return undefined;
  }
}

const isDate = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);
