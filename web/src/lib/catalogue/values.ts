// Values and targets as text fields, and back. Blank, zero and "not available" stay three things.
import { parseDecimal, showDecimal } from '$lib/format/number';
import { m } from '$lib/paraglide/messages.js';
import type { IndicatorSheet, Target, Value } from './api';

export type TargetKind = 'number' | 'ratio' | 'predicate' | 'range';
/** `first` is the number, numerator, predicate or lower bound; `second` the denominator, the score or the upper bound. */
export interface TargetDraft {
  first: string;
  second: string;
}

export function targetKind({ polarity, form }: Pick<IndicatorSheet, 'polarity' | 'form'>): TargetKind {
  if (polarity === 'range') return 'range';
  return form === 'predicate' || form === 'ratio' ? form : 'number';
}

const shown = (exact: string | undefined): string => (exact === undefined ? '' : showDecimal(exact));

export function showValue(value: Value): string {
  if (value.kind === 'number') return shown(value.number);
  if (value.kind === 'ratio') return `${shown(value.numerator)} / ${shown(value.denominator)}`;
  if (value.kind === 'predicate') return value.number === undefined ? (value.predicate ?? '') : `${value.predicate} (${shown(value.number)})`;
  return value.kind === 'not_available' ? m.value_not_available({ reason: value.reason ?? '' }) : '–';
}

export function showTarget({ value, lower, upper }: Target): string {
  if (lower !== undefined && upper !== undefined) return m.range_between({ lower: shown(lower), upper: shown(upper) });
  if (lower !== undefined) return m.range_from({ lower: shown(lower) });
  return upper === undefined ? showValue(value) : m.range_to({ upper: shown(upper) });
}

export function draftOfTarget(target: Target | undefined, kind: TargetKind): TargetDraft {
  if (!target) return { first: '', second: '' };
  const { value, lower, upper } = target;
  if (kind === 'range') return { first: shown(lower), second: shown(upper) };
  if (kind === 'ratio' && value.kind === 'ratio') return { first: shown(value.numerator), second: shown(value.denominator) };
  if (kind === 'predicate' && value.kind === 'predicate') return { first: value.predicate ?? '', second: shown(value.number) };
  return { first: shown(value.number), second: '' };
}

export const isEmptyDraft = ({ first, second }: TargetDraft): boolean => !first.trim() && !second.trim();

/** Undefined when what was typed cannot be read; a target without a value when nothing was typed. */
export function readTarget(draft: TargetDraft, kind: TargetKind): Target | undefined {
  if (isEmptyDraft(draft)) return { value: { kind: 'blank' } };
  const [first, second] = [parseDecimal(draft.first), parseDecimal(draft.second)];
  const given = (text: string) => text.trim() !== '';
  switch (kind) {
    case 'number':
      return first === undefined ? undefined : { value: { kind: 'number', number: first } };
    case 'ratio':
      return first === undefined || second === undefined || /^0(\.0+)?$/.test(second) ? undefined : { value: { kind: 'ratio', numerator: first, denominator: second } };
    case 'predicate':
      if (!given(draft.first) || (given(draft.second) && second === undefined)) return undefined;
      return { value: { kind: 'predicate', predicate: draft.first.trim(), ...(second === undefined ? {} : { number: second }) } };
    case 'range':
      if ((given(draft.first) && first === undefined) || (given(draft.second) && second === undefined)) return undefined;
      return { value: { kind: 'blank' }, ...(first === undefined ? {} : { lower: first }), ...(second === undefined ? {} : { upper: second }) };
  }
}
