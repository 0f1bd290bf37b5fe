// Words and colours of the archive.
import type { Tone } from '$lib/inbox/words';
import { m } from '$lib/paraglide/messages.js';
import type { IconName } from '$lib/ui/Icon.svelte';
import type { FileState, Outgoing, Proposal, Retention, SentOutside } from './api';

type Look = { tone: Tone; icon: IconName; text: string };

export const fileStates: FileState[] = ['active', 'inactive', 'permanent', 'due', 'destroyed'];

export function stateLook(state: FileState): Look {
  switch (state) {
    case 'active':
      return { tone: 'good', icon: 'folder', text: m.archive_active_state() };
    case 'inactive':
      return { tone: 'calm', icon: 'pause', text: m.archive_inactive_state() };
    case 'permanent':
      return { tone: 'good', icon: 'stamp', text: m.archive_permanent_state() };
    case 'due':
      return { tone: 'risk', icon: 'alert', text: m.archive_due_state() };
    case 'destroyed':
      return { tone: 'late', icon: 'cross', text: m.archive_destroyed_state() };
  }
}

export function proposalLook(state: Proposal['state']): Look {
  switch (state) {
    case 'proposed':
      return { tone: 'risk', icon: 'clock', text: m.proposal_proposed() };
    case 'approved':
      return { tone: 'good', icon: 'check', text: m.proposal_approved() };
    case 'rejected':
      return { tone: 'late', icon: 'cross', text: m.proposal_rejected() };
    case 'carried_out':
      return { tone: 'calm', icon: 'stamp', text: m.proposal_carried_out() };
  }
}

export function sentLook({ state, received_at, notice }: SentOutside): Look {
  if (notice) return noticeLook(state);
  if (received_at) return { tone: 'good', icon: 'check', text: m.outside_received() };
  switch (state) {
    case 'waiting':
    case 'under_way':
      return { tone: 'risk', icon: 'clock', text: m.outside_waiting() };
    case 'sent':
      return { tone: 'calm', icon: 'send', text: m.outside_sent() };
    case 'failed':
      return { tone: 'late', icon: 'alert', text: m.outside_failed() };
  }
}

/** How long a file is kept, and what then. */
export function retentionWords({ active_years, inactive_years, disposal }: Retention): string {
  const then = disposal === 'destroy' ? m.disposal_destroy() : m.disposal_permanent();
  return `${m.archive_years({ active: active_years, inactive: inactive_years })}, ${then.toLowerCase()}`;
}

/** What a security class means for a paper sent by mail. */
export function howItLeaves(sending: Outgoing['security'][number]['sending'] | undefined): string | undefined {
  if (!sending) return undefined;
  const words = { paper: m.outside_attached(), link: m.outside_by_link(), by_hand: m.outside_not_by_mail() };
  return words[sending];
}

/** Of the mail that tells a recipient of the recall. */
function noticeLook(state: SentOutside['state']): Look {
  switch (state) {
    case 'waiting':
    case 'under_way':
      return { tone: 'risk', icon: 'clock', text: m.notice_waiting() };
    case 'sent':
      return { tone: 'calm', icon: 'send', text: m.notice_sent() };
    case 'failed':
      return { tone: 'late', icon: 'alert', text: m.notice_failed() };
  }
}
