// My tasks, as the server orders them (soonest due first), with the counts of the whole inbox, whatever the filter.
import { asProblem, type Problem } from '$lib/api/problem';
import type { Action, TaskCard, TaskCounts } from '$lib/api/types';
import type { OwedForm } from '$lib/performance/types';
import { listOwedForms, listTasks } from './api';

const pageSize = 25;
const mostAtOnce = 100;

class Inbox {
  items = $state.raw<TaskCard[]>([]);
  counts = $state.raw<TaskCounts>();
  next = $state<string>();
  q = $state('');
  action = $state<Action | ''>('');
  loading = $state(false);
  problem = $state.raw<Problem>();
  /** Forms that are still owed, by me or to me; unknown until they were asked for once. */
  owed = $state.raw<OwedForm[]>();

  #running: AbortController | undefined;

  /** Asks again from the top; keeps as many rows as are on the screen. */
  async load(rows = pageSize): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.loading = true;
    try {
      const limit = Math.min(Math.max(rows, pageSize), mostAtOnce);
      const { data } = await listTasks({ ...this.#filter(), limit }, running.signal);
      this.items = data.items;
      this.next = data.next;
      this.counts = data.counts;
      this.problem = undefined;
    } catch (thrown) {
      if (!running.signal.aborted) this.problem = asProblem(thrown);
    } finally {
      if (this.#running === running) this.loading = false;
    }
  }

  refresh = (): Promise<void> => this.load(this.items.length);

  /** Without an answer the inbox is as good as before. */
  loadOwed = async (): Promise<void> => {
    this.owed = (await listOwedForms().catch(() => undefined))?.data.items ?? this.owed ?? [];
  };

  async more(): Promise<void> {
    if (!this.next || this.loading) return;
    this.loading = true;
    try {
      const { data } = await listTasks({ ...this.#filter(), limit: pageSize, after: this.next });
      const known = new Set(this.items.map((task) => task.id));
      this.items = [...this.items, ...data.items.filter((task) => !known.has(task.id))];
      this.next = data.next;
      this.counts = data.counts;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.loading = false;
    }
  }

  #filter(): { q?: string; action?: Action } {
    return { q: this.q.trim() || undefined, action: this.action || undefined };
  }
}

export const inbox = new Inbox();
