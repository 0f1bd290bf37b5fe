// Where a division's form is and how it stands, for the screens that only point at it.
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

export const formAddress = (caseId: string, unit: string): string => `/berkas/${encodeURIComponent(caseId)}/formulir/${encodeURIComponent(unit)}`;
