// What can go wrong with a call, as one class: the server's refusal (problem+json), or no answer at all.
import type { components } from './schema';

type Whole = components['schemas']['Problem'];
export type ProblemBody = Partial<Whole>;
export type FieldFault = NonNullable<Whole['errors']>[number];

export class Problem extends Error {
  readonly status: number; // 0: the server could not be reached
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly faults: FieldFault[];
  readonly refusals: NonNullable<Whole['refusals']>;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: ProblemBody = {}, retryAfterSeconds?: number) {
    super(body.title ?? String(status));
    this.status = status;
    this.code = body.code ?? '';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.faults = body.errors ?? [];
    this.refusals = body.refusals ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get offline(): boolean {
    return this.status === 0;
  }
  get stale(): boolean {
    return this.status === 412;
  }

  /** The message for one member of what was sent, for example "/title". */
  faultAt(pointer: string): string | undefined {
    return this.faults.find((fault) => fault.pointer === pointer)?.detail;
  }
}

export const offline = (): Problem => new Problem(0);

/** Anything that was thrown, as a Problem; a mistake of our own is thrown on. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  throw thrown;
}
