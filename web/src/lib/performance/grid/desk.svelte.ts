// A division's form while somebody is at it: the rows, the steps that can be undone, what is stored and what is not.
// Components read it and call it; sending lies in autosave.ts, the rules of a cell in raw.ts.
import { asProblem, type Problem } from '$lib/api/problem';
import { m } from '$lib/paraglide/messages.js';
import { session } from '$lib/session/session.svelte';
import { announcer } from '$lib/ui/announce.svelte';
import { getForm } from '$lib/performance/api';
import { Autosave, type Outcome } from '$lib/performance/grid/autosave';
import { isBlock, parseBlock, place, type Line } from '$lib/performance/grid/paste';
import { hasSecond, partField, type Field } from '$lib/performance/grid/raw';
import { rowKey, WorkRow } from '$lib/performance/grid/row.svelte';
import { Steps, type Step } from '$lib/performance/steps';
import { FormStore } from '$lib/performance/grid/store';
import type { CheckCode, Form, FormKey, FormReceipt } from '$lib/performance/types';

const settleTime = 1200; // milliseconds after a change was stored before figures are asked for again
export const columns = ['value', 'second', 'drivers', 'obstacles', 'note'] as const;

export type Asking =
  | { what: 'evidence' | 'follow_ups' | 'return' | 'correct'; row: WorkRow }
  | { what: 'missing'; row: WorkRow; field: Field }
  | { what: 'waive'; row: WorkRow; code: CheckCode; text: string }
  | { what: 'conflict' | 'send' };

export class FormDesk {
  readonly key: FormKey;
  readonly store = new FormStore(session.me?.account ?? '');
  form = $state.raw<Form>();
  rows = $state.raw<WorkRow[]>([]);
  problem = $state.raw<Problem>();
  refusal = $state.raw<Problem>();
  outcome = $state<Outcome>('stored');
  storedAt = $state('');
  /** The form lies on the screen as this device kept it. */
  keptSince = $state('');
  asking = $state.raw<Asking>();
  canUndo = $state(false);
  canRedo = $state(false);

