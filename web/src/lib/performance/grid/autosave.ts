// Sends what was typed: a moment after the last key, all changed rows together, again when the network is back. What
// is not sent yet lies on the device. It knows rows and the server, not the screen.
import { asProblem, Problem } from '$lib/api/problem';
import { enterValues } from '$lib/performance/api';
import type { Raw } from '$lib/performance/grid/raw';
import type { WorkRow } from '$lib/performance/grid/row.svelte';
import type { FormStore } from '$lib/performance/grid/store';
import type { FormKey, FormReceipt } from '$lib/performance/types';

const quiet = 900; // milliseconds without a key before rows are sent
const keep = 200; // and before they are kept on the device
const retry = 15_000;

export type Outcome = 'stored' | 'sending' | 'offline' | 'stale' | 'refused';

interface Desk {
  key: FormKey;
  store: FormStore;
  rows: WorkRow[];
  /** Rows may be sent: the form is open to me and the session is one the server knows. */
  ready: () => Promise<boolean>;
  take: (receipt: FormReceipt) => void;
  tell: (outcome: Outcome, problem?: Problem) => void;
}

export class Autosave {
  readonly #desk: Desk;
  readonly #touched = new Set<WorkRow>();
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  touch(row: WorkRow): void {
    this.#touched.add(row);
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => void this.keep(), keep);
    this.#later(quiet);
  }

  /** Puts changed rows on the device, and takes away those that are no longer different from the server's. */
  async keep(): Promise<void> {
    clearTimeout(this.#keepTimer);
    const { key, store } = this.#desk;
    const rows = [...this.#touched];
    this.#touched.clear();
    for (const row of rows) await (row.dirty || row.clashes.length ? store.keepDraft(key, row.key, row.draft) : store.dropDraft(key, row.key));
  }

  /** Sends what can be sent now; waits for a sending that is under way. */
  async flush(): Promise<void> {
    clearTimeout(this.#sendTimer);
    await this.#running;
    const batch = this.#desk.rows.filter((row) => row.dirty && !row.wrong && !row.clashes.length && row.writable);
    if (!batch.length) return;
    this.#running = this.#send(batch).finally(() => (this.#running = undefined));
    await this.#running;
  }

  stop(): void {
    clearTimeout(this.#sendTimer);
    void this.keep();
  }

  #later(pause: number): void {
    clearTimeout(this.#sendTimer);
    this.#sendTimer = setTimeout(() => void this.flush(), pause);
  }

  async #send(batch: WorkRow[]): Promise<void> {
    const { key, tell, take, ready } = this.#desk;
    const sent = batch.map((row) => ({ row, raw: row.raw }));
    tell('sending');
    for (const row of batch) row.sending = true;
    try {
      if (!(await ready())) throw new Problem(0);
      const { data } = await enterValues(key, batch.map((row) => ({ ...row.named, entry: row.meant.entry })));
      for (const { row, raw } of sent) row.stored(raw);
      take(data);
      tell('stored');
      for (const row of batch) this.#touched.add(row);
      await this.keep();
      if (batch.some((row) => row.dirty)) this.#later(quiet);
    } catch (thrown) {
      this.#failed(asProblem(thrown), sent);
    } finally {
      for (const row of batch) row.sending = false;
    }
  }

  #failed(problem: Problem, sent: { row: WorkRow; raw: Raw }[]): void {
    if (problem.offline || problem.status === 503) {
      this.#later(problem.retryAfterSeconds ? problem.retryAfterSeconds * 1000 : retry);
      return this.#desk.tell('offline');
    }
    if (problem.stale) return this.#desk.tell('stale');
    const unplaced = problem.faults.filter((fault) => !mark(fault, sent));
    if (problem.faults.length && !unplaced.length) return this.#desk.tell('stored');
    this.#desk.tell('refused', problem);
  }
}

/** Puts "/rows/2/entry/value/number" beside its cell; false when it names none. */
function mark(fault: { pointer: string; detail: string }, sent: { row: WorkRow; raw: Raw }[]): boolean {
  const found = /^\/rows\/(\d+)\/entry\/(\w+)(?:\/(\w+))?/.exec(fault.pointer);
  const row = found && sent[Number(found[1])]?.row;
  if (!row) return false;
  const [, , member = '', inner = ''] = found;
  const part = member === 'parts' ? row.meant.entry.parts[Number(inner)]?.name : undefined;
  const field = part ? `part.${part}` : inner === 'denominator' ? 'second' : member;
  if (!row.fields.includes(field)) return false;
  row.refused = { ...row.refused, [field]: fault.detail };
  return true;
}
