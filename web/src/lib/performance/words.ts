// The words of a form: what is wrong in a cell, what its columns are called, how a row stands.
import { plainDate } from '$lib/format/time';
import { m } from '$lib/paraglide/messages.js';
import { partField, readFollowUps, type Field, type RowShape } from '$lib/performance/grid/raw';
import type { Look } from './standing';
import type { RowState } from './types';
import type { Fault } from './value';

export const faultWords = (fault: Fault): string =>
  ({
    number: m.number_unreadable,
    numerator_missing: m.fault_numerator_missing,
    denominator_missing: m.fault_denominator_missing,
    denominator_zero: m.fault_denominator_zero,
    negative: m.fault_negative,
    too_long: m.fault_too_long,
    reason_missing: m.fault_reason_missing,
    reason_too_long: m.fault_reason_too_long,
    predicate_unknown: m.fault_predicate_unknown,
    not_with_second: m.fault_not_with_second,
    action_missing: m.fault_action_missing,
    text_too_long: m.fault_text_too_long,
  })[fault]();

export function fieldWords(field: Field, row: RowShape): string {
  const { form, inputs } = row.about;
  if (field === 'value' && row.kind === 'indicator' && form === 'ratio') return m.numerator();
  if (field === 'second') return form === 'predicate' ? m.score() : m.denominator();
  const input = inputs.find((one) => partField(one.name) === field);
  if (input) return input.label;
  return ({ value: m.realisation, drivers: m.drivers, obstacles: m.obstacles, follow_ups: m.follow_ups, note: m.entry_note } as Record<Field, () => string>)[field]?.() ?? field;
}

export function followUpWords(text: string): string {
  const one = readFollowUps(text).map(({ action, owner, due }) => [action, owner, due && plainDate(due)].filter(Boolean).join(' \u00b7 '));
  return one.join('\n');
}

export function rowLook(state: RowState): Look {
  const looks: Record<RowState, Look> = {
    empty: { text: m.row_empty(), tone: 'calm', icon: 'dot' },
    entered: { text: m.row_entered(), tone: 'good', icon: 'check' },
    submitted: { text: m.row_submitted(), tone: 'soon', icon: 'send' },
    returned: { text: m.row_returned(), tone: 'late', icon: 'undo' },
    accepted: { text: m.row_accepted(), tone: 'good', icon: 'check' },
    frozen: { text: m.row_frozen(), tone: 'calm', icon: 'lock' },
    left_out: { text: m.row_left_out(), tone: 'risk', icon: 'alert' },
  };
  return looks[state];
}
