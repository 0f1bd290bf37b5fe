// Where a division's form is and how it stands, for the screens that only point at it.
import { dateAndClock } from '$lib/format/time';
import type { Tone } from '$lib/inbox/words';
import { m } from '$lib/paraglide/messages.js';
import type { IconName } from '$lib/ui/Icon.svelte';
import type { FormSummary, Timeliness } from './types';

export interface Look {
  text: string;
  tone: Tone;
  icon: IconName;
}

/** When the form is due and whether it came in time, in words. */
export function timeliness(summary: FormSummary): Look {
  const looks: Record<Timeliness, Look> = {
    not_due: { text: m.form_not_due(), tone: 'calm', icon: 'clock' },
    due_soon: { text: m.form_due_soon(), tone: 'risk', icon: 'clock' },
    on_time: { text: m.form_on_time(), tone: 'good', icon: 'check' },
    late: { text: m.form_late(), tone: 'risk', icon: 'clock' },
    overdue: { text: m.form_overdue(), tone: 'late', icon: 'alert' },
  };
  return looks[summary.timeliness];
}

/** How many working days are left or over, while the form is owed. */
export function daysWords({ days_left: days, minutes_left: minutes, owed }: FormSummary): string {
  if (!owed || days === undefined) return '';
  if (days < 0) return m.form_days_over({ n: -days });
  if (days > 0) return m.form_days_left({ n: days });
  return (minutes ?? 0) < 0 ? m.form_over_today() : m.form_due_today();
}

/** When the division was reminded last, and why. */
export function remindedWords({ reminders }: FormSummary): string {
  const last = reminders.at(-1);
  if (!last) return '';
  const words = m.reminded_at({ date: dateAndClock(last.at), why: last.by ? m.reminded_by({ name: last.by }) : last.words });
  return reminders.length > 1 ? `${words} ${m.reminded_times({ n: reminders.length })}` : words;
}

export const formAddress = (caseId: string, unit: string): string => `/berkas/${encodeURIComponent(caseId)}/formulir/${encodeURIComponent(unit)}`;
