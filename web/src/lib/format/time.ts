// Dates and times as the office reads them: its own clock (a fixed offset from UTC; Indonesia has no daylight saving),
// the language of the screen. Nothing here asks the browser which zone it is in.
import { getLocale } from '$lib/paraglide/runtime.js';

let offsetMinutes = 7 * 60;

/** "+07:00" -> 420. */
export function parseOffset(text: string): number {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(text);
  if (!match) return 7 * 60;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

export function useOffset(text: string | undefined): void {
  if (text) offsetMinutes = parseOffset(text);
}

/** The zone's short name: WIB, WITA or WIT; otherwise UTC+n. */
export function zoneName(minutes = offsetMinutes): string {
  const names: Record<number, string> = { 420: 'WIB', 480: 'WITA', 540: 'WIT' };
  return names[minutes] ?? `UTC${minutes < 0 ? '-' : '+'}${Math.abs(minutes) / 60}`;
}

// Written out here, because the browser's own formatter takes an old phone a tenth of a second to make.
const names = {
  id: {
    months: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
    days: 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' '),
  },
  en: {
    months: 'January February March April May June July August September October November December'.split(' '),
    days: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  },
};
const lengths = { long: undefined, short: 3, narrow: 1 }; // letters

/** The instant as if the office's clock were UTC, so that a UTC formatter prints office time. */
function shifted(instant: string | Date): Date {
  const at = typeof instant === 'string' ? new Date(instant) : instant;
  return new Date(at.getTime() + offsetMinutes * 60_000);
}

/** The calendar day at the office, yyyy-mm-dd. */
export function officeDay(instant: string | Date): string {
  return shifted(instant).toISOString().slice(0, 10);
}

export const today = (): string => officeDay(new Date());

/** "Senin, 5 Januari 2026", from an instant or from yyyy-mm-dd. */
export const longDate = (value: string): string => `${weekdayName(asDay(value).getUTCDay() || 7)}, ${plainDate(value)}`;

/** "5 Januari 2026". */
export function plainDate(value: string): string {
  const day = asDay(value);
  return `${day.getUTCDate()} ${monthName(day.getUTCMonth() + 1)} ${day.getUTCFullYear()}`;
}

/** "5 Jan", with the year when it is not this one. */
export function shortDate(value: string): string {
  const day = asDay(value);
  const year = day.getUTCFullYear();
  const sameYear = year === Number(today().slice(0, 4));
  return `${day.getUTCDate()} ${monthName(day.getUTCMonth() + 1, 'short')}${sameYear ? '' : ` ${year}`}`;
}

/** "07.30 WIB". */
export function clock(instant: string): string {
  const [hour, minute] = shifted(instant).toISOString().slice(11, 16).split(':');
  return `${hour}${getLocale() === 'en' ? ':' : '.'}${minute} ${zoneName()}`;
}

/** "5 Januari 2026, 07.30 WIB". */
export const dateAndClock = (instant: string): string => `${plainDate(instant)}, ${clock(instant)}`;

export const monthName = (month: number, length: 'long' | 'short' = 'long'): string =>
  names[getLocale()].months[month - 1]!.slice(0, lengths[length]);

/** 1 is Monday, as in ISO 8601. */
export const weekdayName = (day: number, length: 'long' | 'short' | 'narrow' = 'long'): string =>
  names[getLocale()].days[day - 1]!.slice(0, lengths[length]);

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function asDay(value: string): Date {
  return value.length === 10 ? new Date(`${value}T00:00:00Z`) : shifted(value);
}
