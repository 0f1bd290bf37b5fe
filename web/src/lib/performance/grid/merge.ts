// Two people changed the same row. What only one of them touched is taken; where both did, a person must choose.
import type { Field, Raw } from '$lib/performance/grid/raw';

export interface Clash {
  /** Cells that only make sense together: a numerator and its denominator. */
  fields: Field[];
  theirs: string[];
}

export interface Merged {
  raw: Raw;
  clashes: Clash[];
}

export function merge(fields: Field[], base: Raw, mine: Raw, theirs: Raw): Merged {
  const raw: Record<Field, string> = { ...theirs };
  const clashes: Clash[] = [];
  for (const group of together(fields)) {
    const differ = (one: Raw, other: Raw) => group.some((field) => (one[field] ?? '') !== (other[field] ?? ''));
    if (!differ(mine, base) || !differ(mine, theirs)) continue;
    for (const field of group) raw[field] = mine[field] ?? '';
    if (differ(theirs, base)) clashes.push({ fields: group, theirs: pick(theirs, group) });
  }
  return { raw, clashes };
}

/** The row after the choices: the first fields of the clashes where theirs is kept. Mine is what the cell says by now. */
export function settle(raw: Raw, clashes: Clash[], keepTheirs: Set<Field>): Raw {
  const settled: Record<Field, string> = { ...raw };
  for (const { fields, theirs } of clashes.filter((clash) => keepTheirs.has(clash.fields[0]!))) fields.forEach((field, n) => (settled[field] = theirs[n] ?? ''));
  return settled;
}

const pick = (raw: Raw, fields: Field[]): string[] => fields.map((field) => raw[field] ?? '');

const together = (fields: Field[]): Field[][] =>
  fields.filter((field) => field !== 'second').map((field) => (field === 'value' && fields.includes('second') ? ['value', 'second'] : [field]));
