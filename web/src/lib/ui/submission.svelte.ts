// Sending a form: one at a time, what went wrong kept for the form to show.
import { asProblem, type Problem } from '$lib/api/problem';

export class Submission {
  busy = $state(false);
  problem = $state.raw<Problem>();

  /** True when it went through. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** Puts the cursor into the first field that is marked wrong, once the marks are on the screen. */
export function focusFirstFault(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus());
}
