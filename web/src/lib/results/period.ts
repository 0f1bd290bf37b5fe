// Periods of a year as a choice, and which of an indicator's own periods is meant by one.
import { periodKey, periodWords } from '$lib/cases/words';
import type { Period } from '$lib/api/types';
import { monthName } from '$lib/format/time';
import { m } from '$lib/paraglide/messages.js';
import type { PeriodResult } from './api';

const perYear: Record<Period['kind'], number> = { month: 12, quarter: 4, semester: 2, year: 1 };

/** The last month of a period, 1 to 12. */
export const lastMonth = ({ kind, number }: Period): number => (12 / perYear[kind]) * number;

/** The year first, then its quarters, semesters and months; the value is what GET /results asks for. */
export function periodChoices(year: number): { value: string; label: string }[] {
  const kinds: Period['kind'][] = ['quarter', 'semester', 'month'];
  const parts = kinds.flatMap((kind) => Array.from({ length: perYear[kind] }, (_, i): Period => ({ kind, year, number: i + 1 })));
  return [{ value: '', label: m.result_whole_year() }, ...parts.map((period) => ({ value: periodKey(period), label: periodWords(period) }))];
}

/** The last period of an indicator that ends no later than the one asked for. */
export function periodUntil(periods: PeriodResult[], until: Period): PeriodResult | undefined {
  return periods.filter(({ period }) => lastMonth(period) <= lastMonth(until)).at(-1);
}

/** The same period of another year. */
export const inYear = (key: string, year: number): string => key.replace(/^\d{4}/, String(year));

const roman = ['I', 'II', 'III', 'IV'];

/** As short as it fits under a chart: "TW II", "Sem. I", "Jan", "2026". */
export function shortPeriod({ kind, year, number }: Period): string {
  if (kind === 'quarter') return m.quarter_short({ number: roman[number - 1] ?? number });
  if (kind === 'semester') return m.semester_short({ number: roman[number - 1] ?? number });
  return kind === 'month' ? monthName(number).slice(0, 3) : String(year);
}