  readonly #steps = new Steps<WorkRow>();
  readonly #autosave: Autosave;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(key: FormKey) {
    this.key = key;
    const desk = this;
    this.#autosave = new Autosave({
      key,
      store: this.store,
      get rows() {
        return desk.rows;
      },
      ready: () => session.reconnect(),
      take: (receipt) => this.take(receipt),
      tell: (outcome, problem) => this.#tell(outcome, problem),
    });
  }

  readonly indicators = $derived(this.rows.filter((row) => row.seen.kind === 'indicator'));
  readonly budget = $derived(this.rows.filter((row) => row.seen.kind === 'budget'));
  readonly mayFill = $derived(this.#allows('fill') && !this.form?.frozen_at);
  readonly mayJudge = $derived(this.#allows('judge'));
  readonly mayCorrect = $derived(this.#allows('correct'));
  readonly filled = $derived(this.rows.filter((row) => row.filled).length);
  readonly faults = $derived(this.rows.reduce((sum, row) => sum + Object.keys(row.faults).length, 0));
  readonly waiting = $derived(this.rows.filter((row) => row.dirty).length);
  readonly clashing = $derived(this.rows.filter((row) => row.clashes.length));
  readonly unsent = $derived(this.rows.filter((row) => row.writable));
  readonly lines = $derived.by((): Line<WorkRow>[] => [...this.indicators, ...this.budget].flatMap((row) => this.#linesOf(row)));
  readonly places = $derived.by(() => {
    const found = new Map<string, { line: number; column: number }>();
    this.lines.forEach(({ row, fields }, line) => fields.forEach((field, column) => field && found.set(`${row.key} ${field}`, { line, column })));
    return found;
  });

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      await this.#show((await getForm(this.key)).data);
      this.#reached();
    } catch (thrown) {
      const kept = asProblem(thrown).offline ? await this.store.readForm(this.key) : undefined;
      if (!kept) return void (this.problem = asProblem(thrown));
      if (!this.form) await this.#show(kept.form);
      this.keptSince = kept.at;
      this.outcome = 'offline';
    }
    if (this.clashing.length) this.asking = { what: 'conflict' };
    await this.#autosave.flush();
  }

  /** Asks again; what is typed stays. Quiet when the server cannot be reached. */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const { data } = await getForm(this.key);
      if (turn === this.#turn) await this.#show(data);
      this.#reached();
    } catch (thrown) {
      if (!asProblem(thrown).offline) this.refusal = asProblem(thrown);
    }
  }

  edit(row: WorkRow, field: Field, text: string): void {
    this.#apply([{ row, field, before: row.raw[field] ?? '', after: text }], true);
  }

  leave(row: WorkRow, field: Field): void {
    row.leave(field);
    this.#steps.close();
    if (row.dirty) this.#autosave.touch(row);
  }

  /** Several cells at once, as one step. */
  change(changes: { row: WorkRow; field: Field; text: string }[]): void {
    this.#apply(changes.map(({ row, field, text }) => ({ row, field, before: row.raw[field] ?? '', after: text })), false);
    for (const { row, field } of changes) this.leave(row, field);
  }

  /** True when the text was a block and went into the grid. */
  paste(at: { line: number; column: number }, text: string): boolean {
    if (!isBlock(text)) return false;
    const { changes, lost } = place(this.lines, at, parseBlock(text));
    this.change(changes);
    announcer.tell(lost ? m.pasted_with_lost({ n: changes.length, lost }) : m.pasted({ n: changes.length }));
    return true;
  }

  undo(): void {
    this.#replay(this.#steps.undo(), 'before');
  }
  redo(): void {
    this.#replay(this.#steps.redo(), 'after');
  }

  /** Everything typed is sent, then the act; its receipt and the newest form are taken over. */
  async act(work: () => Promise<{ data: FormReceipt }>): Promise<void> {
    await this.#autosave.flush();
    await session.reconnect();
    this.take((await work()).data);
    await this.refresh();
  }

  flush = (): Promise<void> => this.#autosave.flush();
  keep = (): Promise<void> => this.#autosave.keep();

  choose(row: WorkRow, keepTheirs: Set<Field>): void {
    row.choose(keepTheirs);
    this.#autosave.touch(row);
  }

  take(receipt: FormReceipt): void {
    for (const one of receipt.rows) this.rows.find((row) => row.key === rowKey(one))?.note(one);
  }

  stop(): void {
    clearTimeout(this.#settle);
    void this.#autosave.flush();
    this.#autosave.stop();
  }

  #reached(): void {
    this.keptSince = '';
    if (this.outcome === 'offline') this.outcome = 'stored';
  }

  #allows(act: 'fill' | 'judge' | 'correct'): boolean {
    return this.form?.summary.allowed.includes(act) ?? false;
  }

  #linesOf(row: WorkRow): Line<WorkRow>[] {
    const { about, kind } = row.seen;
    const locked = !this.mayFill || !row.writable;
    if (kind === 'budget') return [{ row, locked, fields: ['value', undefined, undefined, undefined, 'note'] }];
    const main = { row, locked, fields: [about.form === 'derived' ? undefined : 'value', hasSecond(row.seen) ? 'second' : undefined, 'drivers', 'obstacles', 'note'] };
    return [main, ...about.inputs.map((input) => ({ row, locked, fields: [partField(input.name)] }))];
  }

  async #show(form: Form): Promise<void> {
    const known = new Map(this.rows.map((row) => [row.key, row]));
    const isFirst = !this.form;
    this.form = form;
    for (const row of form.rows) known.get(rowKey(row))?.absorb(row);
    if (form.rows.some((row) => !known.has(rowKey(row))) || known.size !== form.rows.length) {
      this.rows = form.rows.map((row) => known.get(rowKey(row)) ?? new WorkRow(row));
    }
    if (isFirst) await this.#restore();
    void this.store.keepForm(this.key, form);
  }

  async #restore(): Promise<void> {
    const drafts = await this.store.readDrafts(this.key);
    for (const row of this.rows) {
      const draft = drafts.get(row.key);
      if (draft && row.writable) row.restore(draft);
      else if (draft) await this.store.dropDraft(this.key, row.key);
    }
    if (this.waiting) announcer.say(m.draft_restored());
  }

  #apply(step: Step<WorkRow>, typing: boolean): void {
    for (const { row, field, after } of step) row.set(field, after);
    for (const row of new Set(step.map((one) => one.row))) this.#autosave.touch(row);
    this.#steps.add(step, typing);
    this.#count();
  }

  #replay(step: Step<WorkRow> | undefined, side: 'before' | 'after'): void {
    for (const change of step ?? []) {
      if (!change.row.writable) continue;
      change.row.set(change.field, change[side]);
      this.#autosave.touch(change.row);
    }
    this.#count();
    if (step) announcer.say(side === 'before' ? m.undone() : m.redone());
  }

  #count(): void {
    this.canUndo = this.#steps.canUndo;
    this.canRedo = this.#steps.canRedo;
  }

  #tell(outcome: Outcome, problem?: Problem): void {
    this.outcome = outcome;
    this.refusal = problem;
    if (outcome === 'stored') {
      this.storedAt = new Date().toISOString();
      clearTimeout(this.#settle);
      this.#settle = setTimeout(() => void this.refresh(), settleTime);
    }
    if (outcome === 'stale' || outcome === 'refused') void this.#recover();
  }

  async #recover(): Promise<void> {
    await this.refresh();
    if (this.clashing.length) this.asking = { what: 'conflict' };
    else if (this.outcome === 'stale') for (const row of this.rows.filter((one) => one.dirty)) this.#autosave.touch(row);
  }
}
