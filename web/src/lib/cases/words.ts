// The words for a case: its state, its period, its steps and its disposition sheet.
import type { CaseState, CaseStep, Instruction, Nature, Period, StepState } from '$lib/api/types';
import { monthName } from '$lib/format/time';
import type { Tone } from '$lib/inbox/words';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { IconName } from '$lib/ui/Icon.svelte';

export const caseStates: CaseState[] = ['running', 'suspended', 'completed', 'cancelled'];

interface Look {
  text: string;
  tone: Tone;
  icon: IconName;
}

export function caseState(state: CaseState): Look {
  const looks: Record<CaseState, Look> = {
    running: { text: m.case_running(), tone: 'soon', icon: 'next' },
    suspended: { text: m.case_suspended(), tone: 'risk', icon: 'pause' },
    completed: { text: m.case_completed(), tone: 'good', icon: 'check' },
    cancelled: { text: m.case_cancelled(), tone: 'late', icon: 'cross' },
  };
  return looks[state];
}

export function stepState(state: StepState): Look {
  const looks: Record<StepState, Look> = {
    done: { text: m.step_done(), tone: 'good', icon: 'check' },
    open: { text: m.step_open(), tone: 'soon', icon: 'next' },
    to_come: { text: m.step_to_come(), tone: 'calm', icon: 'dot' },
    returned: { text: m.step_returned(), tone: 'late', icon: 'undo' },
    withdrawn: { text: m.step_withdrawn(), tone: 'risk', icon: 'undo' },
    skipped: { text: m.step_skipped(), tone: 'calm', icon: 'dot' },
  };
  return looks[state];
}

const roman = ['I', 'II', 'III', 'IV'];
/** "Triwulan IV" and "Quarter 4", as the server writes them. */
const partWords = (number: number) => (getLocale() === 'en' ? String(number) : (roman[number - 1] ?? String(number)));

export function periodWords(period: Period): string {
  const { kind, year, number } = period;
  if (kind === 'month') return `${monthName(number)} ${year}`;
  if (kind === 'quarter') return m.period_quarter({ number: partWords(number), year });
  if (kind === 'semester') return m.period_semester({ number: partWords(number), year });
  return m.period_year({ year });
}

/** As the filter of GET /cases writes it: 2026, 2026-s1, 2026-q1, 2026-m01. */
export function periodKey(period: Period): string {
  const { kind, year, number } = period;
  if (kind === 'month') return `${year}-m${String(number).padStart(2, '0')}`;
  if (kind === 'quarter') return `${year}-q${number}`;
  if (kind === 'semester') return `${year}-s${number}`;
  return String(year);
}

export const natures: Nature[] = ['ordinary', 'urgent', 'very_urgent', 'confidential'];

export const natureWord = (nature: Nature): string =>
  ({ ordinary: m.nature_ordinary, urgent: m.nature_urgent, very_urgent: m.nature_very_urgent, confidential: m.nature_confidential })[nature]();

export const instructions: Instruction[] = ['respond', 'process', 'coordinate', 'study', 'represent', 'report', 'archive'];

export const instructionWord = (instruction: Instruction): string =>
  ({
    respond: m.instruction_respond,
    process: m.instruction_process,
    coordinate: m.instruction_coordinate,
    study: m.instruction_study,
    represent: m.instruction_represent,
    archive: m.instruction_archive,
    report: m.instruction_report,
  })[instruction]();

/** The newest run of a step, when it has run at all. */
export const latestRun = (step: CaseStep) => step.runs[step.runs.length - 1];

/** The first eight digits are enough to compare by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 8);
