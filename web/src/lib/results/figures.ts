// What a figure's dialog is told. A list of indicators comes without traces, so those are fetched when asked for.
import type { Period } from '$lib/api/types';
import { m } from '$lib/paraglide/messages.js';
import { getIndicator, type Achievement, type BudgetFigure, type IndicatorDetail, type IndicatorResult } from './api';
import { periodUntil } from './period';
import { evidenceCases } from './trace';
import type { Traced } from './tracing.svelte';

export type Basis = 'to_date' | 'of_year';

export const tracedAchievement = (subject: string, what: string, { shown, rating, why_not, value, before_cap, trace }: Achievement): Traced => ({ subject, what, shown, rating, why_not, value, before_cap, trace });

/** What several indicators come to together; each of them is a click away. */
export const tracedTogether = (subject: string, what: string, achievement: Achievement, indicators: IndicatorResult[], year: number): Traced => ({
  ...tracedAchievement(subject, what, achievement),
  links: new Map(indicators.map((one) => [one.indicator, indicatorAddress(one.indicator, year)])),
});

export const tracedBudget = (subject: string, what: string, { shown, verdict, why_not, warnings, trace }: BudgetFigure): Traced => ({ subject, what, shown, verdict, why_not, warnings, trace });

/** An achievement of an indicator, with the places of its evidence. */
export const tracedOf = (detail: IndicatorDetail, what: string, achievement: Achievement): Traced => ({
  ...tracedAchievement(detail.about.name, what, achievement),
  unit: detail.unit,
  cases: evidenceCases(detail),
});

export const indicatorAddress = (indicator: string, year: number): string => `/capaian/indikator/${encodeURIComponent(indicator)}?tahun=${year}`;

/** What is known from the list, and how to come by the rest. */
export function tracedFromList(one: IndicatorResult, basis: Basis, until: Period, untilName: string): { known: Traced; load: () => Promise<Traced> } {
  const what = basis === 'to_date' ? m.achievement_until({ period: untilName }) : m.of_year_until({ period: untilName });
  const href = indicatorAddress(one.indicator, until.year);
  const known = { ...tracedAchievement(one.name, what, basis === 'to_date' ? one.achievement : one.of_year), href };
  const load = async (): Promise<Traced> => {
    const { data } = await getIndicator(one.indicator, until.year);
    const at = periodUntil(data.periods, until);
    const whole = at ? at[basis] : undefined;
    return whole ? { ...tracedOf(data, what, whole), href } : { ...known, trace: { formula: data.about.formula, rules: data.rules, lines: [], remarks: one.remarks } };
  };
  return { known, load };
}
