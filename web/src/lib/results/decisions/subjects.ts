// What a decision can be about: indicators, red and missing ones first, then the units that owe a form.
import { m } from '$lib/paraglide/messages.js';
import type { IndicatorResult, OwedForm } from '../api';
import { worstFirst } from '../words';

export interface Subject {
  key: string; // "indicator:IKU-3" or "unit:01J…"
  name: string;
}

export const indicatorSubject = (indicator: string, name: string): Subject => ({ key: `indicator:${indicator}`, name });

function why(one: IndicatorResult): string {
  if (one.red) return m.decision_red();
  return one.achievement.value === undefined ? m.decision_missing() : '';
}

export function subjectsOf(indicators: IndicatorResult[], owed: OwedForm[]): Subject[] {
  const urgent = (one: IndicatorResult) => Number(Boolean(why(one)));
  const figures = worstFirst(indicators)
    .sort((a, b) => urgent(b) - urgent(a))
    .map((one) => indicatorSubject(one.indicator, [one.name, why(one)].filter(Boolean).join(' – ')));
  const units = new Map(owed.map(({ form }) => [form.unit, form.unit_name]));
  return [...[...units].map(([unit, name]) => ({ key: `unit:${unit}`, name: m.decision_form_of({ unit: name }) })), ...figures];
}

export function aboutOf(key: string): { indicator?: string; unit?: string } {
  const at = key.indexOf(':');
  const id = key.slice(at + 1);
  return key.startsWith('unit:') ? { unit: id } : { indicator: id };
}
