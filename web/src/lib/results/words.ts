// The words and looks of results: how a rating reads, which way is better, how a form stands.
import type { Tone } from '$lib/inbox/words';
import { m } from '$lib/paraglide/messages.js';
import type { IconName } from '$lib/ui/Icon.svelte';
import type { IndicatorResult, Polarity, Timeliness } from './api';

export interface Look {
  text: string;
  tone: Tone;
  icon: IconName;
}

/** Red is what the office's profile calls red; above it the two best ratings are good. A node has no red of its own. */
export function ratingLook(rank: number | undefined, rating: string | undefined, red?: boolean): Look {
  if (rank === undefined) return { text: rating ?? m.result_uncounted(), tone: 'calm', icon: 'dot' };
  if (red ?? rank >= 3) return { text: rating ?? '', tone: 'late', icon: 'alert' };
  return rank <= 1 ? { text: rating ?? '', tone: 'good', icon: 'check' } : { text: rating ?? '', tone: 'risk', icon: 'clock' };
}

/** Which way is better; said before any colour is shown. */
export const polarityWord = (polarity: Polarity): string =>
  ({ maximise: m.polarity_maximise, minimise: m.polarity_minimise, range: m.polarity_range, predicate: m.polarity_predicate })[polarity]();

export const polaritySign = (polarity: Polarity): string => ({ maximise: '↑', minimise: '↓', range: '↔', predicate: '↑' })[polarity];

export function timelinessLook(timeliness: Timeliness): Look {
  const looks: Record<Timeliness, Look> = {
    overdue: { text: m.form_overdue(), tone: 'late', icon: 'alert' },
    late: { text: m.form_late(), tone: 'late', icon: 'clock' },
    due_soon: { text: m.form_due_soon(), tone: 'risk', icon: 'clock' },
    not_due: { text: m.form_not_due(), tone: 'calm', icon: 'clock' },
    on_time: { text: m.form_on_time(), tone: 'good', icon: 'check' },
  };
  return looks[timeliness];
}

const rowStates: Record<string, () => string> = {
  empty: m.row_empty,
  entered: m.row_entered,
  submitted: m.row_submitted,
  returned: m.row_returned,
  accepted: m.row_accepted,
  frozen: m.row_frozen,
  left_out: m.row_left_out,
};

/** How a figure stands; a word of the server that is not known here is shown as it came. */
export const rowStateWord = (state: string): string => rowStates[state]?.() ?? (state || '–');

const urgency: Timeliness[] = ['overdue', 'late', 'due_soon', 'not_due', 'on_time'];
export const byUrgency = <T extends { form: { timeliness: Timeliness } }>(owed: T[]): T[] =>
  [...owed].sort((a, b) => urgency.indexOf(a.form.timeliness) - urgency.indexOf(b.form.timeliness));

/** Red ones first, the worst of them on top; what cannot be counted comes last. */
export function worstFirst(indicators: IndicatorResult[]): IndicatorResult[] {
  const value = (one: IndicatorResult) => toNumber(one.achievement.value) ?? Infinity;
  return [...indicators].sort((a, b) => Number(b.red) - Number(a.red) || (b.rank ?? -1) - (a.rank ?? -1) || value(a) - value(b) || a.name.localeCompare(b.name));
}

/** For drawing only: an exact decimal, or a fraction such as 2/3, as a floating-point number. */
export function toNumber(exact: string | undefined): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(exact ?? '');
  return match ? Number(match[1]) / Number(match[2] ?? 1) : undefined;
}
