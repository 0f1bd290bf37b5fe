// One row while it is being worked on: what the server has, what is typed over it, and what is wrong with that.
import { getLocale } from '$lib/paraglide/runtime.js';
import { fieldsOf, sameRaw, splitRatio, tidied, tidy, toEntry, toRaw, type Field, type Raw } from '$lib/performance/grid/raw';
import { merge, settle, type Clash } from '$lib/performance/grid/merge';
import type { Draft } from '$lib/performance/grid/store';
import type { FormRow, RowFinding, RowSeen } from '$lib/performance/types';
import { faultWords } from '$lib/performance/words';

export type Standing = 'stored' | 'waiting' | 'sending' | 'wrong' | 'clash';

export const rowKey = (row: { kind: string; subject: string }): string => `${row.kind}/${row.subject}`;

type Ancestor = Pick<Draft, 'raw' | 'revision'>;

export class WorkRow {
  readonly key: string;
  readonly fields: Field[];
  /** The row as the server last showed it. */
  seen = $state.raw() as FormRow;
  raw = $state.raw() as Raw;
  base = $state.raw() as Raw;
  sending = $state(false);
  clashes = $state.raw<Clash[]>([]);
  /** What the server refused, by cell; gone once the cell is changed. */
  refused = $state.raw<Record<Field, string>>({});

  #ancestor: Ancestor | undefined; // what both began from, while a choice is open

  constructor(row: FormRow) {
    this.key = rowKey(row);
    this.fields = fieldsOf(row);
    this.seen = row;
    this.base = toRaw(row.entry, row);
    this.raw = this.base;
  }

  readonly meant = $derived.by(() => toEntry(this.raw, this.seen));
  readonly dirty = $derived.by(() => !sameRaw(this.raw, this.base, this.seen));
  readonly faults = $derived.by(() => {
    const own = Object.entries(this.meant.faults).map(([field, fault]) => [field, faultWords(fault)] as const);
    return Object.fromEntries([...Object.entries(this.refused), ...own]) as Record<Field, string>;
  });
  readonly wrong = $derived(Object.keys(this.faults).length > 0);
  readonly writable = $derived(['empty', 'entered', 'returned'].includes(this.seen.state));
  readonly blocking = $derived(this.seen.findings.filter(blocks));
  readonly standing = $derived.by((): Standing => {
    if (this.clashes.length) return 'clash';
    if (this.wrong) return 'wrong';
    if (this.sending) return 'sending';
    return this.dirty ? 'waiting' : 'stored';
  });
  readonly filled = $derived(this.meant.entry.value.kind !== 'blank' || (this.seen.about.inputs.length > 0 && this.meant.entry.parts.length === this.seen.about.inputs.length));

  get named(): RowSeen {
    return { kind: this.seen.kind, subject: this.seen.subject, if_revision: this.seen.revision };
  }
  get draft(): Draft {
    const { raw: base, revision } = this.#began; // an open choice is asked for again when the form is opened again
    return { raw: this.raw, base, revision, english: getLocale() === 'en' };
  }
  get #began(): Ancestor {
    return (this.clashes.length && this.#ancestor) || { raw: this.base, revision: this.seen.revision };
  }

  set(field: Field, text: string): void {
    this.raw = { ...this.raw, [field]: text };
    if (!(field in this.refused)) return;
    const { [field]: _gone, ...rest } = this.refused;
    this.refused = rest;
  }

  /** The cell was left. Answers what the tidying changed beside the text itself (a ratio typed as "2/232"). */
  leave(field: Field): void {
    const split = field === 'value' ? splitRatio(this.raw, this.seen) : this.raw;
    this.raw = split === this.raw ? { ...this.raw, [field]: tidy(field, this.raw[field] ?? '', this.seen) } : split;
  }

  /** The server has what was sent; what was typed since stays dirty. */
  stored(sent: Raw): void {
    this.base = tidied(sent, this.seen);
  }

  note(receipt: { revision: number; state: FormRow['state']; findings: RowFinding[] }): void {
    this.seen = { ...this.seen, revision: receipt.revision, state: receipt.state, findings: receipt.findings };
  }

  /** A newer row from the server: what is typed here is kept, and laid beside what somebody else changed. */
  absorb(row: FormRow): void {
    if (row.revision < this.seen.revision) return; // asked before our own change was stored
    const theirs = toRaw(row.entry, row);
    const began = this.#began;
    const merged = this.dirty || this.clashes.length ? merge(this.fields, began.raw, tidied(this.raw, this.seen), theirs) : { raw: theirs, clashes: [] };
    this.#ancestor = began;
    this.seen = row;
    this.base = theirs;
    this.clashes = merged.clashes;
    if (!sameRaw(merged.raw, this.raw, row)) this.raw = merged.raw; // a cell that is being typed in stays untidied
  }

  /** Text from this device over the row that the server just showed. */
  restore(draft: Draft): void {
    const own = tidied(draft.raw, this.seen, draft.english);
    const base = tidied(draft.base, this.seen, draft.english);
    const merged = merge(this.fields, base, own, this.base);
    this.#ancestor = { raw: base, revision: draft.revision };
    this.clashes = draft.revision === this.seen.revision ? [] : merged.clashes;
    this.raw = merged.raw;
  }

  choose(keepTheirs: Set<Field>): void {
    this.raw = settle(this.raw, this.clashes, keepTheirs);
    this.clashes = [];
  }
}

export const blocks = (finding: RowFinding): boolean =>
  finding.severity === 'error' || (finding.severity === 'warning' && finding.waived_because === undefined);
