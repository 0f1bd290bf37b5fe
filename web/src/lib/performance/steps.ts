// Undo and redo. One step is what one act changed: a stretch of typing in one cell, a pasted block, a dialog.
import type { Field } from '$lib/performance/grid/raw';

export interface Change<Row> {
  row: Row;
  field: Field;
  before: string;
  after: string;
}
export type Step<Row> = Change<Row>[];

export class Steps<Row> {
  #done: Step<Row>[] = [];
  #undone: Step<Row>[] = [];
  #open = false; // typing goes on in the cell of the newest step

  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** `typing`: a further letter in the same cell belongs to the same step. */
  add(step: Step<Row>, typing = false): void {
    const changed = step.filter((one) => one.before !== one.after);
    if (!changed.length) return;
    this.#undone = [];
    const last = this.#done.at(-1);
    const [only] = changed;
    if (typing && this.#open && last?.length === 1 && last[0]!.row === only!.row && last[0]!.field === only!.field) {
      last[0] = { ...last[0]!, after: only!.after };
    } else this.#done.push(changed);
    this.#open = typing;
  }

  /** The cell was left: what comes next is another step. */
  close(): void {
    this.#open = false;
  }

  undo(): Step<Row> | undefined {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
    this.#open = false;
    return step;
  }

  redo(): Step<Row> | undefined {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    this.#open = false;
    return step;
  }
}
