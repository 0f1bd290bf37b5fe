// Which figure's trace is on the screen. A page mounts one TraceDialog; every figure of it asks here to be shown.
import { asProblem, type Problem } from '$lib/api/problem';
import type { Trace } from './api';

export interface Traced {
  /** What the figure is about, for example "Kunjungan perpustakaan". */
  subject: string;
  /** What it says, for example "Capaian sampai Triwulan II 2026". */
  what: string;
  shown?: string | undefined;
  rating?: string | undefined;
  verdict?: string | undefined;
  why_not?: string | undefined;
  value?: string | undefined;
  before_cap?: string | undefined;
  warnings?: string[];
  trace?: Trace | undefined;
  /** Whose evidence it is: the unit, and in which case each piece was handed in. */
  unit?: string;
  cases?: Map<string, string>;
  /** Where the figures of other indicators that went in come from, by their source. */
  links?: Map<string, string>;
  /** Where everything about it stands. */
  href?: string;
}

class Tracing {
  open = $state(false);
  traced = $state.raw<Traced>();
  problem = $state.raw<Problem>();
  #turn = 0;

  show(traced: Traced): void {
    this.#turn += 1;
    this.problem = undefined;
    this.traced = traced;
    this.open = true;
  }

  /** Shows at once what is known and fills in the rest when it has come. */
  async fetch(known: Traced, load: () => Promise<Traced>): Promise<void> {
    this.show(known);
    const mine = this.#turn;
    try {
      const whole = await load();
      if (mine === this.#turn) this.traced = whole;
    } catch (thrown) {
      if (mine === this.#turn) this.problem = asProblem(thrown);
    }
  }
}

export const tracing = new Tracing();
