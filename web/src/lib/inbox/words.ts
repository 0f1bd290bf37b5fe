// The words for what a task asks, how it stands and when it is due. Screens never decide these for themselves.
import type { Action, By, Deadline, Standing, TaskState } from '$lib/api/types';
import { daysBetween, officeDay, today } from '$lib/format/time';
import { m } from '$lib/paraglide/messages.js';

export const actions: Action[] = ['dispose', 'work', 'gather', 'answer', 'review', 'initial', 'sign', 'distribute', 'receive'];

export const actionWord = (action: Action): string =>
  ({
    dispose: m.action_dispose,
    work: m.action_work,
    gather: m.action_gather,
    answer: m.action_answer,
    review: m.action_review,
    initial: m.action_initial,
    sign: m.action_sign,
    distribute: m.action_distribute,
    receive: m.action_receive,
  })[action]();

export const taskStateWord = (state: TaskState): string =>
  ({
    not_started: m.task_not_started,
    started: m.task_started,
    waiting: m.task_waiting,
    returned: m.task_returned,
    done: m.task_done,
    withdrawn: m.task_withdrawn,
  })[state]();

export const isMark = (action: Action): boolean => action === 'initial' || action === 'sign';

export type Tone = 'late' | 'risk' | 'soon' | 'calm' | 'good';

/** When it is due, in words, and how loud to say it. Working days come from the server, which knows the holidays. */
export function due(task: Deadline, now = today()): { text: string; tone: Tone } {
  if (!task.due_at) return { text: m.due_as_needed(), tone: 'calm' };
  if (task.punctuality === 'late') return { text: lateWords(task), tone: 'late' };
  const days = daysBetween(now, officeDay(task.due_at));
  const tone: Tone = task.punctuality === 'at_risk' || days === 0 ? 'risk' : days <= 2 ? 'soon' : 'calm';
  if (days === 0) return { text: m.due_today(), tone };
  if (days === 1) return { text: m.due_tomorrow(), tone };
  return { text: m.due_days({ n: task.days_left ?? days }), tone };
}

function lateWords(task: Deadline): string {
  if (task.days_left && task.days_left < 0) return m.due_late_days({ n: -task.days_left });
  const minutes = -(task.minutes_left ?? 0);
  if (minutes <= 0) return m.due_late_today();
  return minutes < 60 ? m.due_late_minutes({ n: minutes }) : m.due_late_hours({ n: Math.floor(minutes / 60) });
}

export function postWord(standing: Standing | undefined, position: string): string {
  if (standing === 'plt') return m.post_plt({ position });
  if (standing === 'plh') return m.post_plh({ position });
  if (standing === 'delegation') return m.post_delegation({ position });
  return position;
}

/** "Rina Wulandari, Plt. Sekretaris Dinas". */
export const byWords = (by: By): string => (by.position_name ? `${by.name}, ${postWord(by.standing, by.position_name)}` : by.name);
