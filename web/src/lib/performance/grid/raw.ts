// One row of a form as the text of its cells, and the entry that the text means. Text is what a draft keeps, what undo
// puts back and what two people's changes are compared by.
import { showDecimal } from '$lib/format/number';
import { cellsOf, missingText, readNumber, readValue, reasonOf, type Fault, type Read, type Shape } from '$lib/performance/value';
import type { Entry, FollowUp, FormRow } from '$lib/performance/types';

/** value, second (denominator, or the score of a predicate), part.<name>, drivers, obstacles, follow_ups, note. */
export type Field = string;
export type Raw = Readonly<Record<Field, string>>;

export type RowShape = Pick<FormRow, 'kind' | 'about'>;

const longest = 4000; // characters of a narrative
export const words = ['drivers', 'obstacles', 'follow_ups', 'note'] as const;
export const partField = (name: string): Field => `part.${name}`;

export const hasSecond = (row: RowShape): boolean => row.kind === 'indicator' && (row.about.form === 'ratio' || row.about.form === 'predicate');

export function fieldsOf(row: RowShape): Field[] {
  if (row.kind === 'budget') return ['value', 'note'];
  return ['value', 'second', ...row.about.inputs.map((one) => partField(one.name)), ...words];
}

export const shapeOf = (row: RowShape): Shape => ({
  form: row.kind === 'budget' ? 'number' : row.about.form,
  predicates: row.about.predicates,
  negative: row.kind !== 'budget',
});
const partShape: Shape = { form: 'number', predicates: [], negative: true };

export function toRaw(entry: Entry, row: RowShape): Raw {
  const raw: Record<Field, string> = { ...cellsOf(entry.value), drivers: entry.drivers, obstacles: entry.obstacles, note: entry.note };
  raw.follow_ups = followUpText(entry.follow_ups);
  for (const input of row.about.inputs) {
    const part = entry.parts.find((one) => one.name === input.name);
    raw[partField(input.name)] = part ? cellsOf(part.value).value : '';
  }
  return raw;
}

export interface Meant {
  entry: Entry;
  faults: Record<Field, Fault>;
}

export function toEntry(raw: Raw, row: RowShape, english?: boolean): Meant {
  const faults: Record<Field, Fault> = {};
  const note = (field: Field, found: Read) => {
    for (const [cell, fault] of Object.entries(found.faults)) faults[cell === 'value' ? field : 'second'] = fault;
    return found.value;
  };
  const value = note('value', readValue(raw.value ?? '', raw.second ?? '', shapeOf(row), english));
  const parts = row.about.inputs.map((input) => {
    const field = partField(input.name);
    return { name: input.name, value: note(field, readValue(raw[field] ?? '', '', partShape, english)) };
  });
  const follow_ups = readFollowUps(raw.follow_ups ?? '');
  if (follow_ups.some((one) => !one.action.trim())) faults.follow_ups = 'action_missing';
  for (const field of ['drivers', 'obstacles', 'note']) if ((raw[field] ?? '').length > longest) faults[field] = 'text_too_long';
  const text = (field: Field) => (raw[field] ?? '').trim();
  return {
    entry: { value, parts: parts.filter((one) => one.value.kind !== 'blank'), drivers: text('drivers'), obstacles: text('obstacles'), follow_ups, note: text('note') },
    faults,
  };
}

/** A cell's text as it is written when one leaves it: "1234,5" becomes "1.234,5". What cannot be read stays. */
export function tidy(field: Field, text: string, row: RowShape, english?: boolean): string {
  if (words.includes(field as (typeof words)[number])) return text.trim();
  const reason = reasonOf(text);
  if (reason) return missingText(reason);
  const isWord = reason === '' || (field === 'value' && shapeOf(row).form === 'predicate');
  const read = isWord ? undefined : readNumber(text, english);
  return read === undefined ? text.trim() : showDecimal(read);
}

/** "2/232" in the numerator's cell belongs into both. */
export function splitRatio(raw: Raw, row: RowShape): Raw {
  const both = row.about.form === 'ratio' && !raw.second?.trim() ? /^([^/]+)\/([^/]+)$/.exec(raw.value?.trim() ?? '') : null;
  return both && reasonOf(raw.value!) === undefined ? { ...raw, value: tidy('value', both[1]!, row), second: tidy('second', both[2]!, row) } : raw;
}

/** The same row where every cell is tidied, so that two can be compared. */
export function tidied(raw: Raw, row: RowShape, english?: boolean): Raw {
  return Object.fromEntries(fieldsOf(row).map((field) => [field, tidy(field, raw[field] ?? '', row, english)]));
}

export const sameRaw = (one: Raw, other: Raw, row: RowShape): boolean =>
  fieldsOf(row).every((field) => tidy(field, one[field] ?? '', row) === tidy(field, other[field] ?? '', row));

/** Tindak lanjut as one text, so that it is a cell like the others. Empty when there is none. */
export function followUpText(list: FollowUp[]): string {
  const kept = list.map(({ action, owner, due }) => ({ action: action.trim(), owner: owner.trim(), ...(due ? { due } : {}) }));
  return kept.length ? JSON.stringify(kept) : '';
}

export function readFollowUps(text: string): FollowUp[] {
  try {
    const read: unknown = JSON.parse(text || '[]');
    return Array.isArray(read) ? (read as FollowUp[]) : [];
  } catch {
    return [{ action: text.trim(), owner: '' }]; // pasted from a sheet
  }
}
