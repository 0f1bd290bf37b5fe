// What stands in the cells of one value, as text, and the value it means. Nothing (blank), zero and "tidak tersedia"
// are three things: an empty cell, "0", and the words "tidak tersedia: why".
import { parseDecimal, showDecimal } from '$lib/format/number';
import { m } from '$lib/paraglide/messages.js';
import type { Value } from './types';

export type Fault =
  | 'number'
  | 'numerator_missing'
  | 'denominator_missing'
  | 'denominator_zero'
  | 'negative'
  | 'too_long'
  | 'reason_missing'
  | 'reason_too_long'
  | 'predicate_unknown'
  | 'not_with_second'
  | 'action_missing'
  | 'text_too_long';

export type Cell = 'value' | 'second';

export interface Read {
  value: Value;
  faults: Partial<Record<Cell, Fault>>;
}

export interface Shape {
  form: 'number' | 'ratio' | 'predicate' | 'derived';
  predicates: string[];
  /** Money that was spent cannot be negative. */
  negative: boolean;
}

const missing = /^(?:tidak\s+tersedia|not\s+available|n\/a|t\/a)\b\s*(?:[:;,.\u2013-]\s*)?([\s\S]*)$/i;
const digits = /^-?\d{1,24}(?:\.\d{1,10})?$/; // what the server takes

/** The reason behind "tidak tersedia: ...", possibly empty; undefined when the text does not say so. */
export const reasonOf = (text: string): string | undefined => missing.exec(text.trim())?.[1]?.trim();

export const missingText = (reason: string): string => (reason ? `${m.not_available()}: ${reason}` : m.not_available());

/** "1.234,5", also with "Rp" before it. */
export function readNumber(text: string, english?: boolean): string | undefined {
  return parseDecimal(text.trim().replace(/^Rp\.?\s*/i, ''), english);
}

function number(text: string, negative: boolean, english?: boolean): { number?: string; fault?: Fault } {
  const read = readNumber(text, english);
  if (read === undefined) return { fault: 'number' };
  if (!digits.test(read)) return { fault: 'too_long' };
  if (!negative && read.startsWith('-')) return { fault: 'negative' };
  return { number: read };
}

export function readValue(text: string, second: string, shape: Shape, english?: boolean): Read {
  const first = text.trim();
  const other = second.trim();
  const reason = reasonOf(first);
  if (reason !== undefined) return notAvailable(reason, other);
  if (shape.form === 'derived') return first ? bad('value', 'number') : { value: { kind: 'blank' }, faults: {} };
  if (shape.form === 'ratio') return ratio(first, other, english);
  if (shape.form === 'predicate') return predicate(first, other, shape, english);
  if (!first) return { value: { kind: 'blank' }, faults: {} };
  const read = number(first, shape.negative, english);
  return read.fault ? bad('value', read.fault) : { value: { kind: 'number', number: read.number }, faults: {} };
}

const bad = (cell: Cell, fault: Fault): Read => ({ value: { kind: 'blank' }, faults: { [cell]: fault } });

function notAvailable(reason: string, second: string): Read {
  if (!reason) return bad('value', 'reason_missing');
  if (reason.length > 500) return bad('value', 'reason_too_long');
  if (second) return bad('second', 'not_with_second');
  return { value: { kind: 'not_available', reason }, faults: {} };
}

function ratio(text: string, second: string, english?: boolean): Read {
  const both = second ? undefined : /^([^/]+)\/([^/]+)$/.exec(text);
  const [above, below] = both ? [both[1]!, both[2]!] : [text, second];
  if (!above && !below) return { value: { kind: 'blank' }, faults: {} };
  const top = above ? number(above, true, english) : { fault: 'numerator_missing' as const };
  const bottom = below ? number(below, true, english) : { fault: 'denominator_missing' as const };
  const faults: Read['faults'] = {};
  if (top.fault) faults.value = top.fault;
  if (bottom.fault) faults[both ? 'value' : 'second'] = bottom.fault;
  else if ('number' in bottom && /^-?0*(\.0*)?$/.test(bottom.number ?? '')) faults[both ? 'value' : 'second'] = 'denominator_zero';
  if (Object.keys(faults).length) return { value: { kind: 'blank' }, faults };
  return { value: { kind: 'ratio', numerator: (top as { number: string }).number, denominator: (bottom as { number: string }).number }, faults: {} };
}

function predicate(text: string, second: string, shape: Shape, english?: boolean): Read {
  if (!text) return second ? bad('value', 'predicate_unknown') : { value: { kind: 'blank' }, faults: {} };
  const known = shape.predicates.find((one) => one.toLowerCase() === text.toLowerCase());
  if (!known) return bad('value', 'predicate_unknown');
  if (!second) return { value: { kind: 'predicate', predicate: known }, faults: {} };
  const score = number(second, true, english);
  return score.fault ? bad('second', score.fault) : { value: { kind: 'predicate', predicate: known, number: score.number }, faults: {} };
}

/** A value as the text of its two cells. */
export function cellsOf(value: Value): Record<Cell, string> {
  const shown = (text: string | undefined) => (text === undefined ? '' : showDecimal(text));
  if (value.kind === 'not_available') return { value: missingText(value.reason ?? ''), second: '' };
  if (value.kind === 'ratio') return { value: shown(value.numerator), second: shown(value.denominator) };
  if (value.kind === 'predicate') return { value: value.predicate ?? '', second: shown(value.number) };
  return { value: shown(value.number), second: '' };
}

/** A value in one line, for reading: "2 / 232", "B (69,5)"; empty when it is blank. */
export function valueWords(value: Value | undefined): string {
  if (!value) return '';
  const { value: first, second } = cellsOf(value);
  if (value.kind === 'ratio') return `${first} / ${second}`;
  return value.kind === 'predicate' && second ? `${first} (${second})` : first;
}
